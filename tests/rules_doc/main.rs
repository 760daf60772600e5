//! What is generated from the catalogue: `docs/RULES.md`, and `docs/rules/` with the same as JSON
//! and CSV, the sources of each rule and the tests that show it. `IPT_BLESS=1 cargo test --test
//! rules_doc` writes all of it anew.

mod draft;
mod page;
mod sentences;
mod tables;
mod trace;

use std::{env, fs, path::Path};

use interpersonal::{
    Severity,
    rule::{CATALOGUE, Remedy},
};

/// Compares a generated file with the stored one, or writes it anew.
#[track_caller]
fn is_fresh(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if env::var_os("IPT_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == text,
        "{name} is stale; IPT_BLESS=1 cargo test --test rules_doc writes it anew"
    );
}

#[test]
fn the_page_of_rules_is_what_the_catalogue_says() {
    is_fresh("docs/RULES.md", &page::page());
}

#[cfg(feature = "serde")]
#[test]
fn the_catalogue_as_json_is_what_it_says() {
    is_fresh("docs/rules/catalogue.json", &tables::json());
}

#[test]
fn the_catalogue_as_a_table_is_what_it_says() {
    is_fresh("docs/rules/catalogue.csv", &tables::catalogue());
}

#[test]
fn where_codes_moved_is_what_the_catalogue_says() {
    is_fresh("docs/rules/moved.csv", &tables::moved());
}

#[test]
fn every_path_that_settles_a_finding_is_one_of_the_stored_form() {
    use interpersonal::shape::{Documented as _, Shape};
    fn has(shape: &Shape, path: &str) -> bool {
        let (first, rest) = path
            .split_once('.')
            .map_or((path, None), |(first, rest)| (first, Some(rest)));
        let then = |shape: &Shape| rest.is_none_or(|rest| has(shape, rest));
        match shape {
            Shape::Object(_, _, fields) => fields
                .iter()
                .any(|field| field.name == first && then(field.shape)),
            Shape::OneOf(_, kinds) => kinds
                .iter()
                .any(|(name, _, shape)| *name == first && then(shape)),
            Shape::Optional(shape) | Shape::List(shape) => has(shape, path),
            _ => false,
        }
    }
    for rule in CATALOGUE {
        for path in rule.meta.record.iter().chain(
            rule.meta
                .remedies
                .iter()
                .flat_map(|remedy| remedy.records(&[])),
        ) {
            assert!(
                has(&interpersonal::Fact::SHAPE, path),
                "{}: the stored form has no {path}",
                rule.meta.code
            );
        }
    }
}

#[test]
fn the_sources_of_each_rule_are_what_the_catalogue_says() {
    is_fresh("docs/rules/sources.csv", &tables::sources());
}

#[test]
fn the_tests_of_each_rule_are_those_that_name_it() {
    let trace = trace::trace();
    is_fresh("docs/rules/tests.csv", &tables::tests(&trace));
    for rule in CATALOGUE {
        let proven = trace
            .iter()
            .any(|row| row.code == rule.meta.code.as_str() && row.how == "proof");
        assert!(proven, "{} has no proof", rule.meta.code);
    }
}

#[test]
fn every_rule_of_the_draft_is_here_or_left_out_with_a_reason() {
    for (code, _) in draft::SEVERITIES {
        let here = CATALOGUE
            .iter()
            .any(|rule| rule.meta.code.as_str() == *code)
            || interpersonal::rule::retired().any(|old| old.code.as_str() == *code);
        let left_out = page::LEFT_OUT.iter().any(|(left, ..)| left == code);
        assert!(here != left_out, "{code}");
    }
}

#[test]
fn every_check_of_the_review_is_mapped_to_rules() {
    for (number, check) in (1..).zip(draft::CHECKS) {
        assert_eq!(check.id, format!("F{number:02}"));
        assert!(!check.codes.is_empty(), "{}", check.id);
        for code in check.codes {
            let known = interpersonal::RuleCode::from_static(code);
            let moved = interpersonal::rule::retired().any(|old| old.code == known);
            assert!(
                moved || CATALOGUE.iter().any(|rule| rule.meta.code == known),
                "{}: {code}",
                check.id
            );
        }
    }
    assert_eq!(draft::CHECKS.len(), 20);
}

#[cfg(feature = "serde")]
#[test]
fn every_parameter_that_a_rule_names_is_one_of_the_protocol() {
    let spec = serde_json::to_value(interpersonal::protocol::preset::ACUTE_16.spec()).unwrap();
    for rule in CATALOGUE {
        for name in rule.meta.parameters.iter() {
            let pointer = format!("/{}", name.replace('.', "/"));
            assert!(
                spec.pointer(&pointer).is_some(),
                "{}: the protocol has no {name}",
                rule.meta.code
            );
        }
    }
}

#[test]
fn every_rule_says_why_when_not_and_what_may_be_done() {
    for rule in CATALOGUE {
        let meta = &rule.meta;
        assert!(
            meta.why.len() > 20 && meta.unless.len() > 10,
            "{}",
            meta.code
        );
        assert!(
            meta.topics.includes(meta.holds_if_reported),
            "{}: a topic that it does not need",
            meta.code
        );
        assert!(
            !meta.remedies.is_empty() || meta.severity == Severity::Note,
            "{} offers nothing",
            meta.code
        );
        let justified = meta.remedies.contains(&Remedy::JustifyByWaiver);
        assert!(
            !justified || meta.is_waivable(),
            "{} cannot be waived",
            meta.code
        );
    }
}
