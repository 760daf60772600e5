//! Timing: how sessions follow each other, who stayed away, breaks and pauses, and extensions of the contract.

mod absence;
mod breaks;
mod extensions;
mod gaps;
mod missed;
mod spacing;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[spacing::RULES, absence::RULES, breaks::RULES, extensions::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{absence::code::*, breaks::code::*, extensions::code::*, spacing::code::*};
}

retired! {
    "IPT-155" => ["IPT-156"], "A gap worth a note is the lowest rung of one that is long.";
    "IPT-157" => ["IPT-156"], "A gap as long as a break in treatment is an upper rung of one that is long.";
    "IPT-163" => ["IPT-162"], "A long overrun says what a short one says: the days beside those planned.";
    "IPT-171" => ["IPT-170"], "By how much a contract is extended, and how often, is one question: how far beyond what was agreed first.";
    "IPT-174" => ["IPT-156"], "A last session far from the one before it is a long gap like any other; agreed or covered it is nobody's fault.";
}
