//! Timing: IPT-155 to IPT-174.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
