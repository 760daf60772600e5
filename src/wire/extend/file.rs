//! A protocol as somebody wrote it: whole, or as what differs from another.

use alloc::{boxed::Box, string::String, vec, vec::Vec};
use core::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{
        self, DeserializeSeed, IntoDeserializer as _, MapAccess, Visitor,
        value::MapAccessDeserializer,
    },
    forward_to_deserialize_any,
};

use super::{BASIS, EXTENDS, FIELDS, SOURCE, difference::difference};
use crate::{
    base::shape::{Documented, Shape},
    protocol::{Protocol, ProtocolSpec},
    vocabulary::ProtocolId,
    wire::{sift::walk, tree::Tree},
};

/// A protocol as a file holds it: whole, or as what differs from the protocol that it extends.
///
/// The short form names its base under `extends` and gives `id`, `title` and what differs. A number
/// that differs comes with its own source and basis, or with those that the file gives once, under
/// `source` and `basis` beside `extends`. A list is replaced by a list, or changed by
/// `{"change": […], "add": […], "remove": […]}`, where an entry goes by what it is about: a measure
/// by its instrument, a phase, a task or a technique by its name, a diagnosis by `icd-10:F33`. An
/// entry under `change` holds what it is about and the fields that differ. `null` takes an optional
/// value away. [`Bases`](super::Bases) makes it a protocol; so does reading it as a [`Protocol`].
///
/// ```
/// use interpersonal::{Protocol, protocol::preset::ACUTE_16};
///
/// let ours: Protocol = serde_json::from_value(serde_json::json!({
///     "extends": "acute-16", "id": "our-clinic", "title": "IPT at our clinic",
///     "dose": {"minutes": {"value": {"min": 45, "typical": 45, "max": 50},
///                          "source": "our-clinic-2026", "basis": "practice"}},
/// }))?;
/// assert_eq!(ours.spec().dose.sessions, ACUTE_16.spec().dose.sessions);
/// let short = serde_json::to_value(ours.difference_from(&ACUTE_16))?;
/// assert_eq!(short["dose"]["minutes"]["value"]["typical"], 45);
/// assert_eq!(serde_json::from_value::<Protocol>(short)?, ours);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Written with `extends` first, or anywhere before what differs; a file of another order is read
/// too, unless it begins with both `id` and `version`, as a whole protocol does.
#[derive(Clone, PartialEq)]
pub struct ProtocolFile {
    pub(super) content: Content,
}

#[derive(Clone, PartialEq)]
pub(super) enum Content {
    /// A whole protocol that was read as such.
    Whole(Box<ProtocolSpec>),
    /// What was written, short or whole, before anything was asked of it.
    Written(Tree),
}

impl ProtocolFile {
    /// The identifier of the protocol, if the file has one.
    #[must_use]
    pub fn id(&self) -> Option<ProtocolId> {
        ProtocolId::new(self.id_text()?).ok()
    }

    /// The protocol that it extends, if it is written as what differs from another.
    #[must_use]
    pub fn extends(&self) -> Option<ProtocolId> {
        match &self.content {
            Content::Whole(_) => None,
            Content::Written(tree) => ProtocolId::new(tree.field(EXTENDS)?.text()?).ok(),
        }
    }

    /// The protocol that was written whole, or the file as it was.
    pub(in crate::wire) fn into_whole(self) -> Result<Box<ProtocolSpec>, Self> {
        match self.content {
            Content::Whole(spec) => Ok(spec),
            content @ Content::Written(_) => Err(Self { content }),
        }
    }

    pub(super) fn id_text(&self) -> Option<&str> {
        match &self.content {
            Content::Whole(spec) => Some(spec.id.as_str()),
            Content::Written(tree) => tree.field("id")?.text(),
        }
    }
}

impl Protocol {
    /// The short form of this protocol: what differs from a base, under `extends`. Reading it gives
    /// the protocol back, with the base as its parent.
    #[must_use]
    pub fn difference_from(&self, base: &Self) -> ProtocolFile {
        ProtocolFile {
            content: Content::Written(difference(self.spec(), base.spec())),
        }
    }
}

/// What it is called and what it extends; a protocol is no record, but its texts stay out all the
/// same.
impl fmt::Debug for ProtocolFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProtocolFile")
            .field("id", &self.id())
            .field("extends", &self.extends())
            .finish_non_exhaustive()
    }
}

