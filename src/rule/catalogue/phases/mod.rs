//! Changes of phase: how the middle phase is reached, and how acute treatment ends.

mod beginning;
mod end;

use crate::rule::catalogue::block;

block!(beginning, end);
