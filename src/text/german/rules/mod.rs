//! What rules say in German: a file a block.

mod asked;
mod delivery;
mod population;
mod safety;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[safety::TEXTS, delivery::TEXTS, population::TEXTS, asked::TEXTS];
