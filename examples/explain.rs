//! Explains a rule in words.
//!
//! ```sh
//! cargo run --example explain -- IPT-109
//! cargo run --example explain            # lists every rule
//! ```

use std::process::ExitCode;

use interpersonal::{
    RuleCode,
    rule::{self, CATALOGUE, RuleMeta},
};

fn main() -> ExitCode {
    let codes: Vec<String> = std::env::args().skip(1).collect();
    if codes.is_empty() {
        for rule in CATALOGUE {
            println!("{}  {:<7}  {}", rule.meta.code, rule.meta.severity.to_string(), rule.meta.title);
        }
        return ExitCode::SUCCESS;
    }
    let mut missing = false;
    for text in codes {
        match RuleCode::new(&text.to_uppercase()) {
            Ok(code) => {
                if let Some(meta) = rule::explain(code) {
                    explain(meta);
                } else {
                    missing = true;
                    eprintln!("There is no rule {code}. The nearest is {}.", rule::nearest(code.as_str()));
                }
            }
            Err(error) => {
                missing = true;
                eprintln!("That is no code of a rule: {error}.");
            }
        }
    }
    if missing { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn explain(meta: &RuleMeta) {
    println!("{}  {}", meta.code, meta.title);
    println!("{}", "-".repeat(meta.code.as_str().len() + 2 + meta.title.chars().count()));
    println!("A finding is {} ({}).", with_article(&meta.severity.to_string()), meta.clause);
    println!("It is about {}; worth asking anew on {}.", meta.kind, meta.moments);
    if !meta.topics.is_empty() {
        println!("It needs a record that reports {}.", meta.topics);
    }
    println!();
    for (heading, text) in [("Why it matters", &meta.why), ("When it does not apply", &meta.unless)] {
        if !text.is_empty() {
            println!("{heading}");
            text.lines().for_each(|line| println!("  {}", line.trim()));
        }
    }
    if !meta.parameters.is_empty() {
        println!("\nThe protocol decides: {}.", meta.parameters.join(", "));
    }
    println!("\nBasis: {}.", meta.basis);
    for source in meta.sources.iter() {
        println!("Source: {source}.");
    }
    if let Some(guarantee) = meta.guaranteed_by {
        println!("It cannot be broken: {guarantee}.");
    }
    if !meta.is_waivable() {
        println!("It can be remedied, never waived, switched off or demoted.");
    }
    for remedy in meta.remedies.iter() {
        println!("Consider: {}", remedy.about().trim());
    }
}

fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {word}")
}
