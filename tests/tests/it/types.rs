//! Tests of all types, formats, enums, absent values and tails, with tables that are built by hand.

pub(crate) mod by_hand;
mod type_oracle;

use std::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::time::Duration;

use by_hand::{LabEvent, LabRecord, LabTag, TEMPLATES, pieces};
use kmd_events::__private::ParsedValue;
use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{Event, FieldType, IpPrefix, Outcome, Placeholder, Tag, Value};
use kmd_tests::lines::is_end_kept;
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
        FieldType::Socket if placeholder.has_brackets() => socket().prop_map(ParsedValue::Socket).boxed(),
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
    let names = event.message().placeholders().iter().map(kmd_events::Placeholder::name);
    let values = event.fields().map(|(_, value)| (value != Value::Absent).then(|| print_plain(value)));
    names.zip(values).collect()
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

    /// Any text parses to the first way in which it can be split, and is rejected otherwise.
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
        prop_assume!(text.len() < 300 && is_end_kept(&text));
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
                    let parsed = event.tag.parse_exact(&text);
                    prop_assert_eq!(Ok(read), parsed.as_ref(), "{}", line);
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

/// Returns the event of a text.
fn parsed<'a>(tag: &str, text: &'a str) -> Result<String, kmd_events::ParseEventError<'a>> {
    let parsed = LabTag::find(tag).parse(text)?;
    let values: Vec<String> = parsed.event.fields().map(|(_, value)| format!("{value}")).collect();
    Ok(format!("{}|{}", values.join("|"), parsed.rest))
}

/// Texts parse to the values that a reader sees in them.
#[test]
fn texts_of_all_types_parse_to_values() {
    let run = "Run 0x0000002f cooling down after 12.5 ms at [::1]:80 from 10.0.0.0/8, ratio 0.250";
    for (tag, text, expected) in [
        ("LAB_RUN", run, "47|cooling down|12.5|[::1]:80|10.0.0.0/8|0.25||"),
        ("LAB_RUN", &format!("{run} operator eve"), "47|cooling down|12.5|[::1]:80|10.0.0.0/8|0.25|eve|"),
        ("LAB_RUN", &format!("{run}, and more"), "47|cooling down|12.5|[::1]:80|10.0.0.0/8|0.25||, and more"),
        ("LAB_RUN", "Run 0x0000002f  after 0 ms at 10.0.0.1:80 from ::/0, ratio 1.000", "47||0|10.0.0.1:80|::/0|1||"),
        ("LAB_LOGIN", "Accepted for invalid user eve from ::1", "invalid user |eve|::1|"),
        ("LAB_LOGIN", "Accepted for eve from ::1, port 7", "|eve|::1|, port 7"),
        ("LAB_LOGIN", "Accepted for invalid user  from ::1", "invalid user ||::1|"),
        ("LAB_CLOSED", "closed by peer [preauth]", "by peer| [preauth]|"),
        ("LAB_CLOSED", "closed by peer", "by peer||"),
        ("LAB_MIDDLE", "aupper b.", "a|upper| b|"),
        ("LAB_MIDDLE", "up up.", "|up| up|"),
        (
            "LAB_NUMBERS",
            "0xff 255 -007 FFF9 0b0000000000000000000000000000000000000000000000000000000000000101 0o17 ffffffffffffffff",
            "255|-7|5|15|-1|",
        ),
        (
            "LAB_MORE",
            "00:00:5e:00:53:01 00:00:5E:00:53:AF true ::1:80 17 -3 007",
            "00:00:5e:00:53:01|00:00:5e:00:53:af|true|[::1]:80|15|-3|7|",
        ),
        ("LAB_ABSENT", "user Not-Available on - (none)", "|||"),
        ("LAB_ABSENT", "user eve on 22 (::1)", "eve|22|::1|"),
        ("LAB_ABSENT", "unknown on 22 (none)", "|22||"),
        ("LAB_UNITS", "1.5 s 7 ns 2.50 us 3 ms", "1.5|7|2.5|3|"),
        ("LAB_FLOATS", "-0 00012.50", "-0|12.5|"),
        ("LAB_KINDS", "kind other of up", "other|up|"),
        ("LAB_KINDS", "a up", "|up|"),
        ("LAB_KINDS", "kind two of upstairs", "none"),
        ("LAB_PAIR", "10", "1|0|"),
        ("LAB_PAIR", "7k", "7|k|"),
        ("LAB_CODES", "1dd7", "29|d|7|"),
        ("LAB_TAILS", "T a s upper up", "a|||upper||"),
        ("LAB_TAILS", "T a b c n 5 s up up k new", "a|c|5|up|new|"),
        ("LAB_TAILS", "T a b c n x", "a|c n x||||"),
        ("LAB_TWICE", "aupa-up", "a|up|"),
    ] {
        match parsed(tag, text) {
            Ok(found) if !expected.ends_with("none") => assert_eq!(found, expected, "{text}"),
            Ok(found) => panic!("{text}: {found}"),
            Err(error) => assert!(expected.ends_with("none"), "{text}: {error}"),
        }
    }
}

