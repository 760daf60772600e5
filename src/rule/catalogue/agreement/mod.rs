//! What is agreed with the patient: the formulation, the contract, its changes, and safety before
//! communication is worked on.

mod contract;
mod formulation;
mod frame;
mod violence;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[
    formulation::RULES,
    frame::RULES,
    contract::RULES,
    violence::RULES,
];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        contract::code::*, formulation::code::*, frame::code::*, violence::code::*,
    };
}
