//! Whom a protocol is for, what it says of medication, and whom it involves. Where a protocol says
//! nothing of a matter, its rule does not apply.

mod entry;
mod medication;
mod people;

use crate::{
    rule::{
        Ctx, SessionRow, Sink,
        catalogue::{block, due},
    },
    vocabulary::{Place, Topic},
};

block!(entry, medication, people);

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
