//! Protocols that are shared between the courses that were stored with them.

use alloc::vec::Vec;
use core::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, Visitor},
};

use super::{
    Wire, WireError,
    extend::{Bases, ProtocolFile},
};
use crate::{
    Course,
    protocol::{Protocol, ProtocolSpec, SharedProtocol},
};

/// Reads courses that share their protocols.
///
/// A course is stored with its protocol whole. Whoever reads many of them would check and hold the
/// same protocol as many times. This reader keeps each protocol once, and a course whose protocol
/// equals one that was read before shares that. What comes out is equal to what [`Course`] reads by
/// itself, and so is every error.
///
/// A course that is stored with an unaltered preset shares that of the crate in any case.
///
/// The reader belongs to the application. It keeps what it has read until it is dropped; courses
/// keep their protocol beyond that.
///
/// ```
/// use interpersonal::wire::Protocols;
///
/// let stored = r#"[
///     {"ipt/1": {"protocol": {"preset": "acute-16"}, "entries": [
///         {"at": "2026-01-05T17:00:00Z", "by": "therapist-1", "on": "2026-01-05",
///          "fact": {"opened": {"phase": "initial", "reporting": []}}}]}},
///     {"ipt/1": {"protocol": {"preset": "acute-16"}, "entries": [
///         {"at": "2026-02-02T17:00:00Z", "by": "therapist-2", "on": "2026-02-02",
///          "fact": {"opened": {"phase": "initial", "reporting": []}}}]}}
/// ]"#;
/// let mut protocols = Protocols::new();
/// let courses = protocols.read_all(&mut serde_json::Deserializer::from_str(stored))?;
/// assert!(courses[0].opening_protocol().is_same(courses[1].opening_protocol()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Protocols {
    /// Protocols of the application, each once.
    shared: Vec<SharedProtocol>,
}

impl Protocols {
    /// A reader that has read nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { shared: Vec::new() }
    }

    /// Reads a course.
    ///
    /// # Errors
    ///
    /// Those of reading a [`Course`].
    pub fn read<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<Course, D::Error> {
        let Wire::V1(course) = Wire::deserialize(deserializer)?;
        course.open(self).map_err(de::Error::custom)
    }

    /// Reads a list of courses.
    ///
    /// # Errors
    ///
    /// Those of reading a [`Course`], for the first that cannot be read.
    pub fn read_all<'de, D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
    ) -> Result<Vec<Course>, D::Error> {
        deserializer.deserialize_seq(Courses(self))
    }

    /// The protocol of a file, whole or short.
    pub(super) fn open(&mut self, file: ProtocolFile) -> Result<SharedProtocol, WireError> {
        match file.into_whole() {
            Ok(spec) => self.share(*spec),
            Err(short) => self.share(Bases::presets().open(short)?.into()),
        }
    }

    /// The protocol of a specification: a preset, one that was read before, or a new one.
    fn share(&mut self, spec: ProtocolSpec) -> Result<SharedProtocol, WireError> {
        // What equals a checked protocol need not be checked again.
        if let Some(preset) = Protocol::get(spec.id).filter(|own| *own.spec() == spec) {
            return Ok(preset.into());
        }
        if let Some(known) = self.shared.iter().find(|known| *known.spec() == spec) {
            return Ok(known.clone());
        }
        let protocol = SharedProtocol::from(Protocol::new(spec)?);
        self.shared.push(protocol.clone());
        Ok(protocol)
    }
}

/// Shows how many protocols it keeps.
impl fmt::Debug for Protocols {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Protocols")
            .field("protocols", &self.shared.len())
            .finish_non_exhaustive()
    }
}

impl<'de> DeserializeSeed<'de> for &mut Protocols {
    type Value = Course;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Course, D::Error> {
        self.read(deserializer)
    }
}

struct Courses<'p>(&'p mut Protocols);

impl<'de> Visitor<'de> for Courses<'_> {
    type Value = Vec<Course>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of courses")
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Course>, A::Error> {
        let mut courses = Vec::new();
        while let Some(course) = list.next_element_seed(&mut *self.0)? {
            courses.push(course);
        }
        Ok(courses)
    }
}
