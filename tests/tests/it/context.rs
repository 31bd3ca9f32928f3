//! Tests of fields that are not part of the text of an event, and of the wrappers that add them.

use std::borrow::Cow;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{DurationUnit, Event, Fields, KmdRecord, Message, Value, WithContext, kmd_event};
use kmd_tests::{events, name_clash};

fn time() -> Timestamp {
    Timestamp::new((2023, 8, 3), (10, 18, 44), 846_059, 0).expect("a time")
}

fn line(format: Format, event: &dyn Event) -> String {
    Formatter::new(format).format_to_string(event, time())
}

/// A wrapper outside of kmd-events that changes the text and a value, and adds a field.
#[derive(Debug)]
pub struct Numbered<'a>(pub &'a dyn Event, pub u32);

impl fmt::Display for Numbered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.1, self.0)
    }
}

impl Event for Numbered<'_> {
    fn message(&self) -> &'static Message {
        self.0.message()
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        let value = self.0.value(index)?;
        Some(if let Value::Text(_) = value { Value::Text("hidden") } else { value })
    }

    fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
        match self.message().placeholders().get(index) {
            Some(placeholder) => Some((placeholder.name(), self.value(index)?)),
            None if index == self.0.fields().len() => Some(("Number of the\nline", self.1.into())),
            None => self.0.field(index),
        }
    }

    fn fields(&self) -> Fields<'_> {
        Fields::new(self)
    }
}

#[test]
fn context_follows_the_placeholders() {
    let peer = Ipv4Addr::new(203, 0, 113, 77);
    let event = kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: peer, remote_port: 500 });
    let owned = String::from("b");
    let with = event
        .with("text", "a")
        .with("string", &owned)
        .with("integer", 7)
        .with("size", usize::MAX)
        .with("least", i64::MIN)
        .with("ratio", 0.25)
        .with("is-new", true)
        .with("address", peer)
        .with("socket", "[::1]:514".parse::<SocketAddr>().expect("an address"))
        .with("elapsed", Duration::from_millis(1_500))
        .with("some", Some("c"))
        .with("none", None::<u8>);
    assert_eq!(with.message(), event.message());
    assert_eq!(with.to_string(), event.to_string());
    let mut text = String::new();
    with.append_to(&mut text);
    assert_eq!(text, event.to_string());
    assert_eq!([with.value(0), with.value(1), with.value(2)], [event.value(0), event.value(1), None]);
    assert_eq!(with.fields().len(), 14);
    let fields: Vec<_> = with.fields().collect();
    assert_eq!(fields[..2], event.fields().collect::<Vec<_>>());
    assert_eq!(
        fields[2..],
        [
            ("text", Value::Text("a")),
            ("string", Value::Text("b")),
            ("integer", Value::Integer(7)),
            ("size", Value::Integer(usize::MAX as i128)),
            ("least", Value::Integer(i64::MIN.into())),
            ("ratio", Value::Float(0.25)),
            ("is-new", Value::Bool(true)),
            ("address", Value::Address(peer.into())),
            ("socket", Value::Socket("[::1]:514".parse().expect("an address"))),
            ("elapsed", Value::Duration(Duration::from_millis(1_500), DurationUnit::Seconds)),
            ("some", Value::Text("c")),
            ("none", Value::Absent),
        ]
    );
}

#[test]
fn context_takes_a_value_of_each_type_of_a_placeholder() {
    let event = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    let (cow, boxed) = (Cow::Borrowed("cow"), Box::<str>::from("boxed"));
    let (rc, arc) = (Rc::<str>::from("rc"), Arc::<str>::from("arc"));
    let prefix: kmd_events::IpPrefix = "10.0.0.0/8".parse().expect("a prefix");
    let with = event
        .with("cow", &cow)
        .with("boxed", &boxed)
        .with("rc", &rc)
        .with("arc", &arc)
        .with("mac", [0, 1, 2, 3, 4, 0xab])
        .with("isize", isize::MIN)
        .with("prefix", prefix)
        .with("some", Some(&cow))
        .with("absent", None::<[u8; 6]>);
    let expected = [
        ("cow", Value::Text("cow")),
        ("boxed", Value::Text("boxed")),
        ("rc", Value::Text("rc")),
        ("arc", Value::Text("arc")),
        ("mac", Value::Mac([0, 1, 2, 3, 4, 0xab])),
        ("isize", Value::Integer(isize::MIN as i128)),
        ("prefix", Value::Prefix(prefix)),
        ("some", Value::Text("cow")),
        ("absent", Value::Absent),
    ];
    assert_eq!(with.fields().collect::<Vec<_>>(), expected);
}

