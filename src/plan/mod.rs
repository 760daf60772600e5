//! Plans: what comes next, by when, why, and what if.
//!
//! - A [`CoursePlan`] puts each session of a course on an available day. If that is impossible, a
//!   [`PlanError`] names the two requirements that conflict. After sessions were missed, moved or
//!   added, [`CoursePlan::revise`] plans what is left, and [`Plans`] keeps what was planned before.
//! - A [`SessionPlan`] is the agenda of the next session.
//! - A [`Budget`] says what the remaining number of sessions still allows.
//! - A [`Preview`] says what recording something would change, a [`Way`] what a step still needs,
//!   and a [`Due`] on which day something becomes due.
//!
//! Plans take their numbers from the protocol, like the rules. Previews, ways, due days and most of
//! the agenda come from the rules and the machine themselves. A course plan works out the days with
//! arithmetic of its own, since no rule can judge what has not happened yet. Property tests compare
//! it with the rules: a plan that is followed to the letter leads to no finding above a note.
//!
//! A plan is a suggestion and does not restrict the record. If a session is held on another day,
//! the record says so, and the plan is revised.
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
//! # Ok::<(), interpersonal::plan::PlanError>(())
//! ```

pub(crate) mod availability;
mod budget;
mod course_plan;
mod due;
mod error;
mod past;
mod place;
mod plans;
mod preview;
mod replan;
pub(crate) mod schedule;
pub(crate) mod session_plan;
mod terms;
mod today;
mod way;
pub(crate) mod work;

pub use crate::base::days::DaySpan;
pub use availability::{Availability, Weekday, Weekdays};
pub use budget::{Budget, Deadline, DeadlineStatus, PhaseLengths};
pub use course_plan::{
    CoursePlan, Milestone, Milestones, ParameterPath, PlannedSession, PlannedWork, SessionStatus,
    Why, Window,
};
pub use due::{Due, HORIZON_DAYS};
pub use error::PlanError;
pub use plans::Plans;
pub use preview::{Changed, Preview, Turned};
pub use session_plan::{
    AgendaItem, AgendaSlot, EndingStands, FocusWork, OpenTasks, Pressing, Promise, Promised,
    Reason, ScoreDue, SessionPlan, What,
};
pub use terms::Terms;
pub use today::{CalledFor, ToDo, Today, TodayItem};
pub use way::{Needed, Way, WayError, WayStep};
