//! From what types say of themselves to a JSON Schema 2020-12.

use interpersonal::{
    protocol::ProtocolSpec,
    shape::{Documented, Field, Plain, Shape},
    source::{Basis, SourceId},
};
use serde_json::{Map, Value, json};

/// The schema of a shape under a title. What has a name of its own stands once, under `$defs`.
pub(crate) fn document(shape: &Shape, title: &str, description: &str) -> Value {
    let mut defs = Map::new();
    let mut root = match shape {
        Shape::Object("ProtocolFile", _, fields) => protocol_file(fields, &mut defs),
        Shape::Object(_, about, fields) => object(about, fields, &mut defs),
        Shape::OneOf(_, keys) => one_of(keys, &mut defs),
        other => panic!("a document is an object, no {other:?}"),
    };
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!(title);
    root["description"] = json!(description);
    root["$defs"] = Value::Object(defs);
    root
}

fn schema_of(shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Plain(_, how) => plain(*how),
        Shape::Names(name, members) => {
            let names: Vec<_> = members.iter().map(|(name, _)| *name).collect();
            let meanings: Vec<_> = members
                .iter()
                .map(|(name, about)| format!("`{name}`: {about}"))
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
        Shape::Object("ProtocolFile", _, fields) => {
            refer("ProtocolFile", defs, |defs| protocol_file(fields, defs))
        }
        Shape::Object(name, about, fields) => refer(name, defs, |defs| object(about, fields, defs)),
        Shape::OneOf(name, keys) => refer(name, defs, |defs| one_of(keys, defs)),
        Shape::Either(one, other) => {
            json!({ "anyOf": [schema_of(one, defs), schema_of(other, defs)] })
        }
        other => panic!("no schema for {other:?}"),
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
        schema["description"] = json!(field.about);
        properties.insert(field.name.to_string(), schema);
    }
    let required: Vec<_> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    json!({
        "type": "object", "description": about, "additionalProperties": false, "required": required,
        "properties": properties,
    })
}

/// An object with exactly one key.
fn one_of(keys: &[(&str, &str, &Shape)], defs: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for (key, about, shape) in keys {
        let mut schema = schema_of(shape, defs);
        schema["description"] = json!(about);
        properties.insert((*key).to_string(), schema);
    }
    json!({
        "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
        "properties": properties,
    })
}

/// The schema of what may differ from a base in that shape: whatever is left out is the base's.
fn short_schema_of(name: &str, shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Optional(inner) => {
            json!({ "anyOf": [{ "type": "null" }, short_schema_of(name, inner, defs)] })
        }
        // A value stands with its source or under that of the file, or is the base's and cited from
        // elsewhere.
        Shape::Object("Cited", about, fields) => {
            let mut schema = cited_by_file(object(about, fields, defs));
            schema.as_object_mut().unwrap().remove("required");
            schema["anyOf"] =
                json!([{ "required": ["value"] }, { "required": ["source", "basis"] }]);
            let value = fields.iter().find(|field| field.name == "value").unwrap();
            if let Shape::List(inner) = value.shape {
                schema["properties"]["value"] = list("value", value.shape, inner, defs);
            }
            schema
        }
        Shape::Object(_, about, fields) => {
            short_object(about, fields, defs, &format!("Changed{name}"))
        }
        Shape::List(inner) => list(name, shape, inner, defs),
        shape => schema_of(shape, defs),
    }
}

fn short_object(about: &str, fields: &[Field], defs: &mut Map<String, Value>, name: &str) -> Value {
    let mut schema = object(about, fields, &mut Map::new());
    schema["required"] = json!([]);
    for field in fields {
        let mut short = short_schema_of(field.name, field.shape, defs);
        short["description"] = json!(field.about);
        schema["properties"][field.name] = short;
    }
    defs.insert(name.to_string(), schema);
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// Where a file may cite one source for all that it says, source and basis are both given or both
/// left out.
fn cited_by_file(mut schema: Value) -> Value {
    let required = schema["required"].as_array_mut().unwrap();
    required.retain(|name| name != "source" && name != "basis");
    schema["dependentRequired"] = json!({ "source": ["basis"], "basis": ["source"] });
    schema
}

fn cites(fields: &[Field]) -> bool {
    ["source", "basis"]
        .iter()
        .all(|name| fields.iter().any(|field| field.name == *name))
}

/// Whether something asks for a source, somewhere.
fn asks_for_source(shape: &Shape) -> bool {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) => asks_for_source(inner),
        Shape::Object(_, _, fields) => {
            cites(fields) || fields.iter().any(|field| asks_for_source(field.shape))
        }
        _ => false,
    }
}

