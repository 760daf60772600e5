//! The number of an entry.

use crate::base::shape::{Documented, Plain, Shape};

/// The place of an entry in the record, counted from 1 in order of writing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(transparent)
)]
pub struct Seq(u32);

impl Seq {
    /// The entry of that number, from 1. A record has no entry 0, and refuses whatever refers to
    /// it.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// The number, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a record has fewer than 2^32 entries; the next one is refused"
    )]
    pub(crate) const fn at(index: usize) -> Self {
        Self(index as u32 + 1)
    }

    pub(crate) const fn index(self) -> Option<usize> {
        match self.0 {
            0 => None,
            number => Some(number as usize - 1),
        }
    }
}

impl core::fmt::Debug for Seq {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        core::fmt::Display::fmt(self, f)
    }
}

impl core::fmt::Display for Seq {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "entry {}", self.0)
    }
}

impl Documented for Seq {
    const SHAPE: Shape = Shape::Plain(
        "the number of an entry, from 1 in order of writing",
        Plain::Number {
            least: 0,
            most: 4_294_967_295,
        },
    );
}
