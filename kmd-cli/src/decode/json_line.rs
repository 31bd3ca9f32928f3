//! A line as JSON.

use kmd_events::{Event as _, Facility, LoadedRecord, Outcome, Severity};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// A record that is serialized as a JSON object. Parts that the line does not have are left out.
pub(crate) struct JsonLine<'r, 'a>(pub(crate) &'r LoadedRecord<'a>);

impl Serialize for JsonLine<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = self.0;
        let mut map = serializer.serialize_map(None)?;
        let head = [
            ("time", record.time()),
            ("host", record.host()),
            ("process", record.process()),
            ("pid", record.pid()),
            ("facility", record.facility().map(Facility::as_str)),
            ("severity", record.severity().map(Severity::as_str)),
            ("tag", record.event().map(|event| event.message().tag()).or(record.tag())),
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
        map.end()
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
