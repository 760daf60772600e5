//! A table of sessions from an older system becomes a course. Some rows are bad; nothing is lost,
//! and each bad row is named by the table's own key.
//!
//! ```sh
//! cargo run --example ehr_import                  # the bundled table
//! cargo run --example ehr_import -- sessions.csv
//! ```

#[macro_use]
mod support;

use std::{error::Error, path::PathBuf};

use interpersonal::{
    ActorRef, AppKey, At, Course, Entry, Phase, Topic,
    chrono::{DateTime, NaiveDate, Utc},
    measure::{InstrumentId, ItemAnswer, Score},
    protocol::preset,
    record::{
        session::{Attendance, Session},
        setting::Opened,
    },
};
use serde::Deserialize;

/// A row as the older system has it.
#[derive(Deserialize)]
struct Row {
    id: String,
    date: String,
    status: String,
    minutes: String,
    phq9: String,
    item9: String,
    therapist: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let bundled =
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/data/legacy/sessions.csv");
    let path = std::env::args_os()
        .nth(1)
        .map_or_else(bundled, PathBuf::from);
    let exported: DateTime<Utc> = "2026-03-10T08:00:00Z".parse()?;

    // What the table says of itself: which sessions there were, and the scores. Nothing else is
    // reported in full.
    let opened =
        Opened::in_phase(Phase::Initial).with_reporting([Topic::Sessions, Topic::Measures]);
    let clerk = ActorRef::from_static("import-job");
    let referral = At::new(exported, clerk, "2026-01-02".parse()?);
    let mut course = Course::open(&preset::ACUTE_16, referral, opened)?;

    let (mut entries, mut unreadable) = (Vec::new(), Vec::new());
    for row in csv::Reader::from_path(&path)?.deserialize() {
        let row: Row = row?;
        let key = row.id.clone();
        match entry(&row, exported) {
            Ok(entry) => entries.push(entry),
            Err(why) => unreadable.push((key, why)),
        }
    }

    let aside = course.import_into(entries);
    say!(
        "{} entries imported, {} sessions held.\n",
        course.revision(),
        course.state().held()
    );
    say!("Rows that cannot be read:");
    for (key, why) in &unreadable {
        say!("  {key}: {why}");
    }
    say!("Rows that contradict the record:");
    for aside in &aside {
        let key = aside.key.map_or("?".into(), |key| key.to_string());
        match &aside.error {
            Some(error) => say!("  {key}: {error}"),
            None => say!("  {key}: recorded already"),
        }
    }

    let report = course.check(course.state().last_day());
    say!("\n{}", report.text());
    Ok(())
}

fn entry(row: &Row, exported: DateTime<Utc>) -> Result<Entry, String> {
    let key = AppKey::new(&row.id).map_err(|error| error.to_string())?;
    let therapist = ActorRef::new(&row.therapist).map_err(|error| error.to_string())?;
    let day: NaiveDate = row.date.parse().map_err(|_| {
        format!(
            "{} cannot be read as a day; a day is written 2026-03-01",
            row.date
        )
    })?;
    let attendance = match row.status.as_str() {
        "attended" => Attendance::Attended,
        "late" => Attendance::Late,
        "dna" => Attendance::DidNotAttend,
        "cancelled by patient" => Attendance::CancelledByPatient,
        "cancelled by therapist" => Attendance::CancelledByTherapist,
        _ => {
            return Err(
                "its status is not known; it must be attended, late, dna, cancelled by patient or cancelled by therapist".into()
            );
        }
    };
    let mut session = Session::new(attendance).with_therapist(therapist);
    if !row.minutes.is_empty() {
        let minutes: u16 = row
            .minutes
            .parse()
            .map_err(|_| "its minutes are no whole number".to_owned())?;
        session = session.with_minutes(minutes);
    }
    if !row.phq9.is_empty() {
        let total = row
            .phq9
            .parse()
            .map_err(|_| "its PHQ-9 total must be a whole number".to_owned())?;
        // A zero on the item clears nobody: it is stored as the answer to an item, not as an
        // enquiry.
        let item = match row.item9.as_str() {
            "" => ItemAnswer::NotAnswered,
            "0" => ItemAnswer::Denied,
            _ => ItemAnswer::Endorsed,
        };
        session =
            session.with_scores([Score::new(InstrumentId::PHQ_9, total).with_self_harm_item(item)]);
    }
    Ok(At::new(exported, therapist, day)
        .with_key(key)
        .entry(session))
}
