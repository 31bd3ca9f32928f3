//! What `tracing` and `log` ought to get of an event.

use std::io::{Result, Write};
use std::sync::{Arc, Mutex};

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
    let lines = include_str!("../../fixtures/documented_lines.tsv").lines();
    let mut columns = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    let line = columns.find(|columns| columns[0] == tag).expect(tag);
    of_severity(line[2])
}

/// Where something writes its lines.
#[derive(Clone, Default)]
pub struct Pipe(Arc<Mutex<Vec<u8>>>);

impl Pipe {
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("no panic").clone()).expect("UTF-8")
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// The only block of text in the documentation of a module.
pub fn documented(source: &str) -> String {
    let block = source.split("//! ```text\n//! ").nth(1).expect("a block");
    let line = block.split("\n//! ```").next().expect("its end");
    format!("{line}\n")
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
            other => panic!("a value of another type: {other:?}"),
        };
        (name.replace('-', "_"), kind, value.to_string())
    });
    [tag].into_iter().chain(fields).collect()
}
