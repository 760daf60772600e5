//! The initial phase: what is asked first, what is treated and since when, medication, relationships, and how long it takes.

mod inventory;
mod medication;
mod shared;
mod start;
mod treated;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[start::RULES, treated::RULES, medication::RULES, inventory::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{inventory::code::*, medication::code::*, start::code::*, treated::code::*};
}

retired! {
    "IPT-030" => ["IPT-100"], "The history is an initial task like others without a rule of their own, which are asked for together.";
    "IPT-034" => ["IPT-035"], "Naming the illness, explaining it and the sick role are one piece of work.";
    "IPT-036" => [], "One conversation names the illness and gives the sick role; the order of ticks shows when they were written.";
    "IPT-039" => ["IPT-100"], "The explanation of IPT is an initial task like others without a rule of their own.";
    "IPT-044" => ["IPT-042"], "Whether a tie changed around the onset is one of the things that a description of a person holds.";
    "IPT-047" => ["IPT-046"], "A very long initial phase is the upper rung of a long one.";
    "IPT-050" => ["IPT-016"], "The screen asks about physical illness; a second question about it is none.";
    "IPT-051" => [], "A session that only listens is no fault, and an assessment without end shows in the number of sessions.";
}