/// A reason names what was expected.
#[test]
fn mismatch_reasons_name_what_was_expected() {
    for (tag, text, reason) in [
        (
            "LAB_RUN",
            "Run 0x2f idle",
            "invalid value for placeholder `serial`: expected an integer from 0 to 4294967295 in the format `08x`, found `2f`",
        ),
        (
            "LAB_RUN",
            "Run 0x0000002f melting after 1 ms",
            "invalid value for placeholder `phase`: expected one of `idle`, `heating`, `cooling down`, ``, found `melting`",
        ),
        (
            "LAB_RUN",
            "Run 0x0000002f idle after 1.50 ms at ",
            "invalid value for placeholder `elapsed`: expected a duration in `ms` without trailing zeros, found `1.50`",
        ),
        (
            "LAB_RUN",
            "Run 0x0000002f idle after 1 ms at ::1:80 from",
            "invalid value for placeholder `bench`: expected an IP address with a port, found `::1:80 from`",
        ),
        (
            "LAB_RUN",
            "Run 0x0000002f idle after 1 ms at 10.0.0.1:80 from 10.0.0.0/33, ratio 1",
            "invalid value for placeholder `net`: expected an IP prefix, found `10.0.0.0/33`",
        ),
        (
            "LAB_RUN",
            "Run 0x0000002f idle after 1 ms at 10.0.0.1:80 from ::/0, ratio 0.25",
            "invalid value for placeholder `ratio`: expected a number in the format `.3`, found `0.25`",
        ),
        (
            "LAB_MORE",
            "00:00:5E:00:53:01 ",
            "invalid value for placeholder `m`: expected a MAC address in small letters, found `00:00:5E:00:53:01`",
        ),
        (
            "LAB_MORE",
            "00:00:5e:00:53:01 00:00:5E:00:53:01 yes ",
            "invalid value for placeholder `flag`: expected `true` or `false`, found `yes`",
        ),
        (
            "LAB_ABSENT",
            "user eve on x (none)",
            "invalid value for placeholder `port`: expected an integer from 0 to 65535 without `+` or leading zeros, or `-`, \
             found `x`",
        ),
        (
            "LAB_UNITS",
            "1 s 7 ns 2.5 us 1",
            "invalid value for placeholder `micro`: expected a duration in `us` in the format `.2`, found `2.5`",
        ),
        (
            "LAB_MIDDLE",
            "nothing.",
            "invalid value for placeholder `state`: expected one of `up`, `upper`, `down`, `d`, found `nothing.`",
        ),
        ("LAB_HARD", "no colon", "expected `:` at byte 0 or later"),
        ("LAB_TWICE", "aupb-", "conflicting values for placeholder `a`: `a` and `b`"),
        ("LAB_TWICE", "aupa-d", "conflicting values for placeholder `state`: `up` and `d`"),
    ] {
        assert_eq!(parsed(tag, text).expect_err(text).to_string(), reason, "{text}");
    }
}

/// A text without a tag is an event if one message that has no tag in its line matches it.
#[test]
fn untagged_messages_are_recognized() {
    let outcome = |line: &str| match LabRecord::parse(line).outcome() {
        Outcome::Event { event, rest, .. } => format!("{}: {event}|{rest}", event.tag),
        other => format!("{other:?}"),
    };
    for header in ["Aug  3 10:18:44 gw LAB_D[7]: ", "Aug  3 10:18:44 gw LAB_D: ", "LAB_D: ", "<30>LAB_D[7]: "] {
        assert_eq!(outcome(&format!("{header}bench lost: no reply")), "LAB_LOST: bench lost: no reply|");
        assert_eq!(
            outcome(&format!("{header}bench found 3 times, at last")),
            "LAB_FOUND: bench found 3 times|, at last"
        );
        assert_eq!(outcome(&format!("{header}bench found 3 times at 5")), "LAB_FOUND: bench found 3 times at 5|");
        assert_eq!(outcome(&format!("{header}LAB_LOST: bench lost: no reply")), "LAB_LOST: bench lost: no reply|");
        // The message of this text has a tag in its lines.
        assert_eq!(outcome(&format!("{header}closed by peer")), "Untagged");
        assert_eq!(outcome(&format!("{header}LAB_CLOSED: closed by peer")), "LAB_CLOSED: closed by peer|");
        assert_eq!(outcome(&format!("{header}LAB_NONE: closed by peer")), "UnknownTag");
    }
    assert_eq!(outcome("Aug  3 10:18:44 gw other[7]: bench lost: no reply"), "Other");
    assert_eq!(outcome("<30>1 - gw LAB_D 7 - - bench lost: no reply"), "LAB_LOST: bench lost: no reply|");
}

