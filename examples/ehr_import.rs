//! A table of sessions from an older system becomes courses, one a patient. Some rows are bad;
//! nothing is lost, and each bad row is named by the table's own key.
//!
//! ```sh
//! cargo run --example ehr_import                  # the bundled table
//! cargo run --example ehr_import -- sessions.csv --patient client_id
//! cargo run --example ehr_import -- sessions.csv --patient client_id --dates day-first
//! ```
//!
//! The table says in which column the patient stands, for two people must never become one course.
//! Fields are parted by commas, semicolons or tabs. Days are written 2026-03-01, 2026/03/01,
//! 20260301 or 01.03.2026; of 03/01/2026 the table's owner has to say which comes first.

#[macro_use]
mod support;

use std::{collections::BTreeMap, error::Error, path::PathBuf};

use interpersonal::{
    ActorRef, AppKey, At, Course, Entry, Phase, Topic,
    chrono::{DateTime, NaiveDate, Utc},
    measure::{InstrumentId, ItemAnswer, Score, ScoreStatus},
    protocol::preset,
    record::{
        session::{Attendance, Session},
        setting::Opened,
    },
    vocabulary::DayKnown,
};

/// What was asked for on the command line.
struct Asked {
    path: PathBuf,
    /// The column that holds the patient.
    patient: String,
    /// Which of two numbers before a year is the day, if the table's owner said so.
    day_first: Option<bool>,
    /// The day of the referral; without one, a course begins on the first day of its rows.
    referred: Option<NaiveDate>,
}

impl Asked {
    fn read() -> Result<Self, Box<dyn Error>> {
        let mut args = std::env::args().skip(1);
        let Some(path) = args.next() else {
            return Ok(Self::bundled());
        };
        let (mut patient, mut day_first, mut referred) = (None, None, None);
        while let Some(option) = args.next() {
            let value = args
                .next()
                .ok_or_else(|| format!("{option} needs a value"))?;
            match option.as_str() {
                "--patient" => patient = Some(value),
                "--referred" => referred = Some(value.parse()?),
                "--dates" if value == "day-first" => day_first = Some(true),
                "--dates" if value == "month-first" => day_first = Some(false),
                _ => return Err("options are --patient COLUMN, --dates day-first or month-first, --referred DAY".into()),
            }
        }
        let patient = patient.ok_or(
            "in which column does the patient stand? Name it: --patient COLUMN. Rows of two patients must not become one course.",
        )?;
        Ok(Self {
            path: path.into(),
            patient,
            day_first,
            referred,
        })
    }

    fn bundled() -> Self {
        Self {
            path: PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("examples/data/legacy/sessions.csv"),
            patient: "patient".into(),
            day_first: None,
            referred: NaiveDate::from_ymd_opt(2026, 1, 2),
        }
    }
}

/// A row as the older system has it: what stands under which heading.
struct Row<'a> {
    headings: &'a csv::StringRecord,
    fields: &'a csv::StringRecord,
}

impl<'a> Row<'a> {
    /// What stands under a heading; nothing where the table has none of it.
    fn get(&self, heading: &str) -> &'a str {
        let at = self.headings.iter().position(|known| known == heading);
        at.and_then(|at| self.fields.get(at)).unwrap_or("").trim()
    }
}

/// The rows of one patient: those that can be read, and those that cannot, each with its key.
#[derive(Default)]
struct Rows {
    entries: Vec<Entry>,
    unreadable: Vec<(String, String)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let asked = Asked::read()?;
    let exported: DateTime<Utc> = "2026-03-10T08:00:00Z".parse()?;
    let text = std::fs::read_to_string(&asked.path)?;
    let mut table = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = table.headers()?.clone();
    if !headings.iter().any(|heading| heading == asked.patient) {
        return Err(format!(
            "the table has no column {}; it has {}",
            asked.patient,
            headings.iter().collect::<Vec<_>>().join(", ")
        )
        .into());
    }

    let mut patients: BTreeMap<String, Rows> = BTreeMap::new();
    let mut nobodys = Vec::new();
    for fields in table.records() {
        let fields = fields?;
        let row = Row {
            headings: &headings,
            fields: &fields,
        };
        match row.get(&asked.patient) {
            "" => nobodys.push(row.get("id").to_owned()),
            patient => {
                let rows = patients.entry(patient.to_owned()).or_default();
                match entry(&row, exported, asked.day_first) {
                    Ok(entry) => rows.entries.push(entry),
                    Err(why) => rows.unreadable.push((row.get("id").to_owned(), why)),
                }
            }
        }
    }
    if !nobodys.is_empty() {
        say!("Rows of nobody: {}\n", nobodys.join(", "));
    }
    say!("{} patients.", patients.len());
    for (place, rows) in patients.into_values().enumerate() {
        say!("\nPatient {}", place + 1);
        import(rows, exported, asked.referred)?;
    }
    Ok(())
}

/// Makes one course, and says what became of its rows.
fn import(
    rows: Rows,
    exported: DateTime<Utc>,
    referred: Option<NaiveDate>,
) -> Result<(), Box<dyn Error>> {
    let first = rows.entries.iter().filter_map(Entry::day).min();
    if let Some(opens) = referred.or(first) {
        // What the table says of itself: which sessions there were, and the scores. Nothing else is
        // reported in full.
        let opened =
            Opened::in_phase(Phase::Initial).with_reporting([Topic::Sessions, Topic::Measures]);
        let clerk = ActorRef::from_static("import-job");
        let mut course = Course::open(&preset::ACUTE_16, At::new(exported, clerk, opens), opened)?;
        let aside = course.import_into(rows.entries);
        say!(
            "{} entries imported, {} sessions held.",
            course.revision(),
            course.state().held()
        );
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
    }
    say!("Rows that cannot be read:");
    for (key, why) in &rows.unreadable {
        say!("  {key}: {why}");
    }
    Ok(())
}

