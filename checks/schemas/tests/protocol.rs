//! Every protocol is what `docs/protocol.schema.json` says, and the schema refuses what the crate
//! cannot read.

use std::{fs, path::Path};

use interpersonal::{
    Protocol,
    protocol::{ProtocolSpec, preset},
    testing::strategy,
};
use jsonschema::Validator as Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

fn schema() -> Schema {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let text = fs::read_to_string(root.join("docs/protocol.schema.json")).unwrap();
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

#[test]
fn every_preset_is_what_the_schema_says() {
    let schema = schema();
    for preset in preset::ALL {
        assert_eq!(
            faults(&schema, &json!(preset.spec())),
            Vec::<String>::new(),
            "{}",
            preset.id()
        );
    }
}

/// A protocol with something in every list.
fn filled() -> Value {
    let mut spec = json!(preset::ACUTE_16.spec());
    let source = |mut entry: Value| {
        entry["source"] = json!("design");
        entry["basis"] = json!("design");
        json!([entry])
    };
    spec["modules"] =
        source(json!({ "token": "a", "label": "A", "phase": "middle", "from": 1, "to": 16 }));
    spec["entry_scores"] =
        source(json!({ "instrument": "phq-9", "min": 10, "max": null, "firm": true }));
    spec["area_labels"] = source(json!({ "area": "grief", "label": "Loss" }));
    spec["techniques"] = source(json!({ "technique": "role_play", "level": "may" }));
    spec["steps"] = source(json!({
        "criterion": "response", "label": "Whether to add medication", "by_session": 8, "by_week": null, "options": [],
    }));
    spec
}

#[test]
fn the_schema_refuses_what_the_crate_cannot_read() {
    let schema = schema();
    let good = filled();
    assert_eq!(faults(&schema, &good), Vec::<String>::new());
    assert!(serde_json::from_value::<ProtocolSpec>(good.clone()).is_ok());
    for (pointer, value) in [
        ("/id", json!("two words")),
        ("/id", json!("an-identifier-of-more-than-24")),
        ("/version", json!(-1)),
        ("/format", json!("grupo")),
        ("/focus/areas/value/0", json!("loss")),
        ("/dose/sessions/value/min", json!(65_536)),
        ("/dose/sessions/value/min", json!("twelve")),
        (
            "/dose/sessions",
            json!({ "value": { "min": 1, "typical": 2, "max": 3 }, "basis": "manual" }),
        ),
        ("/dose/sessions/basis", json!("opinion")),
        ("/dose/weeks_are_cap/value", json!("no")),
        ("/population/age_min/value", json!(256)),
        ("/phases/1/typical/value", json!([1])),
        ("/phases/1/typical/value", json!([1, 2, 3])),
        ("/phases/1/phase", json!("ending")),
        ("/modules/0/token", json!("")),
        ("/entry_scores/0/firm", json!(null)),
        ("/techniques/0/level", json!("forbidden")),
        ("/steps/0/options", json!(["wait_and_see"])),
        ("/sources/0", json!(7)),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer)
            .unwrap_or_else(|| panic!("nothing stands at {pointer}")) = value;
        assert!(!schema.is_valid(&bad), "{pointer}");
        assert!(
            serde_json::from_value::<ProtocolSpec>(bad).is_err(),
            "the crate reads it: {pointer}"
        );
    }
}

