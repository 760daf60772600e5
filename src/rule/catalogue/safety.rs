//! Safety: IPT-185 to IPT-199.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