/// What parts the fields: whichever stands most often in the first line.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let often = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    // Of equals the last is taken.
    b"\t;,".iter().copied().max_by_key(often).unwrap_or(b',')
}

/// A day, and how exactly it is known where not to the day.
fn day(text: &str, day_first: Option<bool>) -> Result<(NaiveDate, Option<DayKnown>), String> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let date = |year: &str, month: u32, day: u32| {
        let year = year.parse().ok().filter(|_| year.len() == 4)?;
        NaiveDate::from_ymd_opt(year, month, day)
    };
    let found = match parts[..] {
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            let (year, rest) = whole.split_at(4);
            let (month, day) = rest.split_at(2);
            number(month)
                .zip(number(day))
                .and_then(|(month, day)| date(year, month, day))
        }
        // A month stands in for its days, and the record says so.
        [year, month] if year.len() == 4 => {
            let middle = number(month).and_then(|month| date(year, month, 15));
            return middle
                .map(|day| (day, Some(DayKnown::Month)))
                .ok_or_else(|| unreadable(text));
        }
        [year, month, day] if year.len() == 4 => number(month)
            .zip(number(day))
            .and_then(|(month, day)| date(year, month, day)),
        [one, other, year] => {
            let (one, other) = number(one)
                .zip(number(other))
                .ok_or_else(|| unreadable(text))?;
            // With points the day comes first; with slashes it depends on the country.
            let told = day_first.or(text.contains('.').then_some(true));
            match (told, one > 12, other > 12) {
                (Some(true), ..) | (None, true, false) => date(year, other, one),
                (Some(false), ..) | (None, false, true) => date(year, one, other),
                _ if one == other => date(year, one, other),
                _ => {
                    return Err(format!(
                        "of {text} it cannot be told which number is the day; say --dates day-first or month-first"
                    ));
                }
            }
        }
        _ => None,
    };
    found.map(|day| (day, None)).ok_or_else(|| unreadable(text))
}

fn unreadable(text: &str) -> String {
    format!("{text} cannot be read as a day; a day is written 2026-03-01 or 01.03.2026")
}

/// The PHQ-9 of a row: a total, an answer to its ninth item, or both.
fn score(total: &str, item: &str) -> Result<Option<Score>, String> {
    let instrument = InstrumentId::PHQ_9;
    let score = match (total, item) {
        ("", "") => return Ok(None),
        // The item is kept although there is no total: somebody may have to ask about it.
        ("", _) => Score::without_total(instrument),
        _ => {
            let decimal = total.replace(',', ".");
            let (whole, part) = decimal.split_once('.').unwrap_or((&decimal, ""));
            let number = |text: &str| {
                text.parse::<u16>()
                    .map_err(|_| "its PHQ-9 total is no number".to_owned())
            };
            let whole = number(whole)?;
            if part.trim_end_matches('0').is_empty() {
                Score::new(instrument, whole)
            } else {
                // A prorated total is rounded, halves up.
                number(part)?;
                let up = u16::from(part.starts_with(['5', '6', '7', '8', '9']));
                Score::new(instrument, whole.saturating_add(up)).with_status(ScoreStatus::Prorated)
            }
        }
    };
    // A zero on the item clears nobody: it is stored as the answer to an item, not as an enquiry.
    let item = match item {
        "" => ItemAnswer::NotAnswered,
        "0" => ItemAnswer::Denied,
        "1" | "2" | "3" => ItemAnswer::Endorsed,
        _ => return Err("its ninth item is none of 0, 1, 2 and 3".into()),
    };
    Ok(Some(score.with_self_harm_item(item)))
}

fn entry(row: &Row<'_>, exported: DateTime<Utc>, day_first: Option<bool>) -> Result<Entry, String> {
    let key = AppKey::new(row.get("id")).map_err(|error| error.to_string())?;
    let therapist = ActorRef::new(row.get("therapist")).map_err(|error| error.to_string())?;
    let (day, day_known) = day(row.get("date"), day_first)?;
    let attendance = match row.get("status") {
        "attended" => Attendance::Attended,
        "late" => Attendance::Late,
        "dna" => Attendance::DidNotAttend,
        "cancelled by patient" => Attendance::CancelledByPatient,
        "cancelled by therapist" => Attendance::CancelledByTherapist,
        "moved" => Attendance::Rescheduled,
        _ => {
            return Err(
                "its status is not known; it must be attended, late, dna, cancelled by patient, cancelled by therapist or moved".into()
            );
        }
    };
    let mut session = Session::new(attendance).with_therapist(therapist);
    session.day_known = day_known;
    let minutes = row.get("minutes");
    if !minutes.is_empty() {
        let minutes: u16 = minutes
            .parse()
            .map_err(|_| "its minutes are no whole number".to_owned())?;
        session = session.with_minutes(minutes);
    }
    session
        .scores
        .extend(score(row.get("phq9"), row.get("item9"))?);
    Ok(At::new(exported, therapist, day)
        .with_key(key)
        .entry(session))
}
