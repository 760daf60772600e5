//! What is generated from the catalogue: `docs/RULES.md`, and `docs/rules/` with the same as JSON
//! and CSV, the sources of each rule and the tests that show it.

mod fidelity;
#[path = "../shared/generated.rs"]
mod generated;
mod page;
mod sentences;
mod tables;
mod trace;

use interpersonal::{
    Severity,
    rule::{CATALOGUE, Remedy},
};

use generated::assert_stored;

#[test]
fn the_page_of_rules_is_generated() {
    assert_stored("docs/RULES.md", &page::page());
}

#[cfg(feature = "serde")]
#[test]
fn the_catalogue_as_json_is_generated() {
    assert_stored("docs/rules/catalogue.json", &tables::json());
}

#[test]
fn the_catalogue_as_a_table_is_generated() {
    assert_stored("docs/rules/catalogue.csv", &tables::catalogue());
}

#[test]
fn the_table_of_codes_that_moved_is_generated() {
    assert_stored("docs/rules/moved.csv", &tables::moved());
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
            Shape::Optional(shape) | Shape::List(shape) | Shape::Either(_, shape) => {
                has(shape, path)
            }
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
fn the_table_of_the_sources_of_rules_is_generated() {
    assert_stored("docs/rules/sources.csv", &tables::sources());
}

#[test]
fn the_table_of_the_tests_of_rules_is_generated_and_each_rule_has_a_proof() {
    let trace = trace::trace();
    assert_stored("docs/rules/tests.csv", &tables::tests(&trace));
    for rule in CATALOGUE {
        let proven = trace
            .iter()
            .any(|row| row.code == rule.meta.code.as_str() && row.how == "proof");
        assert!(proven, "{} has no proof", rule.meta.code);
    }
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
        for text in [&meta.why, &meta.unless] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(words.join(" "), **text, "{}: one line", meta.code);
        }
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
