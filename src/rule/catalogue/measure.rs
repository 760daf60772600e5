//! Measurement: IPT-176 to IPT-184.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
