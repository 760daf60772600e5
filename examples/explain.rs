//! Explains a rule in words.
//!
//! ```sh
//! cargo run --example explain -- IPT-234           # by code; 234 and ipt-234 will do
//! cargo run --example explain -- end_announced_first
//! cargo run --example explain                      # lists every rule
//! cargo run --example explain -- --language de IPT-064
//! ```

#[macro_use]
mod support;

use std::{error::Error, process::ExitCode};

use interpersonal::{
    rule::{CATALOGUE, Retired, RuleMeta, Verb},
    text::Language,
};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    use lexopt::prelude::*;

    let (mut language, mut wanted) = (&Language::ENGLISH, Vec::new());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("language") => {
                let tag = arguments.value()?.string()?;
                language = Language::parse(&tag)?;
            }
            Value(text) => wanted.push(text.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if wanted.is_empty() {
        for rule in CATALOGUE {
            let severity = language.word(rule.meta.severity);
            say!(
                "{}  {severity:<8}  {}",
                rule.meta.code,
                language.must(&rule.meta)
            );
        }
    }
    let mut status = ExitCode::SUCCESS;
    for text in wanted {
        let old = Retired::parse(&text).ok();
        if let Some(old) = old {
            say!(
                "{} is retired since {}: {}\n",
                old.code,
                old.since,
                old.reason
            );
        }
        match RuleMeta::parse(&text) {
            Ok(meta) => explain(meta, language),
            // Its question is asked no more.
            Err(_) if old.is_some() => {}
            Err(error) => {
                eprintln!("{error}");
                status = ExitCode::FAILURE;
            }
        }
    }
    Ok(status)
}

/// A text in lines of at most ninety characters.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= 90 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

fn explain(meta: &RuleMeta, language: &Language) {
    let title = language.must(meta);
    say!("{}  {title}", meta.code);
    say!(
        "{}",
        "-".repeat(meta.code.as_str().len() + 2 + title.chars().count())
    );
    say!(
        "A finding is {} ({}).",
        with_article(&meta.severity.to_string()),
        meta.clause
    );
    say!("It is about {}.", meta.kind);
    say!("\nWhat it says");
    for case in meta.cases.iter() {
        let (says, asks) = language.case(meta, case);
        say!("  {:<8} {says}", language.word(case.severity).to_string());
        if let Some(asks) = asks.filter(|_| case.verb == Verb::CallsFor) {
            say!("  {:<8} {asks}", "open");
        }
    }
    for (heading, text) in [
        ("Why it matters", &meta.why),
        ("When it does not apply", &meta.unless),
    ] {
        say!("\n{heading}");
        for line in wrapped(text) {
            say!("  {line}");
        }
    }
    say!("\nThe record");
    if meta.topics.is_empty() {
        say!("  It looks at the entries themselves, whatever the record reports.");
    } else {
        say!("  It needs a record that reports {}.", meta.topics);
    }
    if !meta.holds_if_reported.is_empty() {
        say!(
            "  Where {} is not reported in full, finding nothing says nothing.",
            meta.holds_if_reported
        );
    }
    if !meta.parameters.is_empty() {
        say!("  The protocol decides: {}.", meta.parameters.join(", "));
    }
    say!(
        "\nSources (basis: {}; since edition {})",
        meta.basis,
        meta.since
    );
    for source in meta.sources.iter() {
        say!("  {source}");
        if let Some(work) = source.listed().filter(|work| !work.url.is_empty()) {
            say!("    {}, {}", work.title, work.url);
        }
    }
    say!("\nWhat may be done");
    if meta.is_waivable() {
        say!("  A waiver can justify leaving it; protocol and site may grade it otherwise.");
    } else {
        say!("  It can be remedied, never waived, switched off or demoted.");
    }
    for remedy in meta.remedies.iter() {
        say!("  - {}", remedy.about());
    }
}

fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {word}")
}
