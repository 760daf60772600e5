//! From a code, or from what somebody typed, to a rule: codes, codes of old, names, and the nearest
//! where there is none.

use alloc::{format, vec};

use super::{CATALOGUE, Retired, RuleCode, RuleMeta, current, retired};
use crate::base::{near::letter, unknown::NameError};

impl RuleMeta {
    /// What is known of a rule of the catalogue. A retired code is answered with the rule that asks
    /// its question now.
    ///
    /// ```
    /// use interpersonal::{RuleCode, rule::RuleMeta};
    ///
    /// let meta = RuleMeta::get(RuleCode::from_static("IPT-189")).unwrap();
    /// assert!(!meta.is_waivable());
    /// // Its question was once asked under another code as well.
    /// assert_eq!(RuleMeta::get(RuleCode::from_static("IPT-198")), Some(meta));
    /// ```
    #[must_use]
    pub fn get(code: RuleCode) -> Option<&'static Self> {
        let code = current(code);
        let at = CATALOGUE
            .binary_search_by_key(&code, |rule| rule.meta.code)
            .ok()?;
        Some(&CATALOGUE[at].meta)
    }

    /// The rule that somebody named: by its code (`IPT-064`, `ipt-64`, `64`) or by its name
    /// (`back_from_ending`). A retired code is answered with the rule that asks its question now;
    /// [`Retired::parse`] says that it was retired.
    ///
    /// ```
    /// use interpersonal::rule::RuleMeta;
    ///
    /// assert_eq!(RuleMeta::parse("ipt-64").unwrap().code.as_str(), "IPT-064");
    /// assert_eq!(RuleMeta::parse("back-from-ending").unwrap().code.as_str(), "IPT-105");
    /// let error = RuleMeta::parse("ipt-14").unwrap_err();
    /// assert_eq!(error.to_string(), "`ipt-014` is no rule; the nearest is `IPT-015`");
    /// ```
    ///
    /// # Errors
    ///
    /// [`NameError`] names the nearest.
    pub fn parse(text: &str) -> Result<&'static Self, NameError> {
        let text = text.trim();
        let by_number = |wanted| {
            let named = metas().find(|meta| number(meta.code.as_str()) == Some(wanted));
            named.or_else(|| Self::get(Retired::of(wanted)?.code))
        };
        let found = match number(text) {
            Some(wanted) => by_number(wanted),
            None => metas().find(|meta| same_name(&meta.name, text)),
        };
        found.ok_or_else(|| unknown(text))
    }
}

impl Retired {
    /// What became of a code that is used no more.
    #[must_use]
    pub fn get(code: RuleCode) -> Option<&'static Self> {
        retired().find(|old| old.code == code)
    }

    /// What became of the code that somebody named, if it is one that is used no more.
    ///
    /// # Errors
    ///
    /// [`NameError`] names the rule nearest to the text.
    pub fn parse(text: &str) -> Result<&'static Self, NameError> {
        let text = text.trim();
        let found = number(text).and_then(Self::of);
        found.ok_or_else(|| unknown(text))
    }

    fn of(wanted: u32) -> Option<&'static Self> {
        retired().find(|old| number(old.code.as_str()) == Some(wanted))
    }
}

fn metas() -> impl Iterator<Item = &'static RuleMeta> {
    CATALOGUE.iter().map(|rule| &rule.meta)
}

/// A text that names no rule. A code is shown as codes are written, whatever was typed.
fn unknown(text: &str) -> NameError {
    if let Some(wanted) = number(text) {
        let nearest = vec![nearest(wanted).code.as_str()];
        return NameError::near("rule", nearest, &format!("ipt-{wanted:03}"));
    }
    let names = metas().map(|meta| &*meta.name);
    NameError::among("rule", names, text)
}

/// The rule with the nearest number.
fn nearest(wanted: u32) -> &'static RuleMeta {
    let distance = |meta: &&RuleMeta| number(meta.code.as_str()).unwrap_or(0).abs_diff(wanted);
    metas().min_by_key(distance).unwrap_or(&CATALOGUE[0].meta)
}

/// The code of the catalogue that is nearest to one that it lacks.
pub(super) fn nearest_code(code: RuleCode) -> RuleCode {
    nearest(number(code.as_str()).unwrap_or(0)).code
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
        let old = Retired::parse("ipt-188").unwrap();
        assert_eq!(old.moved_to, [RuleCode::from_static("IPT-186")]);
        assert_eq!(Retired::get(old.code), Some(old));
        let now = RuleMeta::get(old.code).map(|meta| meta.code.as_str());
        assert_eq!(now, Some("IPT-186"));
        assert_eq!(
            RuleMeta::parse("188").map(|meta| meta.code.as_str()),
            Ok("IPT-186")
        );
        // One whose question nobody asks any more.
        assert!(!Retired::parse("IPT-196").unwrap().reason.is_empty());
        assert!(RuleMeta::parse("IPT-196").is_err());
        assert!(Retired::parse("IPT-186").is_err());
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
            let by = |text: &str| RuleMeta::parse(text) == Ok(&rule.meta);
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
        let nearest = |text| RuleMeta::parse(text).unwrap_err().nearest().to_vec();
        assert_eq!(nearest("IPT-014"), ["IPT-015"]);
        assert_eq!(nearest("back_form_endng")[0], "back_from_ending");
        assert!(!nearest("").is_empty() && !nearest("ü-ß").is_empty());
        assert_eq!(
            nearest_code(RuleCode::from_static("IPT-014")).as_str(),
            "IPT-015"
        );
    }

    #[test]
    fn a_code_that_is_not_known_is_shown_and_other_texts_are_not() {
        let told = |text| alloc::string::ToString::to_string(&RuleMeta::parse(text).unwrap_err());
        assert!(told("IPT-999").starts_with("`ipt-999` is no rule"));
        assert!(told("Mary came").starts_with("an unknown name of 9 characters is no rule"));
    }
}
