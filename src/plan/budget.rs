//! What the number of sessions still leaves room for.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Milestone, Why, schedule};
use crate::{
    base::set::vocabulary,
    course::{Course, history::History},
    machine::CourseState,
    protocol::Protocol,
    record::FactKind,
    rule::codes::{END_ANNOUNCED_EARLY as ANNOUNCED_EARLY, REVIEWED_BY_MID_COURSE as REVIEWED},
    vocabulary::Phase,
};

/// Sessions of each phase of acute treatment, those held included and missed ones not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct PhaseLengths {
    /// Of the initial phase.
    pub initial: u16,
    /// Of the middle phase.
    pub middle: u16,
    /// Of the ending.
    pub ending: u16,
}

vocabulary! {
    /// How a deadline stands.
    pub closed enum DeadlineStatus {
        /// It is met.
        Met = "met",
        /// More than one session is left for it.
        Open = "open",
        /// The next session is the last one that meets it.
        Last = "last",
        /// It has passed.
        Passed = "passed",
    }
}

/// The session by which something has to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct Deadline {
    /// What.
    pub milestone: Milestone,
    /// The last slot of the contract in which it is in time. 0 if there is none.
    pub by: u16,
    /// What sets the deadline.
    pub why: Why,
    /// How it stands.
    pub status: DeadlineStatus,
}

/// The sessions of acute treatment as a sum: so many planned, so many held, so many missed that
/// count.
///
/// ```
/// use interpersonal::{plan::{Budget, Milestone}, protocol::preset};
///
/// // Sixteen sessions, five held, all in the first phases, one missed that counts.
/// let budget = Budget::new(&preset::ACUTE_16, 16, 5, 1);
/// assert_eq!(budget.left(), 10);
/// let announced = budget.deadlines.iter().find(|deadline| deadline.milestone == Milestone::EndAnnounced).unwrap();
/// assert_eq!(announced.by, 14);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub struct Budget {
    /// Sessions of the contract.
    pub planned: u16,
    /// Sessions held.
    pub held: u16,
    /// Sessions missed that count.
    pub missed: u16,
    /// The lengths of the phases that are still possible by the protocol, the shortest initial
    /// phase first. Empty if none is.
    pub lengths: Vec<PhaseLengths>,
    /// The sessions by which agreement, review and announcement are due.
    pub deadlines: Vec<Deadline>,
}

/// Where a course stands, as far as a budget hangs on it.
#[derive(Debug, Clone, Copy, Default)]
struct Standing {
    planned: u16,
    held: u16,
    missed: u16,
    /// The phase and the sessions held in each, if a record tells.
    phase: Option<(Phase, PhaseLengths)>,
    agreed: bool,
    reviewed: bool,
    announced: bool,
}

impl Budget {
    /// The budget of a course of which nothing but the numbers is known.
    #[must_use]
    pub fn new(protocol: &Protocol, planned: u16, held: u16, missed: u16) -> Self {
        Self::standing(
            protocol,
            Standing {
                planned,
                held,
                missed,
                ..Standing::default()
            },
        )
    }

    /// The budget of a course as of a day. `None` before the opening, after acute treatment, and
    /// where no contract fixes a number of sessions and the protocol treats no acute episode.
    #[must_use]
    pub fn of(course: &Course, as_of: NaiveDate) -> Option<Self> {
        Self::read(course, &History::of(course, as_of), as_of)
    }

    /// The same from a record that was folded up to the day.
    pub(super) fn read(course: &Course, history: &History, as_of: NaiveDate) -> Option<Self> {
        let protocol = course.protocol_on(as_of);
        let state = history.state?;
        if !state.phase().is_acute() || protocol.phase(Phase::Middle).is_none() {
            return None;
        }
        let planned = state
            .planned()
            .unwrap_or(protocol.spec().dose.sessions.value.typical);
        let held = state.held();
        let agreed = state.focus_version() > 0 && state.contract_version() > 0;
        Some(Self::standing(
            protocol,
            Standing {
                planned,
                held,
                missed: state.slots().saturating_sub(held),
                phase: Some((state.phase(), lengths_held(&state))),
                agreed,
                reviewed: history.kinds.contains(FactKind::ReviewHeld),
                announced: state.end_announced(),
            },
        ))
    }

    /// Slots of the contract that are left.
    #[must_use]
    pub const fn left(&self) -> u16 {
        self.planned
            .saturating_sub(self.held)
            .saturating_sub(self.missed)
    }

    /// The deadlines that the next session is the last to meet: what to do now.
    pub fn pressing(&self) -> impl Iterator<Item = &Deadline> {
        self.deadlines
            .iter()
            .filter(|deadline| deadline.status == DeadlineStatus::Last)
    }

    /// The deadlines that have passed: what cannot be in time any more.
    pub fn lost(&self) -> impl Iterator<Item = &Deadline> {
        self.deadlines
            .iter()
            .filter(|deadline| deadline.status == DeadlineStatus::Passed)
    }

    fn standing(protocol: &Protocol, standing: Standing) -> Self {
        Self {
            planned: standing.planned,
            held: standing.held,
            missed: standing.missed,
            lengths: lengths(protocol, &standing),
            deadlines: deadlines(protocol, &standing),
        }
    }
}

fn lengths_held(state: &CourseState) -> PhaseLengths {
    let (initial, ending) = (state.initial_held(), state.ending_held());
    PhaseLengths {
        initial,
        middle: state.held().saturating_sub(initial).saturating_sub(ending),
        ending,
    }
}