/// The schema of what is written whole in a file that may cite one source for all that it says.
fn own_schema_of(shape: &Shape, defs: &mut Map<String, Value>) -> Value {
    match shape {
        shape if !asks_for_source(shape) => schema_of(shape, defs),
        Shape::Optional(inner) => {
            json!({ "anyOf": [{ "type": "null" }, own_schema_of(inner, defs)] })
        }
        Shape::List(inner) => json!({ "type": "array", "items": own_schema_of(inner, defs) }),
        Shape::Object(name, about, fields) => {
            let build = |defs: &mut Map<String, Value>| {
                let mut schema = object(about, fields, &mut Map::new());
                for field in *fields {
                    let mut own = own_schema_of(field.shape, defs);
                    own["description"] = json!(field.about);
                    schema["properties"][field.name] = own;
                }
                if cites(fields) {
                    cited_by_file(schema)
                } else {
                    schema
                }
            };
            match *name {
                "Cited" => build(defs),
                name => refer(&format!("Own{name}"), defs, build),
            }
        }
        shape => schema_of(shape, defs),
    }
}

/// What differs within an entry of a list: what it is about, and any other field.
fn changed_entry(shape: &Shape, defs: &mut Map<String, Value>) -> Option<Value> {
    let Shape::Object(name, about, fields) = shape else {
        return None;
    };
    let name = format!("Changed{name}");
    short_object(about, fields, defs, &name);
    let keys: Vec<_> = match fields[0].name {
        "system" => vec!["system", "stem"],
        key => vec![key],
    };
    let schema = &mut defs[&name];
    for key in &keys {
        // A second entry about the same thing is named by its number: `response#2`.
        schema["properties"][key] =
            json!({ "type": "string", "description": schema["properties"][key]["description"] });
    }
    schema["required"] = json!(keys);
    if cites(fields) {
        schema["dependentRequired"] = json!({ "source": ["basis"], "basis": ["source"] });
    }
    Some(json!({ "$ref": format!("#/$defs/{name}") }))
}

/// A list, or what is added to the base's, changed in it and removed from it. The stretches of the
/// cadence have no names to go by.
fn list(name: &str, shape: &Shape, inner: &Shape, defs: &mut Map<String, Value>) -> Value {
    let whole = own_schema_of(shape, defs);
    if name == "cadence" {
        return whole;
    }
    let mut removed = whole.clone();
    removed["items"] = match inner {
        Shape::Names(..) => schema_of(inner, defs),
        _ => json!({ "type": "string" }),
    };
    let mut parts = json!({ "add": whole, "remove": removed });
    if let Some(changed) = changed_entry(inner, defs) {
        parts["change"] = json!({ "type": "array", "items": changed });
    }
    json!({ "anyOf": [whole, {
        "type": "object", "additionalProperties": false, "minProperties": 1, "properties": parts,
    }] })
}

/// The short form: what differs from the protocol under `extends`.
fn short_schema(fields: &[Field], defs: &mut Map<String, Value>) -> Value {
    short_object(
        "What differs from the protocol that this one extends; whatever is left out is taken over.",
        fields,
        defs,
        "ChangedProtocol",
    );
    let mut schema = defs.remove("ChangedProtocol").unwrap();
    schema["required"] = json!(["extends", "id", "title"]);
    let id = fields.iter().find(|field| field.name == "id").unwrap();
    schema["properties"]["extends"] = schema_of(id.shape, defs);
    schema["properties"]["extends"]["description"] = json!("The protocol that it extends.");
    schema["properties"]["source"] = schema_of(&SourceId::SHAPE, defs);
    schema["properties"]["source"]["description"] = json!(
        "Where everything comes from that this file says without a source of its own; without it, each number needs one."
    );
    schema["properties"]["basis"] = schema_of(&Basis::SHAPE, defs);
    schema["properties"]["basis"]["description"] = json!("What kind of source that is.");
    schema["dependentRequired"] = json!({ "source": ["basis"], "basis": ["source"] });
    schema
}

/// A protocol, whole or short.
fn protocol_file(fields: &[Field], defs: &mut Map<String, Value>) -> Value {
    let Shape::Object(_, about, _) = ProtocolSpec::SHAPE else {
        panic!("a protocol is an object")
    };
    let whole = object(about, fields, defs);
    let short = short_schema(fields, defs);
    defs.insert("WholeProtocol".into(), whole);
    defs.insert("ShortProtocol".into(), short);
    json!({
        "if": { "type": "object", "required": ["extends"] },
        "then": { "$ref": "#/$defs/ShortProtocol" },
        "else": { "$ref": "#/$defs/WholeProtocol" },
    })
}

fn plain(plain: Plain) -> Value {
    match plain {
        Plain::Boolean => json!({ "type": "boolean" }),
        Plain::Text => json!({ "type": "string" }),
        Plain::Number { least, most } => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Plain::Pair => {
            json!({ "type": "array", "prefixItems": [number(), number()], "items": false, "minItems": 2 })
        }
        Plain::Token { most } => {
            json!({ "type": "string", "pattern": format!("^[A-Za-z0-9._:/+-]{{1,{most}}}$") })
        }
        Plain::Day => json!({ "type": "string", "format": "date" }),
        Plain::Moment => json!({ "type": "string", "format": "date-time" }),
        Plain::Empty => json!({ "type": "object", "maxProperties": 0 }),
        other => panic!("no schema for {other:?}"),
    }
}

fn number() -> Value {
    json!({ "type": "integer", "minimum": 0, "maximum": 65_535 })
}
