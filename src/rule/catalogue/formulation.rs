//! Formulation, agreement, contract: IPT-075 to IPT-094.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
