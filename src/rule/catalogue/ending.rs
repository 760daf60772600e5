//! Ending: IPT-200 to IPT-219.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
