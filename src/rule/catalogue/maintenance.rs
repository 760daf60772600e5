//! Continuation and maintenance: IPT-220 to IPT-229.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
