//! What rules say in German: a file a block.

mod agreement;
mod focus;
mod safety;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[focus::TEXTS, agreement::TEXTS, safety::TEXTS];
