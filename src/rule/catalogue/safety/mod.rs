//! Safety: questions, concerns, responses, and what becomes of them. No rule reads or makes a level of risk.

mod closing;
mod concern;
mod enquiry;
mod response;
pub(super) mod shared;

use crate::rule::{Rule, retired::retired};

pub(super) const FILES: &[&[&Rule]] = &[enquiry::RULES, concern::RULES, response::RULES, closing::RULES];

#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{closing::code::*, concern::code::*, enquiry::code::*, response::code::*};
}

retired! {
    "IPT-109" => ["IPT-189"], "A phase that begins while a concern has no response is the same omission; the step is still refused by `propose`.";
    "IPT-188" => ["IPT-186"], "A questionnaire item in place of a direct question is one way of not asking.";
    "IPT-195" => ["IPT-186"], "Several sessions without a direct question are the upper rung of one such session.";
    "IPT-196" => [], "No type of the crate has a field for a level of risk: a promise of the library, and no question about a record.";
    "IPT-198" => ["IPT-189"], "A concern about a child or a dependent adult needs a response as every concern does.";
    "IPT-199" => ["IPT-189"], "A threat to another person needs a response as every concern does.";
    "IPT-237" => ["IPT-187"], "An item that was left out is the lower rung of one that was endorsed.";
}
