//! Every stored course is what `docs/course.schema.json` says, and the schema refuses what the
//! crate cannot read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use interpersonal::{
    Course, ProblemArea,
    chrono::NaiveDate,
    protocol::preset,
    testing::{exemplar::Exemplar, strategy},
};
use jsonschema::Validator as Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn schema() -> Schema {
    let text = fs::read_to_string(root().join("docs/course.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema is one");
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

/// The JSON files of a folder of the examples.
fn files(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("examples/data").join(folder)).unwrap();
    let mut files: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "{folder}");
    files
}

#[test]
fn every_bundled_course_is_what_the_schema_says_as_written_and_as_stored() {
    let schema = schema();
    for path in files("").into_iter().chain(files("accepted")) {
        let text = fs::read_to_string(&path).unwrap();
        let none = Vec::<String>::new();
        let value = serde_json::from_str(&text).unwrap();
        assert_eq!(faults(&schema, &value), none, "{}", path.display());
        let course: Course = serde_json::from_str(&text).unwrap();
        assert_eq!(faults(&schema, &json!(course)), none, "{}", path.display());
    }
}

#[test]
fn every_exemplary_course_is_what_the_schema_says() {
    let schema = schema();
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let mut seen = 0;
    for protocol in preset::ALL.iter().copied() {
        for &area in ProblemArea::ALL {
            if !protocol.spec().focus.areas.value.contains(area) {
                continue;
            }
            let course = Exemplar::new(protocol, area, monday).course().unwrap();
            let told = faults(&schema, &json!(course));
            assert_eq!(told, Vec::<String>::new(), "{} {area}", protocol.id());
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn the_schema_refuses_what_is_no_course() {
    let schema = schema();
    let sound = json!({ "ipt/1": { "protocol": { "preset": "acute-16" }, "entries": [
        { "at": "2026-01-05T17:00:00Z", "by": "therapist-1", "on": "2026-01-05",
          "fact": { "session": { "attendance": "attended", "minutes": 50 } } },
        { "at": "2026-01-05T17:00:00Z", "by": "therapist-1", "strike": { "entry": 1 } },
        { "at": "2026-01-05T17:00:00Z", "by": "therapist-1", "waive":
          { "code": "IPT-064", "scope": { "course": {} }, "category": { "other": "a flood" } } },
        { "at": "2026-01-05T17:00:00Z", "by": "therapist-1", "waive":
          { "code": "IPT-064", "scope": { "until": "2026-03-01" }, "category": "comorbidity" } },
    ] } });
    assert_eq!(faults(&schema, &sound), Vec::<String>::new());
    let entry = "/ipt~11/entries/0";
    for (pointer, value) in [
        ("", json!({ "ipt/9": {} })),
        ("/ipt~11/protocol", json!({ "preset": "acute 16" })),
        ("/ipt~11/protocol", json!({})),
        (&format!("{entry}/at"), json!("yesterday")),
        (&format!("{entry}/by"), json!("")),
        (&format!("{entry}/on"), json!("2026-02-30")),
        (&format!("{entry}/fact"), json!({ "session_held": {} })),
        (
            &format!("{entry}/fact"),
            json!({ "resumed": {}, "age_recorded": { "years": 40 } }),
        ),
        (&format!("{entry}/fact/session/attendance"), json!("came")),
        (&format!("{entry}/fact/session/minutes"), json!(70_000)),
        (&format!("{entry}/fact/session/minutes"), json!("fifty")),
        (&format!("{entry}/fact/session"), json!({ "minutes": 50 })),
        // A fact without a day, a strike with one, two things at once.
        (
            entry,
            json!({ "at": "2026-01-05T17:00:00Z", "by": "t", "fact": { "resumed": {} } }),
        ),
        (
            "/ipt~11/entries/1",
            json!({ "at": "2026-01-05T17:00:00Z", "by": "t", "on": "2026-01-05", "strike": { "entry": 1 } }),
        ),
        (
            "/ipt~11/entries/1",
            json!({ "at": "2026-01-05T17:00:00Z", "by": "t" }),
        ),
        ("/ipt~11/entries/2/waive/category", json!("flood")),
        (
            "/ipt~11/entries/2/waive/category",
            json!({ "comorbidity": "" }),
        ),
        (
            "/ipt~11/entries/2/waive/scope",
            json!({ "course": { "all": true } }),
        ),
    ] {
        let mut bad = sound.clone();
        *bad.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!schema.is_valid(&bad), "{pointer} {value}");
        assert!(
            serde_json::from_value::<Course>(bad).is_err(),
            "{pointer} {value}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_course_is_what_the_schema_says(course in strategy::course()) {
        prop_assert_eq!(faults(&schema(), &json!(course)), Vec::<String>::new());
    }
}