/// The name of the process can have the form of a tag.
#[test]
fn the_own_process_is_not_a_tag() {
    for line in [
        "Aug  3 10:18:44 gw LAB_D: LAB_CLOSED: closed by peer",
        "Aug  3 10:18:44 LAB_D: LAB_CLOSED: closed by peer",
        "LAB_D: LAB_CLOSED: closed by peer",
        "LAB_D[7]: LAB_CLOSED: closed by peer",
        "<30>1 2023-08-03T10:18:44Z gw LAB_D - LAB_CLOSED - closed by peer",
    ] {
        let record = LabRecord::parse(line);
        assert_eq!((record.process(), record.tag()), (Some("LAB_D"), Some("LAB_CLOSED")), "{line}");
        assert!(record.event().is_some(), "{line}");
    }
    let record = LabRecord::parse("Aug  3 10:18:44 gw LAB_CLOSED: closed by peer");
    assert_eq!((record.process(), record.tag()), (None, Some("LAB_CLOSED")));
}

/// Structured data has the values without a format and lacks the absent ones.
#[test]
fn structured_data_has_values_without_a_format() {
    let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    let text = "Run 0x0000002f cooling down after 12.5 ms at [::1]:80 from 10.0.0.0/8, ratio 0.250";
    let mut event = LabTag::find("LAB_RUN").parse_exact(text).expect("its text");
    event.values[5] = ParsedValue::Float(0.250_04);
    let line = Formatter::new(Format::JunosBrief).format_to_string(&event, time);
    let expected = "serial=\"47\" phase=\"cooling down\" elapsed=\"12.5\" bench=\"[::1\\]:80\" net=\"10.0.0.0/8\" \
                    ratio=\"0.25004\"]";
    assert!(line.ends_with(expected), "{line}");
    let line = Formatter::new(Format::Rfc5424).format_to_string(&event, time);
    let record = LabRecord::parse(&line);
    assert_eq!(record.event(), Some(&event), "{line}");
    // A tail that only the text has is not lost.
    let line = format!("{line} operator eve");
    let operator = |line: &str| LabRecord::parse(line).event().map(|event| format!("{:?}", event.value(6)));
    assert_eq!(operator(&line), Some("Some(Text(\"eve\"))".to_owned()));
    // If both contradict each other, the text decides.
    let line = line.replace("ratio=", "operator=\"ada\" ratio=");
    assert_eq!(operator(&line), Some("Some(Text(\"eve\"))".to_owned()));
}

mod values {
    /// A phase.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Phase {
        Idle,
        CoolingDown,
        Unknown,
    }

    kmd_events::__private::words! { closed Phase { Idle = "idle", CoolingDown = "cooling down", Unknown = "" } }

    /// A kind.
    #[derive(Clone, Debug)]
    pub enum Kind<'a> {
        One,
        Two,
        Other(std::borrow::Cow<'a, str>),
    }

    kmd_events::__private::words! { open Kind { One = "one", Two = "two" } }
}

