//! Rules: what the manuals require, decided from the record.

mod code;
mod place;

pub use code::{RuleCode, Severities, Severity};
pub use place::{Place, Region};

use crate::base::set::vocabulary;

vocabulary! {
    /// Why a rule cannot be waived.
    pub open enum Unwaivable {
        /// It guards a person's safety or the integrity of the record: it can be remedied, never waived.
        Protected = "protected",
        /// There is no such rule.
        NoSuchRule = "no_such_rule",
    }
}

/// Whether a rule may be waived.
pub(crate) fn may_be_waived(_code: RuleCode) -> Result<(), Unwaivable> {
    Ok(())
}
