//! Every plan is what `docs/plan.schema.json` says, and the schema refuses what is none.

use std::{fs, path::Path};

use interpersonal::{
    chrono::{Days, NaiveDate},
    exemplar::Exemplar,
    plan::{Availability, CoursePlan, DaySpan, Terms, Weekday},
    protocol::preset,
    record::contact::Anchor,
    strategy,
};
use jsonschema::Validator as Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

fn schema() -> Schema {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let text = fs::read_to_string(root.join("docs/plan.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

fn faults(schema: &Schema, value: &Value) -> Vec<String> {
    schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

#[test]
fn plans_under_every_preset_are_what_the_schema_says_from_beginning_to_end() {
    let schema = schema();
    for protocol in preset::ALL.iter().copied() {
        let day = DaySpan::day(start() + Days::new(21));
        let availability = Availability::on([Weekday::Monday, Weekday::Thursday])
            .with_off([day].to_vec())
            .with_breaks([day].to_vec())
            .with_not_after(start() + Days::new(3_000))
            .with_anchor(Anchor::Birth);
        let plan = CoursePlan::new(protocol, Terms::typical(protocol), start(), availability).unwrap();
        assert_eq!(faults(&schema, &json!(plan)), Vec::<String>::new(), "{}", protocol.id());
        for area in protocol.spec().focus.areas.value.iter() {
            let course = Exemplar::following(protocol, &plan, area).course().unwrap();
            for days in [20, 60, 3_000] {
                let revised = plan.revise(&course, start() + Days::new(days)).unwrap();
                assert_eq!(faults(&schema, &json!(revised)), Vec::<String>::new(), "{} {area}", protocol.id());
            }
        }
    }
}

#[test]
fn the_schema_refuses_what_is_no_plan() {
    let schema = schema();
    let protocol = &preset::ACUTE_16;
    let plan = CoursePlan::new(protocol, Terms::typical(protocol), start(), Availability::every_day()).unwrap();
    let good = json!(plan);
    assert!(schema.is_valid(&good));
    for (pointer, value) in [
        ("/from", json!("2026-13-01")),
        ("/revision", json!(-1)),
        ("/focus", json!("therapy")),
        ("/sessions/0/phase", json!("closing")),
        ("/sessions/0/status", json!("cancelled")),
        ("/sessions/0/work", json!({ "middle": ["consent_and_limits"] })),
        ("/sessions/0/window/why_latest", json!("because")),
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
    }
}
