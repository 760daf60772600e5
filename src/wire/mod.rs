//! The stored form: how it is read.

#[cfg(feature = "serde")]
mod discreet;

#[cfg(feature = "serde")]
pub use discreet::discreet;
