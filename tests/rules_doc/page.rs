//! `docs/RULES.md`.

use std::{collections::BTreeMap, fmt::Write as _};

use interpersonal::rule::{CATALOGUE, RuleMeta, retired};

use crate::{fidelity::QUESTIONS, sentences::Sentence};

const INTRODUCTION: &str = "\
# Rules

<!-- Generated from the catalogue; `checks/bless.sh` writes it anew. -->

Every rule of the catalogue, in the order of codes. A code never changes and is never used again. A finding is an *error* when the
integrity of the record or a person's safety is concerned, when something that all variants of IPT share is absent or contradicted, or
when a bound is passed that the protocol's own source publishes; a *warning* when something is late, short, thin, out of order or
single, or when the number is our own; a *note* for an event that a reader wants to see. The clause in brackets says which. A finding
may weigh less than its rule where the explanation says so, never more.

A source supports the clinical idea. No source that was read assigns severities; the exact condition is our proposal unless the number
itself is published.

The same as data: [catalogue.json](rules/catalogue.json), [catalogue.csv](rules/catalogue.csv); which work stands behind which rule:
[sources.csv](rules/sources.csv); which test shows it: [tests.csv](rules/tests.csv). `cargo run --example explain -- IPT-064` explains
one in the terminal.
";

const CLOSING: &str = "\
## What no rule asks

Warmth, the use of affect, the depth of exploration, the quality of role play, timing, alliance and every other matter of skill: a
record does not show them, and the crate grades nobody.
";

pub(crate) fn page() -> String {
    let sentences = crate::sentences::read();
    let mut out = String::from(INTRODUCTION);
    numbers(&mut out);
    gone(&mut out);
    fidelity(&mut out);
    out.push('\n');
    out.push_str(CLOSING);
    writeln!(out, "\n## Catalogue").unwrap();
    for rule in CATALOGUE {
        section(&mut out, &rule.meta, &sentences);
    }
    out
}

fn table<K: Ord + std::fmt::Display>(
    out: &mut String,
    heading: &str,
    key: impl Fn(&RuleMeta) -> K,
) {
    let mut counted: BTreeMap<K, usize> = BTreeMap::new();
    for rule in CATALOGUE {
        *counted.entry(key(&rule.meta)).or_default() += 1;
    }
    writeln!(out, "\n| {heading} | rules |\n| --- | --- |").unwrap();
    for (key, rules) in counted {
        writeln!(out, "| {key} | {rules} |").unwrap();
    }
}

fn numbers(out: &mut String) {
    let kept = CATALOGUE
        .iter()
        .filter(|rule| !rule.meta.is_waivable())
        .count();
    writeln!(out, "\n## In numbers\n").unwrap();
    writeln!(
        out,
        "{} rules; {kept} of them cannot be waived.",
        CATALOGUE.len()
    )
    .unwrap();
    table(out, "basis", |meta| meta.basis);
    table(out, "gravest finding", |meta| meta.severity);
    table(out, "clause", |meta| meta.clause);
    table(out, "about", |meta| meta.kind);
}

fn gone(out: &mut String) {
    writeln!(out, "\n## Retired\n").unwrap();
    let mut all: Vec<_> = retired().collect();
    all.sort_by_key(|old| old.code);
    for old in all {
        let to: Vec<_> = old
            .moved_to
            .iter()
            .map(|code| link(code.as_str()))
            .collect();
        let to = if to.is_empty() {
            String::new()
        } else {
            format!(" See {}.", to.join(", "))
        };
        writeln!(
            out,
            "- {} (since {}): {}{to}",
            old.code, old.since, old.reason
        )
        .unwrap();
    }
}

fn fidelity(out: &mut String) {
    out.push_str(
        "\n## What fidelity scales ask\n\n\
         Adherence scales and rules of accreditation ask these questions of session records. The table says which rules ask them \
         here, and how grave their findings can be.\n\n\
         | question | rules |\n| --- | --- |\n",
    );
    for (question, codes) in QUESTIONS {
        let rules: Vec<_> = codes
            .iter()
            .map(|code| {
                let rule = CATALOGUE
                    .iter()
                    .find(|rule| rule.meta.code.as_str() == *code)
                    .unwrap_or_else(|| panic!("{question}: no rule has the code {code}"));
                format!("{} ({})", link(code), rule.meta.severity)
            })
            .collect();
        writeln!(out, "| {question} | {} |", rules.join(", ")).unwrap();
    }
}

fn link(code: &str) -> String {
    format!("[{code}](#{})", code.to_lowercase())
}

fn section(out: &mut String, meta: &RuleMeta, sentences: &[Sentence]) {
    writeln!(
        out,
        "\n### {}\n\n**{}** `{}`\n",
        meta.code, meta.must, meta.name
    )
    .unwrap();
    for (heading, text) in [("Why", &meta.why), ("When it does not apply", &meta.unless)] {
        writeln!(out, "*{heading}.*\n{text}\n").unwrap();
    }
    crate::sentences::table(out, meta, sentences);
    let names = |list: &[&str]| {
        list.iter()
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let sources: Vec<_> = meta.sources.iter().map(ToString::to_string).collect();
    writeln!(
        out,
        "- {} ({}); about {}",
        meta.severity, meta.clause, meta.kind
    )
    .unwrap();
    if !meta.topics.is_empty() {
        write!(out, "- needs a record that reports {}", meta.topics).unwrap();
        if meta.holds_if_reported.is_empty() {
            writeln!(out).unwrap();
        } else {
            writeln!(
                out,
                "; that nothing was found says something only where {} is reported",
                meta.holds_if_reported
            )
            .unwrap();
        }
    }
    if !meta.parameters.is_empty() {
        writeln!(out, "- the protocol decides {}", names(&meta.parameters)).unwrap();
    }
    writeln!(out, "- basis: {}; {}", meta.basis, sources.join("; ")).unwrap();
    writeln!(out, "- since {}", meta.since).unwrap();
    let waived = if meta.is_waivable() {
        "can be waived"
    } else {
        "can be remedied, never waived"
    };
    writeln!(out, "- {waived}").unwrap();
    if !meta.remedies.is_empty() {
        let remedies: Vec<_> = meta.remedies.iter().map(ToString::to_string).collect();
        writeln!(out, "- consider: {}", remedies.join(", ")).unwrap();
    }
}
