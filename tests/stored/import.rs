//! One legacy table with every kind of bad row at once: what contradicts the record is set aside
//! with its key, and nothing else is lost.

use interpersonal::{
    ActorRef, AppKey, Course, Entry, Phase, RecordError, Reporting, RuleCode, Seq, Topic,
    chrono::{DateTime, Days, NaiveDate, Utc},
    course::{Correct, ImportError, Origin, Strike, Waive, WaiverScope},
    measure::{InstrumentId, Score},
    protocol::preset::ACUTE_16,
    record::{
        contract::{ContractAgreed, TimeFrame},
        ending::{ClinicalResult, Closed, Disposition, EndMode},
        session::Session,
        setting::{DeviationCategory, Opened, PhaseBegun},
    },
};

fn day(after: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(after)
}

fn written() -> DateTime<Utc> {
    "2026-12-01T08:00:00Z".parse().unwrap()
}

const BY: ActorRef = ActorRef::from_static("import-job");

fn row(key: &str, on: NaiveDate, fact: impl Into<interpersonal::Fact>) -> Entry {
    Entry::fact(written(), BY, on, fact).with_key(AppKey::new(key).unwrap())
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table, row by row")]
fn every_bad_row_of_a_table_is_set_aside_by_its_key_and_every_good_one_is_kept() {
    let opened = Opened::new(Phase::Initial, Reporting::from([Topic::Sessions]));
    let close = || {
        Closed::new(
            EndMode::DroppedOut,
            ClinicalResult::NotAssessed,
            Disposition::None,
        )
    };
    let safety = Waive::new(
        RuleCode::from_static("IPT-189"),
        WaiverScope::Course {},
        DeviationCategory::SchedulingOrService,
    );
    let table = vec![
        row(
            "before-opening",
            day(0) - Days::new(30),
            Session::attended(),
        ),
        row("opening", day(0), opened),
        row("s1", day(0), Session::attended().with_number(1)),
        row("s1", day(0), Session::attended().with_number(1)),
        row("same-number", day(7), Session::attended().with_number(1)),
        row("s2", day(14), Session::attended().with_number(2)),
        row("opened-twice", day(14), opened),
        row(
            "no-such-score",
            day(14),
            Score::new(InstrumentId::PHQ_9, 28),
        ),
        row(
            "no-frame",
            day(14),
            ContractAgreed::new(TimeFrame::Sessions(0)),
        ),
        row(
            "not-yet",
            NaiveDate::from_ymd_opt(2099, 1, 1).unwrap(),
            Session::attended(),
        ),
        row(
            "closes-without-outcome",
            day(20),
            PhaseBegun::new(Phase::Closed),
        ),
        Entry::strike(written(), BY, Strike::new(Seq::new(900)))
            .with_key(AppKey::new("strikes-nothing").unwrap()),
        Entry::correct(
            written(),
            BY,
            Correct::new(Seq::new(1), day(30), Session::attended()),
        )
        .with_key(AppKey::new("corrects-the-opening-away").unwrap()),
        Entry::waive(written(), BY, safety).with_key(AppKey::new("waives-safety").unwrap()),
        row("s3", day(21), Session::attended().with_number(3)),
        row("closing", day(60), close()),
        row("closing-twice", day(61), close()),
        row("care-after-closing", day(70), Session::attended()),
        row("follow-up", day(90), Score::new(InstrumentId::PHQ_9, 5)),
    ];
    let offered = table.len();
    let imported = Course::import(&ACUTE_16, table).unwrap();

    let aside: Vec<_> = imported
        .aside
        .iter()
        .map(|aside| aside.key.unwrap().to_string())
        .collect();
    assert_eq!(
        aside,
        [
            "before-opening",
            "s1",
            "same-number",
            "opened-twice",
            "no-such-score",
            "no-frame",
            "not-yet",
            "closes-without-outcome",
            "strikes-nothing",
            "corrects-the-opening-away",
            "waives-safety",
            "closing-twice",
            "care-after-closing",
        ]
    );
    assert_eq!(
        imported.course.entries().len() + imported.aside.len(),
        offered,
        "nothing is lost"
    );
    assert_eq!(imported.course.state().held(), 3);
    assert_eq!(imported.course.state().phase(), Phase::Closed);
    assert!(
        imported
            .course
            .entries()
            .iter()
            .all(|entry| entry.origin == Origin::Imported)
    );
    assert_eq!(imported.aside[0].position, 1);
    assert!(
        imported
            .aside
            .iter()
            .filter(|aside| aside.error.is_none())
            .all(|aside| aside.key == AppKey::new("s1").ok())
    );
    assert!(matches!(
        imported.aside[8].error,
        Some(RecordError::NoSuchEntry { .. })
    ));
}

#[test]
fn a_table_without_an_opening_says_what_is_missing() {
    let error = Course::import(&ACUTE_16, [row("s1", day(0), Session::attended())]).unwrap_err();
    assert_eq!(error, ImportError::NoOpening { entries: 1 });
    assert_eq!(
        error.to_string(),
        "the entries given (1) hold no fact that opens the course; one of them must be an `opened` fact that can be recorded"
    );
}
