//! Numbers of an instrument with the place where they stand.

/// Where a number stands, and whether it was read there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Citation {
    /// The source, in short.
    pub source: &'static str,
    /// Whether the number was read in the source. If not, it is known in the field and the source
    /// was not seen.
    pub seen: bool,
}

/// A number with its citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Figure<T> {
    /// The number as the source has it.
    pub value: T,
    /// The source that has it.
    pub citation: Citation,
}

impl<T> Figure<T> {
    pub(super) const fn new(value: T, citation: Citation) -> Self {
        Self { value, citation }
    }
}

/// A source in which the number was read.
pub(super) const fn seen(source: &'static str) -> Citation {
    Citation { source, seen: true }
}

/// A source that is known to hold the number and was not read.
pub(super) const fn unseen(source: &'static str) -> Citation {
    Citation {
        source,
        seen: false,
    }
}
