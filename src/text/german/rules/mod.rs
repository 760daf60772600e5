//! What rules say in German: a file a block.

mod agreement;
mod asked;
mod content;
mod delivery;
mod ending;
mod fits;
mod focus;
mod initial;
mod maintenance;
mod measure;
mod oversight;
mod phases;
mod population;
mod pretreatment;
mod record;
mod safety;
mod timing;
mod work;

use crate::text::RuleText;

pub(in crate::text) static RULES: &[&[RuleText]] = &[
    record::TEXTS,
    pretreatment::TEXTS,
    initial::TEXTS,
    focus::TEXTS,
    agreement::TEXTS,
    phases::TEXTS,
    content::TEXTS,
    work::TEXTS,
    timing::TEXTS,
    measure::TEXTS,
    safety::TEXTS,
    ending::TEXTS,
    maintenance::TEXTS,
    oversight::TEXTS,
    delivery::TEXTS,
    population::TEXTS,
    asked::TEXTS,
    fits::TEXTS,
];
