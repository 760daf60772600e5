//! The stored form of a course, version by version.
//!
//! The envelope names the version: `{"ipt/1": {"protocol": …, "entries": […]}}`. An unknown version or an unknown fact
//! is refused with an error that names the known ones. A [`Course`] is read through [`Wire`], so it is always replayed
//! and checked.
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
//! assert!(unknown.to_string().starts_with("unknown variant `ipt/9`, expected `ipt/1`"));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod discreet;
pub mod v1;

use alloc::string::String;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

pub use discreet::discreet;

use crate::{Course, ReplayError, id::ProtocolId, protocol::ProtocolError};

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
    /// The stored protocol contradicts itself.
    #[error(transparent)]
    Protocol(#[from] ProtocolError),
    /// An entry says nothing, or several things.
    #[error(
        "entry {number} says {found} things; an entry holds exactly one of `fact` (with `on`), `strike`, `correct`, \
         `waive`, `protocol` (with `on`)"
    )]
    EntryShape {
        /// Its number, from 1.
        number: usize,
        /// How many things it says.
        found: usize,
    },
    /// A fact or a change of protocol has no day, or something else has one.
    #[error("entry {number} {}", if *.given { "has a day under `on`, and only a fact or a change of protocol has one" } else { "has no day; a fact and a change of protocol say under `on` when it was" })]
    EntryDay {
        /// Its number, from 1.
        number: usize,
        /// Whether a day was given.
        given: bool,
    },
    /// The entries contradict each other.
    #[error(transparent)]
    Replay(#[from] ReplayError),
}

impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Versions::V1(course) = discreet(deserializer)?;
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
        Wire::deserialize(deserializer)?.try_into().map_err(serde::de::Error::custom)
    }
}
