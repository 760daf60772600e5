//! `docs/course.schema.json` describes a stored course, from what its types say of themselves.
//! That courses are what it says is checked under `checks/`.

use interpersonal::{shape::Documented, wire::Wire};
use serde_json::{Value, json};

use crate::{generated::assert_stored, schemas};

/// What the shape of an entry does not say: it holds exactly one thing, and a day with a fact and
/// with a change of protocol alone.
fn exactly_one() -> Value {
    let kind = |name: &str, has_day: bool| {
        let others = ["fact", "strike", "correct", "waive", "protocol"];
        let mut absent: Vec<&str> = others.into_iter().filter(|other| *other != name).collect();
        let mut required = vec![name];
        if has_day {
            required.push("on");
        } else {
            absent.push("on");
        }
        let absent: Vec<Value> = absent
            .iter()
            .map(|name| json!({ "required": [name] }))
            .collect();
        json!({ "required": required, "not": { "anyOf": absent } })
    };
    json!([
        kind("fact", true),
        kind("strike", false),
        kind("correct", false),
        kind("waive", false),
        kind("protocol", true),
    ])
}

#[test]
fn the_schema_of_a_course_is_generated() {
    let mut schema = schemas::document(
        &Wire::SHAPE,
        "Course",
        "A course of treatment as `ipt/1` stores it. That the entries fit together is more than a schema can say: reading \
         it as a `Course` finds the first that contradicts the record, and `wire::sift` finds all.",
    );
    schema["$defs"]["Entry"]["oneOf"] = exactly_one();
    let schema = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    assert_stored("docs/course.schema.json", &schema);
}