/// The lengths of the phases that are possible: an initial phase and an ending as long as the
/// protocol has them, and at least one session between them.
fn lengths(protocol: &Protocol, standing: &Standing) -> Vec<PhaseLengths> {
    let spec = protocol.spec();
    let total = standing.planned.saturating_sub(standing.missed);
    let has = |phase| protocol.phase(phase).is_some();
    let initial = if has(Phase::Initial) {
        1..=spec.initial.sessions_most.value
    } else {
        0..=0
    };
    let ending = if has(Phase::Termination) {
        spec.ending.sessions_min.value.max(1)..=spec.ending.sessions_max.value.max(1)
    } else {
        0..=0
    };
    let fits = |lengths: &PhaseLengths| {
        let Some((phase, held)) = standing.phase else {
            // Sessions held lie in the first phases.
            return lengths
                .initial
                .saturating_add(lengths.middle)
                .saturating_add(lengths.ending)
                >= standing.held;
        };
        let of = |this: Phase, held: u16, length: u16| {
            if phase > this {
                length == held
            } else {
                length >= held
            }
        };
        of(Phase::Initial, held.initial, lengths.initial)
            && of(Phase::Middle, held.middle, lengths.middle)
            && of(Phase::Termination, held.ending, lengths.ending)
    };
    let mut possible = Vec::new();
    for initial in initial {
        for ending in ending.clone() {
            let middle = total.saturating_sub(initial).saturating_sub(ending);
            let lengths = PhaseLengths {
                initial,
                middle,
                ending,
            };
            if middle > 0 && fits(&lengths) {
                possible.push(lengths);
            }
        }
    }
    possible
}

/// When agreement, review and announcement are due, in slots of the contract.
fn deadlines(protocol: &Protocol, standing: &Standing) -> Vec<Deadline> {
    let spec = protocol.spec();
    let used = standing.held.saturating_add(standing.missed);
    let deadline = |milestone: Milestone, by: u16, why: Why, met: bool| {
        let status = if met {
            DeadlineStatus::Met
        } else if by <= used {
            DeadlineStatus::Passed
        } else if by == used.saturating_add(1) {
            DeadlineStatus::Last
        } else {
            DeadlineStatus::Open
        };
        Deadline {
            milestone,
            by,
            why,
            status,
        }
    };
    let mut deadlines = Vec::new();
    let has = |phase| protocol.phase(phase).is_some();
    let ending = if has(Phase::Termination) {
        spec.ending.sessions_min.value.max(1)
    } else {
        0
    };
    if has(Phase::Initial) {
        // Sessions missed do not make the initial phase longer, but take from what follows it.
        let most = spec
            .initial
            .sessions_most
            .value
            .saturating_add(standing.missed);
        let room = standing.planned.saturating_sub(ending).saturating_sub(1);
        let (by, why) = if room < most {
            (room, Why::Parameter("ending.sessions_min"))
        } else {
            (most, Why::Parameter("initial.sessions_most"))
        };
        deadlines.push(deadline(
            Milestone::ContractAgreed,
            by,
            why,
            standing.agreed,
        ));
    }
    if has(Phase::Middle) {
        let by = spec
            .measurement
            .review_by
            .value
            .saturating_add(standing.missed);
        if by < standing.planned.saturating_sub(ending).saturating_add(1) {
            deadlines.push(deadline(
                Milestone::ProgressReviewed,
                by,
                Why::Rule(REVIEWED),
                standing.reviewed,
            ));
        }
    }
    if has(Phase::Termination) {
        let late = standing
            .planned
            .saturating_sub(spec.ending.announce_warn_below.value);
        let before_ending = standing.planned.saturating_sub(ending);
        // The ending as it is planned may be longer than the least; it may be announced in the
        // session with which it begins.
        let begins = schedule::phases(protocol, standing.planned)
            .iter()
            .position(|&phase| phase == Phase::Termination)
            .and_then(|index| u16::try_from(index + 1).ok());
        let by = late.min(before_ending).min(begins.unwrap_or(late));
        deadlines.push(deadline(
            Milestone::EndAnnounced,
            by,
            Why::Rule(ANNOUNCED_EARLY),
            standing.announced,
        ));
    }
    deadlines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::preset;

    fn status(budget: &Budget, milestone: Milestone) -> DeadlineStatus {
        budget
            .deadlines
            .iter()
            .find(|deadline| deadline.milestone == milestone)
            .unwrap()
            .status
    }

    #[test]
    fn the_warning_comes_before_it_is_too_late() {
        let status = |held, missed, milestone| {
            status(&Budget::new(&preset::ACUTE_16, 16, held, missed), milestone)
        };
        assert_eq!(status(12, 0, Milestone::EndAnnounced), DeadlineStatus::Open);
        assert_eq!(status(13, 0, Milestone::EndAnnounced), DeadlineStatus::Last);
        assert_eq!(status(11, 2, Milestone::EndAnnounced), DeadlineStatus::Last);
        assert_eq!(
            status(14, 0, Milestone::EndAnnounced),
            DeadlineStatus::Passed
        );
        assert_eq!(
            status(4, 0, Milestone::ContractAgreed),
            DeadlineStatus::Last
        );
        assert_eq!(
            status(4, 1, Milestone::ContractAgreed),
            DeadlineStatus::Last
        );
        assert_eq!(
            status(7, 0, Milestone::ProgressReviewed),
            DeadlineStatus::Last
        );
    }

    #[test]
    fn missed_sessions_take_from_the_middle() {
        let lengths = |missed| Budget::new(&preset::ACUTE_16, 16, 0, missed).lengths;
        assert!(lengths(0).contains(&PhaseLengths {
            initial: 3,
            middle: 10,
            ending: 3
        }));
        assert!(lengths(2).contains(&PhaseLengths {
            initial: 3,
            middle: 8,
            ending: 3
        }));
        assert_eq!(lengths(0).len(), 15);
        assert!(lengths(14).is_empty());
        assert!(lengths(16).is_empty());
    }
}
