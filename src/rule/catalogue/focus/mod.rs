//! The focus: what was agreed, what is known of it, and how it was chosen.

mod agreed;
mod choice;
mod detail;
mod shared;

pub(super) use shared::{active, chosen, comes_later, inventoried, mended, open, said};

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[agreed::RULES, detail::RULES, choice::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{agreed::code::*, choice::code::*, detail::code::*};
}

retired! {
    "IPT-066" => ["IPT-057"], "Interpersonal deficits beside another area are a further item of the focus, and need the same reason.";
    "IPT-071" => ["IPT-060"], "A death long before the onset needs the same word on what ties the grief to the episode as one after it.";
    "IPT-072" => ["IPT-065"], "Why an area with evidence was not chosen is the same question beside every focus.";
    "IPT-074" => ["IPT-056"], "More items than advised are the lower rung of more items than provided for.";
}
