//! `docs/report.schema.json` describes a report as data. That reports are what it says is checked
//! under `checks/`.

use interpersonal::{
    Severity, Topic,
    rule::{Conformance, RuleKind},
    source::Basis,
};
use serde_json::{Map, Value, json};

use crate::generated::assert_stored;

/// One of the names of a vocabulary.
macro_rules! one_of {
    ($Vocabulary:ident) => {
        json!({ "enum": $Vocabulary::ALL.iter().map(|member| member.name()).collect::<Vec<_>>() })
    };
}

fn object(fields: &[(&str, Value)], optional: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> = fields
        .iter()
        .chain(optional)
        .map(|(name, schema)| ((*name).to_string(), schema.clone()))
        .collect();
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

/// What a finding rests on: values under the names by which its sentence calls them.
fn evidence() -> Value {
    let number = json!({ "type": "integer", "minimum": 0 });
    let text = json!({ "type": "string" });
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    json!({
        "type": "object",
        "description": "A number, a day, a name of a vocabulary or of an open list, several names, a task, a place.",
        "propertyNames": { "pattern": "^[a-z_]+$" },
        "additionalProperties": { "anyOf": [
            number, of("day"), text, { "type": "array", "items": text, "uniqueItems": true }, of("task"), of("place"),
        ] },
        "maxProperties": 8,
    })
}

#[expect(clippy::too_many_lines, reason = "one table or one course, row by row")]
fn schema() -> Value {
    let number = || json!({ "type": "integer", "minimum": 0 });
    let text = || json!({ "type": "string", "minLength": 1 });
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let tally = object(
        &[
            ("errors", number()),
            ("warnings", number()),
            ("notes", number()),
        ],
        &[],
    );
    let made_good = object(&[("by", number()), ("on", of("day"))], &[]);
    let mut root = object(
        &[
            ("form", json!({ "const": "ipt-report/2" })),
            ("language", text()),
            ("as_of", of("day")),
            ("protocol", text()),
            ("protocol_version", number()),
            (
                "instead_of",
                json!({ "type": ["string", "null"], "description": "The course's own protocol, where it was checked under another." }),
            ),
            ("edition", text()),
            ("regraded", list(of("regrading"))),
            ("conformance", one_of!(Conformance)),
            ("summary", text()),
            ("coverage", of("coverage")),
            ("counts", of("counts")),
            ("findings", list(of("finding"))),
            ("questions", list(of("question"))),
            ("unknown", list(of("unknown"))),
            (
                "outcomes",
                json!({
                    "type": "object",
                    "description": "How each rule came out, by code.",
                    "additionalProperties": { "enum": ["holds", "found", "does_not_apply", "cannot_tell", "off"] },
                }),
            ),
        ],
        &[],
    );
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("A report of interpersonal");
    root["description"] = json!(
        "What validation says of a course of IPT. It holds dates, scores and codes: it is health data."
    );
    root["$defs"] = json!({
        "day": { "type": "string", "format": "date" },
        "code": { "type": "string", "pattern": "^[A-Za-z0-9._:/+-]{1,12}$" },
        "place": object(
            &[("words", text())],
            &[("entry", number()), ("session", number()), ("pointer", json!({ "type": "string", "format": "json-pointer" }))],
        ),
        "coverage": object(
            &[
                ("asked", number()), ("decided", number()), ("not_applicable", number()), ("cannot_tell", number()),
                ("off", number()),
            ],
            &[],
        ),
        "tally": tally,
        "counts": object(
            &[
                ("standing", of("tally")), ("following", of("tally")), ("remedied", of("tally")), ("waived", of("tally")),
                ("questions", number()), ("unknown", number()),
            ],
            &[],
        ),
        "regrading": object(
            &[
                ("code", of("code")),
                ("severity", json!({ "enum": [null, "note", "warning", "error"] })),
                ("source", json!({ "type": ["string", "null"], "description": "Null: the site decided." })),
                ("basis", json!({ "anyOf": [{ "type": "null" }, one_of!(Basis)] })),
            ],
            &[("at", json!({ "type": "string", "description": "The place in the source, where it is known." }))],
        ),
        "status": { "oneOf": [
            { "const": "standing" },
            object(&[("remedied", made_good.clone())], &[]),
            object(&[("remedied_late", made_good.clone())], &[]),
            object(&[("waived", object(&[("by", number()), ("until", json!({ "anyOf": [{ "type": "null" }, of("day")] }))], &[]))], &[]),
        ] },
        "option": object(&[("words", text())], &[("fact", text())]),
        "task": { "anyOf": [
            object(&[("initial", text())], &[]), object(&[("ending", text())], &[]), object(&[("declared", text())], &[]),
        ] },
        "cause": object(&[("code", of("code")), ("place", of("place"))], &[]),
        "finding": object(
            &[
                ("code", of("code")), ("message", text()), ("must", text()), ("severity", one_of!(Severity)),
                ("status", of("status")), ("place", of("place")), ("evidence", of("evidence")), ("kind", one_of!(RuleKind)),
                ("basis", one_of!(Basis)), ("sources", list(text())), ("consider", list(of("option"))),
            ],
            &[
                ("on", of("day")), ("key", text()), ("case", text()), ("related", of("place")), ("follows", of("cause")),
                ("made_good_late", made_good),
            ],
        ),
        "question": object(
            &[
                ("code", of("code")), ("message", text()), ("place", of("place")), ("evidence", of("evidence")),
                ("topics", list(one_of!(Topic))), ("kind", one_of!(RuleKind)), ("consider", list(of("option"))),
            ],
            &[("on", of("day")), ("key", text()), ("status", of("status"))],
        ),
        "unknown": object(&[("code", of("code")), ("place", of("place")), ("topic", one_of!(Topic))], &[]),
        "evidence": evidence(),
    });
    root
}

#[test]
fn the_schema_of_a_report_is_generated() {
    let schema = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    assert_stored("docs/report.schema.json", &schema);
}
