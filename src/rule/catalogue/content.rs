//! Session content: IPT-110 to IPT-127.

pub(super) static RULES: &[&crate::rule::Rule] = &[];
