//! Tests of all types, formats, enums, absent values and tails, with tables that are built by hand.

mod by_hand;
mod type_oracle;

use std::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::time::Duration;

use by_hand::{LabEvent, LabRecord, LabTag, TEMPLATES, pieces};
use kmd_events::__private::{ParsedValue, TypedEvent};
use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{Event, FieldType, IpPrefix, Outcome, Placeholder, Tag, Value};
use proptest::prelude::*;
use type_oracle::{Split, print, print_plain, splits};

fn text() -> impl Strategy<Value = String> {
    let parts = &[
        "",
        " ",
        ":",
        ".",
        "-",
        "0",
        "1",
        "up",
        "upper",
        "down",
        "d",
        " [preauth]",
        " b ",
        " n 7",
        " k one",
        " s up",
        "é",
        "from ",
        "invalid user ",
        "Not-Available",
        " on ",
        " operator ",
        " from ",
        "k",
    ][..];
    prop_oneof![
        "[a-z0-9/-]{0,6}",
        proptest::collection::vec(proptest::sample::select(parts), 0..4).prop_map(|parts| parts.concat())
    ]
}

fn address() -> impl Strategy<Value = IpAddr> {
    prop_oneof![
        any::<IpAddr>(),
        Just("::1".parse().expect("an address")),
        Just("10.0.0.1".parse().expect("an address"))
    ]
}

fn socket() -> impl Strategy<Value = SocketAddr> {
    let scoped = (any::<u16>(), any::<u32>())
        .prop_map(|(port, scope)| SocketAddrV6::new(Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 1), port, 0, scope).into());
    prop_oneof![4 => (address(), any::<u16>()).prop_map(SocketAddr::from), 1 => scoped]
}

fn present(placeholder: &'static Placeholder) -> BoxedStrategy<ParsedValue<'static>> {
    match placeholder.field_type() {
        FieldType::Text => text().prop_map(|text| ParsedValue::Text(text.into())).boxed(),
        FieldType::Ip => address().prop_map(ParsedValue::Address).boxed(),
        FieldType::Socket if placeholder.brackets => socket().prop_map(ParsedValue::Socket).boxed(),
        FieldType::Socket => {
            (address(), any::<u16>()).prop_map(|socket| ParsedValue::Socket(SocketAddr::from(socket))).boxed()
        }
        FieldType::Prefix => (address(), any::<u8>())
            .prop_map(|(address, length)| {
                let length = length % if address.is_ipv4() { 33 } else { 129 };
                ParsedValue::Prefix(IpPrefix::new(address, length).expect("a prefix"))
            })
            .boxed(),
        FieldType::Mac => any::<[u8; 6]>().prop_map(ParsedValue::Mac).boxed(),
        FieldType::Bool => any::<bool>().prop_map(ParsedValue::Bool).boxed(),
        FieldType::F64 => prop_oneof![
            -100.0..100.0,
            proptest::num::f64::NORMAL,
            proptest::sample::select(&[0.0, -0.0, 0.0005, 2.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300][..])
        ]
        .prop_map(ParsedValue::Float)
        .boxed(),
        FieldType::Duration => {
            prop_oneof![0..4_000_000_000_u64, 0..u64::from(u32::MAX) * 1_000, Just(0), Just(2_500_000)]
                .prop_map(|nanoseconds| ParsedValue::Duration(Duration::from_nanos(nanoseconds)))
                .boxed()
        }
        FieldType::Enum if placeholder.is_open() => prop_oneof![
            (0..placeholder.words().len()).prop_map(ParsedValue::Word),
            text().prop_map(|text| ParsedValue::Text(text.into()))
        ]
        .boxed(),
        FieldType::Enum => (0..placeholder.words().len()).prop_map(ParsedValue::Word).boxed(),
        integer => {
            let (least, greatest) = integer.range().expect("an integer");
            let small = (-200..200_i128).prop_map(move |integer| integer.clamp(least, greatest));
            prop_oneof![small, Just(least), Just(greatest), least..=greatest].prop_map(ParsedValue::Integer).boxed()
        }
    }
}

/// Generates an event. The values of a tail are all present or all absent.
fn event() -> impl Strategy<Value = LabEvent<'static>> {
    proptest::sample::select(&LabTag::ALL[..]).prop_flat_map(|tag| {
        let placeholders = Tag::message(tag).placeholders();
        let values: Vec<BoxedStrategy<ParsedValue<'static>>> = placeholders
            .iter()
            .map(|placeholder| {
                if placeholder.is_optional() {
                    prop_oneof![Just(ParsedValue::Absent), present(placeholder)].boxed()
                } else {
                    present(placeholder)
                }
            })
            .collect();
        values.prop_map(move |values| LabEvent { tag, values })
    })
}

