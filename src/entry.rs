//! Entries: what was written down, when, and by whom.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    base::{
        payload::{Documented, Plain, Shape, payload},
        set::vocabulary,
        text::FreeText,
    },
    id::{ActorRef, AppKey},
    protocol::Protocol,
    record::{Fact, setting::DeviationCategory},
    rule::RuleCode,
    task::Stated,
};

/// The place of an entry in the record, counted from 1 in order of writing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Seq(u32);

impl Seq {
    /// The entry of that number.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// The number, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    #[allow(clippy::cast_possible_truncation, reason = "a record has fewer than 2^32 entries; the next one is refused")]
    pub(crate) const fn at(index: usize) -> Self {
        Self(index as u32 + 1)
    }

    pub(crate) const fn index(self) -> Option<usize> {
        match self.0 {
            0 => None,
            number => Some(number as usize - 1),
        }
    }
}

impl core::fmt::Debug for Seq {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(self, f)
    }
}

impl core::fmt::Display for Seq {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "entry {}", self.0)
    }
}

impl Documented for Seq {
    const SHAPE: Shape = Shape::Plain(
        "the number of an entry, from 1 in order of writing",
        Plain::Whole { least: 0, most: 4_294_967_295 },
    );
}

vocabulary! {
    /// How an entry came into the record.
    pub closed enum Origin {
        /// Written as care went on. Rules about late writing look at these alone.
        Live = "live",
        /// Taken over from another system.
        Imported = "imported",
        /// Inferred from other data.
        Inferred = "inferred",
    }
}

impl Default for Origin {
    fn default() -> Self {
        Self::Live
    }
}

payload! {
    /// An earlier entry does not stand. It stays in the record.
    pub struct Strike {
        required {
            /// The entry.
            entry: Seq,
        }
        may {
            /// Why.
            reason, with_reason: Option<FreeText>,
        }
    }
}

payload! {
    /// An earlier fact is replaced by this one. Both stay in the record.
    pub struct Correct {
        required {
            /// The entry that is replaced.
            entry: Seq,
            /// The day of the fact.
            on: NaiveDate,
            /// The fact as it should read.
            fact: Fact,
        }
        may {
            /// Why.
            reason, with_reason: Option<FreeText>,
        }
    }
}

/// How far a waiver reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum WaiverScope {
    /// One session, or any other entry.
    #[cfg_attr(feature = "serde", serde(rename = "entry"))]
    Entry(Seq),
    /// What lies on or before a day.
    #[cfg_attr(feature = "serde", serde(rename = "until"))]
    Until(NaiveDate),
    /// The whole course.
    #[cfg_attr(feature = "serde", serde(rename = "course"))]
    Course {},
}

impl Documented for WaiverScope {
    const SHAPE: Shape = Shape::OneOf(
        "WaiverScope",
        &[
            ("entry", "one session, or any other entry", &Seq::SHAPE),
            ("until", "what lies on or before a day", &NaiveDate::SHAPE),
            ("course", "the whole course, written {\"course\": {}}", &Shape::Plain("{}", Plain::Empty)),
        ],
    );
}

payload! {
    /// Leaving the protocol in one respect was justified. Never possible for rules of safety and integrity.
    pub struct Waive {
        required {
            /// The rule.
            code: RuleCode,
            /// How far the waiver reaches.
            scope: WaiverScope,
            /// Why, as a category.
            category: DeviationCategory,
        }
        may {
            /// Why, in a sentence.
            reason, with_reason: Option<FreeText>,
            /// Whether the patient agreed, where what they agreed to changes.
            patient_agreed, with_patient_agreed: Stated,
        }
    }
}

/// The course goes on under another protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeProtocol {
    /// The protocol from now on.
    pub protocol: alloc::sync::Arc<Protocol>,
    /// Why.
    pub reason: Option<FreeText>,
}

impl ChangeProtocol {
    /// The course goes on under that protocol.
    #[must_use]
    pub fn new(protocol: impl Into<alloc::sync::Arc<Protocol>>) -> Self {
        Self { protocol: protocol.into(), reason: None }
    }

    /// Why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<FreeText>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums, reason = "the ways to change a record are fixed by its stored form")]
pub enum Content {
    /// Something happened.
    Fact {
        /// The day on which it happened.
        on: NaiveDate,
        /// What happened.
        fact: Fact,
    },
    /// An earlier entry does not stand.
    Strike(Strike),
    /// An earlier fact is replaced.
    Correct(alloc::boxed::Box<Correct>),
    /// Leaving the protocol was justified.
    Waive(alloc::boxed::Box<Waive>),
    /// The course goes on under another protocol from a day on.
    ChangeProtocol {
        /// The first day.
        on: NaiveDate,
        /// The change.
        change: ChangeProtocol,
    },
}

/// An entry of the record.
///
/// ```
/// use interpersonal::{ActorRef, Entry, chrono::{DateTime, NaiveDate}, record::session::Session};
///
/// let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let written = DateTime::UNIX_EPOCH;
/// let entry = Entry::fact(written, ActorRef::from_static("therapist-1"), day, Session::attended());
/// assert_eq!(entry.day(), Some(day));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// When it was written.
    pub recorded_at: DateTime<Utc>,
    /// By whom.
    pub by: ActorRef,
    /// The application's own key.
    pub key: Option<AppKey>,
    /// How it came into the record.
    pub origin: Origin,
    /// What it says.
    pub content: Content,
}

impl Entry {
    /// An entry written live.
    #[must_use]
    pub fn new(recorded_at: DateTime<Utc>, by: ActorRef, content: Content) -> Self {
        Self { recorded_at, by, key: None, origin: Origin::Live, content }
    }

    /// An entry that records a fact.
    #[must_use]
    pub fn fact(recorded_at: DateTime<Utc>, by: ActorRef, on: NaiveDate, fact: impl Into<Fact>) -> Self {
        Self::new(recorded_at, by, Content::Fact { on, fact: fact.into() })
    }

    /// An entry that strikes an earlier one.
    #[must_use]
    pub fn strike(recorded_at: DateTime<Utc>, by: ActorRef, strike: Strike) -> Self {
        Self::new(recorded_at, by, Content::Strike(strike))
    }

    /// An entry that corrects an earlier one.
    #[must_use]
    pub fn correct(recorded_at: DateTime<Utc>, by: ActorRef, correct: Correct) -> Self {
        Self::new(recorded_at, by, Content::Correct(correct.into()))
    }

    /// An entry that waives a rule.
    #[must_use]
    pub fn waive(recorded_at: DateTime<Utc>, by: ActorRef, waive: Waive) -> Self {
        Self::new(recorded_at, by, Content::Waive(waive.into()))
    }

    /// The application's own key.
    #[must_use]
    pub fn with_key(mut self, key: AppKey) -> Self {
        self.key = Some(key);
        self
    }

    /// How it came into the record.
    #[must_use]
    pub fn with_origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// The fact that the entry puts into the record, with its day: that of a correction too.
    #[must_use]
    pub fn stated(&self) -> Option<(NaiveDate, &Fact)> {
        match &self.content {
            Content::Fact { on, fact } => Some((*on, fact)),
            Content::Correct(correct) => Some((correct.on, &correct.fact)),
            Content::Strike(_) | Content::Waive(_) | Content::ChangeProtocol { .. } => None,
        }
    }

    /// The day in the patient's life that the entry is about.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match &self.content {
            Content::ChangeProtocol { on, .. } => Some(*on),
            _ => self.stated().map(|(on, _)| on),
        }
    }
}
