//! The properties of parsing any bytes.

use std::io::BufReader;
use std::net::IpAddr;

use kmd_events::{Event, KmdEvent, KmdRecord, KmdTag, Outcome, RecognizeError, Records, Value};

/// Checks any bytes as a line, a stream and a text.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    line(bytes);
    stream(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        texts(text);
    }
}

fn line(bytes: &[u8]) {
    let record = KmdRecord::parse_bytes(bytes);
    assert_eq!(record.clone().into_owned(), record);
    if let Ok(line) = std::str::from_utf8(bytes) {
        assert_eq!(KmdRecord::parse(line), record);
        // Every part of the record occurs in the line.
        let parts = [record.time(), record.host(), record.location(), record.process(), record.pid(), record.tag()];
        for part in parts.into_iter().flatten().chain([record.text()]) {
            assert!(line.contains(part), "{part}");
        }
    }
    let is_own = record.process().is_none_or(|process| process == "kmd");
    assert!(is_own || *record.outcome() == Outcome::Other);
    match record.outcome() {
        Outcome::Event { event, .. } => {
            let is_untagged = record.tag().is_none() && !event.message().is_tagged();
            assert!(is_untagged || record.tag() == Some(event.tag().as_str()), "{record:?}");
        }
        Outcome::Mismatch { tag, reason, .. } => {
            assert_eq!(record.tag(), Some(tag.as_str()));
            assert!(!reason.to_string().contains('\n'));
        }
        Outcome::UnknownTag => {
            assert!(record.tag().is_some_and(|tag| tag.parse::<KmdTag>().is_err()));
        }
        _ => assert_eq!(record.tag(), None),
    }
}

/// Checks that a stream yields the lines of its bytes, regardless of the size of the buffer.
fn stream(bytes: &[u8]) {
    let mut lines = bytes.split(|&byte| byte == b'\n').collect::<Vec<_>>();
    if lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    let mut records = Records::<_, KmdTag>::new(BufReader::with_capacity(7, bytes));
    for line in &lines {
        let record = records.read().expect("no error").expect("a line");
        if !record.is_truncated() {
            assert_eq!(record, KmdRecord::parse_bytes(line));
        }
    }
    assert_eq!(records.read().expect("no error"), None);
    assert_eq!(records.counts().total(), lines.len() as u64);
}

fn texts(text: &str) {
    for &tag in KmdTag::ALL {
        // Most texts do not match the message.
        if let Ok(reading) = tag.parse(text) {
            prints(&reading.event, &reading.rest, text);
            assert_eq!(reading.event.tag(), tag);
        }
        if let Ok(event) = tag.parse_exact(text) {
            prints(&event, "", text);
        }
    }
    match KmdEvent::recognize(text) {
        Ok(reading) => {
            let parsed = reading.event.tag().parse(text).expect("its own text");
            assert_eq!(parsed, reading);
        }
        Err(RecognizeError::Ambiguous([one, two])) => {
            assert!(one < two && one.parse(text).is_ok() && two.parse(text).is_ok());
        }
        Err(_) => {}
    }
}

/// Checks that an event prints as the text from which it was parsed. IPv6 addresses have several spellings.
fn prints(event: &KmdEvent<'_>, rest: &str, text: &str) {
    let respelled = event.fields().any(|(_, value)| matches!(value, Value::Address(IpAddr::V6(_))));
    if !respelled && event.message().alternatives().is_empty() {
        assert_eq!(format!("{event}{rest}"), text);
    }
}
