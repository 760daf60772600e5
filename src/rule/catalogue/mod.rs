//! The catalogue: one file a block, one list of blocks.

use super::{Ctx, OldEvidence, Retired, RuleCode, RuleMeta, Severity, Sink};
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

/// Declares rules of one subject.
///
/// The documentation of a rule begins with the norm, which says *must* where a breach can be an error and *should* otherwise, or with
/// the name of the event that the rule is about; why it matters and when it does not apply follow under headings. Under `says` stand
/// the cases, each a verb, a name, what it weighs if that is less than the rule, and the sentence; the check names the case it means
/// by the same word. What stands in brackets may be left out.
macro_rules! rules {
    (
        kind: $block:ident;
        $(
            $(#[doc = $doc:literal])+
            $NAME:ident = {
                code: $code:literal, severity: $severity:ident, clause: $clause:ident,
                $(kind: $kind:ident,)?
                $(since: $since:ident,)?
                topics: [$($topic:ident),* $(,)?],
                $(looks_for: [$($looks:ident),+ $(,)?],)?
                $(holds_if_reported: [$($holds:ident),+ $(,)?],)?
                $(parameters: [$($parameter:literal),* $(,)?],)?
                basis: $basis:ident, sources: [$($source:expr),+ $(,)?],
                $(remedies: [$($remedy:ident),* $(,)?],)?
                $(record: [$($record:literal),+ $(,)?],)?
                $(follows: [$($cause:literal),+ $(,)?],)?
                $(follows_here: [$($here:literal),+ $(,)?],)?
                $(reads_findings: $reads:literal,)?
                says: { $($verb:ident $CASE:ident $($weight:ident)? : $text:literal $(asks $asks:literal)? ;)+ },
                check: $check:expr $(,)?
            };
        )+
    ) => {
        $(
            $(#[doc = $doc])+
            static $NAME: $crate::rule::Rule = $crate::rule::Rule {
                meta: $crate::rule::RuleMeta {
                    code: $crate::rule::RuleCode::from_static($code),
                    name: alloc::borrow::Cow::Borrowed(rules!(@lower $NAME)),
                    must: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::title(concat!($($doc, "\n"),+))),
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
                    kind: rules!(@or $block $(, $kind)?; RuleKind),
                    topics: $crate::Reporting::of(&[$($crate::Topic::$topic),*]),
                    looks_for: $crate::Reporting::of(&[$($($crate::Topic::$looks),+)?]),
                    holds_if_reported: $crate::Reporting::of(&[$($($crate::Topic::$holds),+)?]),
                    parameters: alloc::borrow::Cow::Borrowed(&[$($($parameter),*)?]),
                    basis: $crate::source::Basis::$basis,
                    sources: alloc::borrow::Cow::Borrowed(&[$($source),+]),
                    since: rules!(@or FIRST $(, $since)?; Edition),
                    remedies: alloc::borrow::Cow::Borrowed(&[$($($crate::rule::Remedy::$remedy),*)?]),
                    record: alloc::borrow::Cow::Borrowed(&[$($($record),+)?]),
                    follows: alloc::borrow::Cow::Borrowed(&[$($($crate::rule::RuleCode::from_static($cause)),+)?]),
                    follows_here: alloc::borrow::Cow::Borrowed(&[$($($crate::rule::RuleCode::from_static($here)),+)?]),
                    cases: alloc::borrow::Cow::Borrowed(&[$($crate::rule::Case {
                        name: alloc::borrow::Cow::Borrowed(rules!(@lower $CASE)),
                        verb: rules!(@verb $verb),
                        severity: rules!(@or $severity $(, $weight)?; Severity),
                        says: alloc::borrow::Cow::Borrowed($text),
                        asks: rules!(@asks $($asks)?),
                    }),+]),
                    guaranteed_by: None,
                },
                check: {
                    $(const $CASE: &str = rules!(@lower $CASE);)+
                    $check
                },
                reads_findings: false $(|| $reads)?,
            };
        )+

        /// The rules of this subject.
        pub(super) static RULES: &[&$crate::rule::Rule] = &[$(&$NAME),+];

        /// Their codes.
        #[allow(dead_code, unreachable_pub, reason = "a code has a name whether or not something else speaks of it yet")]
        pub(crate) mod code {
            $(pub(crate) const $NAME: $crate::rule::RuleCode = $crate::rule::RuleCode::from_static($code);)+
        }
    };
    (@lower $NAME:ident) => {
        $crate::rule::catalogue::doc::lower(
            &$crate::rule::catalogue::doc::lower_bytes::<{ stringify!($NAME).len() }>(stringify!($NAME)),
        )
    };
    (@or $usual:ident; $Type:ident) => { $crate::rule::$Type::$usual };
    (@or $usual:ident, $own:ident; $Type:ident) => { $crate::rule::$Type::$own };
    (@verb finds) => { $crate::rule::Verb::Finds };
    (@verb lacks) => { $crate::rule::Verb::Lacks };
    (@verb calls_for) => { $crate::rule::Verb::CallsFor };
    (@asks) => { None };
    (@asks $asks:literal) => { Some(alloc::borrow::Cow::Borrowed($asks)) };
}
pub(in crate::rule) use rules;

/// Declares the rules of a block that is not yet rewritten.
macro_rules! old_rules {
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
                    must: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::title(concat!($($doc, "\n"),+))),
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
                    looks_for: $crate::Reporting::EXCERPT,
                    cases: alloc::borrow::Cow::Borrowed(&[]),
                    follows: alloc::borrow::Cow::Borrowed(&[]),
                    follows_here: alloc::borrow::Cow::Borrowed(&[]),
                    record: alloc::borrow::Cow::Borrowed(&[]),
                    topics: $crate::Reporting::of(&[$($crate::Topic::$topic),*]),
                    holds_if_reported: $crate::Reporting::of(&[$($($crate::Topic::$holds),+)?]),
                    parameters: alloc::borrow::Cow::Borrowed(&[$($parameter),*]),
                    basis: $crate::source::Basis::$basis,
                    sources: alloc::borrow::Cow::Borrowed(&[$($source),+]),
                    since: $crate::rule::Edition::$since,
                    remedies: alloc::borrow::Cow::Borrowed(&[$($crate::rule::Remedy::$remedy),*]),
                    guaranteed_by: old_rules!(@guarantee $($guarantee)?),
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
pub(in crate::rule) use old_rules;

/// The check of a rule that the types, or `record`, make impossible to break.
pub(in crate::rule) fn guaranteed(_: &Ctx<'_>, _: &mut Sink<'_>) {}

/// The check of a rule that is a condition of the machine: it finds each step at which the condition was not met.
pub(in crate::rule) fn condition(guard: Guard, topic: Topic, ctx: &Ctx<'_>, out: &mut Sink<'_>) {
    condition_as(out.default(), guard, topic, ctx, out);
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
                Guard::InitialTasksDone => {
                    // A task that has a rule of its own is asked for there.
                    let own = |task: &crate::InitialTask| crate::machine::initial_task_code(*task).is_none();
                    let open = step.open_tasks.iter().filter(own).collect::<crate::InitialTaskSet>();
                    if open.is_empty() {
                        continue;
                    }
                    OldEvidence::InitialTasks { open }
                }
                Guard::EndingTasksDone => OldEvidence::EndingTasks { open: step.open_ending },
                Guard::PhaseOrder | Guard::AcuteTreatmentOver => {
                    OldEvidence::Phases { written: step.to, derived: step.from }
                }
                _ => OldEvidence::Nothing {},
            };
            let later = ctx.met_later(guard, step);
            let waivable = super::explain(out.code()).is_some_and(RuleMeta::is_waivable);
            let weight = if later.is_some() && waivable { severity.min(Severity::Warning) } else { severity };
            let finding = out.old_finds_as(weight, ctx.place_of(step.seq), evidence);
            if let Some(by) = later {
                finding.remedied_by(by);
            }
        } else if step.unknown.contains(guard) {
            out.cannot_tell(topic, ctx.place_of(step.seq));
        }
    }
}

