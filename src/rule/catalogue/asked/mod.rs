//! What a protocol asks for by name: measures and diaries, tasks, techniques, and kinds of work
//! between sessions.

mod measures;
mod work;

use crate::rule::catalogue::block;

block!(measures, work);
