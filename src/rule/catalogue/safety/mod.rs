//! Safety: questions, concerns, responses, and what becomes of them. No rule reads or makes a level
//! of risk.

mod closing;
mod concern;
mod enquiry;
mod response;
pub(super) mod shared;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[
    enquiry::RULES,
    concern::RULES,
    response::RULES,
    closing::RULES,
];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        closing::code::*, concern::code::*, enquiry::code::*, response::code::*,
    };
}
