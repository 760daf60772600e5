//! Every report is what `docs/report.schema.json` says, and the schema refuses what is none.

use std::{fs, path::Path};

use interpersonal::{Course, Protocol, protocol::preset, rule::Validator, testing::strategy};
use jsonschema::Validator as Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn schema() -> Schema {
    let text = fs::read_to_string(root().join("docs/report.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

fn report(course: &Course, under: Option<&'static Protocol>) -> Value {
    let mut validator = Validator::new();
    if let Some(protocol) = under {
        validator = validator.under(protocol);
    }
    serde_json::to_value(validator.validate(course, course.state().last_day())).unwrap()
}

fn faults(schema: &Schema, report: &Value) -> Vec<String> {
    schema
        .iter_errors(report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn the_reports_of_the_bundled_courses_are_what_the_schema_says() {
    let schema = schema();
    let mut seen = 0;
    for file in fs::read_dir(root().join("examples/data")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let course: Course = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        for under in preset::ALL.iter().copied().map(Some).chain([None]) {
            assert_eq!(
                faults(&schema, &report(&course, under)),
                Vec::<String>::new(),
                "{}",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 50);
}

#[test]
fn the_schema_refuses_what_is_no_report() {
    let schema = schema();
    let text = fs::read_to_string(root().join("examples/data/family-based.json")).unwrap();
    let course: Course = serde_json::from_str(&text).unwrap();
    let good = report(&course, Some(&preset::ACUTE_16));
    assert!(schema.is_valid(&good));
    for (pointer, value) in [
        ("/conformance", json!("fine")),
        ("/as_of", json!("2025-13-01")),
        ("/findings/0/severity", json!("violation")),
        (
            "/findings/0/evidence",
            json!({ "grade": { "percent": 80 } }),
        ),
        ("/findings/0/message", json!("")),
        ("/coverage/decided", json!(-1)),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&bad), "{pointer}");
    }
    let mut bad = good;
    bad["score"] = json!(0.8);
    assert!(!schema.is_valid(&bad), "a field that nobody described");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_report_is_what_the_schema_says(course in strategy::course()) {
        let schema = schema();
        prop_assert_eq!(faults(&schema, &report(&course, None)), Vec::<String>::new());
    }
}
