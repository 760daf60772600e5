//! The stored form `ipt/1` stays what it is: golden files are read, written back byte for byte, and
//! hold everything that the form knows.

extern crate alloc;

use alloc::collections::BTreeSet;
use std::{fs, path::PathBuf};

use interpersonal::{
    Course, Fact,
    record::FactKind,
    shape::{Documented, Shape},
    wire::{Wire, v1},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::generated::assert_stored;

/// The golden files: name and text.
fn golden() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/stored/v1");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            (
                path.file_stem().unwrap().to_string_lossy().into_owned(),
                text,
            )
        })
        .collect();
    files.sort();
    files
}

fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

fn to_cbor(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

fn from_cbor<T: DeserializeOwned>(bytes: &[u8]) -> T {
    ciborium::from_reader(bytes).unwrap()
}

#[test]
fn each_golden_file_is_generated_from_what_is_read_from_it() {
    for (name, text) in golden() {
        let wire: Wire =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_stored(&format!("tests/stored/v1/{name}.json"), &pretty(&wire));
    }
}

#[test]
fn a_course_is_stored_with_its_protocol_whole_and_comes_back_the_same() {
    for (name, text) in golden() {
        let course: Course =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let stored = pretty(&course);
        assert!(!stored.contains(r#""preset""#), "{name}");
        assert_eq!(
            serde_json::from_str::<Course>(&stored).unwrap(),
            course,
            "{name}"
        );
        // The form that is read back is written as the course itself is.
        assert_eq!(
            pretty(&serde_json::from_str::<Wire>(&stored).unwrap()),
            stored,
            "{name}"
        );
    }
}

#[test]
fn cbor_holds_what_json_holds() {
    for (name, text) in golden() {
        let wire: Wire = serde_json::from_str(&text).unwrap();
        assert_eq!(from_cbor::<Wire>(&to_cbor(&wire)), wire, "{name}");
        let course: Course = serde_json::from_str(&text).unwrap();
        assert_eq!(from_cbor::<Course>(&to_cbor(&course)), course, "{name}");
        assert!(
            to_cbor(&course).len() < serde_json::to_vec(&course).unwrap().len(),
            "{name}"
        );
    }
}

#[test]
fn the_fields_of_an_object_may_stand_in_any_order() {
    // A `Value` sorts its keys, so that the objects of the golden files are read in the order of
    // the alphabet here.
    for (name, text) in golden() {
        let sorted: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            serde_json::from_value::<Course>(sorted).unwrap(),
            serde_json::from_str(&text).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn every_fact_is_among_the_golden_files() {
    let mut seen = BTreeSet::new();
    for (_, text) in golden() {
        let course: Course = serde_json::from_str(&text).unwrap();
        seen.extend(
            course
                .entries()
                .iter()
                .filter_map(|entry| Some(entry.stated()?.1.kind())),
        );
    }
    let missing: Vec<_> = FactKind::ALL
        .iter()
        .filter(|kind| !seen.contains(kind))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every field and every alternative that a shape knows, as `Type.key`.
fn keys(shape: &Shape, into: &mut BTreeSet<String>) {
    match shape {
        Shape::List(inner) | Shape::Optional(inner) => keys(inner, into),
        Shape::Either(one, other) => {
            keys(one, into);
            keys(other, into);
        }
        // What a protocol holds is tested with protocols; here it is stored whole or named.
        Shape::Object("ProtocolFile", ..) => {}
        Shape::Object(name, _, fields) => {
            for field in *fields {
                into.insert(format!("{name}.{}", field.name));
                keys(field.shape, into);
            }
        }
        Shape::OneOf(name, alternatives) => {
            for (key, _, inner) in *alternatives {
                into.insert(format!("{name}.{key}"));
                keys(inner, into);
            }
        }
        _ => {}
    }
}

/// Those of them that a stored value holds. What the shape does not know is a mistake in the shape.
fn used(shape: &Shape, value: &Value, into: &mut BTreeSet<String>) {
    match (shape, value) {
        (Shape::Either(name, _), value @ Value::String(_)) => used(name, value, into),
        (Shape::Optional(inner) | Shape::Either(_, inner), value) => used(inner, value, into),
        (Shape::List(inner), Value::Array(items)) => {
            for item in items {
                used(inner, item, into);
            }
        }
        (Shape::Object(name, _, fields), Value::Object(held)) => {
            for (key, value) in held {
                let field = fields.iter().find(|field| field.name == key);
                let field = field.unwrap_or_else(|| panic!("{name} has no {key} in its shape"));
                into.insert(format!("{name}.{key}"));
                used(field.shape, value, into);
            }
            for field in fields.iter().filter(|field| field.required) {
                assert!(
                    held.contains_key(field.name),
                    "{name} was stored without {}",
                    field.name
                );
            }
        }
        (Shape::OneOf(name, alternatives), Value::Object(held)) => {
            assert_eq!(held.len(), 1, "{name}");
            for (key, value) in held {
                let found = alternatives.iter().find(|(known, ..)| known == key);
                let (.., inner) =
                    found.unwrap_or_else(|| panic!("{name} has no {key} in its shape"));
                into.insert(format!("{name}.{key}"));
                used(inner, value, into);
            }
        }
        (Shape::Names(name, known), Value::String(text)) => {
            assert!(
                known.iter().any(|(known, _)| known == text),
                "{name} has no {text} in its shape"
            );
        }
        (Shape::Plain(..), _) => {}
        (shape, value) => panic!("{shape:?} does not describe {value}"),
    }
}

#[test]
fn every_field_of_every_entry_is_among_the_golden_files_and_described() {
    let mut known = BTreeSet::new();
    keys(&v1::Entry::SHAPE, &mut known);
    let mut held = BTreeSet::new();
    for (_, text) in golden() {
        let tree: Value = serde_json::from_str(&text).unwrap();
        for entry in tree["ipt/1"]["entries"].as_array().unwrap() {
            used(&v1::Entry::SHAPE, entry, &mut held);
        }
    }
    let missing: Vec<_> = known
        .difference(&held)
        .filter(|key| *key != "Protocol.spec")
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(known.len() > 200, "{}", known.len());
}

#[test]
fn an_unknown_version_and_an_unknown_fact_are_told_the_known_ones() {
    let unknown = serde_json::from_str::<Wire>(r#"{"ipt/2": {}}"#).unwrap_err();
    assert_eq!(
        unknown.to_string(),
        "`ipt/2` is not known; accepted there is `ipt/1` at line 1 column 8"
    );
    let unknown = ciborium::from_reader::<Wire, _>(&to_cbor(&serde_json::json!({"ipt/2": {}}))[..])
        .unwrap_err();
    assert!(
        unknown
            .to_string()
            .contains("`ipt/2` is not known; accepted there is `ipt/1`"),
        "{unknown}"
    );

    let known: Vec<_> = FactKind::ALL
        .iter()
        .map(|kind| format!("`{}`", kind.name()))
        .collect();
    let unknown = serde_json::from_str::<Fact>(r#"{"session_held": {}}"#).unwrap_err();
    let words = format!(
        "`session_held` is not known; accepted there are {} at line 1 column 15",
        known.join(", ")
    );
    assert_eq!(unknown.to_string(), words);
}
