//! The expected levels and fields of an event in `tracing` and `log`.

use std::io::{Result, Write};
use std::sync::{Arc, Mutex};

use kmd_events::{Event, Value};

/// Returns the level of a severity in lower case.
pub fn of_severity(severity: &str) -> &'static str {
    match severity {
        "emergency" | "alert" | "critical" | "error" => "error",
        "warning" => "warn",
        "notice" | "info" => "info",
        "debug" => "debug",
        other => panic!("{other}"),
    }
}

/// The later messages that are errors. The others are information.
const LATER_ERRORS: [&str; 7] = [
    "KMD_IKE_NEGOTIATION_FAILED",
    "KMD_IKE_PHASE1_LOOKUP_FAILED",
    "KMD_INTERNAL_ERROR",
    "KMD_IPSEC_NEGOTIATION_FAILED",
    "KMD_VPN_PV_PHASE1",
    "KMD_VPN_PV_PHASE2",
    "KMD_VPN_TS_MISMATCH",
];

/// Returns the level of a message by its documented severity, or by that of a later message.
pub fn level(tag: &str) -> &'static str {
    let lines = include_str!("../../fixtures/documented_lines.tsv").lines();
    let mut columns = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    match columns.find(|columns| columns[0] == tag) {
        Some(line) => of_severity(line[2]),
        None if LATER_ERRORS.contains(&tag) => "error",
        None => "info",
    }
}

/// A buffer to which a logger writes its lines.
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

/// Returns the only `text` block in the documentation of a module.
pub fn documented(source: &str) -> String {
    let block = source.split("//! ```text\n//! ").nth(1).expect("a block");
    let line = block.split("\n//! ```").next().expect("its end");
    format!("{line}\n")
}

/// Returns the tag and the placeholders with name, kind and value. The kind is `s` for a string, `d` for an address
/// `i` for an integer and `duration` for a duration. Absent values have no field.
pub fn fields(event: &dyn Event, duration: char) -> Vec<(String, char, String)> {
    let tag = ("tag".to_owned(), 's', event.message().tag().to_owned());
    let present = event.fields().filter(|(_, value)| *value != Value::Absent);
    let fields = present.map(|(name, value)| {
        let kind = match value {
            Value::Text(_) => 's',
            Value::Address(_) => 'd',
            Value::Duration(..) => duration,
            Value::Integer(_) => 'i',
            other => panic!("a value of another type: {other:?}"),
        };
        (name.replace('-', "_"), kind, value.to_string())
    });
    [tag].into_iter().chain(fields).collect()
}
