//! What recording answers, and why it refuses.

use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    base::day_words::long,
    machine::{GuardSet, Refusal, WhyNot},
    record::FactKind,
    vocabulary::{Phase, RuleCode, Seq, Unwaivable},
};

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_enums,
    reason = "an entry is taken or ignored; what is refused is an error"
)]
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
    #[error("{entry} cannot be recorded: {refusal}")]
    Refused {
        /// The number that the entry would have had.
        entry: Seq,
        /// Why.
        refusal: Refusal,
    },
    /// A record begins with a fact that opens the course.
    #[error("the first entry of a record must open the course; the first one here states no fact")]
    NotAnOpening,
    /// The record holds a fact that would contradict it afterwards.
    #[error("{attempt} cannot be recorded: {}", OnIt(.later, .refusal))]
    RestsOnIt {
        /// What was to be recorded.
        attempt: Attempt,
        /// The fact that rests on what the record says now.
        later: Mention,
        /// Why that fact would contradict the record.
        refusal: Refusal,
    },
    /// The opening cannot be struck.
    #[error("{entry} opens the course and cannot be struck; correct it instead")]
    OpeningStruck {
        /// The opening.
        entry: Seq,
    },
    /// There is no such entry.
    #[error("{entry} does not exist; the number of an entry must be at most {entries} here")]
    NoSuchEntry {
        /// What was named.
        entry: Seq,
        /// How many there are.
        entries: u32,
    },
    /// The entry states no fact that could be corrected or struck.
    #[error("{entry} states no fact; only a fact can be corrected, and a strike cannot be struck")]
    NotAFact {
        /// The entry.
        entry: Seq,
    },
    /// The entry does not stand any more.
    #[error(
        "{entry} has already been struck or corrected; only an entry that still counts can be struck or corrected"
    )]
    AlreadyStruck {
        /// The entry.
        entry: Seq,
    },
    /// The rule cannot be waived.
    #[error("the rule {code} cannot be waived: {why}")]
    NotWaivable {
        /// The rule.
        code: RuleCode,
        /// Why.
        why: Unwaivable,
    },
    /// A protocol is changed within the course.
    #[error(
        "the change of protocol is dated {} and the course was opened on {}; it must not be dated before the opening",
        long(*.on),
        long(*.opened_on)
    )]
    ProtocolBeforeOpening {
        /// The day of the change.
        on: NaiveDate,
        /// The day of the opening.
        opened_on: NaiveDate,
    },
    /// The record is full.
    #[error("the record has 4294967294 entries, and it can have no more")]
    Full,
}

impl RecordError {
    /// The promise that the refusal keeps, if it has a code: a retired one, of which
    /// [`lookup`](crate::rule::lookup) says what it stands for.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Refused { refusal, .. } | Self::RestsOnIt { refusal, .. } => refusal.code(),
            Self::NotWaivable { .. } => Some(RuleCode::from_static("IPT-241")),
            _ => None,
        }
    }
}

/// An entry of the record, with the kind of its fact and its day, and nothing of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// The entry.
    pub entry: Seq,
    /// The kind of its fact.
    pub kind: FactKind,
    /// The day of its fact.
    pub on: NaiveDate,
}

impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { entry, kind, on } = self;
        write!(f, "{entry} ({kind}, {})", long(*on))
    }
}

/// What was to be recorded when a later fact stood in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Attempt {
    /// A fact.
    Fact(Mention),
    /// That an entry is struck.
    Strike(Seq),
    /// What corrects an entry.
    Correction(Mention),
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(fact) => write!(f, "{fact}"),
            Self::Strike(entry) => write!(f, "the strike of {entry}"),
            Self::Correction(fact) => write!(f, "the correction of {fact}"),
        }
    }
}

/// What would become of a fact that the record holds, where that is plain, and the reason
/// otherwise; and what to do first.
pub(crate) struct OnIt<'a>(pub(crate) &'a Mention, pub(crate) &'a Refusal);

impl fmt::Display for OnIt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(later, refusal) = self;
        write!(f, "{later} would then ")?;
        match refusal {
            Refusal::NoStep {
                from: Phase::Closed,
                ..
            } => f.write_str("come after the closing")?,
            Refusal::BeforeOpening { opened_on, .. } => {
                write!(f, "come before the opening on {}", long(*opened_on))?;
            }
            refusal => write!(f, "contradict the record ({refusal})")?,
        }
        write!(f, "; strike or correct {} first", later.entry)
    }
}

impl RecordError {
    /// The same about a record whose entries have other numbers.
    #[cfg(feature = "serde")]
    pub(crate) fn renumbered(self, number: impl Fn(Seq) -> Seq) -> Self {
        let refusal = |refusal| match refusal {
            Refusal::NumberTaken {
                track,
                number: taken,
                first,
            } => Refusal::NumberTaken {
                track,
                number: taken,
                first: number(first),
            },
            refusal => refusal,
        };
        let mention = |fact: Mention| Mention {
            entry: number(fact.entry),
            ..fact
        };
        match self {
            Self::Refused {
                entry,
                refusal: why,
            } => Self::Refused {
                entry: number(entry),
                refusal: refusal(why),
            },
            Self::RestsOnIt {
                attempt,
                later,
                refusal: why,
            } => Self::RestsOnIt {
                attempt: match attempt {
                    Attempt::Fact(fact) => Attempt::Fact(mention(fact)),
                    Attempt::Strike(entry) => Attempt::Strike(number(entry)),
                    Attempt::Correction(fact) => Attempt::Correction(mention(fact)),
                },
                later: mention(later),
                refusal: refusal(why),
            },
            Self::OpeningStruck { entry } => Self::OpeningStruck {
                entry: number(entry),
            },
            Self::NotAFact { entry } => Self::NotAFact {
                entry: number(entry),
            },
            Self::AlreadyStruck { entry } => Self::AlreadyStruck {
                entry: number(entry),
            },
            // These name no entry, or a number that no entry has.
            Self::NoSuchEntry { .. }
            | Self::NotAnOpening
            | Self::NotWaivable { .. }
            | Self::ProtocolBeforeOpening { .. }
            | Self::Full => self,
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

impl fmt::Display for Conditions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.0, f)
    }
}

/// Why entries do not make a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// There is no entry.
    #[error("the record has no entries; it must have at least one, which opens the course")]
    Empty,
    /// An entry cannot stand.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// Two entries hold one application key.
    #[error("{entry} has the same application key as {first}; each key must be used only once")]
    KeyTwice {
        /// The second.
        entry: Seq,
        /// The first.
        first: Seq,
    },
}

#[cfg(feature = "serde")]
impl ReplayError {
    /// The same about a record whose entries have other numbers.
    pub(crate) fn renumbered(self, number: impl Fn(Seq) -> Seq) -> Self {
        match self {
            Self::Empty => self,
            Self::Record(error) => Self::Record(error.renumbered(number)),
            Self::KeyTwice { entry, first } => Self::KeyTwice {
                entry: number(entry),
                first: number(first),
            },
        }
    }
}

/// Why an import makes no course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ImportError {
    /// No entry opens the course.
    #[error(
        "the entries given ({entries}) hold no fact that opens the course; one of them must be an `opened` fact that can be recorded"
    )]
    NoOpening {
        /// How many there are.
        entries: usize,
    },
}
