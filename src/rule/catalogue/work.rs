//! Work on each area: IPT-130 to IPT-150.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
