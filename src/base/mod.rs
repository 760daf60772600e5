//! What the vocabulary of the crate is built from: named enums, sets of them, short identifiers,
//! free text, payloads.

#[cfg(feature = "proptest1")]
pub(crate) mod any;
pub(crate) mod date;
pub(crate) mod day_words;
pub(crate) mod days;
#[cfg(feature = "serde")]
pub(crate) mod fields;
pub(crate) mod given;
pub(crate) mod near;
pub(crate) mod payload;
pub(crate) mod set;
pub mod shape;
pub(crate) mod text;
pub(crate) mod token;
pub(crate) mod unknown;
