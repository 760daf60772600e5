//! What rules say in German: a file a block.

mod content;
mod safety;
mod work;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[content::TEXTS, work::TEXTS, safety::TEXTS];
