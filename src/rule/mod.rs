//! Rules: what the manuals require, decided from the record.
//!
//! A rule is data and a plain function. It reads a [`Ctx`], the record folded once, and writes into a [`Sink`]. A
//! [`Validator`] runs the catalogue and the rules of one's own, and says in a [`Report`] what was found, what cannot be told,
//! and against what the record was checked.

mod case;
mod catalogue;
mod code;
mod ctx;
mod evidence;
mod finding;
#[cfg(feature = "serde")]
mod json;
mod lines;
mod lookup;
mod matter;
mod meta;
mod place;
mod report;
mod retired;
mod sink;
mod validator;

pub use crate::course::history::{FactRow, SessionRow, StepRow};
pub use case::{Case, Verb};
pub use catalogue::{CATALOGUE, Rule, retired};
#[allow(unused_imports, reason = "the codes by their names")]
pub(crate) use catalogue::{code as codes, thin};
pub use code::{RuleCode, Severities, Severity};
pub use ctx::Ctx;
pub(crate) use evidence::values;
pub use evidence::{Evidence, Value};
pub use finding::{Cause, Finding, Question, Status, Unknown};
#[cfg(feature = "serde")]
pub use json::InLanguage;
pub use lines::Line;
pub(crate) use lookup::current;
pub use lookup::{Lookup, lookup, nearest};
pub use matter::{Matter, Matters};
pub use meta::{Clause, Edition, Remedy, RuleKind, RuleMeta};
pub use place::{Place, Region};
pub use report::{Conformance, Counts, Coverage, Regrading, Report, Tally};
pub use retired::Retired;
pub use sink::{Outcome, Sink};
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
/// let meta = rule::explain(RuleCode::from_static("IPT-189")).unwrap();
/// assert!(!meta.is_waivable());
/// // Its question was once asked under another code as well.
/// assert_eq!(rule::explain(RuleCode::from_static("IPT-198")), Some(meta));
/// ```
#[must_use]
pub fn explain(code: RuleCode) -> Option<&'static RuleMeta> {
    let code = current(code);
    let at = CATALOGUE.binary_search_by_key(&code, |rule| rule.meta.code).ok()?;
    Some(&CATALOGUE[at].meta)
}

/// Whether a rule may be waived. Rules of one's own may.
pub(crate) fn may_be_waived(code: RuleCode) -> Result<(), Unwaivable> {
    match explain(code) {
        Some(meta) if meta.is_waivable() => Ok(()),
        Some(_) => Err(Unwaivable::Protected),
        // A record of before may waive what no rule asks any more.
        None if retired().any(|old| old.code == code) => Ok(()),
        None if code.is_ours() => Err(Unwaivable::NoSuchRule),
        None => Ok(()),
    }
}
