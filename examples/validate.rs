//! Checks course files and prints a readable report: the main job of the crate.
//!
//! ```sh
//! cargo run --example validate                                  # the bundled courses
//! cargo run --example validate -- course.json --as-of 2026-03-01
//! cargo run --example validate -- course.json --protocol acute-16 --format json
//! cargo run --example validate -- --language de
//! ```
//!
//! Exit code: 0 when every course conforms, with deviations or not, or when it cannot be told; 1 when one does not conform; 2
//! when one cannot be read.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use interpersonal::{
    Course, Protocol,
    chrono::NaiveDate,
    rule::{Conformance, Report, Validator},
    text::Language,
};
use serde_json::json;

const USAGE: &str = "usage: validate [FILE…] [--format text|json] [--as-of YYYY-MM-DD] [--protocol ID] [--language TAG]
  FILE        course files in the stored form ipt/1; the bundled ones when none is given
  --format    text (default) or json
  --as-of     the day as of which to check; the latest day of the record when not given
  --protocol  check under this preset instead of the course's own protocol
  --language  en (default) or de";

struct Arguments {
    files: Vec<PathBuf>,
    json: bool,
    as_of: Option<NaiveDate>,
    protocol: Option<&'static Protocol>,
    language: &'static Language,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut validator = Validator::new();
    if let Some(protocol) = arguments.protocol {
        validator = validator.under(protocol);
    }
    let mut worst = 0;
    let mut rows = Vec::new();
    for file in &arguments.files {
        match read(file) {
            Ok(course) => {
                let as_of = arguments.as_of.unwrap_or(course.state().last_day());
                let report = validator.validate(&course, as_of);
                worst = worst.max(u8::from(report.conformance == Conformance::DoesNotConform));
                if arguments.json {
                    rows.push(row(file, &report));
                } else {
                    println!("{}\n{}\n", heading(file), report.text().in_language(arguments.language));
                }
            }
            Err(error) => {
                worst = 2;
                if arguments.json {
                    rows.push(json!({ "file": file, "error": error.to_string() }));
                } else {
                    println!("{}\ncannot be read: {error}\n", heading(file));
                }
            }
        }
    }
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&rows).expect("a report has only plain values"));
    }
    ExitCode::from(worst)
}

fn read(file: &Path) -> Result<Course, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}

fn heading(file: &Path) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let name = file.strip_prefix(here).unwrap_or(file).display().to_string();
    format!("{name}\n{}", "=".repeat(name.chars().count()))
}

fn row(file: &Path, report: &Report) -> serde_json::Value {
    let mut row = json!(report);
    row["file"] = json!(file);
    row
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    use lexopt::prelude::*;

    let mut arguments =
        Arguments { files: Vec::new(), json: false, as_of: None, protocol: None, language: &Language::ENGLISH };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => {
                arguments.json = match parser.value()?.string()?.as_str() {
                    "text" => false,
                    "json" => true,
                    other => return Err(format!("the format {other} is not known; it must be text or json").into()),
                };
            }
            Long("as-of") => {
                let text = parser.value()?.string()?;
                arguments.as_of = Some(
                    text.parse().map_err(|_| format!("{text} cannot be read as a day; a day is written 2026-03-01"))?,
                );
            }
            Long("protocol") => {
                let id = parser.value()?.string()?;
                let found = Protocol::named(&id)?;
                arguments.protocol = Some(found);
            }
            Long("language") => {
                let tag = parser.value()?.string()?;
                let known: Vec<_> = Language::ALL.iter().map(|language| language.tag).collect();
                arguments.language = Language::find(&tag)
                    .ok_or_else(|| format!("there is no language {tag}; it must be one of {}", known.join(", ")))?;
            }
            Long("help") | Short('h') => {
                println!("{USAGE}");
                std::process::exit(0);
            }
            Value(file) => arguments.files.push(file.into()),
            _ => return Err(argument.unexpected().into()),
        }
    }
    if arguments.files.is_empty() {
        arguments.files = bundled()?;
    }
    Ok(arguments)
}

/// The courses in `examples/data`.
fn bundled() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    Ok(files)
}
