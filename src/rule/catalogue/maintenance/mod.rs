//! Continuation and maintenance: how they begin, what is agreed for them, and how they go.

mod beginning;
mod contract;
mod sessions;
mod shared;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[contract::RULES, beginning::RULES, sessions::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{beginning::code::*, contract::code::*, sessions::code::*};
}

retired! {
    "IPT-222" => ["IPT-011"], "A step to what follows acute treatment from the middle of it is a step out of order.";
    "IPT-224" => ["IPT-111"], "Whether symptoms were followed is one question, in acute treatment and after it.";
    "IPT-227" => ["IPT-220"], "A focus says what continuation and maintenance are for, as their contract does.";
}
