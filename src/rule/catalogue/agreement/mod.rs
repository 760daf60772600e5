//! What is agreed with the patient: the formulation, the contract, its changes, and safety before communication is worked on.

mod contract;
mod formulation;
mod frame;
mod violence;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[formulation::RULES, frame::RULES, contract::RULES, violence::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{contract::code::*, formulation::code::*, frame::code::*, violence::code::*};
}

retired! {
    "IPT-078" => [], "Patients come round after talk, and nobody asks for a new version; going on against a rejection is found under IPT-077.";
    "IPT-079" => ["IPT-069"], "Focus and formulation mostly come on one day: before a look at people and events, they are one fault.";
    "IPT-080" => [], "How long an answer took is nobody's question; that it is missing is asked under IPT-077.";
    "IPT-087" => [], "Contract and focus change only by a dated entry of their own: a promise of the library, and no question about a record.";
    "IPT-089" => ["IPT-081"], "Missed sessions are one of the matters that a contract leaves open.";
    "IPT-092" => ["IPT-081"], "Fees are one of the matters that a contract leaves open.";
    "IPT-093" => ["IPT-279"], "A promise of homework changes nothing by itself; what is given counts there.";
}
