//! The stored form of a course, version by version.
//!
//! The envelope names the version: `{"ipt/1": {"protocol": …, "entries": […]}}`. An unknown version
//! or an unknown fact is refused with an error that names the known ones. A [`Course`] is read
//! through [`Wire`], so it is always replayed and checked.
//!
//! ```
//! use interpersonal::{Course, wire::Wire};
//!
//! let stored = r#"{"ipt/1": {"protocol": {"preset": "acute-16"}, "entries": [
//!     {"at": "2026-01-05T17:00:00Z", "by": "therapist-1", "on": "2026-01-05",
//!      "fact": {"opened": {"phase": "initial", "reporting": []}}}
//! ]}}"#;
//! let course: Course = serde_json::from_str(stored)?;
//! assert_eq!(course.revision(), 1);
//!
//! let unknown = serde_json::from_str::<Wire>(r#"{"ipt/9": {}}"#).unwrap_err();
//! assert!(unknown.to_string().starts_with("`ipt/9` is not known; accepted there is `ipt/1`"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # One entry by itself
//!
//! An [`Entry`] is stored and read by itself in the form that it has within `entries`, for an
//! application that keeps a row for each. [`Course::replay`] makes the course of them.
//!
//! ```
//! use interpersonal::Entry;
//!
//! let row = r#"{"at":"2026-01-05T17:00:00Z","by":"therapist-1","on":"2026-01-05","fact":{"session":{"attendance":"attended"}}}"#;
//! let entry: Entry = serde_json::from_str(row)?;
//! assert_eq!(serde_json::to_string(&entry)?, row);
//!
//! let row = row.replace("attended", "Jane came late");
//! let error = serde_json::from_str::<Entry>(&row).unwrap_err().to_string();
//! let words = "`fact.session.attendance` holds a string and must hold one of `attended`, `late`";
//! assert!(error.starts_with(words), "{error}");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # When a file cannot be read
//!
//! The error names the entry by its number and the application's key, the field by its path, what
//! stands there by its kind, and what is accepted; it never holds a text or a value of the file.
//! That holds for a course, an entry, a fact and a protocol in every format that says what it
//! holds. Reading ends at the first fault. [`faults`] and [`protocol_faults`] tell them all;
//! [`sift`] tells those of a course and makes a course of the rest.

mod amend;
mod discreet;
mod extend;
mod fault;
mod protocols;
mod sift;
mod track;
mod tree;
pub mod v1;

use alloc::{string::String, vec::Vec};
use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

pub use amend::{AmendError, amended};
pub use discreet::{discreet, read};
pub use extend::{Bases, ProtocolFile};
pub use fault::{Fault, Found, Problem};
pub use protocols::Protocols;
pub use sift::{Sifted, faults, protocol_faults, sift};

use crate::{
    Course, Entry, Fact, Protocol, RecordError,
    base::shape::{Documented, Shape},
    course::{Attempt, OnIt, ReplayError},
    protocol::ProtocolError,
    vocabulary::{AppKey, ProtocolId, RuleCode, Seq},
};
use fault::InEntry;

/// The name of the version, the one key of the envelope.
const VERSION: &str = "ipt/1";
/// The name by which the shape of the envelope is known.
const ENVELOPE: &str = "Stored form";

/// The stored form, in any of its versions.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Wire {
    /// `ipt/1`.
    V1(v1::Course),
}

#[derive(Deserialize)]
enum Versions {
    #[serde(rename = "ipt/1")]
    V1(v1::Course),
}

#[derive(Serialize)]
enum VersionsRef<T> {
    #[serde(rename = "ipt/1")]
    V1(T),
}

