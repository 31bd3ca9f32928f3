//! The JSON Schema of a catalog, for editors and for checks without Rust.

use serde_json::{Map, Value, json};

use crate::field_type::FieldType;
use crate::schema::{CATALOG, Key, StringPattern, ValueKind};

/// Returns the JSON Schema (draft 2020-12) of a catalog.
///
/// The schema describes the keys and the form of each value. It cannot express rules that relate several values, such
/// as "each placeholder is declared".
#[must_use]
pub fn json_schema() -> Value {
    let mut schema = object(CATALOG);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("A catalog of log messages for kmd_events::catalog!");
    schema
}

fn value(kind: &ValueKind) -> Value {
    match kind {
        ValueKind::String => json!({ "type": "string", "minLength": 1 }),
        ValueKind::Pattern(pattern) => string(pattern),
        ValueKind::Enum(keywords) => {
            let names: Vec<&str> = keywords.iter().map(|keyword| keyword.name).collect();
            json!({ "enum": names })
        }
        ValueKind::FieldType => json!({ "enum": FieldType::ALL.map(FieldType::as_str) }),
        ValueKind::List(pattern) => json!({ "type": "array", "items": string(pattern) }),
        ValueKind::Map(keys) => object(keys),
        ValueKind::MapOf(pattern, keys) => json!({
            "type": "object",
            "propertyNames": string(pattern),
            "additionalProperties": object(keys),
        }),
    }
}

fn string(pattern: &StringPattern) -> Value {
    json!({
        "type": "string",
        "minLength": pattern.min_len,
        "maxLength": pattern.max_len,
        "pattern": pattern.regex,
    })
}

fn object(keys: &[Key]) -> Value {
    let property = |key: &Key| {
        let mut schema = value(&key.kind);
        schema["description"] = json!(key.description);
        if key.required && matches!(key.kind, ValueKind::MapOf(..)) {
            schema["minProperties"] = json!(1);
        }
        (key.name.to_owned(), schema)
    };
    let properties: Map<String, Value> = keys.iter().map(property).collect();
    let required = keys.iter().filter(|key| key.required);
    let required: Vec<&str> = required.map(|key| key.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "minProperties": 1,
    })
}
