//! Whom a protocol is for, what it says of medication, and whom it involves. Where a protocol says
//! nothing of a matter, its rule does not apply.

mod entry;
mod medication;
mod people;

use crate::{
    rule::{Ctx, Rule, SessionRow, Sink, catalogue::due},
    vocabulary::{Place, Topic},
};

pub(super) const FILES: &[&[&Rule]] = &[entry::RULES, medication::RULES, people::RULES];

#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{entry::code::*, medication::code::*, people::code::*};
}

/// The first session of treatment. Without it nothing is due yet; what came before a record that
/// begins in mid-course is unknown.
fn first_session<'a>(topic: Topic, ctx: &Ctx<'a>, out: &mut Sink<'_>) -> Option<&'a SessionRow> {
    let first = due::first_session(ctx);
    if first.is_none() {
        if ctx.began_midway() {
            out.cannot_tell(topic, Place::Course);
        } else {
            out.has_none(Topic::Sessions);
        }
    }
    first
}
