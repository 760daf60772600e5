//! What a protocol asks for by name: measures and diaries, tasks, techniques, and kinds of work
//! between sessions.

mod measures;
mod work;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[measures::RULES, work::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{measures::code::*, work::code::*};
}
