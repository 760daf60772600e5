//! The ending: that it is announced, what it holds, what follows, and how a course came to its end.

mod afterwards;
mod announcing;
mod ended;
mod events;
mod shared;
mod tasks;

pub(super) use shared::takes_medication;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] =
    &[announcing::RULES, tasks::RULES, afterwards::RULES, ended::RULES, events::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{afterwards::code::*, announcing::code::*, ended::code::*, events::code::*, tasks::code::*};
}

retired! {
    "IPT-202" => ["IPT-200"], "An end that is announced in the last session is the upper rung of one that is announced late.";
    "IPT-209" => ["IPT-147"], "A new focus in the last sessions is the upper rung of a late one.";
    "IPT-210" => ["IPT-203"], "What a missed last session leaves open are tasks of the ending that are open.";
    "IPT-214" => [], "A closing cannot be written without end mode, result and disposition: a promise of the library, and no question about \
        a record.";
    "IPT-218" => ["IPT-203"], "How to come back or where to seek help is one of the tasks of the ending.";
    "IPT-235" => ["IPT-236"], "An early end by agreement is one of the ways in which a course ends before its contract.";
}
