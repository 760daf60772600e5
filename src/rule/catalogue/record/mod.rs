//! The record itself: when it was written, how long sessions took, in which order phases came.
//!
//! # Promises
//!
//! What nobody can break is no rule: it would never find anything, and would count as decided in
//! every report. These were rules once, and their codes are retired. A refusal of `record` that
//! keeps one of them still names the code, and [`Retired::get`](crate::rule::Retired::get) says
//! what it stands for.
//!
//! - **IPT-001**: a course names one protocol, and every report says against which it was checked.
//! - **IPT-002**: a number stands for one session of its track; `record` refuses a second one.
//! - **IPT-003**: no fact lies before the opening, or after the day on which it was written.
//! - **IPT-004**: after the closing, only scores, safety and administration are recorded.
//! - **IPT-006**: a correction keeps what it corrects, and who corrected it.
//! - **IPT-009**: a session has its day, who came, and its kind.
//! - **IPT-023**: a session beside the main track is not counted as an acute session.
//! - **IPT-241**: a rule of safety or integrity is not waived.

mod names;
mod notes;
mod opening;

use crate::rule::catalogue::block;

block!(notes, names, opening);
