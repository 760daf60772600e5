//! `docs/PROTOCOLS.md`, generated from the presets.

use std::{collections::BTreeMap, fmt::Write as _};

use interpersonal::{
    Protocol,
    protocol::{Cited, ProtocolSpec, Span, Statement, preset},
    rule::RuleMeta,
    shape::{Documented as _, Field, Shape},
    source::Basis,
};

use crate::generated::assert_stored;

const INTRODUCTION: &str = "\
# Protocols

<!-- Generated from the presets; `checks/bless.sh` writes it anew. -->

This page lists all variants of IPT that the crate contains. Each number has its source and its
*basis*, which is the kind of text behind it:

- *Manual*: a treatment manual, or teaching by its authors.
- *Guideline*: a guideline, or a body that sets standards of care.
- *Trial*: a study that worked in this way or found this result.
- *Practice*: services, institutes or therapists who describe working in this way.
- *Unseen*: common knowledge in the field; we have not read the text it comes from.
- *Design*: our own choice; we know of no published source.

For the first four, we have read the text, at least in part. If other sources give other numbers, the documentation of the preset
names them. The [glossary](GLOSSARY.md) explains words such as *track* and *basis*.

A protocol that is built on another inherits everything that its *Differences* do not list. Inherited numbers keep their sources.
Lists, such as people, measures and tasks, are given in full below the table. You can build a protocol of your own in the same way:

- [our-clinic.json](../examples/data/protocols/our-clinic.json) is a protocol of one's own: it names the protocol that it `extends`,
  and then only what differs. `cargo run --example protocols -- show FILE` says what comes from where. A list is replaced, or
  changed with `add`, `change` and `remove`; a `source` and a `basis` beside `extends` are those of everything that the file says
  without its own. [Fields of a file](#fields-of-a-file) has all names.
- `cargo run --example protocols -- json acute-16` prints a protocol as a file for editing.
- `cargo run --example protocols -- check FILE` checks your file. [protocol.schema.json](protocol.schema.json) describes its form.
- `cargo run --example protocols -- find` searches the protocols, and `-- diff` compares two of them.
";

/// The lists that are given in full in each section.
const LISTS: &[(&str, &str)] = &[
    ("participants", "People"),
    ("contacts", "In contact with"),
    ("measures", "Measures"),
    ("entry_scores", "Scores at entry"),
    ("tasks", "Tasks of its own"),
    ("modules", "Modules"),
    ("steps", "Decisions looked for"),
    ("techniques", "Techniques"),
    ("specialisations", "Specialisations"),
];

fn span(span: Cited<Span>) -> String {
    let Span { min, typical, max } = span.value;
    if min == max {
        min.to_string()
    } else {
        format!("{min} / {typical} / {max}")
    }
}

fn link(id: &str) -> String {
    format!("[{id}](#{id})")
}

/// A label; a rule's code with what the rule asks for, since nobody knows the codes by heart.
fn told(label: &str) -> String {
    let code = label.split('#').next().and_then(|code| code.parse().ok());
    match code.and_then(RuleMeta::get) {
        Some(rule) => format!("{label}, “{}”", rule.must.trim_end_matches('.')),
        None => label.to_string(),
    }
}

/// A text within a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn listed(words: impl Iterator<Item = String>) -> String {
    let words: Vec<_> = words.collect();
    if words.is_empty() {
        "–".into()
    } else {
        words.join(", ")
    }
}

fn overview(out: &mut String) {
    writeln!(out, "\n## Overview\n\nThree numbers are the minimum, the usual value and the maximum. Quoted: the special forms of an area that the protocol names.\n").unwrap();
    writeln!(
        out,
        "| protocol | for | format | sessions | minutes | weeks | phases | areas | further tracks | maintenance |"
    )
    .unwrap();
    writeln!(
        out,
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    )
    .unwrap();
    for preset in preset::ALL {
        let spec = preset.spec();
        let numbered = spec
            .phases
            .iter()
            .filter(|it| it.typical.is_some() || !it.optional);
        let phases = listed(numbered.map(|it| match it.typical {
            Some(Cited {
                value: (from, to), ..
            }) if from == to => format!("{} {from}", it.label),
            Some(Cited {
                value: (from, to), ..
            }) => format!("{} {from}–{to}", it.label),
            None => it.label.to_string(),
        }));
        let areas = spec.focus.areas.value.iter().map(|area| area.to_string());
        let named = spec
            .specialisations
            .iter()
            .map(|it| format!("“{}”", cell(&it.label)));
        let areas = listed(areas.chain(named));
        let tracks = listed(
            spec.tracks
                .iter()
                .map(|it| format!("{} {}", it.track, span(it.sessions))),
        );
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {areas} | {tracks} | {} |",
            link(spec.id.as_str()),
            cell(&spec.for_whom),
            spec.format,
            span(spec.dose.sessions),
            span(spec.dose.minutes),
            span(spec.dose.weeks),
            cell(&phases),
            spec.ending.maintenance.value,
        )
        .unwrap();
    }
}