/// The blocks, each with its files, in the order of a course.
const BLOCKS: &[&[&[&Rule]]] = &[
    &[record::RULES],
    &[pretreatment::RULES],
    &[initial::RULES],
    &[area::RULES],
    &[formulation::RULES],
    &[phases::RULES],
    content::FILES,
    work::FILES,
    &[timing::RULES],
    &[measure::RULES],
    safety::FILES,
    &[ending::RULES],
    &[maintenance::RULES],
    &[oversight::RULES],
    &[delivery::RULES],
    &[population::RULES],
    &[asked::RULES],
];

/// The codes of each block that are used no more.
const RETIRED: &[&[Retired]] = &[content::RETIRED, work::RETIRED, safety::RETIRED];

/// Every rule by its name, where a code is spoken of.
#[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
pub(crate) mod code {
    pub(crate) use super::{content::code::*, safety::code::*, work::code::*};
}

/// The codes that are used no more, with the rules that ask their questions now, in the order of codes.
pub fn retired() -> impl Iterator<Item = &'static Retired> + Clone {
    RETIRED.iter().flat_map(|block| block.iter())
}

const COUNT: usize = {
    let mut count = 0;
    let mut block = 0;
    while block < BLOCKS.len() {
        let mut file = 0;
        while file < BLOCKS[block].len() {
            count += BLOCKS[block][file].len();
            file += 1;
        }
        block += 1;
    }
    count
};

/// Every rule, in the order of codes.
pub static CATALOGUE: [&Rule; COUNT] = in_order();

/// The rules of all files, sorted: a rule stands in the file of its subject, whatever its number.
const fn in_order() -> [&'static Rule; COUNT] {
    let mut rules = [BLOCKS[0][0][0]; COUNT];
    let mut next = 0;
    let mut block = 0;
    while block < BLOCKS.len() {
        let mut file = 0;
        while file < BLOCKS[block].len() {
            let from = BLOCKS[block][file];
            let mut rule = 0;
            while rule < from.len() {
                let mut at = next;
                while at > 0 && comes_before(from[rule].meta.code, rules[at - 1].meta.code) {
                    rules[at] = rules[at - 1];
                    at -= 1;
                }
                rules[at] = from[rule];
                next += 1;
                rule += 1;
            }
            file += 1;
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
