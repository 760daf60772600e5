//! Entries: what was written down, when, and by whom.
//!
//! Most entries record a fact. The others change how earlier entries count: a [`Strike`] withdraws
//! an entry, a [`Correct`] replaces a fact, a [`Waive`] gives the reason for departing from the
//! protocol, and a [`ChangeProtocol`] puts the course under another protocol. None of them erases
//! anything.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    base::{
        payload::payload,
        set::vocabulary,
        shape::{Documented, Plain, Shape},
        text::FreeText,
    },
    protocol::SharedProtocol,
    record::{Fact, setting::DeviationCategory},
    vocabulary::Seq,
    vocabulary::{ActorRef, AppKey, RuleCode, Stated},
};

vocabulary! {
    /// How an entry came into the record.
    pub closed enum Origin {
        /// Written as care went on. Rules about late writing look only at these.
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
    /// Withdraws an earlier entry, which stays in the record but no longer counts.
    pub struct Strike {
        required {
            /// The entry that is withdrawn.
            entry: Seq,
        }
        may {
            /// The reason, for those who read the record later.
            reason, with_reason: Option<FreeText>,
        }
    }
}

payload! {
    /// Replaces an earlier fact. Both stay in the record; only the new one counts.
    pub struct Correct {
        required {
            /// The entry that is replaced.
            entry: Seq,
            /// The day on which the fact happened, as it should read.
            on: NaiveDate,
            /// The fact as it should read.
            fact: Fact,
        }
        may {
            /// The reason, for those who read the record later.
            reason, with_reason: Option<FreeText>,
        }
    }
}

/// The strike of an entry, without a reason.
impl From<Seq> for Strike {
    fn from(entry: Seq) -> Self {
        Self::new(entry)
    }
}

/// A fact as it should read, and why: what [`Course::correct`](crate::Course::correct) takes.
///
/// A fact by itself is a correction without a reason. It replaces the whole of the earlier fact, so
/// it begins with a copy of that.
///
/// ```
/// use interpersonal::{course::Correction, record::session::Session};
///
/// let noted = Session::attended().with_minutes(30);
/// let correction = Correction::of(noted.with_minutes(50)).with_reason("a slip of the pen");
/// assert!(correction.reason.is_some());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Correction {
    /// The fact as it should read.
    pub fact: Fact,
    /// The reason, for those who read the record later.
    pub reason: Option<FreeText>,
}

impl Correction {
    /// The fact as it should read, without a reason.
    #[must_use]
    pub fn of(fact: impl Into<Fact>) -> Self {
        Self {
            fact: fact.into(),
            reason: None,
        }
    }

    /// The reason, for those who read the record later.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<FreeText>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl<F: Into<Fact>> From<F> for Correction {
    fn from(fact: F) -> Self {
        Self::of(fact)
    }
}

/// What a waiver covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum WaiverScope {
    /// One session, or any other entry.
    #[cfg_attr(feature = "serde", serde(rename = "entry"))]
    Entry(Seq),
    /// Everything up to and including a day.
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
            (
                "until",
                "everything up to and including a day",
                &NaiveDate::SHAPE,
            ),
            (
                "course",
                "the whole course, written {\"course\": {}}",
                &Shape::Plain("{}", Plain::Empty),
            ),
        ],
    );
}

payload! {
    /// Gives the reason for departing from the protocol in one respect. Rules of safety and
    /// integrity cannot be waived.
    pub struct Waive {
        required {
            /// The code of the rule that is waived.
            code: RuleCode,
            /// What the waiver covers: one entry, the time until a day, or the whole course.
            scope: WaiverScope,
            /// The reason, as a category.
            category: DeviationCategory,
        }
        may {
            /// The reason, in the writer's own words.
            reason, with_reason: Option<FreeText>,
            /// Whether the patient agreed, if the waiver changes what was agreed with them.
            patient_agreed, with_patient_agreed: Stated,
        }
    }
}

/// Puts the course under another protocol from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeProtocol {
    /// The protocol from now on.
    pub protocol: SharedProtocol,
    /// The reason for the change.
    pub reason: Option<FreeText>,
}

impl ChangeProtocol {
    /// A change to that protocol.
    #[must_use]
    pub fn new(protocol: impl Into<SharedProtocol>) -> Self {
        Self {
            protocol: protocol.into(),
            reason: None,
        }
    }

