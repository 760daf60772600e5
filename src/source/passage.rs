//! Where in a work something stands.

use core::fmt;

use crate::base::shape::{Documented, Plain, Shape};

/// The greatest number of bytes of a passage. It is kept in place, so that what cites it is `Copy`.
const MOST: usize = 32;

/// A place in a work, such as `ch. 7, p. 117`: one line of at most 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage([u8; MOST]);

/// Why a text cannot be a place in a work. The text itself is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a place in a work must be one line of 1 to {MOST} bytes, without white space at its ends")]
#[non_exhaustive]
pub struct PassageError;

impl PassageError {
    /// The rule that stands behind the error: none.
    #[must_use]
    pub const fn code(&self) -> Option<crate::vocabulary::RuleCode> {
        None
    }
}

impl Passage {
    /// Reads a place in a work.
    ///
    /// # Errors
    ///
    /// [`PassageError`] says what such a text is made of.
    pub const fn new(text: &str) -> Result<Self, PassageError> {
        let from = text.as_bytes();
        let len = from.len();
        if len == 0 || len > MOST || from[0] == b' ' || from[len - 1] == b' ' {
            return Err(PassageError);
        }
        let mut bytes = [0; MOST];
        let mut i = 0;
        while i < len {
            // Controls, the zero byte that pads among them, and the line breaks.
            if from[i].is_ascii_control() {
                return Err(PassageError);
            }
            bytes[i] = from[i];
            i += 1;
        }
        Ok(Self(bytes))
    }

    /// A place from a literal.
    ///
    /// # Panics
    ///
    /// When the text cannot be a place in a work; in a `const` that is a compile error.
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        match Self::new(text) {
            Ok(passage) => passage,
            Err(_) => panic!("a place in a work is one line of 1 to 32 bytes"),
        }
    }

    /// The text of the place.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        crate::base::token::text(&self.0)
    }
}

impl core::str::FromStr for Passage {
    type Err = PassageError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Passage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Passage {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl serde::de::Visitor<'_> for Text {
            type Value = Passage;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a place in a work")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Passage, E> {
                Passage::new(text).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Text)
    }
}

impl Documented for Passage {
    const SHAPE: Shape = Shape::Plain(
        "a place in a work: one line of at most 32 bytes",
        Plain::Text,
    );
}