impl From<ProtocolSpec> for ProtocolFile {
    fn from(spec: ProtocolSpec) -> Self {
        Self {
            content: Content::Whole(Box::new(spec)),
        }
    }
}

impl From<Protocol> for ProtocolFile {
    fn from(protocol: Protocol) -> Self {
        ProtocolSpec::from(protocol).into()
    }
}

/// The fields of a whole protocol; the short form is told from its base.
impl Documented for ProtocolFile {
    const SHAPE: Shape = Shape::Object(
        "ProtocolFile",
        "A protocol, whole or as what differs from the one that it `extends`.",
        FIELDS,
    );
}

impl Serialize for ProtocolFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.content {
            Content::Whole(spec) => spec.serialize(serializer),
            Content::Written(tree) => tree.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for ProtocolFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("ProtocolFile", &NAMES, File)
    }
}

const NAMES: [&str; FIELDS.len() + 3] = {
    let mut names = [EXTENDS; FIELDS.len() + 3];
    let mut at = 0;
    while at < FIELDS.len() {
        names[at] = FIELDS[at].name;
        at += 1;
    }
    names[at] = SOURCE;
    names[at + 1] = BASIS;
    names
};

/// What stands at the head of a file, before any number.
const HEADING: [&str; 8] = [
    "id", "version", "title", "parent", "for_whom", EXTENDS, SOURCE, BASIS,
];

struct File;

impl<'de> Visitor<'de> for File {
    type Value = ProtocolFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a protocol")
    }

    /// Which of the two forms a file has is known when `extends` was seen, or when the file is at
    /// its end. A whole protocol is long and a course that holds one is read often, so that one
    /// which begins as this crate writes it is read as it comes; anything else is kept as it
    /// stands until it is opened.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ProtocolFile, A::Error> {
        let mut fields = Vec::<(String, Tree)>::new();
        while let Some(name) = map.next_key_seed(Name)? {
            if !HEADING.contains(&name.as_str()) && begins_whole(&fields) {
                let whole = MapAccessDeserializer::new(Replay {
                    heading: fields.into_iter(),
                    value: None,
                    name: Some(name),
                    rest: map,
                });
                return Ok(ProtocolSpec::deserialize(whole)?.into());
            }
            fields.push((name, map.next_value()?));
        }
        Ok(ProtocolFile {
            content: Content::Written(Tree::Object(fields)),
        })
    }
}

/// Whether the heading is that of a whole protocol, and nothing else came before.
fn begins_whole(fields: &[(String, Tree)]) -> bool {
    let has = |wanted: &str| fields.iter().any(|(name, _)| name == wanted);
    let is_sound = |(name, value): &(String, Tree)| {
        let known = FIELDS.iter().find(|field| field.name == name);
        known.is_some_and(|field| {
            let mut faults = 0;
            walk(value, field.shape, &mut Vec::new(), &mut |_, _| faults += 1);
            faults == 0
        })
    };
    has("id")
        && has("version")
        && ![EXTENDS, SOURCE, BASIS].into_iter().any(has)
        && fields
            .iter()
            .all(|field| HEADING.contains(&field.0.as_str()) && is_sound(field))
}

/// The name of a field.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<String, E> {
        Ok(name.into())
    }
}

/// The fields that were read already, and then the rest.
struct Replay<A> {
    heading: vec::IntoIter<(String, Tree)>,
    value: Option<Tree>,
    /// The name whose value comes next from the rest.
    name: Option<String>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let name = match self.heading.next() {
            Some((name, value)) => {
                self.value = Some(value);
                name
            }
            None => match self.name.take() {
                Some(name) => name,
                None => return self.rest.next_key_seed(seed),
            },
        };
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(Heading {
                value,
                error: core::marker::PhantomData,
            }),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// A value of the heading: a text, a number or nothing.
struct Heading<E> {
    value: Tree,
    error: core::marker::PhantomData<E>,
}

impl<'de, E: de::Error> Deserializer<'de> for Heading<E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Tree::Text(text) => visitor.visit_string(text),
            Tree::Whole(number) => visitor.visit_i64(number),
            _ => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.value {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any enum newtype_struct
    }
}
