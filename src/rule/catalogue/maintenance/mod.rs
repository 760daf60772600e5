//! Continuation and maintenance: how they begin, what is agreed for them, and how they go.

mod beginning;
mod contract;
mod sessions;
mod shared;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[contract::RULES, beginning::RULES, sessions::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{beginning::code::*, contract::code::*, sessions::code::*};
}
