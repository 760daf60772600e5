//! Timing: how sessions follow each other, who stayed away, breaks and pauses, and extensions of
//! the contract.

mod absence;
mod breaks;
mod extensions;
mod gaps;
mod missed;
mod spacing;

use crate::rule::catalogue::block;

block!(spacing, absence, breaks, extensions);
