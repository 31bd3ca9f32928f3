//! The rules for the engine `regex`, run by the crate `regex`.

use regex::Regex;
use serde_json::{Map, Value};

use crate::oracle::Found;

/// An expression, the types of its values, and the values that are empty.
struct Expression {
    regex: Regex,
    phase: u64,
    types: Map<String, Value>,
    empty: Vec<String>,
}

/// A message of the file of the rules.
pub struct Message {
    tag: String,
    is_tagged: bool,
    expressions: Vec<Expression>,
}

/// Reads the file of the rules.
///
/// # Panics
///
/// Panics if it is not one, or if an expression is not valid.
#[must_use]
pub fn read(text: &str) -> Vec<Message> {
    let catalog: Value = serde_json::from_str(text).expect("JSON");
    let messages = catalog["messages"].as_array().expect("messages");
    let messages = messages.iter().map(|message| Message {
        tag: message["tag"].as_str().expect("a tag").to_owned(),
        is_tagged: message["tagged"] == true,
        expressions: message["expressions"]
            .as_array()
            .expect("expressions")
            .iter()
            .map(|it| {
                let empty = it["empty"].as_array().expect("names").iter();
                Expression {
                    phase: it["phase"].as_u64().expect("a phase"),
                    regex: Regex::new(it["regex"].as_str().expect("a regex")).expect("a valid regex"),
                    types: it["values"].as_object().expect("values").clone(),
                    empty: empty.map(|name| name.as_str().expect("a name").to_owned()).collect(),
                }
            })
            .collect(),
    });
    messages.collect()
}

/// Returns what the rules give for a text.
#[must_use]
pub fn find(messages: &[Message], text: &str) -> Option<Found> {
    let tag = text.split(':').next().unwrap_or_default();
    let tagged = messages.iter().find(|message| message.is_tagged && message.tag == tag);
    if let Some(message) = tagged {
        return message.expressions.iter().find_map(|expression| apply(message, expression, text));
    }
    let untagged = || messages.iter().filter(|message| !message.is_tagged);
    (1..=3).find_map(|phase| {
        untagged().find_map(|message| {
            let mut expressions = message.expressions.iter().filter(|expression| expression.phase == phase);
            expressions.find_map(|expression| apply(message, expression, text))
        })
    })
}

fn apply(message: &Message, expression: &Expression, text: &str) -> Option<Found> {
    let Expression { regex, types, empty, .. } = expression;
    let captures = regex.captures(text)?;
    let mut fields: Map<String, Value> = empty.iter().map(|name| (name.clone(), "".into())).collect();
    let mut rest = String::new();
    for name in regex.capture_names().flatten() {
        let text = captures.name(name).expect("a value").as_str();
        match types.get(name) {
            None => rest = text.to_owned(),
            Some(of) if of.get("absent").is_some_and(|absent| absent == text) => {}
            Some(of) => {
                fields.insert(name.to_owned(), convert(text, of));
            }
        }
    }
    Some(Found { tag: message.tag.clone(), fields, rest })
}

fn convert(text: &str, of: &Value) -> Value {
    match of["type"].as_str().expect("a type") {
        "string" => text.into(),
        "boolean" => (text == "true").into(),
        "integer" => {
            let base = of["base"].as_u64().unwrap_or(10);
            let digits = text.strip_prefix(of["prefix"].as_str().unwrap_or_default()).expect("the prefix");
            let number = i128::from_str_radix(digits, base.try_into().expect("a base")).expect("an integer");
            let bits = of["twos_complement_bits"].as_u64().unwrap_or(0);
            let number = if bits > 0 && number >= 1 << (bits - 1) { number - (1 << bits) } else { number };
            u64::try_from(number).map_or_else(|_| i64::try_from(number).expect("64 bits").into(), Into::into)
        }
        "number" => serde_json::from_str::<Value>(text).unwrap_or_else(|_| {
            // JSON has no zeros before a number.
            let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("-", digits));
            let digits = digits.trim_start_matches('0');
            let zero = if digits.is_empty() || digits.starts_with('.') { "0" } else { "" };
            serde_json::from_str(&format!("{sign}{zero}{digits}")).expect("a number")
        }),
        other => panic!("{other}"),
    }
}
