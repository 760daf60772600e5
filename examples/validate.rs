//! Checks course files and prints a readable report: the main job of the crate.
//!
//! ```sh
//! cargo run --example validate                                  # the bundled courses
//! cargo run --example validate -- course.json --as-of 2026-03-01
//! cargo run --example validate -- course.json --protocol acute-16 --format json
//! cargo run --example validate -- *.json --lenient --all --language de
//! cargo run --example validate -- table.json --record         # only whether the record fits together
//! ```
//!
//! Exit code: 0 when every course conforms, with deviations or not, or when it cannot be told; 1
//! when one does not conform; 2 when one cannot be read. With `--record`: 1 when facts were found that contradict each
//! other.

#[macro_use]
mod support;

use std::{
    error::Error,
    fs,
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use interpersonal::{
    Course, Protocol, Severity,
    chrono::NaiveDate,
    rule::{Conformance, Report, Validator},
    text::Language,
    wire::{self, Fault},
};
use serde_json::json;

const USAGE: &str = "usage: validate [FILE…] [--format text|json] [--as-of YYYY-MM-DD] [--protocol ID] [--language TAG] [--all] [--lenient] [--record]
  FILE        course files in the stored form ipt/1; the bundled ones when none is given
  --format    text (default) or json
  --as-of     the day as of which to check; the latest day of the record when not given
  --protocol  check under this preset instead of the course's own protocol
  --language  en (default) or de
  --all       list every rule that could not be decided
  --lenient   set entries aside that cannot be read or contradict the record, say so, and check the rest
  --record    ask only whether the record fits together: a view of the quality of the data, without a protocol";

struct Arguments {
    files: Vec<PathBuf>,
    json: bool,
    as_of: Option<NaiveDate>,
    protocol: Option<&'static Protocol>,
    language: &'static Language,
    all: bool,
    lenient: bool,
    record: bool,
}

/// A file that was read: its course, and what was set aside.
struct Checked {
    report: Report,
    aside: Vec<Fault>,
}

fn main() -> ExitCode {
    let arguments = match arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut validator = if arguments.record {
        Validator::record_only()
    } else {
        Validator::new()
    };
    if let Some(protocol) = arguments.protocol {
        validator = validator.under(protocol);
    }
    let checked: Vec<(&Path, Result<Checked, String>)> = arguments
        .files
        .iter()
        .map(|file| (&**file, check(file, &validator, &arguments)))
        .collect();
    if arguments.json {
        let rows: Vec<_> = checked
            .iter()
            .map(|(file, checked)| row(file, checked, arguments.language))
            .collect();
        say!(
            "{}",
            serde_json::to_string_pretty(&rows).expect("a report has only plain values")
        );
    } else {
        for (file, checked) in &checked {
            print(file, checked, &arguments);
        }
        if checked.len() > 1 {
            print_total(&checked, arguments.language);
        }
    }
    let code = |(_, checked): &(&Path, Result<Checked, String>)| match checked {
        Err(_) => 2,
        Ok(Checked { report, .. }) if arguments.record => u8::from(
            report
                .standing()
                .any(|finding| finding.severity > Severity::Note),
        ),
        Ok(checked) => u8::from(checked.report.conformance == Conformance::DoesNotConform),
    };
    ExitCode::from(checked.iter().map(code).max().unwrap_or(0))
}

fn check(file: &Path, validator: &Validator, arguments: &Arguments) -> Result<Checked, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let (course, aside) = read(&text, arguments.lenient)?;
    let as_of = arguments.as_of.unwrap_or(course.state().last_day());
    Ok(Checked {
        report: validator.validate(&course, as_of),
        aside,
    })
}

/// Reads a course. A file that is not one is told all its faults at once.
fn read(text: &str, lenient: bool) -> Result<(Course, Vec<Fault>), String> {
    let strict: Result<Course, _> = serde_json::from_str(text);
    let error = match strict {
        Ok(course) => return Ok((course, Vec::new())),
        Err(error) => error.to_string(),
    };
    let Ok(sifted) = wire::sift(&mut serde_json::Deserializer::from_str(text)) else {
        return Err(error);
    };
    match sifted.course {
        Some(course) if lenient => Ok((course, sifted.faults)),
        _ if sifted.faults.len() > 1 => {
            let faults: Vec<_> = sifted
                .faults
                .iter()
                .map(|fault| format!("\n  - {fault}"))
                .collect();
            Err(format!("{error}\n  All that was found:{}", faults.concat()))
        }
        _ => Err(error),
    }
}

