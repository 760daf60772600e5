//! What recording answers, and why it refuses.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    entry::Seq,
    machine::{GuardSet, Refusal, WhyNot},
    phase::Phase,
    rule::{RuleCode, Unwaivable},
};

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums, reason = "an entry is taken or ignored; what is refused is an error")]
pub enum Recorded {
    /// It stands in the record.
    Taken {
        /// Its number.
        entry: Seq,
        /// The phase afterwards.
        to: Phase,
        /// The conditions that were not met.
        unmet: GuardSet,
        /// The conditions of which it cannot be told.
        unknown: GuardSet,
    },
    /// The record holds an entry with the same application key; nothing was written.
    Ignored {
        /// That entry.
        first: Seq,
    },
}

impl Recorded {
    /// Whether the entry stands and left nothing unmet or unknown.
    #[must_use]
    pub const fn is_by_the_book(&self) -> bool {
        matches!(self, Self::Taken { unmet, unknown, .. } if unmet.is_empty() && unknown.is_empty())
    }
}

/// Why an entry cannot stand in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The fact contradicts the record.
    #[error("{entry}: {refusal}")]
    Refused {
        /// The number that the entry would have had.
        entry: Seq,
        /// Why.
        refusal: Refusal,
    },
    /// A record begins with a fact that opens the course.
    #[error("the first entry of a record opens the course; this one states no fact")]
    NotAnOpening,
    /// A later fact could not stand.
    #[error("with this about {entry}, {later} could not stand: {refusal}; strike or correct {later} first")]
    RestsOnIt {
        /// The entry that would be written, struck or corrected.
        entry: Seq,
        /// The fact that rests on it.
        later: Seq,
        /// Why that could not stand.
        refusal: Refusal,
    },
    /// The opening cannot be struck.
    #[error("{entry} opens the course and cannot be struck; correct it instead")]
    OpeningStruck {
        /// The opening.
        entry: Seq,
    },
    /// There is no such entry.
    #[error("there is no {entry}; the last of the record is entry {entries}")]
    NoSuchEntry {
        /// What was named.
        entry: Seq,
        /// How many there are.
        entries: u32,
    },
    /// The entry states no fact that could be corrected or struck.
    #[error("{entry} states no fact; only facts are corrected, and strikes themselves are not struck")]
    NotAFact {
        /// The entry.
        entry: Seq,
    },
    /// The entry does not stand any more.
    #[error("{entry} was struck or corrected before; name the entry that stands")]
    AlreadyStruck {
        /// The entry.
        entry: Seq,
    },
    /// The rule cannot be waived.
    #[error("{code} cannot be waived: {why}")]
    NotWaivable {
        /// The rule.
        code: RuleCode,
        /// Why.
        why: Unwaivable,
    },
    /// A protocol is changed within the course.
    #[error("a change of protocol on {on} lies before the opening on {opened_on}")]
    ProtocolBeforeOpening {
        /// The day of the change.
        on: NaiveDate,
        /// The day of the opening.
        opened_on: NaiveDate,
    },
    /// The record is full.
    #[error("a record has at most 4294967294 entries")]
    Full,
}

impl RecordError {
    /// The promise that the refusal keeps, if it has a code: a retired one, of which [`lookup`](crate::rule::lookup) says what it stands
    /// for.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Refused { refusal, .. } | Self::RestsOnIt { refusal, .. } => refusal.code(),
            Self::NotWaivable { .. } => Some(RuleCode::from_static("IPT-241")),
            _ => None,
        }
    }
}

/// Why a proposal was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NotByTheBook {
    /// Conditions stand in the way, or are to be confirmed.
    #[error("{}", Conditions(.0))]
    Conditions(WhyNot),
    /// It contradicts the record.
    #[error(transparent)]
    Refused(#[from] RecordError),
}

struct Conditions<'a>(&'a WhyNot);

impl core::fmt::Display for Conditions<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(self.0, f)
    }
}

/// Why entries do not make a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// There are none.
    #[error("a record has at least one entry, which opens the course; this one has none")]
    Empty,
    /// An entry cannot stand.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// Two entries hold one application key.
    #[error("{entry} has the application key of {first}; a key stands for one entry")]
    KeyTwice {
        /// The second.
        entry: Seq,
        /// The first.
        first: Seq,
    },
}

/// Why an import makes no course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// No entry opens the course.
    #[error("none of {entries} entries opens the course; an import needs one `opened` fact that can stand")]
    NoOpening {
        /// How many there are.
        entries: usize,
    },
}