/// What a field holds, as somebody who writes it has to know.
fn holds(field: &Field) -> String {
    fn of(shape: &Shape) -> String {
        match shape {
            Shape::Optional(inner) => format!("{}, or null", of(inner)),
            Shape::Object("Cited", _, fields) => {
                format!("a value with source and basis: {}", of(fields[0].shape))
            }
            Shape::List(inner @ Shape::Object(name, ..)) if *name != "Cited" => {
                let key = match inner {
                    Shape::Object(_, _, [first, second, ..]) if first.name == "system" => {
                        format!("`{}:{}`", first.name, second.name)
                    }
                    Shape::Object(_, _, [first, ..]) if first.name != "from" => {
                        format!("its `{}`", first.name)
                    }
                    _ => return format!("a list of [{name}](#{})", name.to_lowercase()),
                };
                format!(
                    "a list of [{name}](#{}), each by {key}",
                    name.to_lowercase()
                )
            }
            Shape::List(inner) => format!("a list of {}", of(inner)),
            Shape::Object(name, ..) if !matches!(*name, "Span" | "Fraction") => {
                format!("[{name}](#{})", name.to_lowercase())
            }
            Shape::Object(_, _, fields) => {
                let parts = fields.iter().map(|field| format!("`{}`", field.name));
                format!("an object with {}", parts.collect::<Vec<_>>().join(", "))
            }
            shape => shape.accepted(),
        }
    }
    of(field.shape)
}

/// Every object of a protocol, each once, in the order in which they are met.
fn objects(shape: &'static Shape, met: &mut Vec<(&'static str, &'static [Field])>) {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) => objects(inner, met),
        Shape::Object(name, _, fields) => {
            let is_part = matches!(*name, "Cited" | "Span" | "Fraction");
            if met.iter().any(|(known, _)| known == name) {
                return;
            }
            if !is_part {
                met.push((name, fields));
            }
            fields.iter().for_each(|field| objects(field.shape, met));
        }
        _ => {}
    }
}

fn fields(out: &mut String) {
    writeln!(
        out,
        "\n## Fields of a file\n\nA whole protocol has them all but those that may be null; a file that `extends` another has `extends`, \
         `id`, `title`, a `source` and a `basis` for all that has none of its own if it wants to, and the fields that differ."
    )
    .unwrap();
    let mut met = Vec::new();
    objects(&ProtocolSpec::SHAPE, &mut met);
    for (name, fields) in met {
        writeln!(
            out,
            "\n### {name}\n\n| field | | holds |\n| --- | --- | --- |"
        )
        .unwrap();
        for field in fields {
            let (about, holds) = (cell(field.about), cell(&holds(field)));
            writeln!(out, "| `{}` | {about} | {holds} |", field.name).unwrap();
        }
    }
}

fn bases(out: &mut String) {
    writeln!(out, "\n## Basis of the numbers\n").unwrap();
    writeln!(
        out,
        "Percentage of each protocol's sourced values by basis, inherited values included.\n"
    )
    .unwrap();
    let heads: Vec<_> = Basis::ALL.iter().map(ToString::to_string).collect();
    writeln!(
        out,
        "| protocol | values | {} |\n| --- | --- |{}",
        heads.join(" | "),
        " --- |".repeat(heads.len())
    )
    .unwrap();
    for preset in preset::ALL {
        let parameters = preset.spec().parameters();
        let mut counted = BTreeMap::<Basis, usize>::new();
        for parameter in &parameters {
            *counted.entry(parameter.basis).or_default() += 1;
        }
        let share = |basis: &Basis| {
            let count = counted.get(basis).copied().unwrap_or(0);
            ((count * 200 + parameters.len()) / (parameters.len() * 2)).to_string()
        };
        let shares: Vec<_> = Basis::ALL.iter().map(share).collect();
        writeln!(
            out,
            "| {} | {} | {} |",
            link(preset.id().as_str()),
            parameters.len(),
            shares.join(" | ")
        )
        .unwrap();
    }
}

fn said(statement: &Statement) -> &str {
    if statement.value.is_empty() {
        "listed"
    } else {
        &statement.value
    }
}

