//! Rules: what the manuals require, decided from the record.
//!
//! A rule is data and a plain function. It reads a [`Ctx`], the record folded once, and writes into a [`Sink`]. A
//! [`Validator`] runs the catalogue and the rules of one's own, and says in a [`Report`] what was found, what cannot be told,
//! and against what the record was checked.

mod catalogue;
mod code;
mod ctx;
mod evidence;
mod finding;
mod index;
#[cfg(feature = "serde")]
mod json;
mod language;
mod lookup;
mod meta;
mod place;
mod report;
mod sink;
mod text;
mod validator;

pub(crate) use catalogue::thin;
pub use catalogue::{CATALOGUE, Rule};
pub use code::{RuleCode, Severities, Severity};
pub use ctx::Ctx;
pub use evidence::Evidence;
pub use finding::{Finding, Status, Unknown};
pub use index::{FactRow, SessionRow, StepRow};
pub use language::{Language, Phrases, PlanPhrases};
pub(crate) use language::{List, Said, fill};
pub use lookup::{Lookup, RETIRED, Retired, lookup, nearest};
pub use meta::{Clause, Edition, Moment, Moments, Remedy, RuleKind, RuleMeta};
pub use place::{Place, Region};
pub use report::{Conformance, Counts, Coverage, Regrading, Report, Tally};
pub use sink::{Outcome, Sink};
pub use text::{Summary, Text};
pub use validator::{CustomRule, RegisterError, Scratch, Validator};

use crate::base::set::vocabulary;

vocabulary! {
    /// Why a rule cannot be waived.
    pub open enum Unwaivable {
        /// It guards a person's safety or the integrity of the record: it can be remedied, never waived.
        Protected = "it_guards_safety_or_the_integrity_of_the_record",
        /// There is no such rule in the catalogue.
        NoSuchRule = "the_catalogue_has_no_such_rule",
    }
}

/// What is known of a rule of the catalogue. A retired code is answered with the rule that asks its question now.
///
/// ```
/// use interpersonal::{RuleCode, rule};
///
/// let meta = rule::explain(RuleCode::from_static("IPT-109")).unwrap();
/// assert!(!meta.is_waivable());
/// ```
#[must_use]
pub fn explain(code: RuleCode) -> Option<&'static RuleMeta> {
    let code = lookup::current(code);
    let at = CATALOGUE.binary_search_by_key(&code, |rule| rule.meta.code).ok()?;
    Some(&CATALOGUE[at].meta)
}

/// Whether a rule may be waived. Rules of one's own may.
pub(crate) fn may_be_waived(code: RuleCode) -> Result<(), Unwaivable> {
    match explain(code) {
        Some(meta) if meta.is_waivable() => Ok(()),
        Some(_) => Err(Unwaivable::Protected),
        None if code.is_ours() => Err(Unwaivable::NoSuchRule),
        None => Ok(()),
    }
}
