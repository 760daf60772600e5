//! Who looks at the treatment beside the therapist: training, supervision, and what was said when the protocol was left.
//!
//! Rules about waivers read what the other rules found: a waiver is judged by what it covers. Where those cannot be told, neither
//! can these, so that they need every topic.

mod supervision;
mod waivers;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[supervision::RULES, waivers::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{supervision::code::*, waivers::code::*};
}

retired! {
    "IPT-231" => [], "Which papers a certificate asks for is a matter of that certificate; a site may ask for them with a rule of its own.";
    "IPT-233" => ["IPT-136"], "A dispute without role play or the analysis of an exchange is one in which no exchange was analysed.";
    "IPT-241" => [], "A promise: `record` refuses to waive a rule of safety or integrity.";
    "IPT-242" => [], "A finding beyond the last day of its waiver stands again by itself, and says until when it was waived.";
    "IPT-247" => [], "What stands when a course is closed is in the report already, with its tally.";
}