fn print(file: &Path, checked: &Result<Checked, String>, arguments: &Arguments) {
    say!("{}", name(file));
    match checked {
        Err(error) => say!("  cannot be read: {error}\n"),
        Ok(Checked { report, aside }) => {
            if !aside.is_empty() {
                say!("  set aside, and not in this report:");
                for fault in aside {
                    say!("  - {fault}");
                }
            }
            let text = report.text().in_language(arguments.language);
            let text = if arguments.all { text.with_all() } else { text };
            say!("{}", painted(&text.to_string(), arguments.language));
        }
    }
}

/// A line a file, and how many there are of each verdict.
fn print_total(checked: &[(&Path, Result<Checked, String>)], language: &Language) {
    let mut counts = [0; Conformance::ALL.len()];
    let mut unread = 0;
    for (file, checked) in checked {
        if let Ok(Checked { report, .. }) = checked {
            counts[report.conformance as usize] += 1;
            say!("{}: {}", name(file), report.summary().in_language(language));
        } else {
            unread += 1;
            say!("{}: cannot be read", name(file));
        }
    }
    let verdicts = Conformance::ALL
        .iter()
        .zip(counts)
        .filter(|&(_, count)| count > 0);
    let verdicts: Vec<_> = verdicts
        .map(|(&verdict, count)| format!("{}: {count}", language.word(verdict)))
        .collect();
    let unread = if unread > 0 {
        format!(", cannot be read: {unread}")
    } else {
        String::new()
    };
    say!("{} files, {}{unread}", checked.len(), verdicts.join(", "));
}

/// Severities in colour on a terminal.
fn painted(text: &str, language: &Language) -> String {
    if !io::stdout().is_terminal() || std::env::var_os("NO_COLOR").is_some() {
        return text.into();
    }
    let colours = [
        (Severity::Error, 31),
        (Severity::Warning, 33),
        (Severity::Note, 36),
    ];
    let paint = |line: &str| {
        for (severity, colour) in colours {
            let word = language.word(severity).to_string();
            if line.trim_start().starts_with(&format!("{word} ")) && line.contains(" IPT-") {
                return line.replacen(&word, &format!("\u{1b}[{colour}m{word}\u{1b}[0m"), 1);
            }
        }
        line.to_string()
    };
    text.lines().map(paint).collect::<Vec<_>>().join("\n")
}

fn name(file: &Path) -> String {
    file.strip_prefix(env!("CARGO_MANIFEST_DIR"))
        .unwrap_or(file)
        .display()
        .to_string()
}

fn row(file: &Path, checked: &Result<Checked, String>, language: &Language) -> serde_json::Value {
    match checked {
        Ok(Checked { report, aside }) => {
            let mut row = json!(report.data(language));
            row["file"] = json!(file);
            if !aside.is_empty() {
                row["aside"] = json!(aside.iter().map(ToString::to_string).collect::<Vec<_>>());
            }
            row
        }
        Err(error) => json!({ "file": file, "error": error }),
    }
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    use lexopt::prelude::*;

    let mut arguments = Arguments {
        files: Vec::new(),
        json: false,
        as_of: None,
        protocol: None,
        language: &Language::ENGLISH,
        all: false,
        lenient: false,
        record: false,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => {
                arguments.json = match parser.value()?.string()?.as_str() {
                    "text" => false,
                    "json" => true,
                    other => {
                        return Err(
                            format!("there is no format {other}; there are text and json").into(),
                        );
                    }
                };
            }
            Long("as-of") => {
                let text = parser.value()?.string()?;
                arguments.as_of = Some(
                    text.parse()
                        .map_err(|_| format!("{text} is no day; write one as 2026-03-01"))?,
                );
            }
            Long("protocol") => {
                let id = parser.value()?.string()?;
                let found = Protocol::parse(&id)?;
                arguments.protocol = Some(found);
            }
            Long("language") => {
                let tag = parser.value()?.string()?;
                arguments.language = Language::parse(&tag)?;
            }
            Long("all") => arguments.all = true,
            Long("lenient") => arguments.lenient = true,
            Long("record") => arguments.record = true,
            Long("help") | Short('h') => {
                say!("{USAGE}");
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
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    Ok(files)
}
