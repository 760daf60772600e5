//! Work on the areas: grief, disputes, transitions, deficits, and changes of focus.

mod change;
mod deficits;
mod dispute;
mod grief;
mod shared;
mod transition;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[
    grief::RULES,
    dispute::RULES,
    transition::RULES,
    deficits::RULES,
    change::RULES,
];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        change::code::*, deficits::code::*, dispute::code::*, grief::code::*, transition::code::*,
    };
}
