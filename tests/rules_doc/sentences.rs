//! The sentences of each rule, as they read on the courses that show them:
//! `docs/rules/sentences.csv`, which the proofs write.

use std::{fmt::Write as _, fs, path::Path};

use interpersonal::rule::RuleMeta;

/// What a rule said in one of its cases, in one language.
pub(crate) struct Sentence {
    code: String,
    case: String,
    verb: String,
    severity: String,
    language: String,
    says: String,
    asks: String,
}

pub(crate) fn read() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules/sentences.csv");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let at = |column: usize| row[column].to_string();
        Sentence {
            code: at(0),
            case: at(1),
            verb: at(2),
            severity: at(3),
            language: at(4),
            says: at(5),
            asks: at(6),
        }
    });
    rows.collect()
}

/// What a rule says, one case after the other, in each language.
pub(crate) fn table(out: &mut String, meta: &RuleMeta, sentences: &[Sentence]) {
    let own: Vec<_> = sentences
        .iter()
        .filter(|sentence| sentence.code == meta.code.as_str())
        .collect();
    if own.is_empty() {
        return;
    }
    writeln!(out, "*What it says*, as on the course that shows it:\n").unwrap();
    for sentence in own.iter().filter(|sentence| sentence.language == "en") {
        let german = own
            .iter()
            .find(|other| other.case == sentence.case && other.language == "de");
        let verb = match sentence.verb.as_str() {
            "finds" => "found",
            "lacks" => "lacking",
            _ => "lacking, or an open question",
        };
        writeln!(
            out,
            "- `{}` ({}, {verb}): {}",
            sentence.case,
            sentence.severity,
            said(sentence)
        )
        .unwrap();
        if let Some(german) = german {
            writeln!(out, "  - {}", said(german)).unwrap();
        }
    }
    writeln!(out).unwrap();
}

fn said(sentence: &Sentence) -> String {
    if sentence.asks.is_empty() {
        sentence.says.clone()
    } else {
        format!("{} *{}*", sentence.says, sentence.asks)
    }
}
