//! What recording answers, and why it refuses.

use core::fmt;

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    base::{day_words::long, shape::Shape},
    course::Course,
    machine::{self, GuardSet, RefusalError, WhyNot},
    record::{Fact, FactKind},
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

    /// The number of the entry that holds it now: what was written, or what the record had already.
    ///
    /// A strike, a waiver and a change of protocol are entries too.
    #[must_use]
    pub const fn entry(&self) -> Seq {
        match self {
            Self::Taken { entry, .. } => *entry,
            Self::Ignored { first } => *first,
        }
    }

    /// Why it is not by the book, with the places: what [`Course::why_not`] would have said before
    /// it was recorded. `None` if nothing is unmet or unknown, and for an entry that the course
    /// does not count.
    ///
    /// ```
    /// use interpersonal::{Phase, machine::WhyNot, record::setting::PhaseBegun};
    /// # use interpersonal::{ActorRef, At, Course, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let before = course.why_not(Phase::Termination);
    /// let recorded = course.record(at, PhaseBegun::new(Phase::Termination))?;
    /// assert!(!recorded.is_by_the_book());
    /// assert_eq!(recorded.why_not(&course), before);
    /// # Ok::<(), interpersonal::RecordError>(())
    /// ```
    #[must_use]
    pub fn why_not(&self, course: &Course) -> Option<WhyNot> {
        let Self::Taken {
            entry,
            unmet,
            unknown,
            ..
        } = *self
        else {
            return None;
        };
        let (on, fact) = course.entry(entry)?.stated()?;
        let before = course.state_before_entry(entry)?;
        machine::conditions_of(&before, course.protocol_on(on), fact, unmet, unknown)
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
        refusal: RefusalError,
    },
    /// Another entry has the same application key, and says something else.
    #[error(
        "{entry} cannot be recorded: it has the same application key as {first}, and it differs from it in {differs}; \
         {first} must be corrected, or the key must be another"
    )]
    KeyTaken {
        /// The number that the entry would have had.
        entry: Seq,
        /// The entry with that key.
        first: Seq,
        /// What differs between them.
        differs: Differs,
    },
    /// The record holds a fact that would contradict it afterwards.
    #[error("{attempt} cannot be recorded: {}", OnIt(.later, .refusal, .others))]
    RestsOnIt {
        /// What was to be recorded.
        attempt: Attempt,
        /// The first fact that rests on what the record says now.
        later: Mention,
        /// Why that fact would contradict the record.
        refusal: RefusalError,
        /// The other facts that would contradict it.
        others: Others,
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
    /// [`Retired::get`](crate::rule::Retired::get) says what it stands for.
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

/// The facts beside the first that stand in the way of an entry: the first of them by number, and
/// how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Others {
    /// Their numbers, 0 for none: an error is copied about and has to stay small.
    named: [u16; Self::NAMED],
    count: u32,
}

impl Others {
    /// How many are named; of more there is only a count.
    const NAMED: usize = 8;

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The entries, the earliest fact first; of many, the first eight.
    pub fn iter(&self) -> impl Iterator<Item = Seq> + use<> {
        let named = self.named.into_iter().filter(|&number| number > 0);
        named.map(|number| Seq::new(number.into()))
    }

    pub(super) fn add(&mut self, entry: Seq) {
        let free = self.named.iter_mut().find(|place| **place == 0);
        if let (Some(free), Ok(number)) = (free, u16::try_from(entry.number())) {
            *free = number;
        }
        self.count = self.count.saturating_add(1);
    }

    #[cfg(feature = "serde")]
    fn renumbered(self, number: impl Fn(Seq) -> Seq) -> Self {
        let mut others = Self::default();
        self.iter().for_each(|entry| others.add(number(entry)));
        others.count = self.count;
        others
    }
}

/// As a list: "entry 3, entry 4 and 2 more".
impl fmt::Display for Others {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = self.iter().count();
        let more = self.count as usize - named;
        for (at, entry) in self.iter().enumerate() {
            let before = match at {
                0 => "",
                _ if at + 1 == named && more == 0 => " and ",
                _ => ", ",
            };
            write!(f, "{before}{entry}")?;
        }
        if more > 0 {
            write!(f, " and {more} more")?;
        }
        Ok(())
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

/// What would become of facts that the record holds, where that is plain, and the reason otherwise;
/// and what to look at first.
///
/// One entry in the way of another is as likely wrong as that. Several that agree with each other
/// are less likely wrong than the one that contradicts them all.
pub(crate) struct OnIt<'a>(
    pub(crate) &'a Mention,
    pub(crate) &'a RefusalError,
    pub(crate) &'a Others,
);

impl fmt::Display for OnIt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(later, refusal, others) = self;
        write!(f, "{later} would then ")?;
        match refusal {
            RefusalError::NoStep {
                from: Phase::Closed,
                ..
            } => f.write_str("come after the closing")?,
            RefusalError::BeforeOpening { opened_on, .. } => {
                write!(f, "come before the opening on {}", long(*opened_on))?;
            }
            refusal => write!(f, "contradict the record ({refusal})")?,
        }
        match others.count() {
            0 => write!(f, "; strike or correct {} first", later.entry),
            _ => write!(
                f,
                "; also in the way: {others}; what contradicts several entries is more likely wrong than they are: look \
                 at it again, or strike or correct them first",
            ),
        }
    }
}

