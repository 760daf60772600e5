//! What sessions hold: what each of them takes up, the focus, what is off the model, and what lies around the work.

mod around;
mod focus;
mod model;
mod session;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[session::RULES, focus::RULES, model::RULES, around::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{around::code::*, focus::code::*, model::code::*, session::code::*};
}

retired! {
    "IPT-110" => ["IPT-112"], "A link between mood and events shows that the time since the last session was taken up.";
    "IPT-114" => ["IPT-113"], "Several sessions off the focus are the upper rung of one such session.";
    "IPT-121" => [], "A summary at the end of each session is known in the field and in no source that was read; nobody supervises by it.";
    "IPT-126" => [], "That a note names a technique is paperwork; the techniques that matter have rules of their own.";
    "IPT-127" => ["IPT-008"], "A session shorter than the least contact is the upper rung of a short one.";
}