#[test]
fn the_schema_asks_for_the_fields_that_the_crate_asks_for_and_no_other() {
    let schema = schema();
    let good = filled();
    for pointer in [
        "",
        "/dose",
        "/dose/sessions",
        "/population",
        "/ending",
        "/steps/0",
        "/modules/0",
        "/phases/0",
    ] {
        let fields = good.pointer(pointer).and_then(Value::as_object).unwrap();
        for name in fields.keys() {
            let mut bad = good.clone();
            bad.pointer_mut(pointer)
                .and_then(Value::as_object_mut)
                .unwrap()
                .remove(name);
            let read = serde_json::from_value::<ProtocolSpec>(bad.clone()).is_ok();
            assert_eq!(schema.is_valid(&bad), read, "{pointer} without {name}");
        }
        let mut bad = good.clone();
        bad.pointer_mut(pointer)
            .and_then(Value::as_object_mut)
            .unwrap()
            .insert("grade".into(), json!(1));
        assert!(
            !schema.is_valid(&bad),
            "a field that nobody described in {pointer}"
        );
        assert!(serde_json::from_value::<ProtocolSpec>(bad).is_err());
    }
}

fn example(name: &str) -> Value {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let text = fs::read_to_string(root.join("examples/data").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_short_form_is_what_the_schema_says() {
    let schema = schema();
    let mut forms = vec![example("protocols/our-clinic.json")];
    for (at, preset) in preset::ALL.iter().enumerate() {
        let base = preset::ALL[(at + 1) % preset::ALL.len()];
        forms.push(json!(preset.difference_from(base)));
        forms.push(json!(preset.difference_from(&preset::ACUTE_16)));
    }
    for form in forms {
        assert_eq!(faults(&schema, &form), Vec::<String>::new(), "{form}");
    }
}

#[test]
fn the_schema_refuses_a_short_form_that_the_crate_cannot_read() {
    let schema = schema();
    // Whether a number without a source stands under that of the file is more than a schema says.
    assert!(!schema.is_valid(&example("broken-protocols/extends-faults.json")));
    let good = json!({ "extends": "acute-16", "id": "our-clinic", "title": "Ours" });
    assert!(schema.is_valid(&good) && serde_json::from_value::<Protocol>(good.clone()).is_ok());
    let changes = json!({ "remove": ["grief"] });
    let cited = |value: Value| json!({ "value": value, "source": "design", "basis": "design" });
    for (field, value, is_read) in [
        ("id", Value::Null, false),
        ("extends", json!(7), false),
        ("grade", json!("A"), false),
        ("focus", json!({ "areas": cited(changes) }), true),
        ("focus", json!({ "areas": cited(json!({})) }), false),
        (
            "focus",
            json!({ "areas": cited(json!({ "remove": ["loss"] })) }),
            false,
        ),
        ("population", json!({ "age_min": null }), true),
        ("population", json!({ "cautioned": null }), false),
        ("dose", json!({ "minutes": 50 }), false),
        (
            "dose",
            json!({ "minutes": { "source": "design", "basis": "design" } }),
            true,
        ),
        ("dose", json!({ "minutes": { "source": "design" } }), false),
        (
            "dose",
            json!({ "minutes": cited(json!({ "typical": 50 })) }),
            false,
        ),
        ("measures", json!([]), true),
        ("measures", json!({}), false),
        ("measures", json!({ "remove": ["phq-9"] }), true),
        ("measures", json!({ "remove": [7] }), false),
        ("measures", json!({ "replace": [] }), false),
        ("cadence", json!({ "add": [] }), false),
        (
            "phases",
            json!({ "change": [{ "phase": "concluded", "optional": false }] }),
            true,
        ),
        (
            "phases",
            json!({ "change": [{ "optional": false }] }),
            false,
        ),
        (
            "phases",
            json!({ "change": [{ "phase": "concluded", "cost": 1 }] }),
            false,
        ),
        ("source", json!("design"), false),
    ] {
        let mut form = good.clone();
        form[field] = value;
        assert_eq!(
            schema.is_valid(&form),
            is_read,
            "the schema on {field}: {form}"
        );
        let read = serde_json::from_value::<Protocol>(form.clone());
        assert_eq!(read.is_ok(), is_read, "the crate on {field}: {form}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_protocol_is_what_the_schema_says(protocol in strategy::protocol()) {
        let schema = schema();
        prop_assert_eq!(faults(&schema, &json!(protocol.spec())), Vec::<String>::new());
    }
}
