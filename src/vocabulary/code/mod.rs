//! Codes and severities of rules.

mod edition;
pub(crate) mod registry;

pub use edition::Edition;
pub use registry::{Retired, Unwaivable, retired, split};
pub(crate) use registry::{current, may_be_waived};

use crate::base::{
    set::{enum_set, vocabulary},
    token::token,
};

token! {
    /// The code of a rule: a name space, a hyphen, a number, such as `IPT-064`. `IPT-` is this
    /// crate's.
    ///
    /// A code never changes and is never used again.
    pub struct RuleCode(12), "rule code", shown;
}

impl RuleCode {
    /// The name space of this crate.
    pub const NAMESPACE: &'static str = "IPT-";

    /// Whether the code lies in this crate's name space.
    #[must_use]
    pub fn is_ours(&self) -> bool {
        self.as_str().starts_with(Self::NAMESPACE)
    }
}

vocabulary! {
    /// How much a finding weighs, from the least.
    pub closed enum Severity {
        /// An event that a reader wants to see although nothing is wrong.
        Note = "note",
        /// Late, short, thin, out of order, or a single occurrence.
        Warning = "warning",
        /// The integrity of the record or a person's safety; something absent that all variants of
        /// IPT share; or a bound passed that the protocol's own source publishes.
        Error = "error",
    }
}

enum_set! {
    /// A set of severities.
    pub struct Severities(u8) of Severity;
}
