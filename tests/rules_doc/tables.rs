//! The catalogue and what belongs to it as JSON and CSV.

use csv::Writer;
use interpersonal::rule::{CATALOGUE, retired, split};

use crate::trace::Shown;

fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(header).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

#[cfg(feature = "serde")]
pub(crate) fn json() -> String {
    let rules: Vec<_> = CATALOGUE.iter().map(|rule| &rule.meta).collect();
    serde_json::to_string_pretty(&rules).unwrap() + "\n"
}

pub(crate) fn catalogue() -> String {
    let header = [
        "code",
        "name",
        "must",
        "severity",
        "clause",
        "kind",
        "topics",
        "parameters",
        "basis",
        "since",
        "waivable",
        "remedies",
        "why",
        "unless",
    ];
    table(
        &header,
        CATALOGUE.iter().map(|rule| {
            let meta = &rule.meta;
            let remedies: Vec<_> = meta.remedies.iter().map(ToString::to_string).collect();
            let waivable = if meta.is_waivable() { "yes" } else { "no" };
            vec![
                meta.code.to_string(),
                meta.name.to_string(),
                meta.must.to_string(),
                meta.severity.to_string(),
                meta.clause.to_string(),
                meta.kind.to_string(),
                meta.topics.to_string(),
                meta.parameters.join(", "),
                meta.basis.to_string(),
                meta.since.to_string(),
                waivable.to_string(),
                remedies.join(", "),
                meta.why.to_string(),
                meta.unless.to_string(),
            ]
        }),
    )
}

pub(crate) fn moved() -> String {
    let mut rows: Vec<Vec<String>> = retired()
        .map(|old| {
            let to: Vec<String> = old.moved_to.iter().map(ToString::to_string).collect();
            vec![old.code.to_string(), to.join(" ")]
        })
        .collect();
    rows.extend(split().map(|(code, asked_by)| {
        let now: Vec<String> = asked_by.iter().map(ToString::to_string).collect();
        vec![code.to_string(), now.join(" ")]
    }));
    rows.sort();
    table(&["old", "new"], rows)
}

pub(crate) fn sources() -> String {
    let rows = CATALOGUE.iter().flat_map(|rule| {
        rule.meta.sources.iter().map(|source| {
            let work = source.listed();
            vec![
                rule.meta.code.to_string(),
                source.work.to_string(),
                work.map_or("", |work| work.short).to_string(),
                source.at.map(|at| at.to_string()).unwrap_or_default(),
                work.map_or("", |work| work.title).to_string(),
                work.map_or("", |work| work.url).to_string(),
            ]
        })
    });
    table(
        &["code", "work", "short", "place", "title", "address"],
        rows,
    )
}

pub(crate) fn tests(trace: &[Shown]) -> String {
    let rows = trace.iter().map(|row| {
        vec![
            row.code.clone(),
            row.how.to_string(),
            row.file.clone(),
            row.test.clone(),
        ]
    });
    table(&["code", "how", "file", "test"], rows)
}
