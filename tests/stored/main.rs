//! What is written down is kept: the stored form, bad input, and what replaying and loading
//! promise.

#[cfg(feature = "serde")]
mod bad_input;
#[cfg(feature = "serde")]
mod cases;
#[cfg(all(feature = "proptest1", feature = "serde"))]
mod damage;
#[cfg(feature = "serde")]
mod discreet;
#[cfg(feature = "serde")]
mod flawless;
#[cfg(feature = "serde")]
#[path = "../shared/generated.rs"]
mod generated;
mod import;
#[cfg(feature = "serde")]
mod misread;
#[cfg(feature = "serde")]
mod one_entry;
#[cfg(feature = "serde")]
#[path = "../shared/plain.rs"]
mod plain;
#[cfg(feature = "serde")]
mod plain_words;
#[cfg(all(feature = "proptest1", feature = "serde"))]
mod properties;
#[cfg(feature = "serde")]
mod recording;
#[cfg(feature = "serde")]
mod scale;
#[cfg(feature = "serde")]
mod schema;
#[cfg(feature = "serde")]
#[path = "../shared/schema.rs"]
mod schemas;
#[cfg(feature = "serde")]
mod sharing;
mod verbs;
#[cfg(feature = "serde")]
mod wire;
