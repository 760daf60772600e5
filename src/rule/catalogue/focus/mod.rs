//! The focus: what was agreed, what is known of it, and how it was chosen.

mod agreed;
mod choice;
mod detail;
mod shared;

pub(super) use shared::{active, chosen, comes_later, inventoried, mended, open, said};

use crate::rule::catalogue::block;

block!(agreed, detail, choice);