#[test]
fn enums_of_words() {
    use kmd_events::__private::FieldValue;
    use values::{Kind, Phase};

    assert_eq!(Phase::ALL, [Phase::Idle, Phase::CoolingDown, Phase::Unknown]);
    assert_eq!(Phase::WORDS, ["idle", "cooling down", ""]);
    for phase in Phase::ALL {
        assert_eq!(phase.to_string().parse(), Ok(*phase));
        assert_eq!(phase.value(), Value::Text(phase.as_str()));
        assert_eq!(Phase::take(&mut ParsedValue::Text(phase.as_str().into())), *phase);
        assert_eq!(Phase::take(&mut ParsedValue::Word(*phase as usize)), *phase);
        assert_eq!(serde_json::from_value::<Phase>(serde_json::to_value(phase).expect("JSON")).ok(), Some(*phase));
    }
    assert_eq!(format!("{:>6}|", Phase::Idle), "  idle|");
    let error = "melting".parse::<Phase>().unwrap_err();
    assert_eq!(error.to_string(), "unknown word `melting`, expected one of `idle`, `cooling down`, ``");
    assert_eq!((error.text(), error.words()), ("melting", Phase::WORDS));
    let error = serde_json::from_str::<Phase>("\"melting\"").unwrap_err().to_string();
    assert!(error.starts_with("unknown word `melting`"), "{error}");

    assert_eq!(Kind::ALL, [Kind::One, Kind::Two]);
    assert_eq!((Kind::from("two"), Kind::from("ten")), (Kind::Two, Kind::Other("ten".into())));
    assert_eq!((Kind::from("two".to_owned()), "ten".parse()), (Kind::Two, Ok(Kind::Other("ten".into()))));
    assert_eq!(Kind::take(&mut ParsedValue::Word(1)), Kind::Two);
    assert_eq!(Kind::take(&mut ParsedValue::Text("one".into())), Kind::One);
    assert_eq!(Kind::take(&mut ParsedValue::Text("ten".into())), Kind::Other("ten".into()));
    assert_eq!(<Option<Kind<'_>> as FieldValue<'_>>::take(&mut ParsedValue::Absent), None);
    assert_eq!(Kind::from("ten").to_string(), "ten");
    assert_eq!(serde_json::from_str::<Kind<'_>>("\"two\"").ok(), Some(Kind::Two));
}

#[test]
fn optional_values_are_converted() {
    use kmd_events::__private::{IntoOptionalIp as _, optional_text};

    assert_eq!(optional_text(Some("eve")).as_deref(), Some("eve"));
    assert_eq!(optional_text(Some(format_args!("{}-{}", 1, 2))).as_deref(), Some("1-2"));
    assert_eq!(optional_text(None::<&str>), None);
    assert_eq!(Some(Ipv6Addr::LOCALHOST).into_optional_ip(), Some(IpAddr::V6(Ipv6Addr::LOCALHOST)));
    assert_eq!(None::<IpAddr>.into_optional_ip(), None);
    let literal = kmd_events::IntoText::into_text(format_args!("a literal"));
    assert!(matches!(literal, std::borrow::Cow::Borrowed("a literal")));
}

/// The time would be quadratic, or worse, if every position were tried for every other.
#[test]
fn texts_of_all_types_are_parsed_in_linear_time() {
    let time = |tag: &str, part: &str, end: &str, size: usize| {
        let text = format!("{}{end}", part.repeat(size / part.len()));
        let times = (0..3).map(|_| {
            let start = std::time::Instant::now();
            let parsed = LabTag::find(tag).parse(&text).map(|parsed| parsed.event.values.len());
            std::hint::black_box(parsed.ok());
            start.elapsed()
        });
        times.min().expect("a time")
    };
    for (tag, part, end) in [
        // A text before an enum with an empty word, which can begin anywhere.
        ("LAB_HARD", ":", ""),
        ("LAB_HARD", " [preauth]:", "x"),
        ("LAB_HARD", "x", ""),
        ("LAB_CLOSED", "closed [preauth]", "x"),
        ("LAB_MIDDLE", "upper", ""),
        ("LAB_MIDDLE", "d", "x"),
        ("LAB_TWICE", "up", "x"),
        ("LAB_TAILS", "T  b ", ""),
        ("LAB_TAILS", "T  b  n  s  k ", ""),
        ("LAB_TAILS", "T  n 5 s up up k ", "\n"),
        ("LAB_LOGIN", "Accepted for invalid user from ", ""),
        ("LAB_ABSENT", "user Not-Available on - ", ""),
        ("LAB_FLOATS", "1", ""),
        ("LAB_PAIR", "1", ""),
        ("LAB_CODES", "d", ""),
        ("LAB_KINDS", "kind one of ", ""),
    ] {
        let (once, four) = (time(tag, part, end, 50_000), time(tag, part, end, 200_000));
        // A short time is mostly that of other programs.
        let limit = once.max(Duration::from_millis(50)) * 10;
        assert!(four < limit, "{tag} {part:?}: {once:?}, four times the size {four:?}");
        println!("{tag} {part:?}: {once:?}, four times the size {four:?}");
    }
}
