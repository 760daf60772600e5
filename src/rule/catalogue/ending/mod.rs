//! The ending: that it is announced, what it holds, what follows, and how a course came to its end.

mod afterwards;
mod announcing;
mod ended;
mod events;
mod shared;
mod tasks;

pub(super) use shared::takes_medication;

use crate::rule::catalogue::block;

block!(announcing, tasks, afterwards, ended, events);
