//! Draws a form for any fact, and reads it back.
//!
//! ```sh
//! cargo run --example form                                   # lists every fact
//! cargo run --example form -- session --language de          # the form of one
//! cargo run --example form -- session attendance=attended minutes=50
//! cargo run --example form -- session minutes=70000          # says what is accepted
//! cargo run --example form -- contract_agreed frame.weeks=16 scope=acute
//! ```
//!
//! Everything comes from [`Documented::SHAPE`]: which fields there are, what kind of input each is,
//! what its limits and its choices are. What they are called comes from the [`Language`]. Nothing
//! here knows a single fact.

#[macro_use]
mod support;

use std::{error::Error, process::ExitCode};

use interpersonal::{
    Fact,
    record::FactKind,
    shape::{Documented, Field, Plain, Shape},
    text::Language,
    wire,
};
use serde_json::{Value, json};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    use lexopt::prelude::*;

    let (mut language, mut words) = (&Language::ENGLISH, Vec::new());
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("language") => language = Language::parse(&arguments.value()?.string()?)?,
            Value(text) => words.push(text.string()?),
            _ => return Err(argument.unexpected().into()),
        }
    }
    let Shape::OneOf(of, facts) = Fact::SHAPE else {
        return Err("a fact is one of many".into());
    };
    let Some((wanted, filled)) = words.split_first() else {
        for (name, ..) in facts {
            say!("{name:<22} {}", label(language, of, name));
        }
        return Ok(ExitCode::SUCCESS);
    };
    let wanted: FactKind = wanted.parse()?;
    let known = facts.iter().find(|(name, ..)| *name == wanted.name());
    let (name, _, shape) = known.ok_or("every kind of fact has a shape")?;
    if filled.is_empty() {
        say!("{}", label(language, of, name));
        draw(language, shape, "", 1);
        return Ok(ExitCode::SUCCESS);
    }
    let mut form = json!({});
    for pair in filled {
        let (path, text) = pair
            .split_once('=')
            .ok_or("a filled field is written PATH=VALUE")?;
        fill(&mut form, shape, &path.split('.').collect::<Vec<_>>(), text)?;
    }
    // What the form holds is judged by what reads files: the same words for the same fault.
    let stored = json!({ *name: form });
    let faults = wire::faults::<Fact, _>(&stored)?;
    for fault in &faults {
        say!("{fault}");
    }
    if faults.is_empty() {
        let fact: Fact = serde_json::from_value(stored)?;
        say!("{}", serde_json::to_string(&fact)?);
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

/// A label as it stands at the head of a line.
fn label(language: &Language, of: &str, name: &str) -> String {
    let label = language.part(of, name).unwrap_or(name);
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Draws what is to be filled in below a path.
fn draw(language: &Language, shape: &Shape, path: &str, depth: usize) {
    let below = |name: &str| {
        if path.is_empty() {
            name.to_string()
        } else {
            format!("{path}.{name}")
        }
    };
    match shape.inner() {
        Shape::Object(of, _, fields) => {
            for field in *fields {
                row(language, of, field, &below(field.name), depth);
            }
        }
        Shape::OneOf(of, keys) => {
            for (key, _, inner) in *keys {
                let label = label(language, of, key);
                say!(
                    "{:depth$}( ) {label}{} [{}]",
                    "",
                    input(inner),
                    below(key),
                    depth = depth * 2
                );
                draw(language, inner, &below(key), depth + 2);
            }
        }
        // One choice or several of the same: boxes to tick.
        Shape::Either(_, several @ Shape::List(_)) => draw(language, several, path, depth),
        Shape::Either(name, other) => {
            draw(language, name, path, depth);
            draw(language, other, path, depth);
        }
        Shape::Names(of, names) => {
            for (name, _) in *names {
                let label = label(language, of, name);
                say!("{:depth$}( ) {label} [{name}]", "", depth = depth * 2);
            }
        }
        // Any number of them; each is drawn as one is.
        Shape::List(inner) => match inner {
            Shape::Names(of, names) => {
                for (name, _) in *names {
                    let label = label(language, of, name);
                    say!("{:depth$}[ ] {label} [{name}]", "", depth = depth * 2);
                }
            }
            inner => draw(language, inner, &format!("{path}.0"), depth),
        },
        _ => {}
    }
}

/// One field: its label, a star where it must be filled in, and the input.
fn row(language: &Language, of: &str, field: &Field, path: &str, depth: usize) {
    let star = if field.required { " *" } else { "" };
    let label = label(language, of, field.name);
    say!(
        "{:depth$}{label}{star}{} [{path}]",
        "",
        input(field.shape),
        depth = depth * 2
    );
    draw(language, field.shape, path, depth + 1);
}

/// The input that a plain value calls for, with its limits.
fn input(shape: &Shape) -> String {
    match shape.inner() {
        Shape::Plain(_, plain) => match plain {
            Plain::Boolean => " <checkbox>".into(),
            Plain::Number { least, most } => format!(" <number {least}–{most}>"),
            Plain::Pair => " <number> <number>".into(),
            Plain::Day => " <date>".into(),
            Plain::Moment => " <date and time>".into(),
            Plain::Token { most } => format!(" <text, up to {most} characters>"),
            Plain::Text => " <text>".into(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// Puts what was typed where it belongs: a number as a number, a list with commas as a list.
fn fill(form: &mut Value, shape: &Shape, path: &[&str], text: &str) -> Result<(), Box<dyn Error>> {
    let Some((first, rest)) = path.split_first() else {
        *form = typed(shape, text);
        return Ok(());
    };
    let inner = match shape.inner() {
        Shape::Object(_, _, fields) => fields
            .iter()
            .find(|field| field.name == *first)
            .map(|field| field.shape),
        Shape::OneOf(_, keys) | Shape::Either(_, Shape::OneOf(_, keys)) => keys
            .iter()
            .find(|(key, ..)| key == first)
            .map(|(.., inner)| *inner),
        Shape::List(inner) => {
            // Elements are filled in one after the other.
            let index: usize = first.parse()?;
            if !form.is_array() {
                *form = json!([]);
            }
            let list = form.as_array_mut().ok_or("a list")?;
            if index > list.len() {
                return Err("elements are filled in one after the other".into());
            }
            if index == list.len() {
                list.push(json!({}));
            }
            return fill(&mut list[index], inner, rest, text);
        }
        _ => None,
    };
    // What is not known is left to the reader, which says what is.
    let inner = inner.unwrap_or(shape);
    if !form.is_object() {
        *form = json!({});
    }
    fill(&mut form[*first], inner, rest, text)
}

fn typed(shape: &Shape, text: &str) -> Value {
    match shape.inner() {
        Shape::List(inner) => text
            .split(',')
            .filter(|part| !part.is_empty())
            .map(|part| typed(inner, part))
            .collect(),
        Shape::Plain(_, Plain::Pair) => text
            .split(',')
            .map(|part| typed(&u16::SHAPE, part))
            .collect(),
        Shape::Plain(_, Plain::Number { .. }) => text
            .parse::<i64>()
            .map_or_else(|_| json!(text), |number| json!(number)),
        Shape::Plain(_, Plain::Boolean) => text
            .parse::<bool>()
            .map_or_else(|_| json!(text), |yes| json!(yes)),
        Shape::Plain(_, Plain::Empty) => json!({}),
        _ => json!(text),
    }
}
