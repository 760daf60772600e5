//! What rules say in German: a file a block.

mod asked;
mod delivery;
mod oversight;
mod population;
mod pretreatment;
mod record;
mod safety;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[
    record::TEXTS,
    pretreatment::TEXTS,
    safety::TEXTS,
    oversight::TEXTS,
    delivery::TEXTS,
    population::TEXTS,
    asked::TEXTS,
];
