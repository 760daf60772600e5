//! Plans in forms for people and for other programs.
//!
//! - [`CoursePlan::markdown`](crate::plan::CoursePlan::markdown): one page, a row a session;
//!   [`PlannedSession::markdown`](crate::plan::PlannedSession::markdown): a page for each of them.
//! - [`SessionPlan::markdown`](crate::plan::SessionPlan::markdown): the next session, one page.
//! - [`CoursePlan::timeline`](crate::plan::CoursePlan::timeline): a picture of plan and course, as
//!   SVG.
//! - `Plans::calendar`, with the feature `icalendar`: appointments for a calendar, with neutral
//!   titles.
//! - With the feature `serde` plans are data as they stand; `docs/plan.schema.json` and
//!   `docs/session-plan.schema.json` describe them.
//!
//! Pages are written in any [`Language`](crate::text::Language); equal plans give equal bytes. No
//! form holds free text of the record or a reference to a person in it; page and picture hold days,
//! phases, work and scores, and are health data. The calendar is made for devices that others look
//! at: it says that there is an appointment, and nothing of what for.

#[cfg(feature = "icalendar")]
mod ical;
mod markdown;
mod page;
mod svg;

#[cfg(feature = "icalendar")]
pub use ical::Calendar;
pub use markdown::Markdown;
pub use page::{PlannedSessionPage, SessionPage};
pub use svg::Timeline;
