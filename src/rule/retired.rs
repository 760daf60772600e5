//! Codes that are used no more, and where their questions are asked now.

use super::{Edition, RuleCode};

/// A code whose question another rule asks now, or nobody.
///
/// The number is never used again. A waiver or an adjustment that names it goes on to hold for the rule that asks now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code.
    pub code: RuleCode,
    /// The edition from which it is gone.
    pub since: Edition,
    /// The rules that ask its question now; none if nobody does.
    pub moved_to: &'static [RuleCode],
    /// Why.
    pub reason: &'static str,
}

impl Retired {
    /// The first of the rules that ask its question now.
    #[must_use]
    pub fn instead(&self) -> Option<RuleCode> {
        self.moved_to.first().copied()
    }
}

/// Declares the codes of a block that are used no more: `"IPT-188" => ["IPT-186"], "why";`.
macro_rules! retired {
    ($($code:literal => [$($to:literal),*], $reason:literal;)*) => {
        /// The codes of this block that are used no more.
        pub(super) const RETIRED: &[$crate::rule::Retired] = &[$($crate::rule::Retired {
            code: $crate::rule::RuleCode::from_static($code),
            since: $crate::rule::Edition::SECOND,
            moved_to: &[$($crate::rule::RuleCode::from_static($to)),*],
            reason: $reason,
        }),*];
    };
}
pub(in crate::rule) use retired;
