//! Timing: how sessions follow each other, who stayed away, breaks and pauses, and extensions of
//! the contract.

mod absence;
mod breaks;
mod extensions;
mod gaps;
mod missed;
mod spacing;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[
    spacing::RULES,
    absence::RULES,
    breaks::RULES,
    extensions::RULES,
];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        absence::code::*, breaks::code::*, extensions::code::*, spacing::code::*,
    };
}
