//! Measures and reviews: scores on scales, and what they lead to.

mod progress;
mod scores;
mod shared;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[scores::RULES, progress::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{progress::code::*, scores::code::*};
}
