//! The ending: that it is announced, what it holds, what follows, and how a course came to its end.

mod afterwards;
mod announcing;
mod ended;
mod events;
mod shared;
mod tasks;

pub(super) use shared::takes_medication;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[
    announcing::RULES,
    tasks::RULES,
    afterwards::RULES,
    ended::RULES,
    events::RULES,
];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        afterwards::code::*, announcing::code::*, ended::code::*, events::code::*, tasks::code::*,
    };
}
