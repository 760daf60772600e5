//! From what somebody typed to a rule: codes, codes of old, names, and the nearest where there is none.

use super::{CATALOGUE, Edition, RuleCode, RuleMeta};
use crate::base::near::{changes, letter};

/// A code whose rule turned out to be wrong or was merged. The number is never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code.
    pub code: RuleCode,
    /// The edition from which it is gone.
    pub since: Edition,
    /// Why.
    pub reason: &'static str,
    /// The rule that asks the question now, if one does.
    pub instead: Option<RuleCode>,
}

/// The codes that are retired, in order. None is yet.
pub static RETIRED: &[Retired] = &[];

/// What a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lookup {
    /// A rule of the catalogue.
    Rule(&'static RuleMeta),
    /// A code that is retired, and the rule that asks its question now.
    Retired(&'static Retired, Option<&'static RuleMeta>),
    /// Nothing; this code is the nearest.
    Unknown {
        /// The nearest code.
        nearest: RuleCode,
    },
}

/// Finds what a text names: a code (`IPT-064`, `ipt-64`, `64`) or a rule's name (`end_announced_first`).
///
/// ```
/// use interpersonal::rule::{Lookup, lookup};
///
/// assert!(matches!(lookup("ipt-64"), Lookup::Rule(meta) if meta.code.as_str() == "IPT-064"));
/// assert!(matches!(lookup("end-announced-first"), Lookup::Rule(meta) if meta.code.as_str() == "IPT-102"));
/// assert!(matches!(lookup("IPT-999"), Lookup::Unknown { .. }));
/// ```
#[must_use]
pub fn lookup(text: &str) -> Lookup {
    lookup_in(RETIRED, text)
}

fn lookup_in(retired: &'static [Retired], text: &str) -> Lookup {
    let text = text.trim();
    let wanted = number(text);
    let rule = |code: RuleCode| CATALOGUE.iter().map(|rule| &rule.meta).find(|meta| meta.code == code);
    let named = |meta: &&RuleMeta| match wanted {
        Some(wanted) => number(meta.code.as_str()) == Some(wanted),
        None => same_name(&meta.name, text),
    };
    if let Some(meta) = CATALOGUE.iter().map(|rule| &rule.meta).find(named) {
        return Lookup::Rule(meta);
    }
    if let Some(old) = retired.iter().find(|old| wanted.is_some() && number(old.code.as_str()) == wanted) {
        return Lookup::Retired(old, old.instead.and_then(rule));
    }
    Lookup::Unknown { nearest: nearest(text) }
}

/// The code of the catalogue nearest to a text: that with the nearest number, or whose name takes the fewest changes.
#[must_use]
pub fn nearest(text: &str) -> RuleCode {
    let metas = CATALOGUE.iter().map(|rule| &rule.meta);
    let nearest = match number(text.trim()) {
        Some(wanted) => metas.min_by_key(|meta| number(meta.code.as_str()).unwrap_or(0).abs_diff(wanted)),
        None => metas.min_by_key(|meta| changes(&meta.name, text.trim())),
    };
    nearest.map_or(CATALOGUE[0].meta.code, |meta| meta.code)
}

/// The code that stands for another now: itself, unless it is retired in favour of one.
pub(crate) fn current(code: RuleCode) -> RuleCode {
    RETIRED.iter().find(|old| old.code == code).and_then(|old| old.instead).unwrap_or(code)
}

/// The number of a code of this crate's name space, with or without the name space and leading zeros.
fn number(text: &str) -> Option<u32> {
    let namespace = text.get(..RuleCode::NAMESPACE.len());
    let digits = match namespace {
        Some(prefix) if prefix.eq_ignore_ascii_case(RuleCode::NAMESPACE) => &text[RuleCode::NAMESPACE.len()..],
        _ => text,
    };
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// Whether two names are the same but for case and for what stands between the words.
fn same_name(name: &str, text: &str) -> bool {
    name.len() == text.len() && name.bytes().zip(text.bytes()).all(|(a, b)| letter(a) == letter(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    static OLD: [Retired; 2] = [
        Retired {
            code: RuleCode::from_static("IPT-900"),
            since: Edition::FIRST,
            reason: "merged",
            instead: Some(RuleCode::from_static("IPT-102")),
        },
        Retired { code: RuleCode::from_static("IPT-901"), since: Edition::FIRST, reason: "wrong", instead: None },
    ];

    #[test]
    fn an_old_code_leads_to_the_rule_that_asks_now() {
        let Lookup::Retired(old, Some(now)) = lookup_in(&OLD, "ipt-900") else { panic!("it is retired") };
        assert_eq!((old.reason, now.code.as_str()), ("merged", "IPT-102"));
        assert!(matches!(lookup_in(&OLD, "IPT-901"), Lookup::Retired(old, None) if old.reason == "wrong"));
    }

    #[test]
    fn what_is_retired_is_no_rule_and_leads_to_one() {
        for old in RETIRED {
            assert!(super::super::explain(old.code).is_none_or(|meta| Some(meta.code) == old.instead), "{}", old.code);
        }
    }

    #[test]
    fn every_code_and_every_name_finds_its_rule() {
        for rule in CATALOGUE {
            let by = |text: &str| matches!(lookup(text), Lookup::Rule(meta) if meta.code == rule.meta.code);
            assert!(by(rule.meta.code.as_str()) && by(&rule.meta.name), "{} {}", rule.meta.code, rule.meta.name);
        }
    }

    #[test]
    fn a_text_that_names_nothing_is_answered_with_the_nearest() {
        let nearest = |text| match lookup(text) {
            Lookup::Unknown { nearest } => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(nearest("IPT-014").as_str(), "IPT-015");
        assert_eq!(nearest("end_anounced_frist").as_str(), "IPT-102");
        assert!(matches!(lookup(""), Lookup::Unknown { .. }));
        assert!(matches!(lookup("ü-ß"), Lookup::Unknown { .. }));
    }
}
