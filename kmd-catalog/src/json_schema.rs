//! The JSON Schema of a catalog, for editors and for checks without Rust.

use serde_json::{Map, Value, json};

use crate::field_type::FieldType;
use crate::schema::{
    CATALOG, FOREIGN_KEY, Key, MATCH_NUMBERS, MAX_WORDS, PLACEHOLDER, StringPattern, VARIANT, ValueKind, WORD,
};

/// The types of a value for which a catalog has the text as written. A YAML reader makes a number of an unquoted `3.10`.
const TEXT: [&str; 3] = ["string", "number", "boolean"];

/// Returns the pattern of a character that can be shown and is not one of some others.
macro_rules! shown {
    ($others:literal) => {
        concat!("[^", $others, r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
    };
}

/// The pattern of a text that is not blank and has no control characters except line breaks and tabs.
const PROSE: &str = concat!("^", shown!(""), "*", shown!(r"\s"), shown!(""), "*$");

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
        ValueKind::String => json!({ "type": TEXT, "minLength": 1, "pattern": PROSE }),
        ValueKind::Pattern(pattern) => string(pattern),
        ValueKind::Enum(keywords) => {
            let names: Vec<&str> = keywords.iter().map(|keyword| keyword.name).collect();
            json!({ "enum": names })
        }
        ValueKind::FieldType(types) => json!({ "enum": names(types) }),
        ValueKind::Boolean => json!({
            "anyOf": [
                { "type": "boolean" },
                { "type": "string", "pattern": "^(true|True|TRUE|false|False|FALSE)$" },
            ],
        }),
        ValueKind::Words => words(),
        ValueKind::List(pattern, None) => json!({ "type": "array", "items": string(pattern) }),
        ValueKind::List(pattern, Some(max)) => {
            json!({ "type": "array", "items": string(pattern), "maxItems": max })
        }
        ValueKind::Map(keys) => object(keys),
        ValueKind::MapOf(pattern, keys) => json!({
            "type": "object",
            "propertyNames": string(pattern),
            "additionalProperties": object(keys),
        }),
    }
}

fn names(types: &[FieldType]) -> Vec<&'static str> {
    types.iter().map(|field_type| field_type.as_str()).collect()
}

/// Returns the schema of the words of an enum.
fn words() -> Value {
    let named = json!({
        "type": "object",
        "propertyNames": string(&VARIANT),
        "additionalProperties": { "type": TEXT, "maxLength": WORD.max_len, "pattern": format!("^$|{}", WORD.regex) },
        "minProperties": 1,
        "maxProperties": 1,
    });
    let items = json!({ "anyOf": [string(&WORD), named] });
    let list = json!({ "type": "array", "items": items, "minItems": 1, "maxItems": MAX_WORDS, "uniqueItems": true });
    json!({ "anyOf": [list, string(&PLACEHOLDER)] })
}

fn string(pattern: &StringPattern) -> Value {
    let matches_numbers = MATCH_NUMBERS.iter().any(|known| std::ptr::eq(*known, pattern));
    json!({
        "type": if matches_numbers { json!(TEXT) } else { json!("string") },
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
    let required = keys.iter().filter(|key| key.required && !key.has_default && key.only_for.is_empty());
    let required: Vec<&str> = required.map(|key| key.name).collect();
    let foreign = format!("^{FOREIGN_KEY}");
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "patternProperties": { foreign: true },
        "required": required,
        "additionalProperties": false,
        "minProperties": 1,
    });
    let conditions: Vec<Value> = keys.iter().filter_map(condition).collect();
    if !conditions.is_empty() {
        schema["allOf"] = json!(conditions);
    }
    schema
}

/// Returns the rule for a key that only some types have, or for a mapping whose values may have defaults.
fn condition(key: &Key) -> Option<Value> {
    let name = key.name;
    if !key.only_for.is_empty() {
        let is_of_type = json!({ "properties": { "type": { "enum": names(key.only_for) } }, "required": ["type"] });
        let required = if key.required { json!([name]) } else { json!([]) };
        return Some(json!({
            "if": is_of_type,
            "then": { "required": required },
            "else": { "properties": { name: false } },
        }));
    }
    let ValueKind::MapOf(_, keys) = key.kind else {
        return None;
    };
    let with_default = keys.iter().filter(|key| key.required && key.has_default).map(|key| key.name);
    let rules: Vec<Value> = with_default
        .map(|default| {
            json!({
                "if": { "properties": { "defaults": { "required": [default] } }, "required": ["defaults"] },
                "else": { "properties": { name: { "additionalProperties": { "required": [default] } } } },
            })
        })
        .collect();
    (!rules.is_empty()).then(|| json!({ "allOf": rules }))
}
