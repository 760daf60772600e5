//! What rules say in German: a file a block.

mod ending;
mod maintenance;
mod safety;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[safety::TEXTS, ending::TEXTS, maintenance::TEXTS];
