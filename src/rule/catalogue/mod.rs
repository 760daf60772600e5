//! The catalogue: a folder a block, a file a subject, one list of blocks.

use super::{Ctx, RuleCode, RuleMeta, Sink};
use crate::vocabulary::registry;

mod agreement;
mod asked;
mod content;
mod delivery;
mod doc;
mod dose;
mod due;
mod ending;
mod fits;
mod focus;
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

pub(in crate::rule) use due::came_too_late;
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
        f.debug_struct("Rule")
            .field("code", &self.meta.code)
            .finish_non_exhaustive()
    }
}

/// Declares rules of one subject.
///
/// The documentation of a rule begins with the norm, which says *must* where a breach can be an
/// error and *should* otherwise, or with the name of the event that the rule is about; why it
/// matters and when it does not apply follow under headings. Under `says` stand the cases, each a
/// verb, a name, what it weighs if that is less than the rule, and the sentence; the check names
/// the case it means by the same word. What stands in brackets may be left out. A rule that judges
/// by a bound of `crate::pace` has its code from there, under its own name.
macro_rules! rules {
    (
        kind: $block:ident;
        $(
            $(#[doc = $doc:literal])+
            $NAME:ident = {
                code: $code:tt, severity: $severity:ident, clause: $clause:ident,
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
                    code: rules!(@code $code),
                    name: alloc::borrow::Cow::Borrowed(rules!(@lower $NAME)),
                    must: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::title(&[$($doc),+])),
                    why: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::section(
                        &[$($doc),+],
                        concat!($($doc),+),
                        $crate::rule::catalogue::doc::WHY,
                    )),
                    unless: alloc::borrow::Cow::Borrowed($crate::rule::catalogue::doc::section(
                        &[$($doc),+],
                        concat!($($doc),+),
                        $crate::rule::catalogue::doc::UNLESS,
                    )),
                    severity: $crate::vocabulary::Severity::$severity,
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
                    follows: alloc::borrow::Cow::Borrowed(&[$($($crate::vocabulary::RuleCode::from_static($cause)),+)?]),
                    follows_here: alloc::borrow::Cow::Borrowed(&[$($($crate::vocabulary::RuleCode::from_static($here)),+)?]),
                    cases: alloc::borrow::Cow::Borrowed(&[$($crate::rule::Case {
                        name: alloc::borrow::Cow::Borrowed(rules!(@lower $CASE)),
                        verb: rules!(@verb $verb),
                        severity: rules!(@or $severity $(, $weight)?; Severity),
                        says: alloc::borrow::Cow::Borrowed($text),
                        asks: rules!(@asks $($asks)?),
                        elsewhere: alloc::borrow::Cow::Borrowed(&[]),
                    }),+]),
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
            $(pub(crate) const $NAME: $crate::vocabulary::RuleCode = $crate::rule::catalogue::rules!(@code $code);)+
        }
    };
    (@lower $NAME:ident) => {
        $crate::rule::catalogue::doc::lower(
            &$crate::rule::catalogue::doc::lower_bytes::<{ stringify!($NAME).len() }>(stringify!($NAME)),
        )
    };
    (@code $code:literal) => { $crate::vocabulary::RuleCode::from_static($code) };
    (@code $NAME:ident) => { $crate::pace::code::$NAME };
    (@or $usual:ident; $Type:ident) => { $crate::rule::$Type::$usual };
    (@or $usual:ident, $own:ident; $Type:ident) => { $crate::rule::$Type::$own };
    (@verb finds) => { $crate::rule::Verb::Finds };
    (@verb lacks) => { $crate::rule::Verb::Lacks };
    (@verb calls_for) => { $crate::rule::Verb::CallsFor };
    (@asks) => { None };
    (@asks $asks:literal) => { Some(alloc::borrow::Cow::Borrowed($asks)) };
}
pub(in crate::rule) use rules;

/// Declares a block by its files, in the order in which a reader meets them: the rules of each, and
/// all their codes by name.
macro_rules! block {
    ($($file:ident),+ $(,)?) => {
        pub(super) const FILES: &[&[&$crate::rule::Rule]] = &[$($file::RULES),+];

        #[allow(unused_imports, reason = "a code has a name whether or not something speaks of it yet")]
        pub(crate) mod code {
            $(pub(crate) use super::$file::code::*;)+
        }
    };
}
use block;

/// The blocks, each with its files, in the order of a course.
const BLOCKS: &[&[&[&Rule]]] = &[
    record::FILES,
    pretreatment::FILES,
    initial::FILES,
    focus::FILES,
    agreement::FILES,
    phases::FILES,
    content::FILES,
    work::FILES,
    timing::FILES,
    measure::FILES,
    safety::FILES,
    ending::FILES,
    maintenance::FILES,
    oversight::FILES,
    delivery::FILES,
    population::FILES,
    asked::FILES,
    fits::FILES,
];

/// The block that asks whether the record fits together.
pub(in crate::rule) const FITS: &[&[&Rule]] = fits::FILES;

/// Every rule by its name, where a code is spoken of.
#[allow(
    unused_imports,
    reason = "a code has a name whether or not something speaks of it yet"
)]
pub(crate) mod code {
    pub(crate) use super::{
        agreement::code::*, asked::code::*, content::code::*, delivery::code::*, ending::code::*,
        fits::code::*, focus::code::*, initial::code::*, maintenance::code::*, measure::code::*,
        oversight::code::*, phases::code::*, population::code::*, pretreatment::code::*,
        record::code::*, safety::code::*, timing::code::*, work::code::*,
    };
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
        assert!(
            comes_before(CATALOGUE[i - 1].meta.code, CATALOGUE[i].meta.code),
            "two rules have the same code"
        );
        i += 1;
    }
};

/// A waiver is judged by the register of codes, which the record can read: the two say the same.
const _: () = {
    assert!(
        COUNT == registry::PROTECTED.len() + registry::WAIVABLE.len(),
        "a rule and src/vocabulary/code/registry.rs differ: each code of the catalogue stands there \
         once, under PROTECTED or WAIVABLE"
    );
    let (mut protected, mut waivable, mut i) = (0, 0, 0);
    while i < COUNT {
        let meta = &CATALOGUE[i].meta;
        let (list, at) = if meta.is_waivable() {
            waivable += 1;
            (registry::WAIVABLE, waivable)
        } else {
            protected += 1;
            (registry::PROTECTED, protected)
        };
        assert!(
            at <= list.len()
                && !comes_before(meta.code, list[at - 1])
                && !comes_before(list[at - 1], meta.code),
            "a rule stands under the wrong name in src/vocabulary/code/registry.rs, or out of order: \
             under PROTECTED if its clause is Integrity, otherwise under WAIVABLE, codes rising"
        );
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