/// Returns the values as the oracle does.
fn values(event: &LabEvent<'_>) -> Split {
    let fields = event.fields();
    fields.map(|(name, value)| (name, (value != Value::Absent).then(|| print_plain(value)))).collect()
}

/// Completes a split by the placeholders that its wording does not have, in the order of the placeholders.
fn complete(tag: LabTag, split: &Split) -> Split {
    let placeholders = Tag::message(tag).placeholders().iter();
    placeholders
        .map(|placeholder| {
            let name = placeholder.name();
            let known = split.iter().find(|(known, _)| *known == name);
            let missing = if placeholder.is_optional() { None } else { Some(String::new()) };
            (name, known.map_or(missing, |(_, value)| value.clone()))
        })
        .collect()
}

/// Returns the ways to split a text.
fn all_splits(tag: LabTag, text: &str, most: usize) -> Vec<Split> {
    let (template, tails, alternatives) = TEMPLATES[tag.0];
    splits(template, tails, alternatives, text, most).iter().map(|split| complete(tag, split)).collect()
}

/// Generates the text of an event, changed or not.
fn spoiled() -> impl Strategy<Value = (LabTag, String)> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), text());
    (event(), proptest::option::of(change)).prop_map(|(event, change)| {
        let mut text = event.to_string();
        if let Some((start, length, inserted)) = change {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = start.index(ends.len());
            let end = (start + length.index(4)).min(ends.len() - 1);
            text.replace_range(ends[start]..ends[end], &inserted);
        }
        (event.tag, text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// Events print as the standard library prints their values.
    #[test]
    fn events_print_as_in_the_standard_library(event in event()) {
        let (template, tails, _) = TEMPLATES[event.tag.0];
        let value = |name: &str| {
            let mut fields = event.fields().zip(Tag::message(event.tag).placeholders());
            fields.find_map(|((known, value), placeholder)| (known == name).then_some((value, placeholder))).expect("a value")
        };
        let mut expected = String::new();
        for (index, part) in [template].into_iter().chain(tails.iter().copied()).enumerate() {
            let is_absent = pieces(part).iter().any(|(literal, name, _)| !literal && value(name).0 == Value::Absent);
            if index > 0 && is_absent {
                continue;
            }
            for (literal, name, format) in pieces(part) {
                if literal {
                    expected += name;
                } else {
                    let (value, placeholder) = value(name);
                    expected += &match value {
                        Value::Socket(SocketAddr::V6(socket)) if socket.scope_id() != 0 => socket.to_string(),
                        value => print(value, placeholder, format),
                    };
                }
            }
        }
        prop_assert_eq!(event.to_string(), &*expected);
        let mut appended = String::new();
        event.append_to(&mut appended);
        prop_assert_eq!(appended, expected);
    }

    /// A printed event parses to the first way in which its text can be split. The event is the same if there is only one,
    /// apart from decimals that were not printed.
    #[test]
    fn printed_events_of_all_types_parse_back(event in event()) {
        let text = event.to_string();
        let has_scope = text.contains('%');
        let read = event.tag.parse_exact(&text).expect("its own text");
        let found = all_splits(event.tag, &text, 2);
        if !has_scope {
            prop_assert_eq!(&values(&read), &found[0], "{}", text);
        }
        if found.len() == 1 && read != event {
            let has_decimals = event.fields().any(|(_, value)| matches!(value, Value::Float(_) | Value::Duration(..)));
            prop_assert!(has_decimals, "{:?} {:?}", read, event);
        }
        if found.len() <= 1 {
            prop_assert_eq!(read.to_string(), &*text);
        }
        let owned = LabTag::into_owned(read.clone());
        prop_assert_eq!(&owned, &read);
        let parsed = event.tag.parse(&text).expect("its own text");
        prop_assert_eq!(parsed.rest, "");
        prop_assert_eq!(parsed.event, read);
    }

    /// Any text parses to the first way in which it can be split, and is rejected if there is none.
    #[test]
    fn texts_of_all_types_parse_to_their_first_split((tag, text) in spoiled()) {
        prop_assume!(!text.contains('%'));
        let read = tag.parse_exact(&text);
        match all_splits(tag, &text, 1).first() {
            None => prop_assert!(read.is_err(), "{text}: {read:?}"),
            Some(split) => prop_assert_eq!(&values(&read.expect("a way to split it")), split, "{}", text),
        }
    }

    /// A text that continues parses to an event and the rest, which print the same text.
    #[test]
    fn parsed_events_of_all_types_print_the_same_text((tag, text) in spoiled(), more in text()) {
        let text = text + &more;
        if let Ok(parsed) = tag.parse(&text) {
            let printed = format!("{}{}", parsed.event, parsed.rest);
            let (_, _, alternatives) = TEMPLATES[tag.0];
            let is_alternative = alternatives.iter().any(|wording| !splits(wording, &[], &[], &text, 1).is_empty());
            // Only addresses have several spellings.
            if !is_alternative && (printed.len() == text.len() || !text.contains(':')) {
                prop_assert_eq!(printed, text);
            }
        }
    }

    /// Events pass through every format of syslog.
    #[test]
    fn events_of_all_types_pass_through_every_format(event in event()) {
        let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 846_059, 600).expect("a time");
        let text = event.to_string();
        prop_assume!(text.len() < 300);
        for &format in Format::ALL {
            let formatter = Formatter::new(format).with_hostname("gw").expect("a host name").with_pid(7);
            for formatter in [formatter.clone().for_transport(), formatter] {
                let line = formatter.format_to_string(&event, time);
                let is_tagged = Tag::message(event.tag).is_tagged() || format.is_structured();
                prop_assert_eq!(line.contains(event.tag.as_str()), is_tagged);
                let record = LabRecord::parse(&line);
                prop_assert_eq!(record.process(), Some("LAB_D"), "{}", line);
                let Outcome::Event { event: read, .. } = record.outcome() else {
                    // Only a text that several messages can print, or none because it is empty, is not recognized.
                    prop_assert!(!is_tagged, "{}: {:?}", line, record);
                    continue;
                };
                if !is_tagged {
                    prop_assert_eq!(read.to_string(), &*text);
                } else if format.is_structured() {
                    // The word for an absent value means one there too. A text that seems to continue is parsed as a text.
                    let ambiguous = all_splits(event.tag, &text, 2).len() > 1;
                    let has_word = event.fields().any(|(_, value)| value == Value::Text("Not-Available"));
                    prop_assert!(*read == event || ambiguous || has_word, "{}: {:?}", line, read);
                } else {
                    prop_assert_eq!(Ok(read), event.tag.parse_exact(&text).as_ref(), "{}", line);
                }
            }
        }
    }

    /// Events pass through JSON, with the tag first or last, and through formats without types or without text.
    #[test]
    fn events_of_all_types_pass_through_serde(event in event()) {
        let is_same = |read: &LabEvent<'_>| read == &event || format!("{read:?}") == format!("{event:?}");
        let json = serde_json::to_value(&event).expect("JSON");
        for (name, value) in event.fields() {
            let stored = &json["fields"][name];
            match value {
                Value::Absent => prop_assert!(json["fields"].get(name).is_none()),
                Value::Integer(integer) => prop_assert_eq!(stored.to_string(), integer.to_string()),
                Value::Bool(bool) => prop_assert_eq!(stored, bool),
                Value::Float(float) if float.is_finite() => prop_assert_eq!(stored.as_f64(), Some(float)),
                Value::Duration(..) => prop_assert_eq!(stored.to_string(), print_plain(value)),
                value => prop_assert_eq!(stored.as_str(), Some(&*print_plain(value))),
            }
        }
        let read: LabEvent<'_> = serde_json::from_value(json.clone()).expect("an event");
        prop_assert!(is_same(&read), "{}: {:?}", json, read);
        let text = format!(r#"{{"fields": {}, "tag": {}}}"#, json["fields"], json["tag"]);
        let read: LabEvent<'_> = serde_json::from_str(&text).expect("an event");
        prop_assert!(is_same(&read), "{}: {:?}", text, read);
        let bytes = postcard::to_allocvec(&event).expect("bytes");
        let read: LabEvent<'_> = postcard::from_bytes(&bytes).expect("an event");
        prop_assert!(is_same(&read), "{:?}", read);
        let mut bytes = Vec::new();
        ciborium::into_writer(&event, &mut bytes).expect("bytes");
        let read: LabEvent<'_> = ciborium::from_reader(&bytes[..]).expect("an event");
        prop_assert!(is_same(&read), "{:?}", read);
    }
}