/// Everything that a protocol without a parent says.
fn whole(out: &mut String, spec: &ProtocolSpec) {
    let mut subject = "";
    for statement in &spec.statements() {
        if matches!(statement.path.split('.').next(), Some("sources")) || is_name(&statement.path) {
            continue;
        }
        if subject != statement.subject {
            subject = statement.subject;
            writeln!(
                out,
                "\n**{subject}**\n\n| | | source, basis |\n| --- | --- | --- |"
            )
            .unwrap();
        }
        let (label, value) = (cell(&statement.label), cell(said(statement)));
        writeln!(
            out,
            "| {label} | {value} | {} |",
            cell(&statement.source_words())
        )
        .unwrap();
    }
}

/// Whether it only names the protocol, as the head of its section does.
fn is_name(path: &str) -> bool {
    matches!(path, "id" | "version" | "title" | "parent" | "for_whom")
}

/// What differs from the parent.
fn differences(out: &mut String, parent: &Protocol, protocol: &Protocol) {
    writeln!(
        out,
        "\n**Differences from {}**\n",
        link(parent.id().as_str())
    )
    .unwrap();
    let comparison = parent.compare(protocol).with_sources();
    // A list that stands in full below is not repeated here.
    let is_below = |path: &str| {
        LISTS
            .iter()
            .any(|(list, _)| path.split('.').next() == Some(*list))
    };
    let differing = comparison
        .told()
        .filter(|it| !is_name(it.path()) && it.path() != "sources" && !is_below(it.path()));
    let mut rows = differing.peekable();
    if rows.peek().is_none() {
        writeln!(out, "None.").unwrap();
        return;
    }
    let mut subject = "";
    writeln!(
        out,
        "| | here | source, basis | {} |\n| --- | --- | --- | --- |",
        parent.id()
    )
    .unwrap();
    for change in rows {
        let side = |side: Option<&Statement>| side.map_or("–".to_string(), |it| cell(said(it)));
        let (here, there) = (change.right.as_ref(), change.left.as_ref());
        let words = here.map_or(String::new(), |it| cell(&it.source_words()));
        let there = match there {
            Some(there) if change.is_of_source_alone() => {
                format!("the same, on {}", cell(&there.source_words()))
            }
            there => side(there),
        };
        if subject != change.subject() {
            subject = change.subject();
            writeln!(out, "| **{}** | | | |", cell(subject)).unwrap();
        }
        writeln!(
            out,
            "| {} | {} | {words} | {there} |",
            cell(&told(change.label())),
            side(here)
        )
        .unwrap();
    }
}

fn lists(out: &mut String, spec: &ProtocolSpec) {
    let statements = spec.statements();
    for (list, heading) in LISTS {
        let of = |it: &&Statement| it.is_entry && it.path.split('.').next() == Some(*list);
        let entries = statements.iter().filter(of).map(|it| {
            let value = if it.value.is_empty() {
                String::new()
            } else {
                format!(": {}", it.value)
            };
            format!("{}{value} ({})", told(&it.label), it.source_words())
        });
        let entries: Vec<_> = entries.collect();
        match &*entries {
            [] => {}
            [one] => writeln!(out, "\n*{heading}*: {one}.").unwrap(),
            many => {
                writeln!(out, "\n*{heading}*:\n").unwrap();
                for entry in many {
                    writeln!(out, "- {entry}").unwrap();
                }
            }
        }
    }
}

fn section(out: &mut String, protocol: &Protocol) {
    let spec = protocol.spec();
    writeln!(
        out,
        "\n## {}\n\n**{}**, version {}. For {}.",
        spec.id, spec.title, spec.version, spec.for_whom
    )
    .unwrap();
    match spec.parent.and_then(Protocol::get) {
        Some(parent) => {
            differences(out, parent, protocol);
            lists(out, spec);
        }
        None => whole(out, spec),
    }
    let works = spec
        .sources
        .iter()
        .map(|&source| interpersonal::source::Citation::from(source).to_string());
    writeln!(out, "\n*Works*: {}.", works.collect::<Vec<_>>().join("; ")).unwrap();
}

fn page() -> String {
    let mut out = String::from(INTRODUCTION);
    overview(&mut out);
    fields(&mut out);
    bases(&mut out);
    for preset in preset::ALL {
        section(&mut out, preset);
    }
    out
}

#[test]
fn the_page_of_protocols_is_generated() {
    assert_stored("docs/PROTOCOLS.md", &page());
}

#[test]
fn the_introduction_says_of_each_basis_what_its_documentation_says() {
    for basis in Basis::ALL {
        assert!(
            INTRODUCTION.to_lowercase().contains(&format!("*{basis}*")),
            "{basis}"
        );
    }
}
