//! Rules: what the manuals require, decided from the record.
//!
//! A rule is data and a plain function. It reads a [`Ctx`], the record folded once, and writes into
//! a [`Sink`]. A [`Validator`] runs the catalogue and the rules of one's own, and says in a
//! [`Report`] what was found, what cannot be told, and against what the record was checked.

mod case;
mod catalogue;
mod check;
mod ctx;
mod evidence;
mod finding;
mod lines;
mod lookup;
mod matter;
mod meta;
pub(crate) mod needed;
mod report;
mod sink;
mod validator;

pub(crate) use crate::vocabulary::current;
pub use crate::{
    course::history::{FactRow, SessionRow, StepRow},
    vocabulary::{
        Edition, Place, Region, Retired, RuleCode, Severities, Severity, Unwaivable, retired,
    },
};
pub use case::{Case, Verb};
pub use catalogue::{CATALOGUE, Rule};
#[allow(unused_imports, reason = "the codes by their names")]
pub(crate) use catalogue::{code as codes, thin};
pub use ctx::Ctx;
pub(crate) use evidence::values;
pub use evidence::{Evidence, Value};
pub use finding::{Cause, Finding, Question, Status, Unknown};
pub use lines::Line;
pub use lookup::{Lookup, lookup, nearest};
pub use matter::{Matter, Matters};
pub use meta::{Clause, Remedy, RuleKind, RuleMeta};
pub use report::{Conformance, Counts, Coverage, Regrading, Report, Tally};
pub use sink::{Outcome, Sink};
pub use validator::{CustomRule, RegisterError, Scratch, Validator};

/// What is known of a rule of the catalogue. A retired code is answered with the rule that asks its
/// question now.
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
    let at = CATALOGUE
        .binary_search_by_key(&code, |rule| rule.meta.code)
        .ok()?;
    Some(&CATALOGUE[at].meta)
}
