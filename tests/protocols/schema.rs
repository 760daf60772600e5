//! `docs/protocol.schema.json` describes a protocol as data, from what its types say of themselves.
//! That protocols are what it says is checked under `checks/`.

use interpersonal::{
    protocol::ProtocolSpec,
    shape::{Documented, Field, Plain, Shape},
};
use serde_json::{Map, Value, json};

use crate::generated::assert_stored;

/// The schema of a shape. What has a name of its own stands once, under `$defs`.
fn schema_of(shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Plain(words, how) => plain(words, *how),
        Shape::Names(name, members) => {
            let names: Vec<_> = members.iter().map(|(name, _)| *name).collect();
            let meanings: Vec<_> = members
                .iter()
                .map(|(name, about)| format!("`{name}`: {}", about.trim()))
                .collect();
            refer(
                name,
                defs,
                |_| json!({ "enum": names, "description": meanings.join("\n") }),
            )
        }
        Shape::List(inner) => {
            let items = schema_of(inner, defs);
            match inner {
                Shape::Names(..) => json!({ "type": "array", "items": items, "uniqueItems": true }),
                _ => json!({ "type": "array", "items": items }),
            }
        }
        Shape::Optional(inner) => json!({ "anyOf": [{ "type": "null" }, schema_of(inner, defs)] }),
        // A value with its source is of as many kinds as there are values.
        Shape::Object("Cited", about, fields) => object(about, fields, defs),
        Shape::Object(name, about, fields) => refer(name, defs, |defs| object(about, fields, defs)),
        other => panic!("a protocol has no {other:?}"),
    }
}

fn refer(
    name: &str,
    defs: &mut Map<String, Value>,
    schema: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    if !defs.contains_key(name) {
        let schema = schema(defs);
        defs.insert(name.to_string(), schema);
    }
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn object(about: &str, fields: &[Field], defs: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = schema_of(field.shape, defs);
        schema["description"] = json!(field.about.trim());
        properties.insert(field.name.to_string(), schema);
    }
    let required: Vec<_> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    json!({
        "type": "object", "description": about.trim(), "additionalProperties": false, "required": required,
        "properties": properties,
    })
}

/// A plain value by the way in which it is written.
fn plain(words: &str, plain: Plain) -> Value {
    match plain {
        Plain::Boolean => json!({ "type": "boolean" }),
        Plain::Text => json!({ "type": "string" }),
        Plain::Whole { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Plain::Pair => {
            json!({ "type": "array", "prefixItems": [number(), number()], "items": false, "minItems": 2 })
        }
        Plain::Identifier { most } => {
            json!({ "type": "string", "pattern": format!("^[A-Za-z0-9._:/+-]{{1,{most}}}$") })
        }
        _ => panic!("no schema for {words}"),
    }
}

fn number() -> Value {
    json!({ "type": "integer", "minimum": 0, "maximum": 65_535 })
}

fn schema() -> Value {
    let mut defs = Map::new();
    let Shape::Object(_, about, fields) = ProtocolSpec::SHAPE else {
        panic!("a protocol is an object")
    };
    let mut root = object(about, fields, &mut defs);
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("Protocol");
    root["description"] = json!(
        "A variant of IPT as data. That its parts agree is more than a schema can say: reading it as a `Protocol` finds \
         every two parts that disagree."
    );
    root["$defs"] = Value::Object(defs);
    root
}

#[test]
fn the_schema_of_a_protocol_is_generated() {
    let schema = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    assert_stored("docs/protocol.schema.json", &schema);
}
