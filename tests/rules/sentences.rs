//! What rules say: every sentence of every case, as it reads on the course that shows it.
//! The page of rules takes them from `docs/rules/sentences.csv`.

use std::collections::BTreeSet;

use interpersonal::{
    Severity,
    rule::{CATALOGUE, Case as RuleCase, Clause, RuleMeta, Verb},
    text::Language,
};

use crate::generated::assert_stored;
use crate::{PROOFS, proof::Spoken};

/// What was spoken by each rule that has sentences.
fn spoken() -> Vec<(&'static RuleMeta, Vec<Spoken>)> {
    let mut all: Vec<_> = PROOFS
        .iter()
        .flat_map(|block| block.iter())
        .filter_map(|proof| {
            let meta = &CATALOGUE
                .iter()
                .find(|rule| rule.meta.code.as_str() == proof.code)?
                .meta;
            Some((
                meta,
                proof.spoken().unwrap_or_else(|error| panic!("{error}")),
            ))
        })
        .filter(|(meta, _)| !meta.cases.is_empty())
        .collect();
    all.sort_by_key(|(meta, _)| meta.code);
    all
}

/// Every sentence: the rule, the case, the language, what it says and what it asks.
fn sentences() -> Vec<(
    &'static RuleMeta,
    RuleCase,
    &'static Language,
    String,
    Option<String>,
)> {
    let mut sentences = Vec::new();
    for (meta, spoken) in spoken() {
        for case in meta.cases.iter() {
            let Some(Spoken { finding, question }) =
                spoken.iter().find(|it| it.finding.case() == Some(case))
            else {
                continue;
            };
            for language in Language::ALL {
                let asks = question
                    .as_ref()
                    .map(|question| question.in_language(language).to_string());
                sentences.push((
                    meta,
                    case.clone(),
                    language,
                    finding.in_language(language).to_string(),
                    asks,
                ));
            }
        }
    }
    sentences
}

#[test]
fn each_case_of_each_rule_is_reached_by_a_proof() {
    let mut missing = Vec::new();
    for (meta, spoken) in spoken() {
        for case in meta
            .cases
            .iter()
            .filter(|case| !spoken.iter().any(|it| it.finding.case() == Some(case)))
        {
            missing.push(format!("{} {}", meta.code, case.name));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_sentence_is_whole_and_none_is_the_norm() {
    for (meta, case, language, says, asks) in sentences() {
        for text in [Some(&says), asks.as_ref()].into_iter().flatten() {
            let context = format!("{} {} ({}): {text}", meta.code, case.name, language.tag);
            assert!(
                !text.contains(['{', '}', '_', '|']),
                "a brace or a wire name is left: {context}"
            );
            assert!(
                !text.contains("  ") && !text.contains(" ,") && !text.contains("()"),
                "a value is empty: {context}"
            );
            assert_ne!(text, language.must(meta), "the norm: {context}");
            assert!(
                text.chars().next().is_some_and(char::is_uppercase),
                "{context}"
            );
            assert!(
                !text.contains(" 1 days")
                    && !text.contains(" 1 sessions")
                    && !text.contains(" 1 Sitzungen"),
                "{context}"
            );
        }
        assert!(says.ends_with('.'), "{} {}: {says}", meta.code, case.name);
        if let Some(asks) = asks {
            assert!(asks.ends_with('?'), "{} {}: {asks}", meta.code, case.name);
            assert_ne!(asks, says);
        }
    }
}

#[test]
fn what_is_found_and_what_is_lacking_are_said_differently() {
    let mut said = BTreeSet::new();
    for (meta, case, language, says, asks) in sentences() {
        for text in [Some(says), asks].into_iter().flatten() {
            let context = format!("{} {} ({}): {text}", meta.code, case.name, language.tag);
            assert!(said.insert((meta.code, language.tag, text)), "{context}");
        }
    }
}

#[test]
fn a_norm_says_must_or_should_and_an_event_has_a_name() {
    for rule in CATALOGUE.iter().filter(|rule| !rule.meta.cases.is_empty()) {
        let meta = &rule.meta;
        let (must, should) = (meta.must.contains(" must "), meta.must.contains(" should "));
        let right = match meta.severity {
            _ if meta.clause == Clause::Event => !must && !should && !meta.must.ends_with('.'),
            Severity::Error => must && !should,
            Severity::Warning | Severity::Note => should && !must,
        };
        assert!(right, "{} ({}): {}", meta.code, meta.severity, meta.must);
        for case in meta.cases.iter() {
            assert!(
                case.severity <= meta.severity,
                "{} {}",
                meta.code,
                case.name
            );
            assert_eq!(
                case.asks.is_some(),
                case.verb == Verb::CallsFor,
                "{} {}",
                meta.code,
                case.name
            );
            let norm = [" must ", " should "]
                .iter()
                .any(|word| case.says.contains(word));
            assert!(
                !norm,
                "{} {}: a norm in place of what was found: {}",
                meta.code, case.name, case.says
            );
        }
    }
}

#[test]
fn the_table_of_sentences_is_generated() {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record([
            "code", "case", "verb", "severity", "language", "says", "asks",
        ])
        .unwrap();
    for (meta, case, language, says, asks) in sentences() {
        let severity = case.severity.name();
        let row = [
            meta.code.as_str(),
            &case.name,
            case.verb.name(),
            severity,
            language.tag,
            &says,
            asks.as_deref().unwrap_or(""),
        ];
        writer.write_record(row).unwrap();
    }
    let table = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    assert_stored("docs/rules/sentences.csv", &table);
}
