//! Large, long and hostile records: they are taken, replayed, stored and read, or refused with an
//! error.

use chrono::{DateTime, Days, NaiveDate, Utc};
use interpersonal::{
    ActorRef, At, Course, Entry, FreeText, Phase, ProblemArea, Reporting, Seq,
    course::{ChangeProtocol, Content, Strike},
    protocol::{
        Protocol,
        preset::{self, ACUTE_16},
    },
    record::{
        contact::{Contact, ContactWith},
        session::Session,
        setting::Opened,
    },
    testing::exemplar::Exemplar,
};

const CLERK: ActorRef = ActorRef::from_static("clerk");

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn day(n: u64) -> NaiveDate {
    first() + Days::new(n)
}

fn on(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(17, 0, 0).unwrap().and_utc()
}

fn opened() -> Course {
    let opening = Opened::new(Phase::Initial, Reporting::COMPLETE);
    Course::open(&ACUTE_16, At::new(on(first()), CLERK, first()), opening).unwrap()
}

fn contact(n: u64, note: impl Into<FreeText>) -> Entry {
    Entry::fact(
        on(day(n)),
        CLERK,
        day(n),
        Contact::new(ContactWith::Patient).with_note(note.into()),
    )
}

#[test]
fn ten_thousand_entries_are_recorded_replayed_and_stored() {
    let mut course = opened();
    for n in 0..10_000_u16 {
        let session = Session::attended().with_number(n + 1);
        let when = day(u64::from(n) / 4);
        course
            .record_entry(Entry::fact(on(when), CLERK, when, session))
            .unwrap();
    }
    assert_eq!((course.revision(), course.state().held()), (10_001, 10_000));
    let text = serde_json::to_string(&course).unwrap();
    assert!(serde_json::from_str::<Course>(&text).unwrap() == course);
}

#[test]
fn a_thousand_facts_are_written_backwards_and_half_of_them_struck() {
    let mut course = opened();
    for n in (1..=1000).rev() {
        let late = on(day(2000));
        course
            .record_entry(Entry::fact(late, CLERK, day(n), Session::attended()))
            .unwrap();
    }
    for number in (2..=1001).step_by(2) {
        course
            .record_entry(Entry::strike(
                on(day(2000)),
                CLERK,
                Strike::new(Seq::new(number)),
            ))
            .unwrap();
    }
    assert_eq!(
        (course.state().held(), course.state().last_held()),
        (500, Some(day(999)))
    );
    assert!(Course::replay(&ACUTE_16, course.entries().to_vec()).unwrap() == course);
}

#[test]
fn a_late_entry_in_a_long_record_is_where_its_day_is() {
    let entry = |n| Entry::fact(on(day(5000)), CLERK, day(n), Session::attended());
    let mut course = opened();
    for n in (2..4000).step_by(2) {
        course.record_entry(entry(n)).unwrap();
    }
    for n in [3999, 1, 2001, 2001] {
        course.record_entry(entry(n)).unwrap();
    }
    let mut in_order = opened();
    for n in (1..4000).filter(|n| n % 2 == 0 || [1, 2001, 3999].contains(n)) {
        in_order.record_entry(entry(n)).unwrap();
        if n == 2001 {
            in_order.record_entry(entry(n)).unwrap();
        }
    }
    assert_eq!(course.state(), in_order.state());
    for n in [0, 1, 2, 2000, 2001, 2002, 3999] {
        assert_eq!(
            course.state_on(day(n)),
            in_order.state_on(day(n)),
            "day {n}"
        );
    }
    let replayed = Course::replay(&ACUTE_16, course.entries().to_vec()).unwrap();
    assert!(replayed == course);
}

