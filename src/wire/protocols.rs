//! Protocols that are shared between the courses that were stored with them.

use alloc::vec::Vec;
use core::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeSeed, EnumAccess, MapAccess, VariantAccess, Visitor},
};

use super::{
    Wire, WireError,
    beside::{Beside, Same},
    discreet::{Read, read_apart, read_by},
    track::Track,
    tree::Tree,
    v1,
};
use crate::{
    Course,
    base::payload::Documented,
    protocol::{Protocol, ProtocolSpec, SharedProtocol},
    vocabulary::ProtocolId,
};

/// Reads courses that share their protocols.
///
/// A course is stored with its protocol whole. Whoever reads many of them would read, check and
/// hold the same protocol as many times. This reader keeps each protocol once: a course with one
/// that was read before is compared with it where it stands, and shares it. What comes out is equal
/// to what [`Course`] reads by itself, and so is every error.
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
    /// Protocols of the applications, each once.
    shared: Vec<SharedProtocol>,
    /// How a protocol was written, with what was read there.
    forms: Vec<(Tree, SharedProtocol)>,
    /// The place among the forms of the one that was met last.
    latest: usize,
}

impl Protocols {
    /// A reader that has read nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            shared: Vec::new(),
            forms: Vec::new(),
            latest: 0,
        }
    }

    /// Reads a course.
    ///
    /// # Errors
    ///
    /// Those of reading a [`Course`].
    pub fn read<'de, D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<Course, D::Error> {
        let stored = read_by(Envelope(&mut *self), &Wire::SHAPE, deserializer)?;
        stored
            .protocol
            .and_then(|protocol| v1::replay(protocol, stored.entries, self))
            .map_err(de::Error::custom)
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

    /// The protocol of a specification: a preset, one that was read before, or a new one.
    pub(super) fn share(&mut self, spec: ProtocolSpec) -> Result<SharedProtocol, WireError> {
        // What equals a checked protocol need not be checked again.
        if let Some(preset) = Protocol::find(spec.id.as_str()).filter(|own| *own.spec() == spec) {
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

/// A stored course whose protocol was looked up. That the parts of a protocol disagree is told
/// after what cannot be read at all, as of a course that is read by itself.
struct Stored {
    protocol: Result<SharedProtocol, WireError>,
    entries: Vec<v1::Entry>,
}

/// Reads the envelope with the protocols at hand.
struct Envelope<'p>(&'p mut Protocols);

impl<'de> Read<'de> for Envelope<'_> {
    type Value = Stored;

    fn read<D: Deserializer<'de>>(
        self,
        deserializer: D,
        track: &Track,
    ) -> Result<Stored, D::Error> {
        let seed = With {
            protocols: self.0,
            track,
            part: PhantomData::<Versions>,
        };
        deserializer.deserialize_enum("Versions", &[super::VERSION], seed)
    }
}

/// A part of the stored form that is read with the protocols at hand. The parts are those of
/// [`v1::Course`] and [`v1::ProtocolForm`]; the names are the same.
struct With<'p, 't, P> {
    protocols: &'p mut Protocols,
    track: &'t Track,
    part: PhantomData<P>,
}

impl<'p, 't, P> With<'p, 't, P> {
    fn part<Q>(self) -> With<'p, 't, Q> {
        With {
            protocols: self.protocols,
            track: self.track,
            part: PhantomData,
        }
    }
}

enum Versions {}

#[derive(Deserialize)]
#[serde(variant_identifier)]
enum Version {
    #[serde(rename = "ipt/1")]
    V1,
}

impl<'de> Visitor<'de> for With<'_, '_, Versions> {
    type Value = Stored;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a version of the stored form")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Stored, A::Error> {
        let (Version::V1, payload) = data.variant()?;
        payload.newtype_variant_seed(self.part::<Whole>())
    }
}

enum Whole {}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Part {
    Protocol,
    Entries,
}

impl<'de> DeserializeSeed<'de> for With<'_, '_, Whole> {
    type Value = Stored;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Stored, D::Error> {
        deserializer.deserialize_struct("Course", &["protocol", "entries"], self)
    }
}

impl<'de> Visitor<'de> for With<'_, '_, Whole> {
    type Value = Stored;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct Course")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Stored, A::Error> {
        let mut protocol = None;
        let mut entries = None;
        while let Some(part) = fields.next_key()? {
            match part {
                Part::Protocol if protocol.is_some() => {
                    return Err(de::Error::duplicate_field("protocol"));
                }
                Part::Entries if entries.is_some() => {
                    return Err(de::Error::duplicate_field("entries"));
                }
                Part::Protocol => {
                    protocol = Some(fields.next_value_seed(With {
                        protocols: &mut *self.protocols,
                        track: self.track,
                        part: PhantomData::<Form>,
                    })?);
                }
                Part::Entries => entries = Some(fields.next_value()?),
            }
        }
        Ok(Stored {
            protocol: protocol.ok_or_else(|| de::Error::missing_field("protocol"))?,
            entries: entries.ok_or_else(|| de::Error::missing_field("entries"))?,
        })
    }
}

enum Form {}

#[derive(Deserialize)]
#[serde(variant_identifier, rename_all = "snake_case")]
enum Way {
    Preset,
    Spec,
}

impl<'de> DeserializeSeed<'de> for With<'_, '_, Form> {
    type Value = Result<SharedProtocol, WireError>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_enum("ProtocolForm", &["preset", "spec"], self)
    }
}

impl<'de> Visitor<'de> for With<'_, '_, Form> {
    type Value = Result<SharedProtocol, WireError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("enum ProtocolForm")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        let (way, payload) = data.variant()?;
        match way {
            Way::Preset => {
                let id: ProtocolId = payload.newtype_variant()?;
                Ok(v1::ProtocolForm::Preset(id).open(self.protocols))
            }
            Way::Spec => payload.newtype_variant_seed(self.part::<Spec>()),
        }
    }
}

enum Spec {}

impl<'de> DeserializeSeed<'de> for With<'_, '_, Spec> {
    type Value = Result<SharedProtocol, WireError>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let protocols = self.protocols;
        let beside = Beside::one_of(&protocols.forms, protocols.latest);
        let form = match beside.deserialize(deserializer)? {
            Same::As(place) => {
                protocols.latest = place;
                return Ok(Ok(protocols.forms[place].1.clone()));
            }
            Same::No(form) => form,
        };
        let spec = read_apart(&form, self.track).map_err(de::Error::custom)?;
        let shared = protocols.share(spec);
        // What is refused is not kept; nor is what was read before, with fields left out at its end.
        if let Ok(protocol) = &shared {
            let known = protocols.forms.iter().position(|(known, _)| *known == form);
            protocols.latest = known.unwrap_or_else(|| {
                protocols.forms.push((form, protocol.clone()));
                protocols.forms.len() - 1
            });
        }
        Ok(shared)
    }
}
