//! Short identifiers that live inline: `Copy`, ordered, parsed once, checked when compiled if they
//! are literals.

use thiserror::Error;

/// Why a text cannot be used as an identifier. The text itself is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum TokenError {
    /// Nothing was given.
    #[error("this {what} is empty; it must have at least one character")]
    Empty {
        /// The kind of identifier.
        what: &'static str,
    },
    /// More was given than fits.
    #[error(
        "this {what} is {len} bytes long; it must be at most {max} ASCII letters, digits and `. _ : / + -`"
    )]
    TooLong {
        /// The kind of identifier.
        what: &'static str,
        /// How many bytes were given.
        len: usize,
        /// How many fit.
        max: usize,
    },
    /// A character that is not allowed in identifiers.
    #[error(
        "position {at} of this {what} holds a character that is not allowed; it must be at most {max} ASCII letters, digits and `. _ : / + -`"
    )]
    Character {
        /// The kind of identifier.
        what: &'static str,
        /// Where, counted in bytes from 1.
        at: usize,
        /// How many characters fit.
        max: usize,
    },
}

/// Copies a literal or a parsed text into a fixed array, padded with zero bytes.
pub(crate) const fn inline<const N: usize>(
    what: &'static str,
    text: &str,
) -> Result<[u8; N], TokenError> {
    let from = text.as_bytes();
    if from.is_empty() {
        return Err(TokenError::Empty { what });
    }
    if from.len() > N {
        return Err(TokenError::TooLong {
            what,
            len: from.len(),
            max: N,
        });
    }
    let mut bytes = [0; N];
    let mut i = 0;
    while i < from.len() {
        if !is_character(from[i]) {
            return Err(TokenError::Character {
                what,
                at: i + 1,
                max: N,
            });
        }
        bytes[i] = from[i];
        i += 1;
    }
    Ok(bytes)
}

/// Whether identifiers are made of it.
const fn is_character(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b':' | b'/' | b'+' | b'-')
}

/// Whether a text is an identifier of at most so many characters.
pub(crate) fn is_token(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(is_character)
}

/// The text in such an array.
pub(crate) const fn text(bytes: &[u8]) -> &str {
    let mut len = 0;
    while len < bytes.len() && bytes[len] != 0 {
        len += 1;
    }
    let (used, _) = bytes.split_at(len);
    match core::str::from_utf8(used) {
        Ok(text) => text,
        // `inline` is the only way into the array, and it lets in ASCII alone.
        Err(_) => unreachable!(),
    }
}

/// Reads an identifier of any kind.
#[cfg(feature = "serde")]
pub(crate) struct Text<T> {
    pub(crate) what: &'static str,
    pub(crate) parse: fn(&str) -> Result<T, TokenError>,
}

#[cfg(feature = "serde")]
impl<T> serde::de::Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}

/// Declares an identifier of up to `N` bytes. `shown` ones print themselves; `hidden` ones refer to
/// a person and print only their kind.
macro_rules! token {
    ($(#[$meta:meta])* pub struct $Name:ident($n:literal), $what:literal, $mode:ident;) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name([u8; $n]);

        impl $Name {
            /// Parses an identifier.
            ///
            /// # Errors
            ///
            /// [`TokenError`](crate::vocabulary::TokenError) says what an identifier of this
            /// kind is made of.
            pub const fn new(text: &str) -> Result<Self, $crate::base::token::TokenError> {
                match $crate::base::token::inline($what, text) {
                    Ok(bytes) => Ok(Self(bytes)),
                    Err(error) => Err(error),
                }
            }

            /// An identifier from a literal.
            ///
            /// # Panics
            ///
            /// When the text cannot be an identifier; in a `const` that is a compile error.
            #[must_use]
            pub const fn from_static(text: &'static str) -> Self {
                match Self::new(text) {
                    Ok(token) => token,
                    Err(_) => panic!("the literal cannot be an identifier of this kind"),
                }
            }

            /// The text of the identifier.
            #[must_use]
            pub const fn as_str(&self) -> &str {
                $crate::base::token::text(&self.0)
            }
        }

        impl core::str::FromStr for $Name {
            type Err = $crate::base::token::TokenError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::new(text)
            }
        }

        token! { @print $mode $Name }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::base::token::Text {
                    what: concat!("a ", $what),
                    parse: Self::new,
                })
            }
        }

        impl $crate::base::shape::Documented for $Name {
            const SHAPE: $crate::base::shape::Shape = $crate::base::shape::Shape::Plain(
                concat!("a ", $what, ": at most ", $n, " ASCII letters, digits and `. _ : / + -`"),
                $crate::base::shape::Plain::Token { most: $n },
            );
        }
    };
    (@any $Name:ident $($text:literal)+) => {
        #[cfg(feature = "proptest1")]
        impl $crate::base::any::Any for $Name {
            fn any() -> proptest::strategy::BoxedStrategy<Self> {
                const SOME: &[$Name] = &[$($Name::from_static($text)),+];
                proptest::strategy::Strategy::boxed(proptest::sample::select(SOME))
            }
        }
    };
    (@print shown $Name:ident) => {
        token! { @any $Name "one" "two" "three" "4" "a-b/c" }

        impl core::fmt::Debug for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
        impl core::fmt::Display for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
    (@print hidden $Name:ident) => {
        token! { @any $Name "ZZSECRET1" "ZZSECRET2" "ZZSECRET3" "ZZSECRET-4" }

        /// Shows the kind alone: the label refers to a person.
        impl core::fmt::Debug for $Name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($Name), "(..)"))
            }
        }
    };
}

pub(crate) use token;
