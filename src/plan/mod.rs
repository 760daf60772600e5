//! What comes next, by when, why, and what if: from the same protocol and rules that check the record, so that plan and check
//! cannot disagree.

mod preview;

pub use preview::{Changed, NotRecorded, Preview, Turned};
