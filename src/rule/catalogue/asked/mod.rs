//! What a protocol asks for by name: measures and diaries, tasks, techniques, and kinds of work between sessions.

mod measures;
mod work;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[measures::RULES, work::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{measures::code::*, work::code::*};
}

retired! {
    "IPT-280" => ["IPT-151"], "An item that was set aside and is taken up by agreement is a change of focus like any other.";
    "IPT-284" => ["IPT-058"], "A name of a focus that the protocol does not have is a focus that it does not have.";
}
