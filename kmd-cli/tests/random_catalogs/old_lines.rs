//! Lines of the old one of two catalogs, and what the new one reads from them.

use std::collections::HashMap;

use kmd_events::{Event, LoadedCatalog, Message, Outcome, ParsedEvent, Value};

use super::values::{Random, Sample};

/// Returns whether the old catalog reads a line as its own, and the new one does not read the same. Otherwise, it returns
/// `Some(false)` if both read the same, and `None` if it is not a line of the old catalog.
///
/// `renamed` has the new names of placeholders.
pub(crate) fn is_broken(
    old: &LoadedCatalog,
    new: &LoadedCatalog,
    tag: &str,
    line: &str,
    renamed: &HashMap<String, String>,
) -> Option<bool> {
    let (record, new_record) = (old.parse(line), new.parse(line));
    let Outcome::Event { event, rest, .. } = record.outcome() else { return None };
    if !rest.is_empty() || event.message().tag() != tag {
        return None;
    }
    let Outcome::Event { event: new_event, .. } = new_record.outcome() else { return Some(true) };
    if new_event.message().tag() != tag {
        return Some(true);
    }
    let fields: HashMap<&str, Value<'_>> = event.fields().collect();
    let mut new_fields: HashMap<&str, Value<'_>> = new_event.fields().collect();
    for (name, value) in fields {
        let name = renamed.get(name).map_or(name, String::as_str);
        let new_value = new_fields.remove(name).unwrap_or(Value::Absent);
        let nothing = |value| matches!(value, Value::Absent | Value::Text(""));
        let is_known = new_event.fields().any(|(known, _)| known == name);
        let is_same = match (value, new_value) {
            _ if !is_known => nothing(value),
            (Value::Duration(one, _), Value::Duration(other, _)) => one == other,
            // These are strings in JSON.
            (
                Value::Address(_) | Value::Socket(_) | Value::Prefix(_) | Value::Mac(_) | Value::Text(_),
                Value::Text(text),
            ) => text == value.to_string(),
            (Value::Text(text), Value::Address(_) | Value::Socket(_) | Value::Prefix(_) | Value::Mac(_)) => {
                text == new_value.to_string()
            }
            (one, other) => one == other,
        };
        if !is_same {
            return Some(true);
        }
    }
    Some(new_fields.into_values().any(|value| !matches!(value, Value::Absent | Value::Text(""))))
}

/// Returns lines of a message with random values, a number of them with its template and with each alternative.
pub(crate) fn lines(message: &'static Message, count: usize, random: &mut Random) -> Vec<String> {
    let mut lines = Vec::new();
    let alternatives = message.alternative_pieces().iter().map(|pieces| {
        let alternative = message.clone().with_pieces(message.placeholders(), pieces).with_tails(&[], &[], &[]);
        &*Box::leak(Box::new(alternative))
    });
    for printed in std::iter::once(message).chain(alternatives) {
        for _ in 0..count {
            let samples: Vec<Sample> = message.placeholders().iter().map(|it| random.value(it)).collect();
            let values: Vec<Value<'_>> = samples.iter().map(Sample::value).collect();
            let event = ParsedEvent::from_values(printed, &values).expect("values of the types");
            let tag = if message.is_tagged() { format!("{}: ", message.tag()) } else { String::new() };
            lines.push(format!("{}[7]: {tag}{event}", message.catalog().process()));
        }
    }
    lines
}
