//! Changes of phase: how the middle phase is reached, and how acute treatment ends.

mod beginning;
mod end;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[beginning::RULES, end::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{beginning::code::*, end::code::*};
}
