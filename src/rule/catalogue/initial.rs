//! Initial tasks: IPT-030 to IPT-051.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
