//! A line as JSON.

use kmd_events::{Element, Event as _, Facility, LoadedRecord, Message, Outcome, ParsedEvent, Severity, Value};
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
        // The values of an event are all that its line says, unless there is other structured data.
        if record.event().is_none_or(|event| has_other_data(record, event)) {
            map.serialize_entry("line", &String::from_utf8_lossy(self.line))?;
        }
        map.end()
    }
}

/// Returns whether the line of an event has structured data that is not a value of the event: an element of another name, a
/// parameter that is no placeholder or has another value, or something that is not valid.
fn has_other_data(record: &LoadedRecord<'_>, event: &ParsedEvent<'_>) -> bool {
    let message = event.message();
    let is_own = |id: &str| {
        // Devices append the number of the product.
        let rest = |own| id.strip_prefix(own);
        message.catalog().sd_id().is_none_or(|own| rest(own).is_some_and(|it| it.is_empty() || it.starts_with('.')))
    };
    let is_value = |name: &str, text: &str| {
        let mut placeholders = message.placeholders().iter().enumerate();
        let found = placeholders.find(|(_, placeholder)| placeholder.name() == name);
        found.is_some_and(|(index, placeholder)| match event.value(index) {
            Some(Value::Absent) => placeholder.absent() == Some(text),
            value => value.is_some_and(|value| value.to_string() == text),
        })
    };
    let is_other = |element: Element<'_>| {
        !is_own(&element.id()) || element.parameters().any(|(name, text)| !is_value(&name, &text))
    };
    record.has_invalid_data() || record.structured_data().is_some_and(|data| data.elements().any(is_other))
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
