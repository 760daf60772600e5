//! Plans: what comes next, by when, why, and what if.
//!
//! A [`CoursePlan`] lays the sessions of a course on days. It reads the protocol that the rules read, so a plan that is
//! followed to the letter yields a record in which no rule finds more than a note; where that cannot be, a
//! [`Collision`] names the two demands that do not go together. After sessions were missed, moved or added,
//! [`CoursePlan::revise`] plans what is left, and [`Plans`] keeps what was planned before. [`Budget`] says what the
//! number of sessions still leaves room for. [`Preview`] says what recording something would change, [`Way`] what a step
//! still needs, [`Due`] on which day something becomes due.
//!
//! A plan is an offer. Nothing in it locks the record: a session held on another day is a fact, and the plan is
//! revised.
//!
//! ```
//! use interpersonal::{
//!     chrono::NaiveDate,
//!     plan::{Availability, CoursePlan, Terms, Weekday},
//!     protocol::preset,
//! };
//!
//! let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
//! let terms = Terms::typical(&preset::ACUTE_16);
//! let availability = Availability::on([Weekday::Monday, Weekday::Thursday]);
//! let plan = CoursePlan::new(&preset::ACUTE_16, terms, start, availability)?;
//! assert_eq!(plan.main().count(), 16);
//! assert_eq!(plan.last_day(), NaiveDate::from_ymd_opt(2026, 4, 20).unwrap());
//! # Ok::<(), interpersonal::plan::Collision>(())
//! ```

mod availability;
mod budget;
mod collision;
mod course_plan;
mod due;
pub mod form;
mod place;
mod preview;
mod replan;
pub(crate) mod schedule;
mod session_plan;
mod terms;
mod way;
mod words;
pub(crate) mod work;

pub use availability::{Availability, DaySpan, Weekday, Weekdays};
pub use budget::{Budget, Deadline, DeadlineStatus, PhaseLengths};
pub use collision::Collision;
pub use course_plan::{
    CoursePlan, Milestone, Milestones, ParameterPath, PlannedSession, PlannedWork, SessionStatus, Why, Window,
};
pub use due::{Due, HORIZON_DAYS};
pub use preview::{Changed, NotRecorded, Preview, Turned};
pub use replan::Plans;
pub use session_plan::{
    AgendaItem, AgendaSlot, EndingStands, FocusWork, OpenTasks, Pressing, Promise, Promised, Reason, ScoreDue,
    SessionPlan, What,
};
pub use terms::Terms;
pub use way::{Needed, NoWay, Way, WayStep};
