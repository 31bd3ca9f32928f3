//! No value changes anything but itself, by the judgement of readers that other people wrote.

#[path = "support/events.rs"]
mod all;
#[path = "support/hostile.rs"]
mod hostile;

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{Event, KmdEvent, kmd_event};
use proptest::prelude::*;
use syslog_loose::{Protocol, Variant};

const PLAIN: [Format; 3] = [Format::Rfc3164, Format::Junos, Format::JunosPriority];
const STRUCTURED: [Format; 3] = [Format::Rfc5424, Format::JunosStructured, Format::JunosBrief];

fn time() -> Timestamp {
    Timestamp::new((2023, 8, 3), (10, 18, 44), 846_059, -150).expect("a time")
}

fn record(format: Format, event: &dyn Event) -> String {
    let formatter = Formatter::new(format)
        .with_hostname("gw.example.net")
        .expect("a host name")
        .with_pid(14_162)
        .on_the_wire();
    formatter.record(event, time())
}

/// What holds of every record of every event.
fn check(event: &dyn Event) {
    for &format in Format::ALL {
        let record = record(format, event);
        assert!(record.len() <= format.default_limit(), "{record}");
        assert!(
            !record.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')),
            "{record:?}"
        );
    }
    let said = event.to_string();
    for format in PLAIN {
        check_plain(format, event, &said);
    }
    for format in STRUCTURED {
        check_structured(format, event, &said);
    }
}

fn check_plain(format: Format, event: &dyn Event, said: &str) {
    let record = record(format, event);
    let message = event.message();
    let read = syslog_loose::parse_message_with_year(&record, |_| 2023, Variant::RFC3164);
    assert_eq!(read.protocol, Protocol::RFC3164, "{record}");
    let severity = read.severity.map(|severity| severity as u8);
    assert_eq!(severity, Some(message.severity().code()), "{record}");
    let facility = read.facility.map(|facility| facility as u8);
    assert_eq!(facility, Some(message.facility().code()), "{record}");
    assert_eq!(read.hostname, Some("gw.example.net"), "{record}");
    assert_eq!(read.appname, Some("kmd"), "{record}");
    assert_eq!(read.procid, Some("14162".into()), "{record}");
    let text = read.msg;
    let text = match format {
        Format::JunosPriority => text
            .split_once('-')
            .and_then(|(_, rest)| rest.split_once('-')),
        _ => Some(("", text)),
    };
    let (_, text) = text.expect("facility and severity");
    let text = text.strip_prefix(message.tag()).expect("the tag");
    let text = text.strip_prefix(": ").expect("a colon");
    check_text(said, text);
}

fn check_structured(format: Format, event: &dyn Event, said: &str) {
    let record = record(format, event);
    let message = event.message();
    let read =
        syslog_rfc5424::parse_message(&record).unwrap_or_else(|error| panic!("{error}: {record}"));
    assert_eq!(read.severity as u8, message.severity().code(), "{record}");
    assert_eq!(read.facility as u8, message.facility().code(), "{record}");
    assert_eq!(read.version, 1, "{record}");
    // 2023-08-03T12:48:44 UTC, by `date -d`.
    assert_eq!(read.timestamp, Some(1_691_066_924), "{record}");
    assert_eq!(read.hostname.as_deref(), Some("gw.example.net"), "{record}");
    assert_eq!(read.appname.as_deref(), Some("kmd"), "{record}");
    assert_eq!(read.msgid.as_deref(), Some(message.tag()), "{record}");
    let is_whole = record.len() < format.default_limit() - 20 && !record.ends_with("...");
    for (id, parameters) in read.sd.iter() {
        assert_eq!(id, "junos@2636", "{record}");
        let mut count = 0;
        for (name, value) in event.fields() {
            if let Some(read) = parameters.get(name) {
                assert_eq!(decode(read), decode(&value.to_string()), "{record}");
                count += 1;
            }
        }
        assert_eq!(count, parameters.len(), "{record}");
        assert!(!is_whole || count == event.fields().len(), "{record}");
    }
    assert!(read.sd.len() <= 1, "{record}");
    assert!(
        !is_whole || (read.sd.len() == 1) == (event.fields().len() > 0),
        "{record}"
    );
    match format {
        Format::JunosBrief if is_whole => assert_eq!(read.msg, "", "{record}"),
        Format::JunosBrief => assert!(matches!(&*read.msg, "" | "..."), "{record}"),
        _ => check_text(said, &read.msg),
    }
}

/// As it was said, or as much as there was room for.
fn check_text(said: &str, text: &str) {
    // Octal that was there before reads as octal that was not.
    if said.contains('#') {
        return;
    }
    let read = decode(text);
    // `syslog_loose` takes blanks at the end away.
    if read.trim_end() == said.trim_end() {
        return;
    }
    let start = read
        .strip_suffix("...")
        .unwrap_or_else(|| panic!("{text} is not {said}"));
    assert!(said.starts_with(start), "{text} does not begin {said}");
}

/// Octal back to bytes.
fn decode(text: &str) -> String {
    let mut pieces = text.split('#');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let octal = piece
            .get(..3)
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match octal {
            Some(byte) => bytes.push(byte),
            None => bytes.extend(b"#"),
        }
        bytes.extend(&piece.as_bytes()[if octal.is_some() { 3 } else { 0 }..]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn benign_events_are_read_as_they_are() {
    for event in all::all() {
        check(&event);
    }
}

#[test]
fn hostile_values_stay_values() {
    let events = hostile::events(&all::all());
    for (_, event) in &events {
        check(event);
    }
    println!("{} events in {} formats", events.len(), Format::ALL.len());
}

proptest! {
    #[test]
    fn any_values_stay_values(
        index in 0..91_usize,
        values in proptest::collection::vec(
            prop_oneof![
                any::<String>(),
                "[ -~]{0,40}",
                "([\\]\"\\\\ =\\[]|[\\x00-\\x1f]|\u{85}|\u{2028}|#|é|😀|<0>|: ){0,30}",
                "[ -~\\PC\\x00-\\xff]{0,3000}",
            ],
            12,
        ),
    ) {
        let event = all::all().swap_remove(index);
        check(&with_texts(&event, &values));
    }

    #[test]
    fn a_record_keeps_its_limit(name in any::<String>(), limit in 480..700_usize, repeat in 1..50_usize) {
        let name = name.repeat(repeat);
        let event = kmd_event!(KMD_VPN_DFBIT_STATUS_MSG { vpn_name: &name, argument: &name });
        for &format in Format::ALL {
            let formatter = Formatter::new(format).with_limit(limit).expect("a limit");
            let record = formatter.record(&event, time());
            prop_assert!(record.len() <= limit);
            let unlimited = Formatter::new(format).with_limit(usize::MAX).expect("a limit");
            let whole = unlimited.record(&event, time());
            if whole.len() <= limit {
                prop_assert_eq!(record, whole);
            } else {
                prop_assert!(record.ends_with("..."), "{}", record);
            }
        }
    }
}

/// The event with these values in its text fields.
fn with_texts(event: &KmdEvent<'_>, values: &[String]) -> KmdEvent<'static> {
    let mut json = serde_json::to_value(event).expect("JSON");
    let fields = event.fields().zip(values.iter().cycle());
    for ((name, value), text) in fields {
        if matches!(value, kmd_events::Value::Text(_)) {
            json["fields"][name] = text.clone().into();
        }
    }
    let event: KmdEvent<'_> = serde_json::from_value(json).expect("an event");
    event.into_owned()
}
