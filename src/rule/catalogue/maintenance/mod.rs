//! Continuation and maintenance: how they begin, what is agreed for them, and how they go.

mod beginning;
mod contract;
mod sessions;
mod shared;

use crate::rule::catalogue::block;

block!(contract, beginning, sessions);
