//! The lines for the JavaScript rules, and what the rules give for them. Node.js and a browser run the same functions.

use kmd_rules::{Engine, Options, Rules, rules};
use serde_json::{Map, Number, Value, json};

use crate::hard_lines::HardLine;
use crate::oracle::Found;

/// The messages of `all_types.yaml` with a value that could end at two places, and for which the place that the expression tries
/// first is that of the parser in every line.
pub const UNSEEN: &[&str] = &["WX_ADDRESSES_TOGETHER", "WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY", "WX_TWICE"];

/// Returns an expression that decodes all lines, and whose value is a JSON text. It has integers of more than 53 bits and
/// numbers that are not finite as strings after `\0`.
#[must_use]
pub fn expression(lines: &[HardLine]) -> String {
    let texts: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
    format!(
        "JSON.stringify({}.map((text) => decode(text)), (_, value) => \
         typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? '\\0' + value : value)",
        json!(texts)
    )
}

/// Returns what the value of the expression says.
///
/// # Panics
///
/// Panics if it is not JSON.
#[must_use]
pub fn found(text: &str) -> Vec<Option<Found>> {
    let all: Vec<Value> = serde_json::from_str(text).expect("JSON");
    let read = |event: &Value| {
        let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        let values = event["values"].as_object()?;
        let fields: Map<String, Value> = values.iter().map(|(name, it)| (name.clone(), value(it))).collect();
        Some(Found { tag: text("tag"), fields, rest: text("rest") })
    };
    all.iter().map(read).collect()
}

/// Returns a value as the parser gives it.
fn value(value: &Value) -> Value {
    match value.as_str().and_then(|text| text.strip_prefix('\0')) {
        None => value.clone(),
        Some("Infinity") => "inf".into(),
        Some("-Infinity") => "-inf".into(),
        Some("NaN") => "NaN".into(),
        Some(integer) => serde_json::from_str::<Number>(integer).expect("an integer").into(),
    }
}

/// Returns the rules of a catalog of the repository.
///
/// # Panics
///
/// Panics if the catalog has mistakes.
#[must_use]
pub fn javascript(path: &str) -> Rules {
    let loaded = kmd_catalog::load(crate::cargo::root(), &[path]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.errors().collect::<Vec<_>>());
    let options = Options::default().with_catalog(path);
    rules(Engine::JavaScript, &loaded.model.expect("a model"), &options)
}
