//! Who looks at the treatment beside the therapist: training, supervision, and what was said when
//! the protocol was left.
//!
//! Rules about waivers read what the other rules found: a waiver is judged by what it covers. Where
//! those cannot be told, neither can these, so that they need every topic.

mod supervision;
mod waivers;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[supervision::RULES, waivers::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{supervision::code::*, waivers::code::*};
}
