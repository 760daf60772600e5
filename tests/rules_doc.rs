//! `docs/RULES.md` is generated from the catalogue. `IPT_BLESS=1 cargo test --test rules_doc` writes it anew.

use std::{collections::BTreeMap, env, fmt::Write as _, fs, path::Path};

use interpersonal::{
    Basis, Severity,
    rule::{CATALOGUE, RuleMeta},
};

/// Draft rules that a record cannot decide, each with the reason. None is left.
const LEFT_OUT: &[(&str, &str, &str)] = &[];

const INTRODUCTION: &str = "\
# Rules

<!-- Generated from the catalogue by tests/rules_doc.rs; `IPT_BLESS=1 cargo test --test rules_doc` writes it anew. -->

Every rule of the catalogue, in the order of codes. A code never changes and is never used again. A finding is an *error* when the
integrity of the record or a person's safety is concerned, when something that all variants of IPT share is absent or contradicted, or
when a bound is passed that the protocol's own source publishes; a *warning* when something is late, short, thin, out of order or
single, or when the number is our own; a *note* for an event that a reader wants to see. The clause in brackets says which. A rule may
say less than its severity where its explanation says so, never more.

A source supports the clinical idea. No source that was read assigns severities; the exact condition is our proposal unless the number
itself is published.
";

fn page() -> String {
    let mut out = String::from(INTRODUCTION);
    let mut by_basis: BTreeMap<Basis, usize> = BTreeMap::new();
    let mut by_severity: BTreeMap<Severity, usize> = BTreeMap::new();
    for rule in CATALOGUE {
        *by_basis.entry(rule.meta.basis).or_default() += 1;
        *by_severity.entry(rule.meta.severity).or_default() += 1;
    }
    let guaranteed = CATALOGUE.iter().filter(|rule| rule.meta.guaranteed_by.is_some()).count();
    writeln!(out, "\n## In numbers\n\n{} rules; {guaranteed} of them cannot be broken.\n", CATALOGUE.len()).unwrap();
    writeln!(out, "| basis | rules |\n| --- | --- |").unwrap();
    for (basis, rules) in by_basis {
        writeln!(out, "| {basis} | {rules} |").unwrap();
    }
    writeln!(out, "\n| gravest finding | rules |\n| --- | --- |").unwrap();
    for (severity, rules) in by_severity.into_iter().rev() {
        writeln!(out, "| {severity} | {rules} |").unwrap();
    }
    writeln!(out, "\n## Left out\n\n| code | what it would hold | why it is not here |\n| --- | --- | --- |").unwrap();
    for (code, title, why) in LEFT_OUT {
        writeln!(out, "| {code} | {title} | {why} |").unwrap();
    }
    writeln!(out, "\n## Catalogue").unwrap();
    for rule in CATALOGUE {
        section(&mut out, &rule.meta);
    }
    out
}

fn section(out: &mut String, meta: &RuleMeta) {
    writeln!(out, "\n### {}\n\n**{}**\n", meta.code, meta.title).unwrap();
    for (heading, text) in [("Why", &meta.why), ("When it does not apply", &meta.unless)] {
        if !text.is_empty() {
            writeln!(out, "*{heading}*").unwrap();
            for line in text.lines() {
                writeln!(out, "{}", line.trim()).unwrap();
            }
        }
    }
    let names = |list: &[&str]| list.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let sources: Vec<_> = meta.sources.iter().map(ToString::to_string).collect();
    writeln!(out, "\n- {} ({}); about {}, on {}", meta.severity, meta.clause, meta.kind, meta.moments).unwrap();
    if !meta.topics.is_empty() {
        writeln!(out, "- needs a record that reports {}", meta.topics).unwrap();
    }
    if !meta.parameters.is_empty() {
        writeln!(out, "- the protocol decides {}", names(&meta.parameters)).unwrap();
    }
    writeln!(out, "- basis: {}; {}", meta.basis, sources.join("; ")).unwrap();
    match (meta.guaranteed_by, meta.is_waivable()) {
        (Some(guarantee), _) => writeln!(out, "- cannot be broken: {guarantee}").unwrap(),
        (None, false) => writeln!(out, "- can be remedied, never waived").unwrap(),
        (None, true) => {}
    }
    if !meta.remedies.is_empty() {
        let remedies: Vec<_> = meta.remedies.iter().map(ToString::to_string).collect();
        writeln!(out, "- consider: {}", remedies.join(", ")).unwrap();
    }
}

#[test]
fn the_page_of_rules_is_what_the_catalogue_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/RULES.md");
    let page = page();
    if env::var_os("IPT_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(stored == page, "docs/RULES.md is stale; IPT_BLESS=1 cargo test --test rules_doc writes it anew");
}

#[test]
fn what_is_left_out_is_not_in_the_catalogue() {
    for (code, ..) in LEFT_OUT {
        assert!(CATALOGUE.iter().all(|rule| rule.meta.code.as_str() != *code), "{code}");
    }
}
