//! Lists, explains, compares and searches the published variants of IPT, and checks one of your
//! own.
//!
//! ```sh
//! cargo run --example protocols                                        # lists all
//! cargo run --example protocols -- ptsd-14                             # explains one; --language de in German
//! cargo run --example protocols -- diff acute-16 uk-16                 # in what two differ; --sources adds their sources
//! cargo run --example protocols -- find --age 15 --format individual --words depression
//! cargo run --example protocols -- json acute-16 > mine.json           # one as a file to edit
//! cargo run --example protocols -- short ptsd-14                       # what differs from its parent, as a file to edit
//! cargo run --example protocols -- check mine.json                     # every fault; exit code 2
//! cargo run --example protocols -- show mine.json                      # what it says itself, and what comes from its parent
//! cargo run --example protocols -- diff mine.json acute-16             # a file stands wherever an identifier does
//! ```

#[macro_use]
mod support;

use std::{borrow::Cow, error::Error, fs, path::Path, process::ExitCode};

use interpersonal::{
    ProblemArea, Protocol,
    protocol::{Format, Search, Span, preset},
    record::session::Modality,
    text::Language,
    vocabulary::{DiagnosisCode, Label},
    wire,
};

const USAGE: &str = "\
usage: protocols [ID …] [--language TAG]       without an identifier: lists all
       protocols diff ID ID [--sources] [--language TAG]
       protocols find [--words TEXT] [--format F] [--sessions N] [--weeks N] [--minutes N] [--area A] [--age N]
                      [--diagnosis SYSTEM:CODE] [--channel C]
       protocols json ID
       protocols short ID
       protocols show ID
       protocols check FILE
An ID is that of a preset, or a file that ends in `.json`.";