#[test]
fn the_protocol_of_a_day_is_found_in_a_long_record() {
    let change = |n, to: &'static Protocol| {
        Entry::new(
            on(day(5000)),
            CLERK,
            Content::ChangeProtocol {
                on: day(n),
                change: ChangeProtocol::new(to),
            },
        )
    };
    let mut course = opened();
    for n in 1..1000 {
        course.record_entry(contact(n, "called")).unwrap();
    }
    for (n, to) in [
        (700, &preset::MAINT_90),
        (300, &preset::UK_16),
        (500, &preset::WHO_G8),
    ] {
        course.record_entry(change(n, to)).unwrap();
    }
    let id = |course: &Course, n| course.protocol_on(day(n)).id();
    let ids = |course: &Course| [299, 300, 499, 500, 699, 700, 999].map(|n| id(course, n));
    let [acute, uk, group, maintenance] = [
        &ACUTE_16,
        &preset::UK_16,
        &preset::WHO_G8,
        &preset::MAINT_90,
    ]
    .map(Protocol::id);
    assert_eq!(
        ids(&course),
        [acute, uk, uk, group, group, maintenance, maintenance]
    );
    let last = Seq::new(course.revision());
    course
        .record_entry(Entry::strike(on(day(5000)), CLERK, Strike::new(last)))
        .unwrap();
    assert_eq!(
        ids(&course),
        [acute, uk, uk, uk, uk, maintenance, maintenance]
    );
}

#[test]
fn a_course_lasts_a_hundred_years() {
    let mut course = opened();
    for week in 0..5_218 {
        course.record_entry(contact(7 * week, "called")).unwrap();
    }
    let state = course.state();
    assert_eq!((state.last_day() - state.opened_on()).num_days() / 365, 100);
    assert_eq!(
        course.state_on(day(7 * 2_609)).unwrap().last_day(),
        day(7 * 2_609)
    );
    let mut bytes = Vec::new();
    ciborium::into_writer(&course, &mut bytes).unwrap();
    assert!(ciborium::from_reader::<Course, _>(bytes.as_slice()).unwrap() == course);
}

#[test]
fn counters_do_not_run_over() {
    let mut course = opened();
    for _ in 0..70_000 {
        course
            .record_entry(Entry::fact(
                on(first()),
                CLERK,
                first(),
                Session::attended(),
            ))
            .unwrap();
    }
    assert_eq!(course.state().held(), u16::MAX);
}

#[test]
fn a_record_of_fifty_megabytes_is_read() {
    let mut course = opened();
    course
        .record_entry(contact(1, "ü\n\"".repeat(8_000_000)))
        .unwrap();
    for n in 0..2_000 {
        course
            .record_entry(contact(2 + n, "called; nobody was there"))
            .unwrap();
    }
    let text = serde_json::to_string(&course).unwrap();
    assert!(text.len() > 48_000_000, "{}", text.len());
    let read: Course = serde_json::from_str(&text).unwrap();
    assert!(read == course);
    assert!(format!("{read:?}{:?}", read.entry(Seq::new(2))).len() < 1_000);
}

#[test]
fn a_record_of_fifty_megabytes_that_breaks_off_is_an_error_without_its_text() {
    let said = "she said that ".repeat(3_600_000);
    let start = r#"{"ipt/1": {"protocol": {"preset": "acute-16"}, "entries": [{"at": "2026-01-05T17:00:00Z", "by": ""#;
    for text in [
        format!("{start}{said}"),
        format!("{start}{said}\"}}]}}}}"),
        format!("{start}x\", \"{said}\": 1}}]}}}}"),
    ] {
        let error = serde_json::from_str::<Course>(&text)
            .unwrap_err()
            .to_string();
        assert!(!error.contains("she said"), "{} characters", error.len());
        assert!(error.len() < 500, "{} characters", error.len());
    }
}

#[test]
fn deep_nesting_is_an_error() {
    for (open, close) in [("[", "]"), ("{\"fact\":", "}")] {
        let deep = format!(
            "{{\"ipt/1\": {}{}}}",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        assert!(serde_json::from_str::<Course>(&deep).is_err());
    }
}

#[test]
fn an_exemplary_course_lies_anywhere_in_the_calendar() {
    for (year, month, day) in [(1, 1, 1), (1900, 2, 28), (2024, 2, 29), (9999, 12, 31)] {
        let start = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        for &area in ProblemArea::ALL {
            let course = Exemplar::new(&ACUTE_16, area, start).course().unwrap();
            let text = serde_json::to_string(&course).unwrap();
            assert!(serde_json::from_str::<Course>(&text).unwrap() == course);
        }
    }
    // Where there is no room for a course, there is an error or a course, and no panic.
    for start in [NaiveDate::MIN, NaiveDate::MAX] {
        let _ = Exemplar::new(&ACUTE_16, ProblemArea::Grief, start).course();
    }
}
