//! From what somebody typed to a rule: codes, codes of old, names, and the nearest where there is
//! none.

use super::{CATALOGUE, Retired, RuleCode, RuleMeta, retired};
use crate::base::near::{changes, letter};

/// What a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lookup {
    /// A rule of the catalogue.
    Rule(&'static RuleMeta),
    /// A code that is used no more, and the first rule that asks its question now.
    Retired(&'static Retired, Option<&'static RuleMeta>),
    /// Nothing; this code is the nearest.
    Unknown {
        /// The code of the catalogue that looks most like it.
        nearest: RuleCode,
    },
}

/// Finds what a text names: a code (`IPT-064`, `ipt-64`, `64`) or a rule's name
/// (`back_from_ending`).
///
/// ```
/// use interpersonal::rule::{Lookup, lookup};
///
/// assert!(matches!(lookup("ipt-64"), Lookup::Rule(meta) if meta.code.as_str() == "IPT-064"));
/// assert!(matches!(lookup("back-from-ending"), Lookup::Rule(meta) if meta.code.as_str() == "IPT-105"));
/// assert!(matches!(lookup("IPT-999"), Lookup::Unknown { .. }));
/// ```
#[must_use]
pub fn lookup(text: &str) -> Lookup {
    let text = text.trim();
    let wanted = number(text);
    let rule = |code: RuleCode| {
        CATALOGUE
            .iter()
            .map(|rule| &rule.meta)
            .find(|meta| meta.code == code)
    };
    let named = |meta: &&RuleMeta| match wanted {
        Some(wanted) => number(meta.code.as_str()) == Some(wanted),
        None => same_name(&meta.name, text),
    };
    if let Some(meta) = CATALOGUE.iter().map(|rule| &rule.meta).find(named) {
        return Lookup::Rule(meta);
    }
    if let Some(old) = retired().find(|old| wanted.is_some() && number(old.code.as_str()) == wanted)
    {
        return Lookup::Retired(old, old.instead().and_then(rule));
    }
    Lookup::Unknown {
        nearest: nearest(text),
    }
}

/// The code of the catalogue nearest to a text: that with the nearest number, or whose name takes
/// the fewest changes.
#[must_use]
pub fn nearest(text: &str) -> RuleCode {
    let metas = CATALOGUE.iter().map(|rule| &rule.meta);
    let nearest = match number(text.trim()) {
        Some(wanted) => {
            metas.min_by_key(|meta| number(meta.code.as_str()).unwrap_or(0).abs_diff(wanted))
        }
        None => metas.min_by_key(|meta| changes(&meta.name, text.trim())),
    };
    nearest.map_or(CATALOGUE[0].meta.code, |meta| meta.code)
}

/// The number of a code of this crate's name space, with or without the name space and leading
/// zeros.
fn number(text: &str) -> Option<u32> {
    let namespace = text.get(..RuleCode::NAMESPACE.len());
    let digits = match namespace {
        Some(prefix) if prefix.eq_ignore_ascii_case(RuleCode::NAMESPACE) => {
            &text[RuleCode::NAMESPACE.len()..]
        }
        _ => text,
    };
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().ok()
    } else {
        None
    }
}

/// Whether two names are the same but for case and for what stands between the words.
fn same_name(name: &str, text: &str) -> bool {
    name.len() == text.len()
        && name
            .bytes()
            .zip(text.bytes())
            .all(|(a, b)| letter(a) == letter(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_code_leads_to_the_rule_that_asks_now() {
        let Lookup::Retired(old, Some(now)) = lookup("ipt-188") else {
            panic!("it moved")
        };
        assert_eq!(
            (old.moved_to, now.code.as_str()),
            (&[RuleCode::from_static("IPT-186")][..], "IPT-186")
        );
        assert!(matches!(lookup("IPT-196"), Lookup::Retired(old, None) if !old.reason.is_empty()));
        assert_eq!(
            super::super::explain(RuleCode::from_static("IPT-188")).map(|meta| meta.code.as_str()),
            Some("IPT-186")
        );
    }

    #[test]
    fn what_is_retired_is_no_rule_and_leads_to_rules() {
        let known = |code: &RuleCode| CATALOGUE.iter().any(|rule| rule.meta.code == *code);
        for old in retired() {
            assert!(!known(&old.code), "{}", old.code);
            assert!(old.moved_to.iter().all(known), "{}", old.code);
            assert_eq!(
                retired().filter(|other| other.code == old.code).count(),
                1,
                "{}",
                old.code
            );
        }
    }

    #[test]
    fn every_code_and_every_name_finds_its_rule() {
        for rule in CATALOGUE {
            let by = |text: &str| matches!(lookup(text), Lookup::Rule(meta) if meta.code == rule.meta.code);
            assert!(
                by(rule.meta.code.as_str()) && by(&rule.meta.name),
                "{} {}",
                rule.meta.code,
                rule.meta.name
            );
        }
    }

    #[test]
    fn a_text_that_names_nothing_is_answered_with_the_nearest() {
        let nearest = |text| match lookup(text) {
            Lookup::Unknown { nearest } => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(nearest("IPT-014").as_str(), "IPT-015");
        assert_eq!(nearest("back_form_endng").as_str(), "IPT-105");
        assert!(matches!(lookup(""), Lookup::Unknown { .. }));
        assert!(matches!(lookup("ü-ß"), Lookup::Unknown { .. }));
    }
}
