//! Properties of a catalog with every type, format, kind of enum and tail. The expected texts and values come from the
//! standard library and from a slow parser.

mod expected_text;
mod random_events;
mod slow_parser;

use std::time::{Duration, Instant};

use expected_text::expected_text;
use kmd_events::format::{Format, Formatter, Timestamp};
use kmd_events::{Event, Outcome, ParseEventError, Value};
use kmd_tests::all_types::{WxEvent, WxRecord, WxTag, wx_event};
use kmd_tests::lines::is_end_kept;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use random_events::{any_values, event_of, exact_values};
use slow_parser::{Piece, Split, first_split, pieces, texts, wordings};

/// Generates texts that are hard to parse: parts of templates, words of enums, numbers, addresses and other characters.
fn ambiguous_text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![1 => "[a-z0-9/-]{0,8}".boxed(), 2 => proptest::collection::vec(part(), 0..4).prop_map(|parts| parts.concat()).boxed()]
}

fn part() -> impl Strategy<Value = String> + Clone {
    let mut parts = Vec::new();
    for tag in WxTag::ALL {
        for wording in wordings(tag.message()) {
            parts.extend(wording.into_iter().filter_map(|piece| match piece {
                Piece::Literal(literal) => Some(literal),
                Piece::Value(..) => None,
            }));
        }
        for placeholder in tag.placeholders() {
            parts.extend(placeholder.words().iter().chain(&placeholder.absent()).map(|&word| word.to_owned()));
        }
    }
    parts.sort();
    parts.dedup();
    let few = [
        " ",
        ":",
        ".",
        "/",
        "-",
        "[",
        "]",
        "(",
        ")",
        "!",
        "0",
        "1",
        "11",
        "10",
        "0x",
        "0x1",
        "0b1",
        "00",
        "1.0",
        "1.50",
        "-1",
        "-0.0",
        "1.1.1.1",
        "::",
        "::1",
        "[::1]:1",
        "1.1.1.1:1",
        "::/0",
        "1.1.1.1/8",
        "00:11:22:aa:bb:cc",
        "A0:0A:00:00:00:01",
        "true",
        "false",
        "NaN",
        "inf",
        "1e3",
        "+1",
        "é",
        "日本",
        "\"",
        "\\",
        "ff",
        "FF",
    ];
    parts.extend(few.iter().flat_map(|&part| vec![part.to_owned(); 4]));
    select(parts)
}

/// Generates texts without control characters, which are the same in a line.
fn printable_text() -> impl Strategy<Value = String> + Clone {
    prop_oneof!["[^\\pC\u{2028}\u{2029}]{0,12}", "[\\]\"\\\\ =\\[:#<>%(){}.a-]{0,9}", "[a-z0-9]{1,9}"]
}

/// Generates the text of an event with a change at a random place.
fn changed_text() -> impl Strategy<Value = (WxTag, String)> {
    let change = proptest::option::weighted(0.8, (any::<Index>(), any::<Index>(), ambiguous_text()));
    (event_of(exact_values(ambiguous_text())), change).prop_map(|(event, change)| {
        let mut text = event.to_string();
        if let Some((start, length, inserted)) = change {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = start.index(ends.len());
            let end = (start + length.index(4)).min(ends.len() - 1);
            text.replace_range(ends[start]..ends[end], &inserted);
        }
        (event.tag(), text)
    })
}

/// Generates a wording of a message with values of an event in it, of which some are replaced by random parts.
fn filled_wording() -> impl Strategy<Value = (WxTag, String)> {
    let value = prop_oneof![4 => part().boxed(), 1 => ambiguous_text().boxed(), 1 => Just(String::new()).boxed()];
    let other = (proptest::option::weighted(0.2, value), any::<Index>(), any::<bool>());
    let others = proptest::collection::vec(other, 12);
    (event_of(exact_values(ambiguous_text())), any::<Index>(), others).prop_map(|(event, wording, others)| {
        let message = event.message();
        let texts = texts(message, &event.to_string()).expect("its own text");
        let wordings = wordings(message);
        let mut others = others.into_iter();
        let mut text = String::new();
        for piece in &wordings[wording.index(wordings.len())] {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Value(index, _) => {
                    let placeholder = &message.placeholders()[*index];
                    let words: Vec<&str> = placeholder.words().iter().copied().chain(placeholder.absent()).collect();
                    match others.next() {
                        Some((Some(other), ..)) => text.push_str(&other),
                        Some((_, word, true)) if !words.is_empty() => text.push_str(words[word.index(words.len())]),
                        _ => text.push_str(texts[*index].as_deref().unwrap_or("7")),
                    }
                }
            }
        }
        (event.tag(), text)
    })
}

