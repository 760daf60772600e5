//! How two protocols compare: which is stricter, and in what they differ.

use alloc::{format, string::String, vec::Vec};

use super::{Protocol, ProtocolSpec};

/// How two protocols relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Strictness {
    /// Whatever conforms to the first conforms to the second.
    Entails,
    /// That cannot be said.
    Unrelated,
}

/// A point in which two protocols differ.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The parameter.
    pub what: &'static str,
    /// Its value in the first protocol, in words.
    pub left: String,
    /// Its value in the second.
    pub right: String,
}
