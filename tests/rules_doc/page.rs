//! `docs/RULES.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use interpersonal::{
    Severity,
    rule::{CATALOGUE, Clause, RuleMeta, retired},
};

use crate::{
    draft::{CHECKS, SEVERITIES},
    sentences::Sentence,
};

/// Draft rules that a record cannot decide, each with what it would hold and the reason. None is
/// left.
pub(crate) const LEFT_OUT: &[(&str, &str, &str)] = &[];

const INTRODUCTION: &str = "\
# Rules

<!-- Generated from the catalogue; `IPT_BLESS=1 cargo test --test rules_doc` writes it anew. -->

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
    left_out(&mut out);
    differences(&mut out);
    checks(&mut out);
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

fn left_out(out: &mut String) {
    writeln!(out, "\n## Left out, and retired\n").unwrap();
    if LEFT_OUT.is_empty() {
        writeln!(out, "No rule of the draft is left out.").unwrap();
    } else {
        writeln!(
            out,
            "| code | what it would hold | why it is not here |\n| --- | --- | --- |"
        )
        .unwrap();
        for (code, title, why) in LEFT_OUT {
            writeln!(out, "| {code} | {title} | {why} |").unwrap();
        }
    }
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

/// The gravest severity that the draft gives a rule.
fn drafted(severity: &str) -> Severity {
    match severity {
        severity if severity.contains('E') => Severity::Error,
        severity if severity.contains('W') => Severity::Warning,
        _ => Severity::Note,
    }
}

fn differences(out: &mut String) {
    writeln!(out, "\n## Where the severity differs from the draft\n").unwrap();
    writeln!(
        out,
        "The draft from which the catalogue was made graded by feeling for the matter; here the test above decides. E error, W \
         warning, I information, † not waivable, P left to the protocol.\n"
    )
    .unwrap();
    writeln!(
        out,
        "| rule | draft | here | because |\n| --- | --- | --- | --- |"
    )
    .unwrap();
    for rule in CATALOGUE {
        let meta = &rule.meta;
        let Some((_, draft)) = SEVERITIES
            .iter()
            .find(|(code, _)| *code == meta.code.as_str())
        else {
            continue;
        };
        let waivable = !draft.contains('†');
        if drafted(draft) == meta.severity && waivable == meta.is_waivable() {
            continue;
        }
        let because = match meta.clause {
            Clause::Integrity => "a person's safety or the integrity of the record is concerned",
            Clause::Shared => "all variants share it, and it is absent altogether or contradicted",
            Clause::PublishedBound => "the protocol's own source publishes the bound",
            Clause::Deviation => {
                "late, short, thin, out of order or single; no bound that a source publishes is passed"
            }
            Clause::OwnNumber => "the number is our own",
            Clause::Event => "it is an event, and nothing is wrong",
        };
        writeln!(
            out,
            "| {} | {draft} | {} | {because} |",
            link(meta.code.as_str()),
            meta.severity
        )
        .unwrap();
    }
}

fn checks(out: &mut String) {
    writeln!(out, "\n## Twenty checks from the literature on fidelity\n").unwrap();
    writeln!(
        out,
        "What a review of adherence scales and accreditation rules proposed to check in session records, and which rules ask it here.\n"
    )
    .unwrap();
    writeln!(
        out,
        "| check | asks | its level | rules | level here |\n| --- | --- | --- | --- | --- |"
    )
    .unwrap();
    for check in CHECKS {
        // What moved is asked by the rules that took it over.
        let now = check.codes.iter().flat_map(|&code| {
            match retired().find(|old| old.code.as_str() == code) {
                Some(old) => old
                    .moved_to
                    .iter()
                    .map(|code| code.as_str().to_owned())
                    .collect(),
                None => vec![code.to_owned()],
            }
        });
        let codes: BTreeSet<String> = now.collect();
        let codes: Vec<_> = codes.iter().map(|code| link(code)).collect();
        writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            check.id,
            check.asks,
            check.level,
            codes.join(" "),
            check.here
        )
        .unwrap();
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
        writeln!(out, "*{heading}.*").unwrap();
        text.lines()
            .for_each(|line| writeln!(out, "{}", line.trim()).unwrap());
        writeln!(out).unwrap();
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