/// Returns the values of an event in the order of the placeholders.
fn values(event: &WxEvent<'_>) -> Split {
    let values = (0..event.message().placeholders().len()).map(|index| event.value(index).expect("a value"));
    values.map(|value| (value != Value::Absent).then(|| value.to_string())).collect()
}

fn check_split(tag: WxTag, text: &str) -> Result<(), TestCaseError> {
    match (tag.parse_exact(text), first_split(tag.message(), text)) {
        (read, None) => prop_assert!(read.is_err(), "{read:?}"),
        (Err(reason), Some(split)) => prop_assert!(false, "{reason}; {split:?}"),
        (Ok(read), Some(split)) => prop_assert_eq!(values(&read), split),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// Every value is printed as `format!` prints it.
    #[test]
    fn events_print_as_the_standard_library_does(event in event_of(any_values(ambiguous_text()))) {
        let expected = expected_text(&event);
        prop_assert_eq!(event.to_string(), &*expected);
        let mut appended = String::new();
        event.append_to(&mut appended);
        prop_assert_eq!(appended, expected);
    }

    /// A printed event parses back to the same event if its text is unambiguous. Otherwise, it parses to the first split.
    #[test]
    fn printed_events_parse_back(event in event_of(exact_values(ambiguous_text()))) {
        let text = event.to_string();
        let split = first_split(event.message(), &text);
        prop_assert!(split.is_some(), "no split: {}", text);
        let read = event.tag().parse_exact(&text);
        prop_assert!(read.is_ok(), "{}: {:?}", text, read);
        if split == Some(values(&event)) {
            prop_assert_eq!(read.as_ref(), Ok(&event));
        }
        check_split(event.tag(), &text)?;
        let parsed = event.tag().parse(&text);
        prop_assert_eq!(parsed.as_ref().map(|parsed| &parsed.event), read.as_ref());
    }

    /// A number that its format rounds parses to a number that prints the same text.
    #[test]
    fn rounded_events_print_the_same_text(event in event_of(any_values("[a-z]{1,4}"))) {
        let text = event.to_string();
        let read = event.tag().parse_exact(&text);
        prop_assert!(read.is_ok(), "{}: {:?}", text, read);
        prop_assert_eq!(read.expect("an event").to_string(), &*text);
        check_split(event.tag(), &text)?;
    }

    /// A text parses to the first way in which it can be split, and is rejected if there is no such way.
    #[test]
    fn changed_texts_parse_to_their_first_split((tag, text) in changed_text()) {
        check_split(tag, &text)?;
    }

    /// The same property holds for texts with values that are valid elsewhere.
    #[test]
    fn filled_wordings_parse_to_their_first_split((tag, text) in filled_wording()) {
        check_split(tag, &text)?;
    }

    /// A parsed event and the rest of its text print as the original text, unless the text was that of an alternative,
    /// had an address in another spelling or the word of an absent value in a tail.
    #[test]
    fn parsed_events_print_the_same_text((tag, text) in changed_text(), more in ambiguous_text()) {
        let text = text + &more;
        if let Ok(read) = tag.parse(&text) {
            let printed = format!("{}{}", read.event, read.rest);
            let placeholders = tag.placeholders().iter();
            let respelled = |word: &str| text.contains(word) && !printed.contains(word);
            let in_tail = !tag.message().tails().is_empty() && placeholders.clone().filter_map(|it| it.absent()).any(respelled);
            let addresses = placeholders.clone().any(|it| matches!(it.field_type().as_str(), "ip" | "socket" | "prefix"));
            if tag.message().alternatives().is_empty() && !in_tail && !addresses {
                prop_assert_eq!(printed, text);
            }
        }
    }

    /// An event is the same after JSON.
    #[test]
    fn events_round_trip_through_json(event in event_of(exact_values(ambiguous_text()))) {
        let json = serde_json::to_string(&event).expect("JSON");
        let read: WxEvent<'_> = serde_json::from_str(&json).map_err(|error| TestCaseError::fail(format!("{json}: {error}")))?;
        prop_assert_eq!(&read, &event, "{}", json);
        let value = serde_json::to_value(&event).expect("JSON");
        let read: WxEvent<'_> = serde_json::from_value(value.clone()).map_err(|error| TestCaseError::fail(format!("{value}: {error}")))?;
        prop_assert_eq!(&read, &event, "{}", json);
        let fields = value["fields"].as_object().expect("fields");
        for (name, value) in event.fields().filter(|(_, value)| *value != Value::Absent) {
            let json = &fields[name];
            let printed = match json {
                serde_json::Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let is_string = match value {
                Value::Text(_) | Value::Address(_) | Value::Socket(_) | Value::Prefix(_) | Value::Mac(_) => true,
                // A decimal number with more than 15 digits is not exact in every parser of JSON.
                Value::Duration(..) => value.to_string().contains('.') && value.to_string().len() > 16,
                _ => false,
            };
            prop_assert_eq!(json.is_string(), is_string, "{}: {}", name, json);
            prop_assert!(json.is_f64() || printed == value.to_string(), "{}: {}", name, json);
        }
        let present = event.fields().filter(|(_, value)| *value != Value::Absent).count();
        prop_assert_eq!(fields.len(), present);
        let bytes = postcard::to_allocvec(&event).expect("written");
        prop_assert_eq!(&postcard::from_bytes::<WxEvent<'_>>(&bytes).expect("read"), &event);
    }

    /// An event is the same after a syslog message of every format. Structured data has the exact values.
    #[test]
    fn events_round_trip_through_every_format(event in event_of(exact_values(printable_text())), rounded in event_of(any_values("[a-z]{1,4}"))) {
        for formatter in formatters() {
            check_format(&formatter, &event)?;
            if formatter.format().is_structured() {
                check_format(&formatter, &rounded)?;
            }
        }
    }
}

fn formatters() -> Vec<Formatter> {
    let mut formatters = Vec::new();
    for &format in Format::ALL {
        let bare = Formatter::new(format);
        let full = bare.clone().with_hostname("roof.example.net").expect("a host name").with_pid(77);
        formatters.extend([bare.clone().for_transport(), full.clone().for_transport(), bare, full]);
    }
    formatters
}

fn check_format(formatter: &Formatter, event: &WxEvent<'_>) -> Result<(), TestCaseError> {
    let format = formatter.format();
    let time = Timestamp::new((2026, 11, 26), (4, 41, 9), 846_059, 60).expect("a time");
    let line = formatter.format_to_string(event, time);
    let text = event.to_string();
    let by_text = is_end_kept(&text) && event.tag().parse(&text).is_ok_and(|parsed| parsed.event == *event);
    // The word for an absent value is never read as a value.
    let mut values = event.message().placeholders().iter().zip(values(event));
    let has_word = values.any(|(placeholder, value)| value.is_some() && value.as_deref() == placeholder.absent());
    // A message that would be too long lacks a value of the structured data.
    let placeholders = event.message().placeholders();
    let lacks_value = placeholders.iter().any(|placeholder| !line.contains(&format!(" {}=\"", placeholder.name())));
    let is_cut =
        line.len() >= format.default_max_len() || line.len() + text.len() > format.default_max_len() && lacks_value;
    if is_cut || has_word || !format.is_structured() && !by_text {
        return Ok(());
    }
    let is_tagged = format.is_structured() || event.message().is_tagged();
    prop_assert_eq!(line.contains(event.tag().as_str()), is_tagged, "{}", line);
    let record = WxRecord::parse(&line);
    match record.outcome() {
        Outcome::Event { event: read, rest, .. } => {
            prop_assert_eq!(read, event, "{}", line);
            prop_assert_eq!(rest, "", "{}", line);
        }
        other => prop_assert!(false, "{:?}: {}", other, line),
    }
    prop_assert_eq!(record.host(), formatter.hostname(), "{}", line);
    prop_assert_eq!(record.process(), Some("wxd"), "{}", line);
    Ok(())
}

/// The oracle prints and reads the values of a few texts as written down by hand.
#[test]
fn the_oracle_is_right() {
    let split = |tag: WxTag, text: &str| {
        let split = first_split(tag.message(), text)?;
        Some(split.into_iter().map(|value| value.unwrap_or_else(|| "absent".to_owned())).collect::<Vec<_>>().join("|"))
    };
    for (tag, text, expected) in [
        (WxTag::Started, "Weather station started", Some("")),
        (
            WxTag::Hex,
            "0a 0xff 000000FF 0x1 0x00000000000000ff ff FFFF 0x1 00000000000000ff 0xff",
            Some("10|255|255|1|255|-1|-1|1|255|255"),
        ),
        (WxTag::Hex, "a 0xff 000000FF 0x1 0x00000000000000ff ff FFFF 0x1 00000000000000ff 0xff", None),
        (
            WxTag::Padded,
            "007 1 000000000001:-001 -1 00000000000000000000 0000000000000000000000000000000000000000000000000000000000000001",
            Some("7|1|1|-1|-1|0|1"),
        ),
        (WxTag::Floats, "3 0.5 000-10.25 n/a", None),
        (WxTag::Floats, "3 0.5 -00010.25 n/a", Some("3|0.5|-10.25|absent")),
        (
            WxTag::Durations,
            "up 1 s, age 0.5 ms, lag 1.001 us, tick 7 ns, next in forever s",
            Some("1|0.5|1.001|7|absent"),
        ),
        (WxTag::Durations, "up 1.0 s, age 0.5 ms, lag 1.001 us, tick 7 ns, next in forever s", None),
        (
            WxTag::FixedDurations,
            "up 1 s, age 0.50 ms, lag 1.000 us, tick 7 ns, next in 0.000000001 s",
            Some("1|0.5|1|7|0.000000001"),
        ),
        (WxTag::SkyBeforeText, "sky for cloudyx is known", Some("cloudy|x")),
        (WxTag::SkyBeforeText, "sky for x is known", Some("|x")),
        (WxTag::TextBeforeFall, "at rain and hail fell", Some("|rain and hail")),
        (WxTag::NumbersBesideFall, "1111", Some("1|11|1")),
        (WxTag::Report, "report of a by b (c)", Some("a|b|absent|absent|absent|absent|c")),
        (WxTag::Report, "report of a by unmanned", Some("a|absent|absent|absent|absent|absent|absent")),
        (WxTag::Report, "report of a from ::1:5 sky rain", Some("a|absent|::1|5||rain|absent")),
        (WxTag::Flag, "true/00:11:22:AA:BB:CC flag", Some("true|00:11:22:aa:bb:cc")),
    ] {
        assert_eq!(split(tag, text).as_deref(), expected, "{text}");
    }
    let message = WxTag::Hex.message();
    assert_eq!(pieces(message, message.template()).len(), 19);
}

/// The macro takes values of many types, and optional values may be left out.
#[test]
fn optional_values_may_be_left_out() {
    let event = wx_event!(WX_REPORT { station: "roof" });
    assert_eq!(event.to_string(), "report of roof");
    let event = wx_event!(WX_REPORT { station: %7, observer: %"eve", note: Some("wet") });
    assert_eq!(event.to_string(), "report of 7 by eve (wet)");
    let event = wx_event!(WX_ABSENT { retries: Some(0xa) });
    assert_eq!(event.to_string(), "by unmanned (off-line), (), 10 retries");
}

/// Long texts that are made to be slow take time in proportion to their length. Only a placeholder that is used twice may
/// need more steps than the limit.
#[test]
fn long_texts_are_parsed_in_linear_time() {
    for (tag, start, repeated, end) in [
        (WxTag::TextsBesideSky, "", "cloudy", "!"),
        (WxTag::TextsBesideSky, "", "partly ", ""),
        (WxTag::TextBeforeFall, "at ", "rain and ", "fell"),
        (WxTag::TextBeforeFall, "at ", "1", " fel"),
        (WxTag::SkyBeforeText, "sky for ", "cloudy is know", ""),
        (WxTag::Words, "clear to clear: ", " with rain and", ""),
        (WxTag::Report, "report of ", " by from sky (", ""),
        (WxTag::Report, "report of ", " from 1.1.1.1:1 sky rain", "!"),
        (WxTag::Alarm, "alarm 1: ", ": !auto", "!"),
        (WxTag::ContactBack, "contact with ", "cloudy is back after 1.5 ms as aut", ""),
        (WxTag::Absent, "by unmanned (auto), ", "(), 0x retri", ""),
        (WxTag::Twice, "", "=1rain1=1", ""),
    ] {
        let time = |count: usize| {
            let text = format!("{start}{}{end}", repeated.repeat(count));
            let start = Instant::now();
            let read = tag.parse_exact(&text);
            let time = start.elapsed();
            let is_given_up = matches!(read, Err(ParseEventError::TooAmbiguous));
            assert!(!is_given_up || tag == WxTag::Twice, "{tag} {repeated}");
            time
        };
        // Four times as long takes four times the time. Quadratic time would be sixteen times. Other tests disturb.
        let is_linear = || time(32_000) < time(8_000) * 8 + Duration::from_millis(5);
        assert!((0..8).any(|_| is_linear()), "{tag} {repeated}");
    }
}
