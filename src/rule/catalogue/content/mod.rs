//! What sessions hold: what each of them takes up, the focus, what is off the model, and what lies
//! around the work.

mod around;
mod focus;
mod model;
mod session;

use crate::rule::Rule;

pub(super) const FILES: &[&[&Rule]] = &[session::RULES, focus::RULES, model::RULES, around::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{around::code::*, focus::code::*, model::code::*, session::code::*};
}