impl RecordError {
    /// The same about a record whose entries have other numbers.
    #[cfg(feature = "serde")]
    pub(crate) fn renumbered(self, number: impl Fn(Seq) -> Seq) -> Self {
        let refusal = |refusal| match refusal {
            RefusalError::NumberTaken {
                track,
                number: taken,
                first,
            } => RefusalError::NumberTaken {
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
                others,
            } => Self::RestsOnIt {
                attempt: match attempt {
                    Attempt::Fact(fact) => Attempt::Fact(mention(fact)),
                    Attempt::Strike(entry) => Attempt::Strike(number(entry)),
                    Attempt::Correction(fact) => Attempt::Correction(mention(fact)),
                },
                later: mention(later),
                refusal: refusal(why),
                others: others.renumbered(&number),
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
            Self::KeyTaken {
                entry,
                first,
                differs,
            } => Self::KeyTaken {
                entry: number(entry),
                first: number(first),
                differs,
            },
            // These name no entry, or a number that no entry has.
            Self::NoSuchEntry { .. }
            | Self::NotWaivable { .. }
            | Self::ProtocolBeforeOpening { .. }
            | Self::Full => self,
        }
    }
}

/// Why a proposal was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProposeError {
    /// It is not by the book: conditions are not met, or are to be confirmed.
    #[error("{0}")]
    NotByTheBook(WhyNot),
    /// It contradicts the record.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl ProposeError {
    /// The rule behind it, if one stands there: of several conditions, the first one's.
    #[must_use]
    pub fn code(&self) -> Option<RuleCode> {
        match self {
            Self::NotByTheBook(why) => why.code(),
            Self::Record(error) => error.code(),
        }
    }
}

/// What differs between two facts with the same application key: names only, and nothing of what
/// they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Differs {
    /// The kinds, if they differ: of the fact on record, and of the other one.
    pub kinds: Option<(FactKind, FactKind)>,
    /// Whether the day differs.
    pub day: bool,
    kind: FactKind,
    fields: u64,
}

impl Differs {
    /// How a fact differs from the one on record.
    pub(super) fn between(
        (then, recorded): (NaiveDate, &Fact),
        (now, given): (NaiveDate, &Fact),
    ) -> Self {
        let fields = recorded.unlike(given);
        Self {
            kinds: fields.is_none().then(|| (recorded.kind(), given.kind())),
            day: then != now,
            kind: recorded.kind(),
            fields: fields.unwrap_or(0),
        }
    }

    /// The fields that differ, by their names in the stored form. None if the kinds differ.
    ///
    /// ```
    /// use interpersonal::{AppKey, RecordError, record::session::Session};
    /// # use interpersonal::{ActorRef, At, Course, Phase, protocol::preset, record::setting::Opened};
    /// # let day = interpersonal::chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    /// # let at = At::new("2026-01-05T17:00:00Z".parse().unwrap(), ActorRef::from_static("therapist-1"), day);
    /// # let mut course = Course::open(&preset::ACUTE_16, at, Opened::in_phase(Phase::Initial))?;
    ///
    /// let at = at.with_key(AppKey::from_static("row-7"));
    /// course.record(at, Session::attended().with_minutes(50))?;
    /// let Err(RecordError::KeyTaken { differs, .. }) =
    ///     course.record(at, Session::attended().with_minutes(45))
    /// else {
    ///     unreachable!()
    /// };
    /// assert!(differs.fields().eq(["minutes"]) && !differs.day);
    /// # Ok::<(), RecordError>(())
    /// ```
    pub fn fields(&self) -> impl Iterator<Item = &'static str> + '_ {
        let described = match self.kind.payload_shape() {
            Shape::Object(_, _, fields) => *fields,
            _ => &[],
        };
        described
            .iter()
            .enumerate()
            .filter(|&(at, _)| self.fields >> at & 1 == 1)
            .map(|(_, field)| field.name)
    }
}

impl fmt::Display for Differs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parted = false;
        if self.day {
            f.write_str("the day")?;
            parted = true;
        }
        if let Some((recorded, given)) = self.kinds {
            let and = if parted { " and " } else { "" };
            return write!(
                f,
                "{and}the kind of fact ({recorded} on record, {given} given)"
            );
        }
        for field in self.fields() {
            let comma = if parted { ", " } else { "" };
            write!(f, "{comma}`{field}`")?;
            parted = true;
        }
        Ok(())
    }
}

/// Why entries do not make a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// There is no entry.
    #[error("the record has no entries; it must have at least one, which opens the course")]
    Empty,
    /// The first entry states no fact.
    #[error("the first entry of a record must open the course; the first one here states no fact")]
    NotAnOpening,
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

impl ReplayError {
    /// The promise that the refusal of an entry keeps, if it has a code.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Record(error) => error.code(),
            Self::Empty | Self::NotAnOpening | Self::KeyTwice { .. } => None,
        }
    }
}

#[cfg(feature = "serde")]
impl ReplayError {
    /// The same about a record whose entries have other numbers.
    pub(crate) fn renumbered(self, number: impl Fn(Seq) -> Seq) -> Self {
        match self {
            Self::Empty | Self::NotAnOpening => self,
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

impl ImportError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        None
    }
}

/// Which of several entries does not fit the record, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
#[error("number {position} of the entries given does not fit the record: {why}")]
pub struct BatchError {
    /// Its position among the entries given, from 1.
    pub position: usize,
    /// Why it contradicts the record, or the entries before it.
    pub why: RecordError,
}

impl BatchError {
    /// The promise that the refusal keeps, if it has a code.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        self.why.code()
    }
}
