//! Supervision and overrides: IPT-230 to IPT-248.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
