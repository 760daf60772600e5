//! Why no plan can be made: two demands that contradict each other.

use chrono::NaiveDate;
use thiserror::Error;

use super::{Why, Window};
use crate::{record::contact::Anchor, vocabulary::Track};

/// Two demands that contradict each other, with their numbers.
///
/// Days and numbers in it are data of one course; no text and no person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(deny_unknown_fields)
)]
#[non_exhaustive]
pub enum PlanError {
    /// Sessions are asked for, and no day of the week is available.
    NoWeekday {
        /// The sessions.
        sessions: u16,
        /// Where the number of sessions comes from.
        why_sessions: Why,
    },
    /// The phases of the protocol take more sessions than there are.
    TooFewSessions {
        /// The sessions that there are.
        sessions: u16,
        /// The sessions that the phases take.
        least: u16,
        /// Where the number of sessions comes from.
        why_sessions: Why,
    },
    /// More sessions than a plan takes.
    TooManySessions {
        /// The sessions asked for.
        sessions: u16,
        /// The most of a plan.
        most: u16,
        /// Where the number of sessions comes from.
        why_sessions: Why,
    },
    /// A session must not be before one day, nor after an earlier day.
    NoRoom {
        /// The number of the session.
        session: u16,
        /// What is asked of it.
        window: Window,
    },
    /// No day is available between the earliest and the latest of a session.
    NoDay {
        /// The number of the session.
        session: u16,
        /// What is asked of it.
        window: Window,
    },
    /// A session of a track beside the main one finds no day.
    NoDayBeside {
        /// The track.
        track: Track,
        /// The number of the session in its track.
        ordinal: u16,
        /// The first day on which it may be.
        earliest: NaiveDate,
        /// The last day on which it may be.
        latest: NaiveDate,
    },
    /// The sessions do not fit before the day after which the last one must not be.
    PastEnd {
        /// The sessions that there are.
        sessions: u16,
        /// Days from one session to the next.
        interval_days: u16,
        /// Where that comes from.
        why_interval: Why,
        /// The day of the last session.
        last: NaiveDate,
        /// The day after which it must not be.
        not_after: NaiveDate,
        /// What that day hangs on, if it is said.
        anchor: Option<Anchor>,
    },
    /// The sessions do not fit into the weeks of the terms.
    PastWeeks {
        /// The sessions that there are.
        sessions: u16,
        /// Days from one session to the next.
        interval_days: u16,
        /// The day of the last session.
        last: NaiveDate,
        /// The weeks.
        weeks: u16,
        /// The day on which they end.
        until: NaiveDate,
        /// Where they come from.
        why_weeks: Why,
    },
    /// The calendar ends before the plan.
    CalendarEnds {
        /// The number of the session.
        session: u16,
    },
}

impl PlanError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<crate::vocabulary::RuleCode> {
        None
    }

    /// The two demands, each by what makes it.
    #[must_use]
    pub const fn demands(&self) -> (Why, Why) {
        match *self {
            Self::NoWeekday { why_sessions, .. } => (why_sessions, Why::Availability),
            Self::TooFewSessions { why_sessions, .. } => (Why::Parameter("phases"), why_sessions),
            Self::TooManySessions { why_sessions, .. } => (why_sessions, Why::Planner),
            Self::NoRoom { window, .. } => (window.why_not_before, window.why_not_after),
            Self::NoDay { window, .. } => (window.why_not_after, Why::Availability),
            Self::NoDayBeside { .. } => (Why::Parameter("tracks"), Why::Availability),
            Self::PastEnd { why_interval, .. } => (why_interval, Why::Availability),
            Self::PastWeeks { why_weeks, .. } => (Why::Parameter("cadence"), why_weeks),
            Self::CalendarEnds { .. } => (Why::Parameter("cadence"), Why::Planner),
        }
    }
}
