//! Tests that `Record::parse` parses the output of every format.

use kmd_checks::frame::with_texts;
use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{KmdEvent, KmdRecord, KmdTag, Outcome};
use kmd_tests::events;
use kmd_tests::lines::is_end_kept;
use proptest::prelude::*;

/// Returns a formatter for every form of a syslog message, with and without the optional parts.
fn formatters() -> Vec<Formatter> {
    let mut formatters = Vec::new();
    for &format in Format::ALL {
        let bare = Formatter::new(format);
        let full = bare
            .clone()
            .with_hostname("gw.example.net")
            .expect("a host name")
            .with_pid(14_162)
            .with_sd_id("junos@2636.1.1.1.2.129")
            .expect("an SD-ID");
        formatters.extend([bare.clone().for_transport(), full.clone().for_transport()]);
        formatters.extend([bare, full]);
    }
    formatters
}

/// Checks that the event parses back from its syslog message. Returns whether its text is unambiguous.
fn check(formatter: &Formatter, event: &KmdEvent<'_>) -> bool {
    let format = formatter.format();
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 846_059, 600).expect("a time");
    let line = formatter.format_to_string(event, time);
    if line.len() >= format.default_max_len() {
        return false;
    }
    // An ambiguous text parses to one of its events. Structured data is exact.
    let text = event.to_string();
    let by_text = is_end_kept(&text) && event.tag().parse(&text).is_ok_and(|reading| reading.event == *event);
    if !format.is_structured() && !by_text {
        return false;
    }
    let record = KmdRecord::parse(&line);
    match record.outcome() {
        Outcome::Event { event: read, rest, .. } => {
            assert_eq!(read, event, "{line}");
            assert_eq!(rest, "", "{line}");
        }
        other => panic!("{other:?}: {line}"),
    }
    assert_eq!(record.host(), formatter.hostname(), "{line}");
    assert_eq!(record.process(), Some("kmd"), "{line}");
    let pid = formatter.hostname().map(|_| "14162");
    assert_eq!(record.pid(), pid, "{line}");
    let time = match format {
        Format::Rfc5424 => "2023-08-03T10:18:44.846059+10:00",
        Format::JunosStructured | Format::JunosBrief => "2023-08-03T10:18:44.846+10:00",
        _ => "Aug  3 10:18:44",
    };
    assert_eq!(record.time(), Some(time), "{line}");
    let priority = record.priority().map(|priority| (priority.facility, priority.severity));
    let expected = line.starts_with('<').then_some((event.facility(), event.severity()));
    assert_eq!(priority, expected, "{line}");
    if format == Format::JunosPriority && event.tag().message().is_tagged() {
        let explicit = record.explicit_priority().expect("an explicit priority");
        assert_eq!(explicit.facility(), Some(event.facility()), "{line}");
        assert_eq!(explicit.severity, event.severity(), "{line}");
    }
    true
}

#[test]
fn every_message_parses_back_in_every_format() {
    for event in events::all() {
        for formatter in formatters() {
            assert!(check(&formatter, &event), "{event}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]
    #[test]
    fn printable_values_parse_back(
        index in 0..KmdTag::ALL.len(),
        values in proptest::collection::vec(
            prop_oneof!["[^\\pC\u{2028}\u{2029}]{0,40}", "[\\]\"\\\\ =\\[:#<>%(){}.a-]{0,12}", "[a-z0-9]{1,9}"],
            12,
        ),
    ) {
        let event = with_texts(&events::all()[index], &values);
        for formatter in formatters() {
            check(&formatter, &event);
        }
    }
}
