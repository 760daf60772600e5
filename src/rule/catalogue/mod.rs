//! The catalogue: one file a block, one list of blocks.

use super::{Ctx, Evidence, RuleCode, RuleMeta, Severity, Sink};
use crate::{machine::Guard, topic::Topic};

mod absence;
mod area;
mod asked;
mod content;
mod delivery;
mod doc;
mod due;
mod ending;
mod formulation;
mod initial;
mod maintenance;
mod measure;
mod middle;
mod oversight;
mod pace;
mod phases;
mod population;
mod pretreatment;
mod record;
mod safety;
mod timing;
mod work;

pub(crate) use due::thin;

/// A rule: what is known of it, and its check.
pub struct Rule {
    /// What is known of it.
    pub meta: RuleMeta,
    pub(in crate::rule) check: fn(&Ctx<'_>, &mut Sink<'_>),
    /// Whether it reads what the others found, and so runs after them and after waivers.
    pub(in crate::rule) reads_findings: bool,
}

impl core::fmt::Debug for Rule {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Rule").field("code", &self.meta.code).finish_non_exhaustive()
    }
}

/// Declares the rules of a block. The first line of a rule's documentation is its title; the rest is its explanation.
macro_rules! rules {
    ($(
        $(#[doc = $doc:literal])+
        $NAME:ident = {
            code: $code:literal, severity: $severity:ident, clause: $clause:ident, kind: $kind:ident,
            moments: [$($moment:ident),+ $(,)?], topics: [$($topic:ident),* $(,)?],
            $(holds_if_reported: [$($holds:ident),+ $(,)?],)?
            parameters: [$($parameter:literal),* $(,)?],
            basis: $basis:ident, sources: [$($source:expr),+ $(,)?], since: $since:ident,
            remedies: [$($remedy:ident),* $(,)?],
            $(guaranteed_by: $guarantee:literal,)?
            $(reads_findings: $reads:literal,)?
            check: $check:expr $(,)?
        };
    )+) => {
        $(
            $(#[doc = $doc])+
            static $NAME: $crate::rule::Rule = $crate::rule::Rule {
                meta: $crate::rule::RuleMeta {
                    code: $crate::rule::RuleCode::from_static($code),
                    name: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::lower(
                        &$crate::rule::catalogue::doc::lower_bytes::<{ stringify!($NAME).len() }>(stringify!($NAME)),
                    )),
                    title: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::title(concat!($($doc, "\n"),+))),
                    why: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::section(
                        concat!($($doc, "\n"),+),
                        $crate::rule::catalogue::doc::WHY,
                    )),
                    unless: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::section(
                        concat!($($doc, "\n"),+),
                        $crate::rule::catalogue::doc::UNLESS,
                    )),
                    severity: $crate::rule::Severity::$severity,
                    clause: $crate::rule::Clause::$clause,
                    kind: $crate::rule::RuleKind::$kind,
                    moments: $crate::rule::Moments::of(&[$($crate::rule::Moment::$moment),+]),
                    topics: $crate::Reporting::of(&[$($crate::Topic::$topic),*]),
                    holds_if_reported: $crate::Reporting::of(&[$($($crate::Topic::$holds),+)?]),
                    parameters: alloc::borrow::Cow::Borrowed(&[$($parameter),*]),
                    basis: $crate::source::Basis::$basis,
                    sources: alloc::borrow::Cow::Borrowed(&[$($source),+]),
                    since: $crate::rule::Edition::$since,
                    remedies: alloc::borrow::Cow::Borrowed(&[$($crate::rule::Remedy::$remedy),*]),
                    guaranteed_by: rules!(@guarantee $($guarantee)?),
                },
                check: $check,
                reads_findings: false $(|| $reads)?,
            };
        )+

        /// The rules of this block.
        pub(super) static RULES: &[&$crate::rule::Rule] = &[$(&$NAME),+];
    };
    (@guarantee) => { None };
    (@guarantee $guarantee:literal) => { Some($guarantee) };
}
pub(in crate::rule) use rules;

/// The check of a rule that the types, or `record`, make impossible to break.
pub(in crate::rule) fn guaranteed(_: &Ctx<'_>, _: &mut Sink<'_>) {}

/// The check of a rule that is a condition of the machine: it finds each step at which the condition was not met.
pub(in crate::rule) fn condition(guard: Guard, topic: Topic, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    condition_as(out.default, guard, topic, ctx, out);
}

/// The same, with a weight of its own. Met later, it is late and no longer absent: a warning at most. Integrity and
/// safety keep their weight.
pub(in crate::rule) fn condition_as(severity: Severity, guard: Guard, topic: Topic, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    if !ctx.index.judged.contains(guard) {
        return out.does_not_apply();
    }
    for step in ctx.steps() {
        if step.unmet.contains(guard) {
            let evidence = match guard {
                Guard::InitialTasksDone => Evidence::InitialTasks { open: step.open_tasks },
                Guard::EndingTasksDone => Evidence::EndingTasks { open: step.open_ending },
                Guard::PhaseOrder | Guard::AcuteTreatmentOver => {
                    Evidence::Phases { written: step.to, derived: step.from }
                }
                _ => Evidence::Nothing {},
            };
            let later = ctx.met_later(guard, step);
            let waivable = super::explain(out.code).is_some_and(RuleMeta::is_waivable);
            let weight = if later.is_some() && waivable { severity.min(Severity::Warning) } else { severity };
            let finding = out.finds_as(weight, ctx.place_of(step.seq), evidence);
            if let Some(by) = later {
                finding.remedied_by(by);
            }
        } else if step.unknown.contains(guard) {
            out.cannot_tell(topic, ctx.place_of(step.seq));
        }
    }
}

const BLOCKS: [&[&Rule]; 17] = [
    record::RULES,
    pretreatment::RULES,
    initial::RULES,
    area::RULES,
    formulation::RULES,
    phases::RULES,
    content::RULES,
    work::RULES,
    timing::RULES,
    measure::RULES,
    safety::RULES,
    ending::RULES,
    maintenance::RULES,
    oversight::RULES,
    delivery::RULES,
    population::RULES,
    asked::RULES,
];

const COUNT: usize = {
    let mut count = 0;
    let mut block = 0;
    while block < BLOCKS.len() {
        count += BLOCKS[block].len();
        block += 1;
    }
    count
};

/// Every rule, in the order of codes.
pub static CATALOGUE: [&Rule; COUNT] = in_order();

/// The blocks one after the other, sorted: a rule stands in the file of its block, whatever its number.
const fn in_order() -> [&'static Rule; COUNT] {
    let mut rules = [BLOCKS[0][0]; COUNT];
    let mut next = 0;
    let mut block = 0;
    while block < BLOCKS.len() {
        let mut rule = 0;
        while rule < BLOCKS[block].len() {
            let mut at = next;
            while at > 0 && comes_before(BLOCKS[block][rule].meta.code, rules[at - 1].meta.code) {
                rules[at] = rules[at - 1];
                at -= 1;
            }
            rules[at] = BLOCKS[block][rule];
            next += 1;
            rule += 1;
        }
        block += 1;
    }
    rules
}

/// Codes rise strictly, so that each is unique and looking one up is a binary search.
const _: () = {
    let mut i = 1;
    while i < COUNT {
        assert!(comes_before(CATALOGUE[i - 1].meta.code, CATALOGUE[i].meta.code), "a code stands for one rule");
        i += 1;
    }
};

const fn comes_before(a: RuleCode, b: RuleCode) -> bool {
    let (a, b) = (a.as_str().as_bytes(), b.as_str().as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}
