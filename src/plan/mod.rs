//! What comes next, by when, why, and what if: from the same protocol and rules that check the record, so that plan and
//! check cannot disagree.

mod due;
mod preview;
mod way;

pub use due::{Due, HORIZON_DAYS};
pub use preview::{Changed, NotRecorded, Preview, Turned};
pub use way::{Needed, NoWay, Way, WayStep};
