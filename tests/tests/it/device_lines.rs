//! Tests of lines like those of devices: the later messages of `kmd`, the tails of its alarms, and `iked`. The lines and
//! the expected values were written by hand.

use std::collections::BTreeSet;

use kmd_events::iked::{IkeRecord, IkeTag};
use kmd_events::{Event, KmdRecord, KmdTag, Outcome, Record, Tag, Value};

const LINES: &str = include_str!("../../fixtures/device_lines.tsv");

/// A line and what is expected of it.
struct Row {
    catalog: &'static str,
    outcome: &'static str,
    tag: &'static str,
    /// The values of some fields.
    fields: Vec<(&'static str, String)>,
    rest: &'static str,
    /// Whether the event is printed like the line. Otherwise, the line has another wording.
    is_printed_alike: bool,
    line: Vec<u8>,
}

fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [catalog, outcome, tag, fields, rest, printed, line] = columns[..] else { panic!("{line}") };
        let text = |text: &str| String::from_utf8(unescape(text)).expect("UTF-8");
        let fields = fields.split("; ").filter_map(|field| field.split_once('='));
        Row {
            catalog,
            outcome,
            tag,
            fields: fields.map(|(name, value)| (name, text(value))).collect(),
            rest,
            is_printed_alike: printed == "=",
            line: unescape(line),
        }
    };
    LINES.lines().skip(1).map(row).collect()
}

/// Returns the bytes of a text in which `\x` and two digits are a byte.
fn unescape(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("two digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

/// Returns what is wrong with the record of a row.
fn mistakes<E: Event, T: Tag>(row: &Row, record: &Record<'_, E, T>) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut expect = |what: &str, found: &str, expected: &str| {
        if found != expected {
            wrong.push(format!("{what} is {found:?}, not {expected:?}: {}", row.line.escape_ascii()));
        }
    };
    expect("tag", if row.outcome == "event" { row.tag } else { record.tag().unwrap_or_default() }, row.tag);
    let outcome = match record.outcome() {
        Outcome::Event { event, rest, .. } => {
            expect("message", event.message().tag(), row.tag);
            for (name, expected) in &row.fields {
                let found = match event.fields().find(|(known, _)| known == name).map(|(_, value)| value) {
                    Some(Value::Absent) => "(absent)".to_owned(),
                    Some(value) => value.to_string(),
                    None => "no field".to_owned(),
                };
                expect(name, &found, expected);
            }
            expect("rest", rest, row.rest);
            let line = String::from_utf8_lossy(&row.line);
            let is_printed_alike = line.ends_with(&format!("{event}{rest}"));
            expect("printed alike", &is_printed_alike.to_string(), &row.is_printed_alike.to_string());
            "event"
        }
        Outcome::Mismatch { .. } => "mismatch",
        Outcome::UnknownTag => "unknown",
        Outcome::Untagged => "untagged",
        _ => "other",
    };
    expect("outcome", outcome, row.outcome);
    wrong
}

#[test]
fn lines_of_devices_parse_as_listed() {
    let wrong: Vec<String> = rows()
        .iter()
        .flat_map(|row| match row.catalog {
            "kmd" => mistakes(row, &KmdRecord::parse_bytes(&row.line)),
            _ => mistakes(row, &IkeRecord::parse_bytes(&row.line)),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The events of the fixture print as their lines, so every wording of a template is covered.
#[test]
fn every_later_message_has_a_line_that_it_prints() {
    let rows = rows();
    let printed: BTreeSet<&str> = rows.iter().filter(|row| row.is_printed_alike).map(|row| row.tag).collect();
    let kmd = KmdTag::ALL.iter().map(|tag| tag.message()).filter(|message| message.source().is_some());
    let all: BTreeSet<&str> =
        kmd.chain(IkeTag::ALL.iter().map(|tag| tag.message())).map(|message| message.tag()).collect();
    assert_eq!(all.len(), 13 + 2 + 4);
    assert_eq!(printed, all);
}
