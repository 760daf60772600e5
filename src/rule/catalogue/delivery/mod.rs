//! How a variant is delivered, read from the protocol's own data. Where a protocol says nothing of a matter, its rule does not apply.
//!
//! Spacing stretch by stretch has no rule here: IPT-155 to IPT-160 read the stretch of the session's number.

mod circumstances;
mod dose;
mod progress;
mod shared;

pub(super) use shared::past_weeks;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[dose::RULES, progress::RULES, circumstances::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{circumstances::code::*, dose::code::*, progress::code::*};
}

retired! {
    "IPT-250" => ["IPT-107", "IPT-211"], "Sessions beyond the contract and too few of them at the closing are two questions, and each is asked already.";
    "IPT-253" => ["IPT-008"], "How long a session took is one question, on whatever track it was held.";
    "IPT-255" => ["IPT-257"], "A meeting in the middle is one of the sessions beside the main treatment.";
    "IPT-256" => ["IPT-257"], "A meeting after the main treatment is one of the sessions beside it.";
    "IPT-258" => [], "Where a phase begins too late or is too short its own rules ask; how far it may lie from the usual session was our invention.";
    "IPT-265" => ["IPT-211"], "A course closed as completed with too few sessions or weeks is one question, whoever sets the number.";
    "IPT-266" => ["IPT-211"], "A missed session that nobody made up for is one way of holding too few.";
}
