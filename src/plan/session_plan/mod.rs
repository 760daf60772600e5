//! The plan of the next session: what to consider, in which order, why, and what if it is left out.
//!
//! The planner asks the rules. On a copy of the record it records two trial sessions, one with an
//! item and one without. What the rules find only in the second is the reason for the item.
//!
//! Some items cannot be found in this way, because their rule speaks only after a later session, or
//! because another part of the session would satisfy it too. `candidates.rs` names the rules of
//! these items by their codes and says when each is due. Property tests compare the result with the
//! rules.
//!
//! What the session itself will bring up is not known beforehand. The trial session takes a score
//! as unchanged, and assumes that the enquiry finds no concern. Whatever the session brings up
//! comes before the plan.

mod assemble;
mod candidates;
mod item;
mod note;
mod trial;
mod view;

use alloc::{string::String, vec::Vec};

use chrono::NaiveDate;

pub use item::{AgendaItem, AgendaSlot, Pressing, Reason, What};

use super::{CoursePlan, Deadline, Window};
use crate::{
    course::Course,
    machine::region::{EngagementRegion, SafetyRegion},
    measure::InstrumentId,
    vocabulary::{
        EndingTaskSet, InitialTaskSet, Phase, ProblemArea, RuleCode, Seq, StrategySet, TaskToken,
        Track, WorkSet,
    },
};

/// Tasks that are still open, whether or not this session is the one for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct OpenTasks {
    /// Open tasks of the initial phase; empty once that phase is over.
    pub initial: InitialTaskSet,
    /// Open tasks of the ending. The outcome is recorded with the closing.
    pub ending: EndingTaskSet,
    /// Open tasks that the protocol declares for a phase that has not passed.
    pub declared: Vec<TaskToken>,
}

/// An active item of the focus, and which of its strategies a session has taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct FocusWork {
    /// Its place in the agreed focus, from 1.
    pub item: u8,
    /// Its area, if it is one of the four.
    pub area: Option<ProblemArea>,
    /// Strategies that at least one session held has taken up.
    pub touched: StrategySet,
    /// Strategies that no session held has taken up.
    pub untouched: StrategySet,
}

/// A score that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ScoreDue {
    /// The instrument that is due.
    pub instrument: InstrumentId,
    /// Why it is due.
    pub reason: Reason,
    /// How pressing it is.
    pub pressing: Pressing,
}

/// Something that was agreed and has not been taken up again yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Promise {
    /// The entry in which it was agreed.
    pub agreed_in: Seq,
    /// What was agreed.
    pub what: Promised,
}

/// What a [`Promise`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Promised {
    /// Work of these kinds until the next session.
    BetweenSessionWork(WorkSet),
    /// Looking again at a safety concern on that day.
    SafetyReview(NaiveDate),
}

/// What the record says about the ending so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct EndingStands {
    /// Whether the end of the contract in force was announced.
    pub announced: bool,
    /// By when it is to be announced; `None` if the protocol has no ending.
    pub deadline: Option<Deadline>,
    /// Whether an early end was agreed.
    pub early_end_agreed: bool,
}

