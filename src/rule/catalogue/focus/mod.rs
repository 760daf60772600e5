//! The focus: what was agreed, what is known of it, and how it was chosen.

mod agreed;
mod choice;
mod detail;
mod shared;

pub(super) use shared::{active, chosen, comes_later, inventoried, mended, open, said};

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[agreed::RULES, detail::RULES, choice::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{agreed::code::*, choice::code::*, detail::code::*};
}
