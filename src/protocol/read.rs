//! Reading a protocol: an error names the field, as a path from the protocol on, and what it would have taken.

use alloc::{
    borrow::Cow,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::{
    fmt::{self, Display},
    marker::PhantomData,
};

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer as _, SeqAccess, Visitor,
    value::UnitDeserializer,
};

use super::{Cadence, Cited, Format, Fraction, GroupEntry, Level, MaintenanceOffer, MedicationPolicy, Span};
use crate::{
    area::{AreaSet, ProblemArea},
    base::payload::{Documented, Shape},
    id::{Criterion, DiagnosisCode, Label, ProtocolId, Specialisation, TaskToken},
    measure::InstrumentId,
    phase::Phase,
    record::{
        contact::{Anchor, ContactWith},
        contract::{ContractTerms, TimeFrameKinds},
        inventory::Relation,
        review::ReviewOptions,
        session::{ModalitySet, Track},
        setting::ScreenSet,
    },
    rule::{RuleCode, Severity},
    source::{Basis, SourceId},
    task::{EndingTaskSet, InitialTaskSet, SickRole},
    technique::{OffModel, Technique, WorkSet},
};

/// A part of a protocol. It differs from `Deserialize` for lists alone, whose entries are counted.
pub(super) trait Part<'de>: Sized {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

macro_rules! plain {
    ($($Type:ty),+ $(,)?) => {
        $(impl<'de> Part<'de> for $Type {
            fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }
        })+
    };
}

plain! {
    u8, u16, bool, (u16, u16), Anchor, AreaSet, Basis, Cadence, ContactWith, ContractTerms, Cow<'static, str>, Criterion,
    DiagnosisCode, EndingTaskSet, Format, Fraction, GroupEntry, InitialTaskSet, InstrumentId, Label, Level, MaintenanceOffer,
    MedicationPolicy, ModalitySet, OffModel, Phase, ProblemArea, ProtocolId, Relation, ReviewOptions, RuleCode, ScreenSet, Severity,
    SickRole, SourceId, Span, Specialisation, TaskToken, Technique, TimeFrameKinds, Track, WorkSet,
}

impl<'de, T: Deserialize<'de>> Part<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de, T: Deserialize<'de> + Documented> Part<'de> for Cited<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl<'de, T: Deserialize<'de> + Clone> Part<'de> for Cow<'static, [T]> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                let mut entries = Vec::new();
                loop {
                    match list.next_element() {
                        Ok(Some(entry)) => entries.push(entry),
                        Ok(None) => return Ok(entries),
                        Err(error) => return Err(within(entries.len() + 1, &error)),
                    }
                }
            }
        }
        deserializer.deserialize_seq(Entries(PhantomData)).map(Cow::Owned)
    }
}

/// Reads a part where serde asks for a seed.
pub(super) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Part<'de>> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

/// The same for a part that is a value of any type.
pub(super) struct Value<T>(PhantomData<T>);

impl<T> Value<T> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Value<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

/// Reads the key of a field as its place among the known ones.
pub(super) struct Key(pub(super) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == name).ok_or_else(|| E::unknown_field(name, self.0))
    }

    fn visit_u64<E: Error>(self, at: u64) -> Result<usize, E> {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        if at < self.0.len() { Ok(at) } else { Err(E::custom("the number of a field is beyond the last")) }
    }
}

const BEFORE: &str = "in `";
const BEHIND: &str = "`: ";

/// An error with the field or the entry in which it happened, before those within. The position that a format wrote at the end
/// of its message stays there, and the format reads it back.
#[cold]
pub(super) fn within<E: Error>(name: impl Display, error: &E) -> E {
    let message = error.to_string();
    match message.strip_prefix(BEFORE) {
        Some(rest) => E::custom(format_args!("{BEFORE}{name}.{rest}")),
        None => E::custom(format_args!("{BEFORE}{name}{BEHIND}{message}")),
    }
}

/// What stands for a field that is not there: nothing, if it may say nothing.
pub(super) fn missing<'de, T: Deserialize<'de> + Documented, E: Error>(name: &'static str) -> Result<T, E> {
    match T::SHAPE {
        Shape::Optional(_) => {
            let nothing: UnitDeserializer<E> = ().into_deserializer();
            T::deserialize(nothing)
        }
        shape => Err(E::custom(format_args!("missing field `{name}`, which holds {}", accepted(&shape)))),
    }
}

/// What is accepted, in words.
fn accepted(shape: &Shape) -> String {
    let quoted = |names: &mut dyn Iterator<Item = &'static str>| {
        names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
    };
    match shape {
        Shape::Plain(words) => words.to_string(),
        Shape::Names(_, names) => format!("one of {}", quoted(&mut names.iter().map(|(name, _)| *name))),
        Shape::List(Shape::Names(_, names)) => {
            format!("a list of any of {}", quoted(&mut names.iter().map(|(name, _)| *name)))
        }
        Shape::List(_) => "a list".into(),
        Shape::Optional(inner) => format!("null or {}", accepted(inner)),
        Shape::Object(_, _, fields) => format!("an object of {}", quoted(&mut fields.iter().map(|field| field.name))),
        Shape::OneOf(_, keys) => format!("an object of one of {}", quoted(&mut keys.iter().map(|(name, ..)| *name))),
    }
}

/// Lets a struct read itself by its fields, as the derived code does, with errors that say where.
macro_rules! read_fields {
    ($Seed:ident: $Name:ident $(<$T:ident>)? { $($field:ident : $ty:ty),+ $(,)? }) => {
        #[cfg(feature = "serde")]
        impl<'de $(, $T: serde::Deserialize<'de> + $crate::base::payload::Documented)?> serde::Deserialize<'de>
            for $Name $(<$T>)?
        {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
                use $crate::protocol::read::{$Seed, Key, missing, within};

                const FIELDS: &[&str] = &[$(stringify!($field)),+];
                struct Fields<T>(core::marker::PhantomData<T>);
                impl<'de $(, $T: serde::Deserialize<'de> + $crate::base::payload::Documented)?> Visitor<'de>
                    for Fields<$Name $(<$T>)?>
                {
                    type Value = $Name $(<$T>)?;
                    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                        f.write_str(concat!("struct ", stringify!($Name)))
                    }
                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                        $(let mut $field: Option<$ty> = None;)+
                        while let Some(at) = map.next_key_seed(Key(FIELDS))? {
                            let name = FIELDS[at];
                            $(if name == stringify!($field) {
                                if $field.is_some() {
                                    return Err(A::Error::duplicate_field(name));
                                }
                                let value = map.next_value_seed($Seed::<$ty>::new());
                                $field = Some(value.map_err(|error| within(name, &error))?);
                                continue;
                            })+
                        }
                        Ok($Name {
                            $($field: match $field {
                                Some(value) => value,
                                None => missing::<$ty, A::Error>(stringify!($field))?,
                            },)+
                        })
                    }
                    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                        $(
                            let value = seq.next_element_seed($Seed::<$ty>::new());
                            let value = value.map_err(|error| within(stringify!($field), &error))?;
                            let Some($field) = value else {
                                return Err(A::Error::invalid_length(0, &"every field"));
                            };
                        )+
                        Ok($Name { $($field),+ })
                    }
                }
                deserializer.deserialize_struct(stringify!($Name), FIELDS, Fields(core::marker::PhantomData))
            }
        }
    };
}

pub(super) use read_fields;
