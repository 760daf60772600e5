//! Before treatment: IPT-015 to IPT-023.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
