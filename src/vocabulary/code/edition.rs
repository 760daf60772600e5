//! Versions of the catalogue.

/// A version of the catalogue of rules.
///
/// ```
/// use interpersonal::rule::Edition;
///
/// assert!(Edition::new(0, 1, 0) < Edition::new(0, 2, 0));
/// assert_eq!(Edition::new(0, 1, 0).to_string(), "0.1.0");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edition(u16, u16, u16);

impl Edition {
    /// The first: the catalogue of version 0.1.
    pub const FIRST: Self = Self(0, 1, 0);
    /// The second: one rule a question, each with sentences of its own.
    pub const SECOND: Self = Self(0, 2, 0);
    /// That of this version of the crate.
    pub const CURRENT: Self = Self::SECOND;

    /// An edition by its version.
    #[must_use]
    pub const fn new(major: u16, minor: u16, patch: u16) -> Self {
        Self(major, minor, patch)
    }
}

impl core::fmt::Display for Edition {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}