/// Why a stored form that can be read makes no course.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum WireError {
    /// No preset has that identifier.
    #[error(
        "there is no preset {id}, the nearest are {nearest}; a protocol is stored whole under `spec`, or named under `preset` \
         as one of {known}"
    )]
    UnknownPreset {
        /// What was named.
        id: ProtocolId,
        /// The presets whose identifiers are nearest to it.
        nearest: String,
        /// The presets.
        known: String,
    },
    /// A protocol cannot be read, or cannot be put together with the one that it extends.
    #[error("{}", Faulty(.faults))]
    Faults {
        /// Every fault, each with its place.
        faults: Vec<Fault>,
    },
    /// The stored protocol contradicts itself.
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
    /// An entry says nothing, or several things.
    #[error(
        "{}: it says {}, and must say exactly one: `fact` (with `on`), `strike`, `correct`, `waive` or `protocol` (with `on`)",
        InEntry(*.entry, *.key), Things(*.found)
    )]
    EntryShape {
        /// Its number; none for an entry that is read by itself.
        entry: Option<Seq>,
        /// The application's key.
        key: Option<AppKey>,
        /// How many things it says.
        found: usize,
    },
    /// A fact or a change of protocol has no day, or something else has one.
    #[error("{}: it has {}", InEntry(*.entry, *.key), if *.given { "a day under `on`, and only a fact or a change of protocol has one" } else { "no day; a fact and a change of protocol must say under `on` when it was" })]
    EntryDay {
        /// Its number; none for an entry that is read by itself.
        entry: Option<Seq>,
        /// The application's key.
        key: Option<AppKey>,
        /// Whether a day was given.
        given: bool,
    },
    /// There is no entry.
    #[error(transparent)]
    Empty(ReplayError),
    /// An entry contradicts the record.
    #[error("{}{}", InEntry(Some(*.entry), *.key), Contradiction(*.entry, .error))]
    Contradiction {
        /// Its number.
        entry: Seq,
        /// The application's key.
        key: Option<AppKey>,
        /// What it contradicts.
        error: ReplayError,
    },
}

impl WireError {
    /// The promise that the refusal of an entry keeps, if it has a code.
    #[must_use]
    pub const fn code(&self) -> Option<RuleCode> {
        match self {
            Self::Contradiction { error, .. } | Self::Empty(error) => error.code(),
            _ => None,
        }
    }

    /// Whether the message begins with the entry.
    const fn names_its_entry(&self) -> bool {
        matches!(
            self,
            Self::EntryShape { .. }
                | Self::EntryDay { .. }
                | Self::Contradiction { .. }
                | Self::Faults { .. }
        )
    }
}

/// One fault as a sentence, several in a line each.
struct Faulty<'a>(&'a [Fault]);

impl fmt::Display for Faulty<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [fault] => fault.fmt(f),
            faults => {
                write!(f, "the protocol has {} faults:", faults.len())?;
                faults.iter().try_for_each(|fault| write!(f, "\n- {fault}"))
            }
        }
    }
}

/// How many things an entry says, in words.
struct Things(usize);

impl fmt::Display for Things {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("nothing"),
            things => write!(f, "{things} things"),
        }
    }
}

/// What an entry contradicts, without the number of that entry, which stands before it.
struct Contradiction<'a>(Seq, &'a ReplayError);

impl fmt::Display for Contradiction<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let itself = |entry: Seq| entry == self.0;
        match self.1 {
            ReplayError::Record(RecordError::Refused { entry, refusal }) if itself(*entry) => {
                write!(f, " cannot be recorded: {refusal}")
            }
            ReplayError::Record(RecordError::RestsOnIt {
                attempt: Attempt::Fact(fact),
                later,
                refusal,
                others,
            }) if itself(fact.entry) => {
                write!(f, " cannot be recorded: {}", OnIt(later, refusal, others))
            }
            ReplayError::KeyTwice { entry, first } if itself(*entry) => {
                write!(
                    f,
                    " has the same application key as {first}; each key must be used only once"
                )
            }
            error => write!(f, ": {error}"),
        }
    }
}

impl Documented for Wire {
    const SHAPE: Shape = Shape::OneOf(
        ENVELOPE,
        &[(VERSION, "the first version", &v1::Course::SHAPE)],
    );
}

impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Versions::V1(course) = discreet::read_as(&Self::SHAPE, deserializer)?;
        Ok(Self::V1(course))
    }
}

impl Serialize for Wire {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::V1(course) => VersionsRef::V1(course).serialize(serializer),
        }
    }
}

impl TryFrom<Wire> for Course {
    type Error = WireError;

    fn try_from(wire: Wire) -> Result<Self, WireError> {
        match wire {
            Wire::V1(course) => course.try_into(),
        }
    }
}

impl Serialize for Course {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        VersionsRef::V1(v1::CourseRef::of(self)).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Course {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?
            .try_into()
            .map_err(serde::de::Error::custom)
    }
}

/// In the form of an element of `entries`.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        v1::EntryRef::of(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        discreet::read_as::<v1::Entry, D>(&Self::SHAPE, deserializer)?
            .try_into()
            .map_err(serde::de::Error::custom)
    }
}

impl Documented for Entry {
    const SHAPE: Shape = v1::Entry::SHAPE;
    const READS_ITSELF: bool = true;
}

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let v1::OwnFact(fact) = discreet::read_as(&Self::SHAPE, deserializer)?;
        Ok(fact)
    }
}

impl<'de> Deserialize<'de> for Protocol {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Bases::presets().read(deserializer)
    }
}
