//! Changes of phase: how the middle phase is reached, and how acute treatment ends.

mod beginning;
mod end;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[beginning::RULES, end::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{beginning::code::*, end::code::*};
}

retired! {
    "IPT-102" => ["IPT-200"], "An ending that begins unannounced is one way of announcing the end late.";
    "IPT-108" => ["IPT-220"], "The missing contract of continuation or maintenance is one omission, not one in each session.";
}