/// A function that adds context does not know whether its event has context already.
#[test]
fn context_is_added_to_context() {
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" });
    let inner = event.with("one", 1).with("two", 2);
    let outer = WithContext::new(&inner).with("two", 3).with("three", 4);
    let fields: Vec<String> = outer.fields().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(fields, ["sa-name=a", "one=1", "two=3", "three=4"]);
    let outer = inner.with("two", 3);
    assert_eq!(outer.fields().count(), 3);
}

/// The expected elements follow RFC 5424 section 6.3 by hand.
#[test]
fn structured_data_contains_the_context() {
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" });
    let none = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    for (event, data) in [
        (
            event.with("request-id", 7).with("user", "a\"]\n"),
            r#"[junos@2636 sa-name="a" request-id="7" user="a\"\]#012"]"#,
        ),
        (event.with("a b=\"c\"]\n", 7), r#"[junos@2636 sa-name="a" a_b__c___="7"]"#),
        (event.with("", 7), r#"[junos@2636 sa-name="a" _="7"]"#),
        (event.with("SA_Name", 7), r#"[junos@2636 sa-name="a" SA_Name_="7"]"#),
        (event.with("none", None::<u8>), r#"[junos@2636 sa-name="a"]"#),
        (none.with("request-id", 7), r#"[junos@2636 request-id="7"]"#),
    ] {
        let line = line(Format::Rfc5424, &event);
        assert!(line.contains(&format!(" {} {data} {event}", event.message().tag())), "{line}");
    }
    // The other formats have only the text.
    for format in [Format::Rfc3164, Format::Junos, Format::JunosPriority] {
        assert_eq!(line(format, &event.with("request-id", 7)), line(format, &event));
    }
}

#[test]
fn lines_with_context_are_parsed_as_the_event() {
    for event in events::all() {
        for format in Format::ALL {
            let names: Vec<String> = event.fields().map(|(name, _)| name.to_uppercase()).collect();
            let with = names.iter().fold(WithContext::new(&event), |with, name| with.with(name, "other"));
            let with = with.with("request-id", 7);
            let line = line(*format, &with);
            let record = KmdRecord::parse(&line);
            assert_eq!(record.event(), Some(&event), "{line}");
            let data = record.structured_data().and_then(|data| data.get("request-id"));
            assert_eq!(data.as_deref(), format.is_structured().then_some("7"), "{line}");
        }
    }
}

#[test]
fn wrappers_choose_their_text_and_fields() {
    let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "branch-7" });
    let numbered = Numbered(&event, 42);
    let line = line(Format::Rfc5424, &numbered);
    let data = r#"[junos@2636 count="5" tunnel-name="hidden" Number_of_the_line="42"]"#;
    assert!(line.ends_with(&format!("{data} 42: {event}")), "{line}");
    let both = numbered.with("request-id", 7);
    let fields: Vec<String> = both.fields().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(fields, ["count=5", "tunnel-name=hidden", "Number of the\nline=42", "request-id=7"]);
}

#[test]
fn names_of_fixed_fields_are_not_hidden() {
    let event = name_clash::syslog_event!(SYSLOG_CLASH { identifier: "i", tag: "t", message: "m" });
    let with = event.with("tag", 1).with("context", 2);
    let names: Vec<&str> = with.fields().map(|(name, _)| name).collect();
    assert_eq!(names, ["identifier", "tag", "message", "tag_", "context"]);
}
