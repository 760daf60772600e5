//! Problem areas: IPT-055 to IPT-073.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
