//! Where something is: a typed path that prints as words and as a JSON Pointer into the stored
//! form.

use chrono::NaiveDate;

use crate::{
    base::set::vocabulary,
    vocabulary::{Phase, Seq, Task, Track},
};

vocabulary! {
    /// A region beside the phase.
    pub closed enum Region {
        /// Contract.
        Contract = "contract",
        /// Focus.
        Focus = "focus",
        /// Safety.
        Safety = "safety",
        /// Engagement.
        Engagement = "engagement",
        /// Consent.
        Consent = "consent",
    }
}

/// Where a finding lies, or where something is missing.
///
/// ```
/// use interpersonal::{Seq, record::session::Track, rule::Place};
///
/// let place = Place::Session { entry: Seq::new(12), number: Some(4), track: Track::Main, held: true };
/// assert_eq!(place.to_string(), "session 4");
/// assert_eq!(place.pointer().as_deref(), Some("/ipt~11/entries/11"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Place {
    /// The course as a whole.
    Course,
    /// A phase as a whole.
    Phase(Phase),
    /// A region of the state, such as consent.
    Region(Region),
    /// A task, wherever it was due.
    Task(Task),
    /// A day on which nothing needs to stand.
    Day(NaiveDate),
    /// A session, held or not.
    Session {
        /// The entry of its note.
        entry: Seq,
        /// Its number for people: the one that the application gave, else its place among the held
        /// sessions of its track.
        number: Option<u16>,
        /// The track it belongs to, which counts its own sessions.
        track: Track,
        /// Whether it was held.
        held: bool,
    },
    /// Any other entry.
    Entry(Seq),
}

impl Place {
    /// The entry, if the place is one.
    #[must_use]
    pub const fn entry(&self) -> Option<Seq> {
        match self {
            Self::Session { entry, .. } | Self::Entry(entry) => Some(*entry),
            Self::Course | Self::Phase(_) | Self::Region(_) | Self::Task(_) | Self::Day(_) => None,
        }
    }

    /// The JSON Pointer (RFC 6901) into the stored form `ipt/1`, if the place is an entry.
    #[must_use]
    pub fn pointer(&self) -> Option<alloc::string::String> {
        let index = self.entry()?.index()?;
        Some(alloc::format!("/ipt~11/entries/{index}"))
    }

    /// The order of findings: the course first, then by kind of place, entries in order of writing.
    pub(crate) fn rank(&self) -> (u8, u32) {
        match self {
            Self::Course => (0, 0),
            Self::Region(region) => (1, *region as u32),
            Self::Phase(phase) => (2, *phase as u32),
            Self::Task(Task::Initial(task)) => (3, *task as u32),
            Self::Task(Task::Ending(task)) => (4, *task as u32),
            Self::Task(Task::Declared(_)) => (5, 0),
            Self::Session { entry, .. } | Self::Entry(entry) => (6, entry.number()),
            Self::Day(day) => (7, chrono::Datelike::num_days_from_ce(day).unsigned_abs()),
        }
    }
}
