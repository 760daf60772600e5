//! The initial phase: what is asked first, what is treated and since when, medication,
//! relationships, and how long it takes.

mod inventory;
mod medication;
mod shared;
mod start;
mod treated;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[
    start::RULES,
    treated::RULES,
    medication::RULES,
    inventory::RULES,
];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        inventory::code::*, medication::code::*, start::code::*, treated::code::*,
    };
}
