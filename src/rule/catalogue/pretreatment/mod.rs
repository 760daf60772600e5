//! Before treatment: whether IPT fits this patient now, and the patient's consent.

mod consent;
mod fit;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[fit::RULES, consent::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{consent::code::*, fit::code::*};
}