struct Arguments {
    words: Vec<String>,
    search: Search,
    sources: bool,
    language: &'static Language,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = arguments()?;
    let words: Vec<_> = arguments.words.iter().map(String::as_str).collect();
    match &*words {
        ["diff", one, other] => {
            let (one, other) = (&*named(one)?, &*named(other)?);
            let there = if arguments.language.tag == "en" {
                "there: "
            } else {
                ""
            };
            say!("{} – {there}{}\n", titled(one), titled(other));
            let comparison = one.compare(other);
            let comparison = if arguments.sources {
                comparison.with_sources()
            } else {
                comparison
            };
            print!("{}", comparison.in_language(arguments.language));
        }
        ["find"] => match &*arguments.search.presets() {
            [] => say!("No preset is like that; with fewer conditions there may be one."),
            found => found.iter().copied().for_each(list),
        },
        ["json", id] => say!("{}", serde_json::to_string_pretty(&*named(id)?)?),
        ["short", id] => {
            let protocol = named(id)?;
            let short = protocol.difference_from(parent(&protocol)?);
            say!("{}", serde_json::to_string_pretty(&short)?);
        }
        ["show", id] => {
            let protocol = named(id)?;
            print!("{}", protocol.lineage(parent(&protocol)?));
        }
        ["check", file] => return check(file),
        ["diff" | "find" | "json" | "short" | "show" | "check", ..] => return Err(USAGE.into()),
        [] => preset::ALL.iter().copied().for_each(list),
        ids => {
            for id in ids {
                let protocol = named(id)?;
                print!("{}", protocol.explain().in_language(arguments.language));
                if arguments.language.tag == "en" {
                    say!("\nFor {}.", protocol.spec().for_whom);
                }
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    use lexopt::prelude::*;

    let mut arguments = Arguments {
        words: Vec::new(),
        search: Search::new(),
        sources: false,
        language: &Language::ENGLISH,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        let search = arguments.search.clone();
        arguments.search = match argument {
            Long("words") => search.words(&parser.value()?.string()?),
            Long("format") => search.format(one_of(
                &parser.value()?.string()?,
                Format::ALL,
                Format::name,
            )?),
            Long("sessions") => search.sessions(parser.value()?.parse()?),
            Long("weeks") => search.weeks(parser.value()?.parse()?),
            Long("minutes") => search.minutes(parser.value()?.parse()?),
            Long("area") => search.area(one_of(
                &parser.value()?.string()?,
                ProblemArea::ALL,
                ProblemArea::name,
            )?),
            Long("age") => search.age(parser.value()?.parse()?),
            Long("channel") => search.channel(one_of(
                &parser.value()?.string()?,
                Modality::ALL,
                Modality::name,
            )?),
            Long("diagnosis") => {
                let text = parser.value()?.string()?;
                let (system, code) = text
                    .split_once(':')
                    .ok_or("a diagnosis is written icd-10:F32")?;
                search.diagnosis(Label::new(system)?, DiagnosisCode::new(code)?)
            }
            Long("sources") => {
                arguments.sources = true;
                search
            }
            Long("language") => {
                let tag = parser.value()?.string()?;
                arguments.language = Language::parse(&tag)?;
                search
            }
            Value(text) => {
                arguments.words.push(text.string()?);
                search
            }
            Long("help") | Short('h') => {
                say!("{USAGE}");
                std::process::exit(0);
            }
            _ => return Err(argument.unexpected().into()),
        };
    }
    Ok(arguments)
}

/// The member of a vocabulary, or the names of all.
fn one_of<T: Copy>(text: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    all.iter()
        .copied()
        .find(|member| name(*member) == text)
        .ok_or_else(|| {
            let known: Vec<_> = all.iter().map(|member| name(*member)).collect();
            format!(
                "{text} is not known here; it must be one of {}",
                known.join(", ")
            )
        })
}

fn titled(protocol: &Protocol) -> String {
    format!("{} ({})", protocol.spec().title, protocol.id())
}

fn list(protocol: &Protocol) {
    let spec = protocol.spec();
    let Span { min, max, .. } = spec.dose.sessions.value;
    let sessions = if min == max {
        min.to_string()
    } else {
        format!("{min}–{max}")
    };
    say!(
        "{:<14} {sessions:>7} sessions, {}: {}",
        spec.id.as_str(),
        spec.format,
        spec.title
    );
}

/// The preset of that identifier, or the protocol of a file.
fn named(id: &str) -> Result<Cow<'static, Protocol>, Box<dyn Error>> {
    if Path::new(id).extension().is_none_or(|it| it != "json") {
        return Ok(Cow::Borrowed(Protocol::parse(id)?));
    }
    let text = fs::read_to_string(id).map_err(|error| format!("{id}: {error}"))?;
    let protocol = serde_json::from_str(&text).map_err(|error| format!("{id}: {error}"))?;
    Ok(Cow::Owned(protocol))
}

/// The preset that a protocol was built on.
fn parent(protocol: &Protocol) -> Result<&'static Protocol, String> {
    let parent = protocol.spec().parent;
    parent
        .and_then(Protocol::get)
        .ok_or_else(|| format!("{} was built on no preset", protocol.id()))
}

/// Whether a file holds a protocol whose parts agree.
fn check(file: &str) -> Result<ExitCode, Box<dyn Error>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let faults = wire::protocol_faults(&mut serde_json::Deserializer::from_str(&text))
        .map_err(|error| format!("{file}: {error}"))?;
    if !faults.is_empty() {
        eprintln!("{file} holds no protocol that can be used:");
        for fault in &faults {
            eprintln!("- {fault}");
        }
        return Ok(ExitCode::from(2));
    }
    let protocol = serde_json::from_str(&text)?;
    say!("{} has no fault.", titled(&protocol));
    if let Ok(parent) = parent(&protocol) {
        say!(
            "\nUnlike {}, which stands behind “there”:\n{}",
            titled(parent),
            protocol.compare(parent)
        );
    }
    Ok(ExitCode::SUCCESS)
}
