//! Tests that parsing and printing do not allocate.

use std::fmt::Write as _;

use allocation_counter::measure;
use kmd_events::sink::{Fanout, Filter, Sink, SinkError};
use kmd_events::{Event, KmdEvent, KmdRecord, KmdTag, Records, Severity, kmd_log};
use kmd_tests::{events, later_events, lines};

#[test]
fn texts_are_parsed_without_allocation() {
    for event in events::all().into_iter().chain(later_events::alarms()) {
        let tag = event.tag();
        for text in [event.to_string(), format!("{event} and so on")] {
            let counted = measure(|| assert!(tag.parse(&text).is_ok(), "{text}"));
            assert_eq!(counted.count_total, 0, "{text}");
            let counted = measure(|| {
                let _: Result<_, _> = KmdEvent::recognize(&text);
            });
            assert_eq!(counted.count_total, 0, "{text}");
        }
    }
}

#[test]
fn lines_are_parsed_without_allocation() {
    for row in lines::rows() {
        let counted = measure(|| {
            let _: KmdRecord<'_> = KmdRecord::parse(&row.line);
        });
        // A value with escape sequences in the line is copied.
        let is_escaped = [r#"vpn-name="hq [7\]"#, r"[0..7\]"].iter().any(|escaped| row.line.contains(escaped));
        let expected = u64::from(is_escaped);
        assert_eq!(counted.count_total, expected, "{}", row.line);
    }
}

#[test]
fn a_stream_reuses_its_line_buffer() {
    let log = "Aug  3 10:18:44  srx1 kmd[1]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.\n".repeat(1_000);
    let mut records = Records::<_, KmdTag>::new(log.as_bytes());
    records.read().expect("no error").expect("a first line");
    let counted = measure(|| while records.read().expect("no error").is_some() {});
    assert_eq!(records.counts().events, 1_000);
    assert_eq!(counted.count_total, 0);
}

#[test]
fn events_print_without_allocation() {
    let mut text = String::with_capacity(4_096);
    for event in events::all().into_iter().chain(later_events::alarms()) {
        text.clear();
        let counted = measure(|| write!(text, "{event}").expect("a text"));
        assert_eq!(counted.count_total, 0, "{event}");
        let expected = std::mem::take(&mut text);
        text.reserve(4_096);
        let counted = measure(|| event.append_to(&mut text));
        assert_eq!(counted.count_total, 0, "{event}");
        assert_eq!(text, expected);
    }
}

/// The text is built before it is copied, so the `String` grows once.
#[test]
fn to_string_allocates_once() {
    for event in events::all() {
        let counted = measure(|| drop(event.to_string()));
        assert_eq!(counted.count_total, 1, "{event}");
    }
}

/// The text is longer than the buffer on the stack.
#[test]
fn long_events_print_without_allocation() {
    let sa_name = "n".repeat(2_000);
    let event = kmd_events::kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &sa_name });
    let mut text = String::with_capacity(4_096);
    let counted = measure(|| write!(text, "{event}").expect("a text"));
    assert_eq!(counted.count_total, 0);
    assert_eq!(text, format!("Unable to find active peer for SA {sa_name}"));
}

/// A sink that prints into a buffer without growing it.
struct Print(std::sync::Mutex<String>);

impl Sink for Print {
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        let mut out = self.0.lock().expect("no panic");
        out.clear();
        event.append_to(&mut out);
        Ok(())
    }
}

#[test]
fn a_disabled_sink_evaluates_and_allocates_nothing() {
    let print = Print(String::with_capacity(4_096).into());
    let critical = Filter::new(&print).with_max_severity(Severity::Critical);
    let both = Fanout::new().with(Filter::new(Fanout::new()));
    let sinks: [&dyn Sink; 3] = [&critical, &both, &&critical];
    let evaluated = std::cell::Cell::new(0);
    let value = || {
        evaluated.set(evaluated.get() + 1);
        "n".repeat(100)
    };
    for sink in sinks {
        let counted = measure(|| {
            for _ in 0..100 {
                kmd_log!(sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: value() }).expect("no failure");
                kmd_log!(sink, KMD_PM_SA_PEER_NOT_FOUND { sa_name: %format!("{}", value()) }).expect("no failure");
            }
        });
        assert_eq!((counted.count_total, evaluated.get()), (0, 0));
    }
    // The enabled sink evaluates the value and allocates only for it.
    let counted = measure(|| kmd_log!(print, KMD_PM_SA_PEER_NOT_FOUND { sa_name: value() }).expect("no failure"));
    assert_eq!((counted.count_total, evaluated.get()), (1, 1));
    let counted = measure(|| kmd_log!(print, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "hq" }).expect("no failure"));
    assert_eq!(counted.count_total, 0);
}
