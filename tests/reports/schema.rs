//! `docs/report.schema.json` describes a report as data. `IPT_BLESS=1 cargo test --test reports schema` writes it anew; that
//! reports are what it says is checked under `checks/`.

use std::{env, fs, path::Path};

use interpersonal::{
    Basis, EndingTask, InitialTask, OffModel, Phase, ProblemArea, Severity, Topic, WorkKind,
    record::{
        FactKind,
        contract::ContractTerm,
        ending::{ClinicalResult, EndMode},
        focus::FormulationPart,
        safety::ConcernKind,
        setting::ScreenItem,
    },
    rule::{Conformance, Remedy, RuleKind},
};
use serde_json::{Map, Value, json};

/// One of the names of a vocabulary.
macro_rules! one_of {
    ($Vocabulary:ident) => {
        json!({ "enum": $Vocabulary::ALL.iter().map(|member| member.name()).collect::<Vec<_>>() })
    };
}

/// A list of them.
macro_rules! some_of {
    ($Vocabulary:ident) => {
        json!({ "type": "array", "items": one_of!($Vocabulary), "uniqueItems": true })
    };
}

fn object(fields: &[(&str, Value)], optional: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().chain(optional).map(|(name, schema)| ((*name).to_string(), schema.clone())).collect();
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn variant(name: &str, fields: &[(&str, Value)]) -> Value {
    object(&[(name, object(fields, &[]))], &[])
}

fn evidence() -> Value {
    let number = || json!({ "type": "integer", "minimum": 0 });
    let day = || json!({ "$ref": "#/$defs/day" });
    let code = || json!({ "$ref": "#/$defs/code" });
    let text = || json!({ "type": "string" });
    json!({ "oneOf": [
        variant("nothing", &[]),
        variant("too_few", &[("found", number()), ("least", number())]),
        variant("too_many", &[("found", number()), ("most", number())]),
        variant("outside", &[("found", number()), ("least", number()), ("most", number())]),
        variant("sessions_left", &[("left", number()), ("below", number())]),
        variant("days", &[("from", day()), ("to", day()), ("limit", number())]),
        variant("on", &[("day", day())]),
        variant("share", &[("part", number()), ("whole", number()), ("num", number()), ("den", number())]),
        variant("phases", &[("written", one_of!(Phase)), ("derived", one_of!(Phase))]),
        variant("area", &[("area", one_of!(ProblemArea))]),
        variant("areas", &[("found", some_of!(ProblemArea)), ("allowed", some_of!(ProblemArea))]),
        variant("initial_tasks", &[("open", some_of!(InitialTask))]),
        variant("ending_tasks", &[("open", some_of!(EndingTask))]),
        variant("formulation_parts", &[("missing", some_of!(FormulationPart))]),
        variant("contract_terms", &[("missing", some_of!(ContractTerm))]),
        variant("screen", &[("items", some_of!(ScreenItem))]),
        variant("off_model", &[("activity", one_of!(OffModel)), ("sessions", number())]),
        variant("work", &[("kinds", some_of!(WorkKind))]),
        variant("score", &[("instrument", text()), ("total", number())]),
        variant("change", &[("instrument", text()), ("from", number()), ("to", number())]),
        variant("instrument", &[("instrument", text())]),
        variant("concern", &[("kind", one_of!(ConcernKind))]),
        variant("fact", &[("kind", one_of!(FactKind))]),
        variant("ended", &[("mode", one_of!(EndMode)), ("result", one_of!(ClinicalResult))]),
        variant("rule", &[("code", code())]),
        variant("matter", &[("name", text())]),
    ] })
}

fn schema() -> Value {
    let number = || json!({ "type": "integer", "minimum": 0 });
    let text = || json!({ "type": "string", "minLength": 1 });
    let of = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let tally = object(&[("errors", number()), ("warnings", number()), ("notes", number())], &[]);
    let by_entry = object(&[("by", number())], &[]);
    let mut root = object(
        &[
            ("form", json!({ "const": "ipt-report/1" })),
            ("as_of", of("day")),
            ("protocol", text()),
            ("protocol_version", number()),
            ("edition", text()),
            ("regraded", list(of("regrading"))),
            ("conformance", one_of!(Conformance)),
            ("coverage", of("coverage")),
            ("counts", of("counts")),
            ("findings", list(of("finding"))),
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
    root["description"] =
        json!("What validation says of a course of IPT. It holds dates, scores and codes: it is health data.");
    root["$defs"] = json!({
        "day": { "type": "string", "format": "date" },
        "code": { "type": "string", "pattern": "^[A-Za-z0-9._:/+-]{1,12}$" },
        "place": object(
            &[("words", text())],
            &[("entry", number()), ("pointer", json!({ "type": "string", "format": "json-pointer" }))],
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
            &[("standing", of("tally")), ("remedied", of("tally")), ("waived", of("tally")), ("unknown", number())],
            &[],
        ),
        "regrading": object(
            &[
                ("code", of("code")),
                ("severity", json!({ "enum": [null, "note", "warning", "error"] })),
                ("source", json!({ "type": ["string", "null"], "description": "Null: the site decided." })),
                ("basis", json!({ "anyOf": [{ "type": "null" }, one_of!(Basis)] })),
            ],
            &[],
        ),
        "status": { "oneOf": [
            { "const": "standing" }, object(&[("remedied", by_entry.clone())], &[]), object(&[("waived", by_entry)], &[]),
        ] },
        "finding": object(
            &[
                ("code", of("code")), ("severity", one_of!(Severity)), ("status", of("status")), ("place", of("place")),
                ("evidence", of("evidence")),
            ],
            &[
                ("on", of("day")), ("key", text()), ("related", of("place")), ("title", text()), ("kind", one_of!(RuleKind)),
                ("basis", one_of!(Basis)), ("sources", list(text())), ("remedies", list(one_of!(Remedy))),
            ],
        ),
        "unknown": object(&[("code", of("code")), ("place", of("place")), ("topic", one_of!(Topic))], &[]),
        "evidence": evidence(),
    });
    root
}

#[test]
fn the_schema_of_a_report_is_what_the_types_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/report.schema.json");
    let schema = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if env::var_os("IPT_BLESS").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == schema,
        "docs/report.schema.json is stale; IPT_BLESS=1 cargo test --test reports schema writes it anew"
    );
}
