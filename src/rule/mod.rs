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
mod group;
mod lines;
mod lookup;
mod matter;
mod meta;
pub(crate) mod needed;
mod report;
mod sink;
mod validator;

pub use crate::course::due::Due;
pub(crate) use crate::vocabulary::current;
pub use crate::{
    course::history::{FactRow, SessionRow, StepRow},
    vocabulary::{
        Edition, Place, Region, Retired, RuleCode, Severities, Severity, Unwaivable, retired, split,
    },
};
pub use case::{Case, CaseWords, Verb};
pub use catalogue::{CATALOGUE, Rule};
#[allow(unused_imports, reason = "the codes by their names")]
pub(crate) use catalogue::{code as codes, thin};
pub use ctx::Ctx;
pub(crate) use evidence::values;
pub use evidence::{Evidence, Value};
pub use finding::{Cause, Finding, Question, Status, Unknown};
pub use group::{Disagreement, GroupMatter, disagreements};
pub use lines::Line;
pub use matter::{Matter, Matters};
pub use meta::{Clause, Remedy, RuleKind, RuleMeta};
pub use report::{Conformance, Counts, Coverage, Regrading, Report, Tally};
pub use sink::{Outcome, Sink};
pub use validator::{CustomRule, RegisterError, Scratch, Validator};
