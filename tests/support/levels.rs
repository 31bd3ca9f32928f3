//! What `tracing` and `log` ought to get of an event.

use kmd_events::{Event, Value};

/// The level of a severity, in small letters.
pub fn of_severity(severity: &str) -> &'static str {
    match severity {
        "emergency" | "alert" | "critical" | "error" => "error",
        "warning" => "warn",
        "notice" | "info" => "info",
        "debug" => "debug",
        other => panic!("{other}"),
    }
}

/// The level of a message, by the severity that the documentation says.
pub fn level(tag: &str) -> &'static str {
    let lines = include_str!("../data/documented.tsv").lines();
    let mut columns = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    let line = columns.find(|columns| columns[0] == tag).expect(tag);
    of_severity(line[2])
}

/// The tag and the placeholders: name, kind and value. A text is of kind `text`, an address `d` and an
/// integer `i`.
pub fn fields(event: &dyn Event, text: char) -> Vec<(String, char, String)> {
    let tag = ("tag".to_owned(), text, event.message().tag().to_owned());
    let fields = event.fields().map(|(name, value)| {
        let kind = match value {
            Value::Text(_) => text,
            Value::Address(_) => 'd',
            Value::Integer(_) => 'i',
        };
        (name.replace('-', "_"), kind, value.to_string())
    });
    [tag].into_iter().chain(fields).collect()
}
