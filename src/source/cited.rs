//! Numbers and choices that say where they come from.

use super::{Basis, Citation, SourceId};
use crate::base::shape::{Documented, Field, Shape};

/// A value with its source and the basis on which it stands.
///
/// ```
/// use interpersonal::{protocol::Cited, source::{Basis, SourceId}};
///
/// const OURS: Cited<u16> = Cited::design(50);
/// assert_eq!(OURS.value, 50);
///
/// const MADE_UP: Cited<bool> =
///     Cited::new(true, SourceId::MARKOWITZ_2017, Basis::Manual).at("p. 63");
/// assert_eq!(MADE_UP.source.to_string(), "Markowitz 2017, p. 63");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(
    clippy::exhaustive_structs,
    reason = "a value, its source and its basis: nothing else will be asked of a number"
)]
pub struct Cited<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub source: Citation,
    /// What kind of source that is.
    pub basis: Basis,
}

impl<T> Cited<T> {
    /// A value with the work that gives it and the basis.
    #[must_use]
    pub const fn new(value: T, work: SourceId, basis: Basis) -> Self {
        Self {
            value,
            source: work.whole(),
            basis,
        }
    }

    /// A value of this crate's own design, without a published source.
    #[must_use]
    pub const fn design(value: T) -> Self {
        Self::new(value, SourceId::DESIGN, Basis::Design)
    }

    /// A value known in the field whose source was not read.
    #[must_use]
    pub const fn unseen(value: T) -> Self {
        Self::new(value, SourceId::KNOWLEDGE, Basis::Unseen)
    }
}

impl<T: Copy> Cited<T> {
    /// The same, with the place in the work.
    ///
    /// # Panics
    ///
    /// When the text cannot be a [`Passage`](super::Passage); in a `const` that is a compile error.
    #[must_use]
    pub const fn at(self, at: &'static str) -> Self {
        Self {
            source: self.source.work.at(at),
            ..self
        }
    }
}

/// The fields of a citation and its basis, as every object of a protocol has them that cites.
macro_rules! cited_fields {
    ($($before:expr),* $(,)?) => {
        &[
            $($before,)*
            $crate::base::shape::Field {
                name: "source",
                about: "where that comes from",
                required: true,
                shape: &<$crate::source::SourceId as $crate::base::shape::Documented>::SHAPE,
            },
            $crate::base::shape::Field {
                name: "at",
                about: "the place in it, such as `ch. 7, p. 117`",
                required: false,
                shape: &<$crate::source::Passage as $crate::base::shape::Documented>::SHAPE,
            },
            $crate::base::shape::Field {
                name: "basis",
                about: "what kind of source that is",
                required: true,
                shape: &<$crate::source::Basis as $crate::base::shape::Documented>::SHAPE,
            },
        ]
    };
}

pub(crate) use cited_fields;

impl<T: Documented> Documented for Cited<T> {
    const SHAPE: Shape = Shape::Object(
        "Cited",
        "a value with its source",
        cited_fields![Field {
            name: "value",
            about: "the value",
            // A source may say that there is none.
            required: !matches!(T::SHAPE, Shape::Optional(_)),
            shape: &T::SHAPE,
        }],
    );
}

/// In the stored form, work and place are two fields, the second absent where the work is cited as
/// a whole.
#[cfg(feature = "serde")]
mod stored {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeStruct};

    use super::{super::Passage, Basis, Citation, Cited, SourceId};

    /// Writes the fields of a citation and its basis.
    pub(crate) fn write<S: SerializeStruct>(
        out: &mut S,
        source: Citation,
        basis: Basis,
    ) -> Result<(), S::Error> {
        out.serialize_field("source", &source.work)?;
        match source.at {
            Some(at) => out.serialize_field("at", &at)?,
            None => out.skip_field("at")?,
        }
        out.serialize_field("basis", &basis)
    }

    /// How many fields [`write`] writes.
    pub(crate) const fn count(source: Citation) -> usize {
        if source.at.is_some() { 3 } else { 2 }
    }

    impl<T: Serialize> Serialize for Cited<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut out = serializer.serialize_struct("Cited", 1 + count(self.source))?;
            out.serialize_field("value", &self.value)?;
            write(&mut out, self.source, self.basis)?;
            out.end()
        }
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields, rename = "Cited")]
    struct Read<T> {
        value: T,
        source: SourceId,
        at: Option<Passage>,
        basis: Basis,
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Cited<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let read = Read::deserialize(deserializer)?;
            Ok(Self {
                value: read.value,
                source: Citation {
                    work: read.source,
                    at: read.at,
                },
                basis: read.basis,
            })
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) use stored::{count, write};
