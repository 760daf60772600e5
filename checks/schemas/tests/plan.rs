//! Every course plan is what `docs/plan.schema.json` says, every session plan what
//! `docs/session-plan.schema.json` says, and the schemas refuse what is none.

use std::{fs, path::Path};

use interpersonal::{
    ActorRef, Course, Entry,
    chrono::{Days, NaiveDate},
    plan::{Availability, CoursePlan, DaySpan, Terms, Weekday},
    protocol::preset,
    record::{
        contact::Anchor,
        safety::{ConcernKind, ConcernRaised},
    },
    testing::{exemplar::Exemplar, strategy},
};
use jsonschema::Validator as Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

fn schema() -> Schema {
    stored("plan")
}

fn session_schema() -> Schema {
    stored("session-plan")
}

fn stored(name: &str) -> Schema {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let text =
        fs::read_to_string(root.join("docs").join(name).with_extension("schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

fn faults(schema: &Schema, value: &Value) -> Vec<String> {
    schema
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

#[test]
fn plans_under_every_preset_are_what_the_schema_says_from_beginning_to_end() {
    let schema = schema();
    for protocol in preset::ALL.iter().copied() {
        let day = DaySpan::day(start() + Days::new(21));
        // Sessions every other day need more days than two a week.
        let dense = protocol
            .spec()
            .cadence
            .iter()
            .any(|stretch| stretch.days < 3 * stretch.sessions);
        let weekdays = if dense {
            Weekday::ALL
        } else {
            &[Weekday::Monday, Weekday::Thursday]
        };
        let availability = Availability::on(weekdays.iter().copied())
            .with_off([day].to_vec())
            .with_breaks([day].to_vec())
            .with_not_after(start() + Days::new(3_000))
            .with_anchor(Anchor::Birth);
        let plan =
            CoursePlan::new(protocol, Terms::typical(protocol), start(), availability).unwrap();
        assert_eq!(
            faults(&schema, &json!(plan)),
            Vec::<String>::new(),
            "{}",
            protocol.id()
        );
        for area in protocol.spec().focus.areas.value.iter() {
            let course = Exemplar::following(protocol, &plan, area).course().unwrap();
            for days in [20, 60, 3_000] {
                let revised = plan.revise(&course, start() + Days::new(days)).unwrap();
                assert_eq!(
                    faults(&schema, &json!(revised)),
                    Vec::<String>::new(),
                    "{} {area}",
                    protocol.id()
                );
            }
        }
    }
}

#[test]
fn the_schema_refuses_what_is_no_plan() {
    let schema = schema();
    let protocol = &preset::ACUTE_16;
    let plan = CoursePlan::new(
        protocol,
        Terms::typical(protocol),
        start(),
        Availability::every_day(),
    )
    .unwrap();
    let good = json!(plan);
    assert!(schema.is_valid(&good));
    for (pointer, value) in [
        ("/from", json!("2026-13-01")),
        ("/revision", json!(-1)),
        ("/focus", json!("therapy")),
        ("/sessions/0/phase", json!("closing")),
        ("/sessions/0/status", json!("cancelled")),
        (
            "/sessions/0/work",
            json!({ "middle": ["consent_and_limits"] }),
        ),
        ("/sessions/0/window/why_not_after", json!("because")),
        ("/availability/weekdays", json!(["monday", "monday"])),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&bad), "{pointer}");
    }
    let mut bad = good;
    bad["patient"] = json!("P-1");
    assert!(!schema.is_valid(&bad), "a field that nobody described");
}

/// The course as it stands before each of its sessions.
fn before_each_session(course: &Course) -> impl Iterator<Item = (Course, NaiveDate)> {
    let days: Vec<NaiveDate> = course.entries().iter().filter_map(Entry::day).collect();
    let cut = |day: NaiveDate| {
        let before = course
            .entries()
            .iter()
            .take_while(move |entry| entry.day().is_some_and(|on| on < day));
        Some((
            Course::replay(course.protocol().clone(), before.cloned()).ok()?,
            day,
        ))
    };
    days.into_iter().filter_map(cut)
}

#[test]
fn session_plans_of_exemplary_courses_are_what_the_schema_says_before_each_session() {
    let schema = session_schema();
    let mut seen = 0;
    for (turn, protocol) in preset::ALL.iter().copied().enumerate() {
        let plan = CoursePlan::new(
            protocol,
            Terms::typical(protocol),
            start(),
            Availability::every_day(),
        )
        .unwrap();
        // Each area under the first, the adult form; under the others they take turns.
        let areas: Vec<_> = protocol.spec().focus.areas.value.iter().collect();
        let (skip, take) = if turn == 0 {
            (0, areas.len())
        } else {
            (turn % areas.len(), 1)
        };
        for area in areas.into_iter().skip(skip).take(take) {
            let course = Exemplar::following(protocol, &plan, area).course().unwrap();
            let mut last = None;
            for (mut before, day) in
                before_each_session(&course).filter(|&(_, day)| last.replace(day) != Some(day))
            {
                let session = before.next_session_in(&plan.revise(&before, day).unwrap(), day);
                assert_eq!(
                    faults(&schema, &json!(session)),
                    Vec::<String>::new(),
                    "{} {area} {day}",
                    protocol.id()
                );
                let at = day.and_hms_opt(8, 0, 0).unwrap().and_utc();
                let concern = ConcernRaised::new(ConcernKind::SuicidalIdeation);
                if before
                    .record_entry(Entry::fact(at, ActorRef::from_static("t"), day, concern))
                    .is_ok()
                {
                    let session = before.next_session(day);
                    assert_eq!(
                        faults(&schema, &json!(session)),
                        Vec::<String>::new(),
                        "{} {area}",
                        protocol.id()
                    );
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn the_schema_refuses_what_is_no_session_plan() {
    let schema = session_schema();
    let protocol = &preset::ACUTE_16;
    let course = Exemplar::new(protocol, interpersonal::ProblemArea::Grief, start())
        .course()
        .unwrap();
    let (before, day) = before_each_session(&course)
        .find(|(before, _)| before.state().held() == 6)
        .unwrap();
    let good = json!(before.next_session(day));
    assert_eq!(faults(&schema, &good), Vec::<String>::new());
    for (pointer, value) in [
        ("/day", json!("2026-13-01")),
        ("/ordinal", json!(-1)),
        ("/phase", json!("closing")),
        ("/safety", json!("high")),
        ("/left", json!("ten")),
        ("/agenda/0/what", json!("small talk")),
        ("/agenda/0/what", json!({ "strategy": "exposure" })),
        ("/agenda/0/pressing", json!({ "due_by": "now" })),
        ("/agenda/0/reason", json!("because")),
        ("/focus/0/touched", json!(["grief_link", "grief_link"])),
        ("/agreed/0/what", json!({ "note": "call her sister" })),
        ("/ending/deadline/status", json!("soon")),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&bad), "{pointer}");
    }
    let mut bad = good;
    bad["agenda"][0]["note"] = json!("a text");
    assert!(!schema.is_valid(&bad), "a field that nobody described");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plans_of_any_course_are_what_the_schema_says(course in strategy::course(), days in 0..200_u64) {
        let schema = schema();
        let opened = course.state().opened_on();
        let Some(as_of) = opened.checked_add_days(Days::new(days)) else { return Ok(()) };
        let protocol = course.protocol_on(as_of);
        let Ok(plan) = CoursePlan::new(protocol, Terms::typical(protocol), opened, Availability::every_day()) else {
            return Ok(());
        };
        let plan = plan.revise(&course, as_of).unwrap_or(plan);
        prop_assert_eq!(faults(&schema, &json!(plan)), Vec::<String>::new());
        let schema = session_schema();
        for session in [course.next_session(as_of), course.next_session_in(&plan, as_of)] {
            prop_assert_eq!(faults(&schema, &json!(session)), Vec::<String>::new());
        }
    }
}
