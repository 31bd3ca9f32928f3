//! Tests of every header form around the messages of kmd. The expected values of `fixtures/header_forms.tsv` were decided from
//! RFC 3164, RFC 5424 and the documentation of the programs that write the forms.

use std::collections::BTreeMap;

use kmd_events::{KmdRecord, Outcome, Priority};

/// Replaces the escapes of the file: `\r`, `\t`, `\0` and `\\`.
fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        plain.push(match char {
            '\\' => match chars.next() {
                Some('r') => '\r',
                Some('t') => '\t',
                Some('0') => '\0',
                Some('\\') => '\\',
                other => panic!("escape {other:?}: {text}"),
            },
            char => char,
        });
    }
    plain
}

/// Returns a priority in the words of the file.
fn priority(priority: Option<Priority>) -> String {
    priority.map_or("-".into(), |Priority { facility, severity, .. }| {
        let facility = facility.as_str().trim_start_matches("LOG_").to_lowercase();
        let severity = match severity.as_str() {
            "emergency" => "emerg",
            "critical" => "crit",
            "error" => "err",
            word => word,
        };
        format!("{facility}.{severity}")
    })
}

/// Returns the parts of a line in the order of the columns.
fn parts(record: &KmdRecord<'_>) -> [String; 10] {
    let outcome = match record.outcome() {
        Outcome::Event { .. } => "event",
        Outcome::Mismatch { .. } => "mismatch",
        Outcome::UnknownTag => "unknown",
        Outcome::Untagged => "untagged",
        _ => "other",
    };
    let data = match record.structured_data() {
        _ if record.has_invalid_data() => "broken",
        Some(_) => "whole",
        None => "-",
    };
    let word = |part: Option<&str>| part.unwrap_or("-").to_owned();
    let text = if record.text().is_empty() { "''" } else { record.text() };
    [
        outcome.into(),
        word(record.tag()),
        word(record.host()),
        word(record.process()),
        word(record.pid()),
        word(record.time()),
        word(record.location()),
        priority(record.priority()),
        data.into(),
        text.into(),
    ]
}

#[test]
fn every_form_parses_as_listed() {
    let mut wrong = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in include_str!("../../fixtures/header_forms.tsv").lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [outcome, tag, host, process, pid, line, form, time, location, priority, data, text, _] = columns[..]
        else {
            panic!("13 columns: {row}");
        };
        *counts.entry(form).or_default() += 1;
        let record_line = unescape(line);
        let record = KmdRecord::parse(&record_line);
        let expected = [outcome, tag, host, process, pid, time, location, priority, data, text].map(unescape);
        for (found, expected) in parts(&record).iter().zip(&expected) {
            if expected != "?" && found != expected {
                wrong.push(format!("{form}: {line}\n    expected {expected:?}, found {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(counts.len() == 20 && counts.values().all(|count| *count >= 10), "{counts:?}");
}