    /// Adds the reason for the change.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<FreeText>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// What an entry holds: a fact, or a change to how earlier entries count.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::exhaustive_enums,
    reason = "the ways to change a record are fixed by its stored form"
)]
pub enum Content {
    /// Something happened.
    Fact {
        /// The day on which it happened.
        on: NaiveDate,
        /// What happened.
        fact: Fact,
    },
    /// An earlier entry is withdrawn.
    Strike(Strike),
    /// An earlier fact is replaced.
    Correct(alloc::boxed::Box<Correct>),
    /// The reason for departing from the protocol in one respect.
    Waive(alloc::boxed::Box<Waive>),
    /// From a day on, the course is under another protocol.
    ChangeProtocol {
        /// The first day under the new protocol.
        on: NaiveDate,
        /// The new protocol, and the reason.
        change: ChangeProtocol,
    },
}

/// One item of the record: who wrote what down, and when.
///
/// An entry has two dates. [`recorded_at`](Self::recorded_at) is the moment of writing;
/// [`day`](Self::day) is the day on which the fact happened. Facts take effect in the order of
/// their days.
///
/// The verbs of a course make entries by themselves. An entry by itself is for what is stored, is
/// taken over from another system, or is looked at before it is recorded.
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
    /// The moment at which it was written.
    pub recorded_at: DateTime<Utc>,
    /// The person or system that wrote it.
    pub by: ActorRef,
    /// The application's own key, which finds the entry again and keeps it from being recorded
    /// twice.
    pub key: Option<AppKey>,
    /// How it came into the record.
    pub origin: Origin,
    /// The fact, or the change to earlier entries.
    pub content: Content,
}

impl Entry {
    /// An entry written live.
    #[must_use]
    pub fn new(recorded_at: DateTime<Utc>, by: ActorRef, content: Content) -> Self {
        Self {
            recorded_at,
            by,
            key: None,
            origin: Origin::Live,
            content,
        }
    }

    /// An entry that records a fact.
    #[must_use]
    pub fn fact(
        recorded_at: DateTime<Utc>,
        by: ActorRef,
        on: NaiveDate,
        fact: impl Into<Fact>,
    ) -> Self {
        Self::new(
            recorded_at,
            by,
            Content::Fact {
                on,
                fact: fact.into(),
            },
        )
    }

    /// An entry that strikes an earlier one: see [`Course::strike`](crate::Course::strike).
    #[must_use]
    pub fn strike(recorded_at: DateTime<Utc>, by: ActorRef, strike: Strike) -> Self {
        Self::new(recorded_at, by, Content::Strike(strike))
    }

    /// An entry that corrects an earlier one: see [`Course::correct`](crate::Course::correct).
    #[must_use]
    pub fn correct(recorded_at: DateTime<Utc>, by: ActorRef, correct: Correct) -> Self {
        Self::new(recorded_at, by, Content::Correct(correct.into()))
    }

    /// An entry that waives a rule: see [`Course::waive`](crate::Course::waive).
    #[must_use]
    pub fn waive(recorded_at: DateTime<Utc>, by: ActorRef, waive: Waive) -> Self {
        Self::new(recorded_at, by, Content::Waive(waive.into()))
    }

    /// Adds the application's own key.
    #[must_use]
    pub fn with_key(mut self, key: AppKey) -> Self {
        self.key = Some(key);
        self
    }

    /// Says how the entry came into the record.
    #[must_use]
    pub fn with_origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// The fact that the entry puts into the record, with its day. For a correction, this is the
    /// corrected fact.
    #[must_use]
    pub fn stated(&self) -> Option<(NaiveDate, &Fact)> {
        match &self.content {
            Content::Fact { on, fact } => Some((*on, fact)),
            Content::Correct(correct) => Some((correct.on, &correct.fact)),
            Content::Strike(_) | Content::Waive(_) | Content::ChangeProtocol { .. } => None,
        }
    }

    /// The day on which the fact happened, or from which another protocol holds. Strikes and
    /// waivers have no day.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        match &self.content {
            Content::ChangeProtocol { on, .. } => Some(*on),
            _ => self.stated().map(|(on, _)| on),
        }
    }
}
