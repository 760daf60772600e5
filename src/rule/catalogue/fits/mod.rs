//! Whether the record fits together: facts that contradict each other or themselves.
//!
//! These rules ask nothing of treatment. They need no topic that is reported in full and no number
//! of a protocol, and they always have an answer: each looks at what is written and names the two
//! facts that do not go together. [`Validator::record_only`](crate::rule::Validator::record_only)
//! asks them alone, as a view of the quality of the data.
//!
//! What `record` refuses is no rule here: a number given twice in one track, a fact before the
//! opening or after its writing, a break that ends before it begins.

mod days;
mod diagnoses;
mod group;
mod notes;
mod numbers;
mod people;
mod scores;
mod sessions;
mod states;

use crate::rule::catalogue::block;

block!(
    days, people, scores, sessions, numbers, group, diagnoses, notes, states
);
