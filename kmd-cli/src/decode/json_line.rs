//! A line as JSON.

use kmd_events::{Event as _, Facility, LoadedRecord, Message, Outcome, Severity};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// A record that is serialized as a JSON object. Parts that the line does not have are left out.
pub(crate) struct JsonLine<'r, 'a> {
    /// The name of the file, if there are several.
    pub(crate) file: Option<&'r str>,
    /// The line that was parsed.
    pub(crate) line: &'r [u8],
    pub(crate) record: &'r LoadedRecord<'a>,
}

impl Serialize for JsonLine<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = self.record;
        let message = message(record);
        let mut map = serializer.serialize_map(None)?;
        let head = [
            ("file", self.file),
            ("time", record.time()),
            ("host", record.host()),
            ("process", record.process()),
            ("pid", record.pid()),
            ("facility", record.facility().or(message.map(Message::facility)).map(Facility::as_str)),
            ("severity", record.severity().or(message.map(Message::severity)).map(Severity::as_str)),
            ("tag", message.map(Message::tag).or(record.tag())),
            ("outcome", Some(outcome(record))),
        ];
        for (name, part) in head {
            if let Some(part) = part {
                map.serialize_entry(name, part)?;
            }
        }
        match record.outcome() {
            Outcome::Event { event, rest, .. } => {
                if !rest.is_empty() {
                    map.serialize_entry("rest", rest)?;
                }
                map.serialize_entry("fields", &event.fields())?;
            }
            Outcome::Mismatch { reason, .. } => map.serialize_entry("reason", &reason.to_string())?,
            _ => {}
        }
        if !record.text().is_empty() {
            map.serialize_entry("text", record.text())?;
        }
        // An event has all that the line says.
        if record.event().is_none() {
            map.serialize_entry("line", &String::from_utf8_lossy(self.line))?;
        }
        map.end()
    }
}

/// Returns the message whose text or tag a line has.
pub(super) fn message(record: &LoadedRecord<'_>) -> Option<&'static Message> {
    match record.outcome() {
        Outcome::Event { event, .. } => Some(event.message()),
        Outcome::Mismatch { tag, .. } => Some(tag.message()),
        _ => None,
    }
}

/// The name of the outcome of a tag that the catalog does not have.
pub(super) const UNKNOWN: &str = "unknown";

/// Returns the name of an outcome.
pub(super) fn outcome(record: &LoadedRecord<'_>) -> &'static str {
    match record.outcome() {
        Outcome::Event { .. } => "event",
        Outcome::Mismatch { .. } => "mismatch",
        Outcome::UnknownTag => UNKNOWN,
        Outcome::Untagged => "untagged",
        _ => "other",
    }
}
