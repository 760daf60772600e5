//! What rules say in German: a file a block.

mod measure;
mod safety;
mod timing;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[timing::TEXTS, measure::TEXTS, safety::TEXTS];
