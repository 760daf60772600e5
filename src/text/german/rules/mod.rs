//! What rules say in German: a file a block.

mod initial;
mod phases;
mod safety;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[initial::TEXTS, phases::TEXTS, safety::TEXTS];
