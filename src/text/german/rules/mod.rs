//! What rules say in German: a file a block.

mod safety;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[safety::TEXTS];