/// The plan of the next session: what to consider, in which order, and why.
///
/// Everything in it is a suggestion to somebody who knows the patient. It holds dates and codes,
/// but no free text of the record and no reference to a person. It is health data all the same.
///
/// ```
/// use interpersonal::{chrono::{Days, NaiveDate}, Course, plan::{AgendaSlot, What}, ProblemArea, protocol::preset, testing::exemplar::Exemplar};
///
/// // A course by the book, as it stands after five sessions.
/// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let sixth = start + Days::new(35);
/// let mut entries = Exemplar::new(&preset::ACUTE_16, ProblemArea::Grief, start).entries();
/// entries.retain(|entry| entry.day().is_some_and(|day| day < sixth));
/// let course = Course::replay(&preset::ACUTE_16, entries)?;
///
/// let plan = course.next_session(sixth);
/// assert_eq!((plan.ordinal, plan.left), (6, Some(11)));
/// assert_eq!(plan.agenda[0].slot, AgendaSlot::Opening);
/// // Something was agreed last time: consider what came of it.
/// let review = plan.agenda.iter().find(|item| item.what == What::AttemptReview).unwrap();
/// assert!(review.is_due());
/// assert_eq!(review.otherwise.unwrap().as_str(), "IPT-119");
/// # Ok::<(), interpersonal::course::ReplayError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SessionPlan {
    /// The day for which it is made.
    pub day: NaiveDate,
    /// Whether a session is to come: the course is open and the patient is alive. If not, the
    /// agenda holds at most what an open concern asks for.
    pub is_expected: bool,
    /// The track of the session.
    pub track: Track,
    /// Its number for people, as the report on it will have it: one more than that of the last
    /// session held on the track.
    pub number: u16,
    /// On the main track, in continuation and in maintenance, the slot of the contract in force; on
    /// other tracks, it counts the sessions held.
    pub ordinal: u16,
    /// The phase to which it belongs.
    pub phase: Phase,
    /// What the protocol calls that phase.
    pub phase_label: String,
    /// How many minutes are planned.
    pub minutes: u16,
    /// The days between which the course plan puts it, if there is a course plan.
    pub window: Option<Window>,
    /// What to consider, in order.
    pub agenda: Vec<AgendaItem>,
    /// Tasks that are still open.
    pub open: OpenTasks,
    /// The active items of the focus with their strategies.
    pub focus: Vec<FocusWork>,
    /// Scores that are due.
    pub scores: Vec<ScoreDue>,
    /// What was agreed and has not been taken up again yet.
    pub agreed: Vec<Promise>,
    /// Sessions left under the contract in force, this one included, if it fixes a number.
    pub left: Option<u16>,
    /// What the record says about the ending so far.
    pub ending: EndingStands,
    /// The state of the safety region.
    pub safety: SafetyRegion,
    /// The state of the engagement region.
    pub engagement: EngagementRegion,
    /// Rules that will find something whatever the session brings, such as a gap that is long
    /// already.
    pub regardless: Vec<RuleCode>,
}

impl SessionPlan {
    /// The number for people of the session that a slot of the contract will have, if no more are
    /// missed.
    pub(crate) fn number_of(&self, slot: u16) -> u16 {
        number_of_slot(slot, (self.ordinal, self.number))
    }

    /// The items that are due in this session. The agenda has all that the session may be about,
    /// and this is the filter for what it should not end without.
    pub fn due(&self) -> impl Iterator<Item = &AgendaItem> {
        self.agenda.iter().filter(|item| item.is_due())
    }
}

/// The number for people that the session of a slot has if no more are missed, given slot and
/// number of the next session.
fn number_of_slot(slot: u16, (next, number): (u16, u16)) -> u16 {
    let number = i32::from(slot) - i32::from(next) + i32::from(number);
    u16::try_from(number).unwrap_or(0)
}

impl Course {
    /// The plan of the next session, if it were held on a day. A day before the latest day of the
    /// record counts as that latest day.
    ///
    /// See [`SessionPlan`] for an example.
    #[must_use]
    pub fn next_session(&self, day: NaiveDate) -> SessionPlan {
        assemble::session_plan(self, None, day)
    }

    /// The plan of the next session, with what the course plan has for it: the day (unless it has
    /// passed), the minutes, the window, the work, and who takes part.
    ///
    /// ```
    /// use interpersonal::{chrono::NaiveDate, Course, ProblemArea, protocol::preset, testing::exemplar::Exemplar};
    /// use interpersonal::plan::{Availability, CoursePlan, Terms};
    ///
    /// let (protocol, start) = (&preset::ACUTE_16, NaiveDate::from_ymd_opt(2026, 1, 5).unwrap());
    /// let plan = CoursePlan::new(protocol, Terms::typical(protocol), start, Availability::every_day()).unwrap();
    /// let mut entries = Exemplar::following(protocol, &plan, ProblemArea::Grief).entries();
    /// let second = plan.main().nth(1).unwrap().target;
    /// entries.retain(|entry| entry.day().is_some_and(|day| day < second));
    /// let course = Course::replay(protocol, entries)?;
    ///
    /// // What was held is behind: the plan is brought up to date first.
    /// let plan = plan.revise(&course, second).unwrap();
    /// let session = course.next_session_in(&plan, start);
    /// assert_eq!(session.day, second);
    /// assert!(session.window.unwrap().contains(second));
    /// # Ok::<(), interpersonal::course::ReplayError>(())
    /// ```
    #[must_use]
    pub fn next_session_in(&self, plan: &CoursePlan, as_of: NaiveDate) -> SessionPlan {
        assemble::session_plan(self, Some(plan), as_of)
    }
}
