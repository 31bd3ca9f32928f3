//! Tests of parsing: printed events, changed texts and random texts.

mod oracle;

/// Messages with ambiguous templates.
mod ambiguous {
    kmd_events::catalog!("fixtures/ambiguous.yaml", in crate::parsing::ambiguous);
}

/// A message with more placeholders than most, and messages with alternatives.
mod many_placeholders {
    kmd_events::catalog!("fixtures/many_placeholders.yaml", in crate::parsing::many_placeholders);
}

use kmd_events::{Event, KmdEvent, KmdTag, ParseEventError, RecognizeError, Tag, Value};
use kmd_tests::events;
use oracle::Split;
use proptest::prelude::*;

/// All pairs of messages that can print the same text, derived by hand from the documented lines. In each pair, the
/// first placeholder of one message can contain the text of the other.
const ALIKE: [[KmdTag; 2]; 2] =
    [[KmdTag::PmKeyNotSupported, KmdTag::PmUnsupportedKey], [KmdTag::SnmpExtraResponse, KmdTag::SnmpPicNoResponse]];

fn type_of(tag: impl Tag) -> impl Fn(&str) -> String {
    move |name| {
        let mut placeholders = tag.message().placeholders().iter();
        let placeholder = placeholders.find(|placeholder| placeholder.name() == name);
        placeholder.expect("a placeholder").field_type().to_string()
    }
}

/// Returns the values of an event as they occur in its text.
fn values(event: &impl Event) -> Split {
    let fields = event.fields().filter(|(_, value)| *value != Value::Absent);
    fields.map(|(name, value)| (name.to_owned(), value.to_string())).collect()
}

/// Builds the event of a tag with these values through its serde form.
fn event(tag: KmdTag, values: &Split) -> KmdEvent<'static> {
    let fields: serde_json::Map<_, _> = values
        .iter()
        .map(|(name, value)| {
            let value = match &*type_of(tag)(name) {
                "text" | "ip" => serde_json::Value::from(&**value),
                _ => serde_json::Value::from(value.parse::<i64>().expect("an integer")),
            };
            (name.clone(), value)
        })
        .collect();
    let json = serde_json::json!({ "tag": tag.as_str(), "fields": fields });
    serde_json::from_value(json).expect("an event")
}

/// Generates texts that are hard to parse: parts of templates, spaces, brackets, other alphabets and empty texts.
fn ambiguous_text() -> impl Strategy<Value = String> {
    let mut parts: Vec<String> = KmdTag::ALL
        .iter()
        .flat_map(|tag| oracle::pieces(tag.template()))
        .filter_map(|(literal, text)| literal.then_some(text))
        .collect();
    for text in [
        " ",
        "  ",
        ":",
        ".",
        "/",
        "=",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "0",
        "1",
        "-",
        "u",
        "d",
        "é",
        "→",
        "日本",
        "\u{feff}",
        "192.0.2.1",
        "2001:db8::1",
        "::",
        "ipv4_subnet(any:0,[0..7]=10.1.0.0/16)",
        "\n",
        "\t",
        "\\",
        "\"",
        "\0",
    ] {
        parts.extend(vec![text.to_owned(); 8]);
    }
    proptest::collection::vec(proptest::sample::select(parts), 0..4).prop_map(|parts| parts.concat())
}

fn value_of(field_type: &str) -> BoxedStrategy<String> {
    fn integer(least: i64, greatest: i64) -> BoxedStrategy<String> {
        prop_oneof![Just(least), Just(greatest), Just(0), least..=greatest]
            .prop_map(|integer| integer.to_string())
            .boxed()
    }
    match field_type {
        "text" => prop_oneof![1 => "[a-z0-9/-]{0,8}", 2 => ambiguous_text()].boxed(),
        "ip" => any::<std::net::IpAddr>().prop_map(|address| address.to_string()).boxed(),
        "u16" => integer(0, u16::MAX.into()),
        "u32" => integer(0, u32::MAX.into()),
        "i32" => integer(i32::MIN.into(), i32::MAX.into()),
        other => panic!("no message of kmd takes {other}"),
    }
}

/// Generates a text for an ambiguous message, either changed or not: its template filled with ambiguous values.
fn ambiguous_text_of_a_message() -> impl Strategy<Value = (ambiguous::HardTag, String)> {
    let part = proptest::sample::select(&[":", "::", "1", "10", "0", "-", "a", ".", "z"][..]);
    let text = proptest::collection::vec(part.clone(), 0..5).prop_map(|parts| parts.concat());
    let address =
        proptest::sample::select(&["::", "::1", "1::", "1::1:1", "1:1:1:1:1:1:1:1", "1.1.1.1", "::1.1.1.1"][..]);
    let number = proptest::sample::select(&["0", "1", "11", "111", "-1", "255", "110"][..]);
    let spoil = proptest::option::weighted(0.3, (any::<prop::sample::Index>(), part));
    (
        proptest::sample::select(ambiguous::HardTag::ALL),
        [text.clone(), text.clone(), text],
        [address.clone(), address],
        [number.clone(), number],
        spoil,
    )
        .prop_map(|(tag, texts, addresses, numbers, spoil)| {
            let mut text = tag.template().to_owned();
            for (name, value) in ["a", "b", "c"].iter().zip(&texts) {
                text = text.replace(&format!("{{{name}}}"), value);
            }
            for (name, value) in ["p", "q", "n", "m"].iter().zip(addresses.iter().chain(&numbers)) {
                text = text.replace(&format!("{{{name}}}"), value);
            }
            if let Some((at, part)) = spoil {
                text.insert_str(at.index(text.len() + 1), part);
            }
            (tag, text)
        })
}

/// Generates a message of the reference with values for its placeholders, without the tails of later releases. Tests of
/// other catalogs have tails and all types.
fn any_event() -> impl Strategy<Value = (KmdTag, Split)> {
    let reference: Vec<KmdTag> = KmdTag::ALL.iter().copied().filter(|tag| tag.message().since().is_none()).collect();
    proptest::sample::select(reference).prop_flat_map(|tag| {
        let values: Vec<_> = tag
            .placeholders()
            .iter()
            .filter(|placeholder| !placeholder.is_optional())
            .map(|placeholder| {
                let name = placeholder.name().to_owned();
                value_of(placeholder.field_type().as_str()).prop_map(move |value| (name.clone(), value))
            })
            .collect();
        values.prop_map(move |values| (tag, values))
    })
}

/// Generates a text that is similar to that of a message.
fn spoiled() -> impl Strategy<Value = (KmdTag, String)> {
    let change = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), ambiguous_text());
    (any_event(), proptest::option::of(change)).prop_map(|((tag, values), change)| {
        let mut text = event(tag, &values).to_string();
        if let Some((start, length, inserted)) = change {
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = *start.get(&ends);
            let end =
                ends[ends.len().min(ends.partition_point(|&at| at < start) + length.index(4)).min(ends.len() - 1)];
            text.replace_range(start..end, &inserted);
        }
        (tag, text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// A printed event parses back to the same event if its text is unambiguous. Otherwise, it parses to the values of
    /// which the first is the shortest, then the second, and so on.
    #[test]
    fn printed_events_parse_back((tag, given) in any_event()) {
        let event = event(tag, &given);
        let text = event.to_string();
        let splits = oracle::splits(tag.template(), &type_of(tag), &text, 2);
        let read = tag.parse_exact(&text).expect("its own text");
        if splits.len() == 1 {
            prop_assert_eq!(&read, &event);
        }
        prop_assert_eq!(&values(&read), &splits[0]);
        let reading = tag.parse(&text).expect("its own text");
        prop_assert_eq!(reading.rest, "");
        prop_assert_eq!(reading.event, read);
    }

    /// Any text parses to the first way in which it can be split, and is rejected if there is no such way.
    #[test]
    fn a_text_parses_to_its_first_split((tag, text) in spoiled()) {
        let message = tag.message();
        let templates = [message.template()].into_iter().chain(message.alternatives().iter().copied());
        let splits = templates.map(|template| oracle::splits(template, &type_of(tag), &text, 1)).find(|splits| !splits.is_empty());
        let read = tag.parse_exact(&text);
        match splits {
            None => prop_assert!(read.is_err(), "{read:?}"),
            Some(splits) => {
                let event = event(tag, &splits[0]);
                prop_assert_eq!(read, Ok(event));
            }
        }
    }

    /// The same property holds for texts of which almost all are ambiguous.
    #[test]
    fn ambiguous_texts_parse_to_their_first_split((tag, text) in ambiguous_text_of_a_message()) {
        let splits = oracle::splits(tag.template(), &type_of(tag), &text, 1);
        let read = tag.parse_exact(&text);
        match splits.first() {
            None => prop_assert!(read.is_err(), "{read:?}"),
            Some(split) => {
                let mut first = split.clone();
                first.sort();
                first.dedup();
                let mut read: Split = values(&read.expect("a way to split it"));
                // An address is always printed in the same spelling.
                for (name, value) in &mut first {
                    if type_of(tag)(name) == "ip" {
                        *value = value.parse::<std::net::IpAddr>().expect("an address").to_string();
                    }
                }
                read.sort();
                prop_assert_eq!(read, first);
            }
        }
    }

    /// A parsed event and the rest of its text print as the original text.
    #[test]
    fn parsed_events_print_the_same_text((tag, text) in spoiled(), more in ambiguous_text()) {
        let text = text + &more;
        if let Ok(reading) = tag.parse(&text) {
            let printed = format!("{}{}", reading.event, reading.rest);
            let wordings = tag.message().alternatives();
            let also = wordings.iter().any(|wording| !oracle::splits(wording, &type_of(tag), &text, 1).is_empty());
            // Only addresses have several spellings.
            let respelled = values(&reading.event).iter().any(|(_, value)| value.parse::<std::net::IpAddr>().is_ok());
            if !also && (!respelled || printed.len() == text.len()) {
                prop_assert_eq!(printed, text);
            }
        }
    }

    /// A text is never recognized as another message.
    #[test]
    fn recognize_reports_ambiguous_texts((tag, given) in any_event()) {
        let event = event(tag, &given);
        let text = event.to_string();
        match KmdEvent::recognize(&text) {
            Ok(reading) => {
                prop_assert_eq!(reading.event.tag(), tag);
                prop_assert_eq!(&reading.rest, "");
                let read = tag.parse_exact(&text);
                prop_assert_eq!(read, Ok(reading.event));
            }
            Err(RecognizeError::Ambiguous(tags)) => {
                prop_assert!(ALIKE.contains(&tags), "{tags:?}: {text}");
                prop_assert!(tags.contains(&tag));
            }
            Err(error) => prop_assert!(false, "{error}: {text}"),
        }
    }
}

#[test]
fn all_documented_texts_are_recognized() {
    for event in events::all() {
        let text = event.to_string();
        assert_eq!(event.tag().parse_exact(&text).as_ref(), Ok(&event));
        let recognized = KmdEvent::recognize_exact(&text);
        if event.tag() == KmdTag::PmUnsupportedKey {
            // `Key type = rsa-sig, not supported` is ambiguous, since the type could be `= rsa-sig,`.
            assert_eq!(recognized, Err(RecognizeError::Ambiguous(ALIKE[0])));
        } else {
            assert_eq!(recognized.as_ref(), Ok(&event));
        }
        // Newer releases continue the text. This is recognized unless the last placeholder takes the remaining text.
        let longer = format!("{text} from here on");
        let reading = event.tag().parse(&longer).expect("the beginning");
        let message = event.message();
        let has_tails = event.fields().last().is_some_and(|(_, value)| value != Value::Absent);
        let end = message.tails().last().filter(|_| has_tails).copied().unwrap_or(message.template());
        if oracle::pieces(end).last().is_some_and(|(literal, name)| !literal && type_of(event.tag())(name) == "text") {
            assert_eq!(reading.rest, "", "{text}");
            assert_eq!(reading.event.to_string(), longer);
        } else {
            if text.ends_with("))") {
                // The shortest value ends before its own bracket.
                assert_eq!(reading.rest, ") from here on", "{text}");
            } else {
                assert_eq!(reading.rest, " from here on", "{text}");
                assert_eq!(reading.event, event);
            }
            assert!(event.tag().parse_exact(&longer).is_err());
            assert!(KmdEvent::recognize_exact(&longer).is_err());
        }
    }
}

#[test]
fn pairs_that_print_the_same_text() {
    let both = "PIC a sent additional response after reply to SNMP query: b did not respond to SNMP query: c";
    assert_eq!(KmdEvent::recognize(both), Err(RecognizeError::Ambiguous(ALIKE[1])));
    assert_eq!(
        KmdEvent::recognize(both).expect_err("two").to_string(),
        "`KMD_SNMP_EXTRA_RESPONSE` and `KMD_SNMP_PIC_NO_RESPONSE` both have this text"
    );
    let none = KmdEvent::recognize("Nothing").expect_err("none");
    assert_eq!(none.to_string(), "no message has this text");
    for tag in ALIKE[1] {
        assert_eq!(tag.parse_exact(both).expect("its text").to_string(), both);
    }
}

/// Texts parse to the expected values or fail for the expected reasons.
#[test]
fn texts_parse_to_values_or_reasons() {
    use KmdTag::{
        CfgIfIdPoolNoEntry, DpdFailoverMaxAttempts, DpdInvalidAddress, DpdRemoteAddressChanged, PmKeyNotSupported,
        PmLifetimeDuplicate, PmNoLifetime, PmUnknownQmNotification, VpnUpAlarmUser,
    };
    for (tag, text, expected) in [
        (VpnUpAlarmUser, "VPN a from b from 192.0.2.1 is up.", "a from b|192.0.2.1|"),
        (VpnUpAlarmUser, "VPN  from 192.0.2.1 is up.", "|192.0.2.1|"),
        (VpnUpAlarmUser, "VPN hq from 192.0.2.1 is up. is up.", "hq|192.0.2.1| is up."),
        (VpnUpAlarmUser, "VPN hq from 192.0.2.1 is up.\n", "hq|192.0.2.1|\n"),
        (VpnUpAlarmUser, "VPN hq from 2001:DB8:0::1 is up.", "hq|2001:db8::1|"),
        (
            CfgIfIdPoolNoEntry,
            "Unable to return logical interface sp-1.2.3 to pool a to pool b: no entry in pool for interface",
            "sp-1.2|3|a to pool b|",
        ),
        (
            PmLifetimeDuplicate,
            "Phase 2 lifetime notification message from remote peer 2001:db8::1:500 specified duplicate duration",
            "2001:db8::1|500|",
        ),
        (
            PmNoLifetime,
            "Duplicate life time payloads present in the notification from ::1:0. Dropping the notification.",
            "::1|0|",
        ),
        (PmKeyNotSupported, "Key type  not supported not supported", " not supported|"),
        (DpdFailoverMaxAttempts, "Number of failover attempts exceeded limit 4294967295 for tunnel ", "4294967295||"),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from 192.0.2.1 to 192.0.2.77",
            "t|192.0.2.1|192.0.2.77|",
        ),
        // The last address is as long as possible and is not split.
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from 192.0.2.1 to 192.0.2.77. Port: 500",
            "t|192.0.2.1|192.0.2.77|. Port: 500",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from 192.0.2.1 to 192.0.2.77:500",
            "t|192.0.2.1|192.0.2.77|:500",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from ::1 to ::2:3, port 500",
            "t|::1|::2:3|, port 500",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from ::1 to ::2: port 500",
            "t|::1|::2|: port 500",
        ),
        (DpdInvalidAddress, "Unable to send DPD reply: local peer 300.1.1.1; remote peer ", "300.1.1.1||"),
        (
            PmUnknownQmNotification,
            "Unknown Quick mode notification n (t) (size 1 bytes) from 192.0.2.1:1 for protocol=-1 spi(1)=",
            "n|t|1|192.0.2.1|1|-1|1||",
        ),
    ] {
        let reading = tag.parse(text).unwrap_or_else(|mismatch| panic!("{text}: {mismatch}"));
        let mut found: String = values(&reading.event).iter().map(|(_, value)| format!("{value}|")).collect();
        found.push_str(&reading.rest);
        assert_eq!(found, expected, "{text}");
    }
    for (tag, text, reason) in [
        (
            VpnUpAlarmUser,
            "VPN hq from gw.example.net is up.",
            "invalid value for placeholder `remote-address`: expected an IP address, found `gw.example.net`",
        ),
        (VpnUpAlarmUser, "VPN hq from 192.0.2.1 is down.", "expected ` is up.` at byte 21 or later"),
        (VpnUpAlarmUser, "VPN hq 192.0.2.1 is up.", "expected ` from ` at byte 4 or later"),
        (VpnUpAlarmUser, "vpn hq from 192.0.2.1 is up.", "expected `VPN ` at byte 0 or later"),
        (VpnUpAlarmUser, "", "expected `VPN ` at byte 0 or later"),
        (
            VpnUpAlarmUser,
            "VPN hq from 192.0.2.300 is up.",
            "invalid value for placeholder `remote-address`: expected an IP address, found `192.0.2.300`",
        ),
        (
            VpnUpAlarmUser,
            "VPN a from b from c is up.",
            "invalid value for placeholder `remote-address`: expected an IP address, found `c`",
        ),
        (VpnUpAlarmUser, "VPN a from 192.0.2.1 from b", "expected ` is up.` at byte 20 or later"),
        (
            DpdFailoverMaxAttempts,
            "Number of failover attempts exceeded limit 05 for tunnel t",
            "invalid value for placeholder `count`: expected an integer from 0 to 4294967295 without `+` or leading zeros, found `05`",
        ),
        (
            DpdFailoverMaxAttempts,
            "Number of failover attempts exceeded limit +5 for tunnel t",
            "invalid value for placeholder `count`: expected an integer from 0 to 4294967295 without `+` or leading zeros, found `+5`",
        ),
        (
            DpdFailoverMaxAttempts,
            "Number of failover attempts exceeded limit 4294967296 for tunnel t",
            "invalid value for placeholder `count`: expected an integer from 0 to 4294967295 without `+` or leading zeros, found `4294967296`",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from 192.0.2.1 to 192.0.2.777",
            "invalid value for placeholder `new-address`: expected an IP address, found `192.0.2.777`",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from 192.0.2.1 to 192.0.2.7.7",
            "invalid value for placeholder `new-address`: expected an IP address, found `192.0.2.7.7`",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from ::1 to 1:2:3:4:5:6:7:8:9",
            "invalid value for placeholder `new-address`: expected an IP address, found `1:2:3:4:5:6:7:8:9`",
        ),
        (
            DpdRemoteAddressChanged,
            "Remote peer address for tunnel t changed from ::1 to 1:2:3:4:5:6:7:8::",
            "invalid value for placeholder `new-address`: expected an IP address, found `1:2:3:4:5:6:7:8::`",
        ),
        (
            PmUnknownQmNotification,
            "Unknown Quick mode notification n (t) (size 1ubytes) from 192.0.2.1:1 for protocol=-0d spi(1u)=",
            "invalid value for placeholder `protocol-id`: expected an integer from -2147483648 to 2147483647 without `+` or leading zeros, found `-0`",
        ),
    ] {
        let mismatch = tag.parse(text).expect_err(text);
        assert_eq!(mismatch.to_string(), reason, "{text}");
    }
    let exact = VpnUpAlarmUser.parse_exact("VPN hq from 192.0.2.1 is up. Local-ip: x").unwrap_err();
    assert_eq!(exact.to_string(), "unexpected text at byte 28: ` Local-ip: x`");
    let exact = PmKeyNotSupported.parse_exact("Key type dsa not supported yet").unwrap_err();
    assert_eq!(exact.to_string(), "unexpected text at byte 26: ` yet`");
    let owned: ParseEventError<'static> = exact.clone().into_owned();
    assert_eq!(owned, exact);
}

/// If neither the template nor an alternative matches, the reason is that of the one that matched furthest. If two
/// matched equally far, it is that of the template.
#[test]
fn the_error_is_of_the_alternative_that_matched_furthest() {
    let said = |tag: KmdTag, text: &str| tag.parse(text).expect_err(text).to_string();
    // The template has a `u` after the size. The alternative does not and matches up to the address.
    let text = "IKE Phase-2 delete:In instance s rejecting request to delete SPI size 5 != 4 \
                Local gateway 192.0.2.1:500, Remote gateway 192.0.2.2:x";
    assert_eq!(
        said(KmdTag::PmSpiDeleteReject, text),
        "invalid value for placeholder `remote-port`: \
         expected an integer from 0 to 65535 without `+` or leading zeros, found `x`"
    );
    let exact = KmdTag::PmNoProposalForPhase1.parse_exact("Aborted");
    let reason = exact.expect_err("another text").to_string();
    assert!(reason.starts_with("expected `Aborting Phase-1negotiation. No"), "{reason}");
}

/// A log line may continue after a final number, but an exact text may not.
#[test]
fn text_after_a_final_number_is_reported() {
    let last = ambiguous::HardTag::Last.parse_exact("a-5 rest");
    let reason = last.expect_err("goes on").to_string();
    assert_eq!(reason, "unexpected text at byte 3: ` rest`");
}

/// The second of two values that must be equal has the length of the first.
#[test]
fn conflicting_values_are_reported() {
    match ambiguous::HardTag::SameAddress.parse_exact("x:1.2.3.4:5.6.7.89") {
        Err(ParseEventError::Conflict { placeholder, first, second, .. }) => {
            assert_eq!((placeholder.name(), &*first, &*second), ("p", "1.2.3.4", "5.6.7.8"))
        }
        other => panic!("{other:?}"),
    }
}

/// One of the nine values is longer than it first seems.
#[test]
fn a_message_with_many_values_is_parsed() {
    let event = many_placeholders::WideTag::Nine.parse_exact("1 2 3 4 5 6 7 8 x 9").expect("a text");
    let many_placeholders::WideEvent::Nine(nine) = event else { panic!("{event:?}") };
    assert_eq!((&*nine.a, &*nine.g, &*nine.h, nine.n), ("1", "7", "8 x", 9));
    let reason = many_placeholders::WideTag::Nine.parse_exact("1 2 3 4 5 6 7 8 x");
    assert!(reason.is_err(), "{reason:?}");
    // The limit on the steps per byte is the same for a long text.
    let long = format!("1 2 3 4 5 6 7 8 {} 9", "x".repeat(1 << 20));
    assert!(many_placeholders::WideTag::Nine.parse_exact(&long).is_ok());
}

/// A failed attempt is not repeated, unless a placeholder occurs twice. In this case, the number of steps is limited.
#[test]
fn the_ways_to_split_a_text_are_limited() {
    use ambiguous::HardTag;

    fn parsed(tag: HardTag, text: &str) -> Result<Split, ParseEventError<'_>> {
        tag.parse_exact(text).map(|event| values(&event))
    }
    let named = |values: &[(&str, &str)]| -> Split {
        values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    assert_eq!(parsed(HardTag::Twice, "1:0::1:0"), Ok(named(&[("a", "1:0"), ("b", "")])));
    let colons = ":".repeat(60) + "z";
    let text = format!("{colons}::{colons}");
    assert_eq!(parsed(HardTag::Twice, &text), Ok(named(&[("a", &colons), ("b", "")])));

    // The time would be quadratic if every position were tried for every other. The position that matched furthest is
    // the last `:`.
    let many = ":".repeat(20_000);
    assert_eq!(parsed(HardTag::Texts, &many).unwrap_err().to_string(), "expected `.` at byte 2 or later");
    // This template requires every position to be tried for every other.
    assert_eq!(parsed(HardTag::Thrice, &"1".repeat(2_000)), Ok(named(&[("a", ""), ("b", &"1".repeat(998))])));
    let none = "1".repeat(20_000) + "2";
    assert_eq!(parsed(HardTag::Thrice, &none).unwrap_err(), ParseEventError::TooAmbiguous);
    assert_eq!(ParseEventError::TooAmbiguous.to_string(), "the text can be split in too many ways");
    // It is unknown whether the template matches, so an alternative does not have a better reason.
    let given_up = many_placeholders::WideTag::Thrice.parse_exact(&none).unwrap_err();
    assert_eq!(given_up, ParseEventError::TooAmbiguous);
}

/// Values are assigned to their fields in any order.
#[test]
fn an_alternative_may_have_another_order() {
    use many_placeholders::{WideTag, events::Turned};

    for text in ["1 then 2", "2 before 1"] {
        let turned = Turned { a: "1".into(), b: "2".into() };
        assert_eq!(WideTag::Turned.parse_exact(text), Ok(turned.into()));
    }
}

/// Other catalogs have the same methods. They use repeated placeholders, braces and every type.
#[test]
fn other_catalogs_are_parsed() {
    use foreign::{AppEvent, AppTag};

    let twice = |text| AppTag::Twice.parse(text).map(|reading| reading.event.to_string());
    let same = "a is b is a is b, loop {x} and {braces}";
    assert_eq!(twice(same), Ok(same.to_owned()));
    let differs = twice("a is b, loop {x} and {braces}").unwrap_err().to_string();
    assert_eq!(differs, "conflicting values for placeholder `name`: `a` and `b`");
    // An alternative without a placeholder leaves its text empty.
    assert_eq!(twice("x is itself"), Ok("x is x, loop {} and {braces}".to_owned()));

    let extremes = "255 65535 4294967295 18446744073709551615 -128 -32768 -2147483648 -9223372036854775808";
    let event = AppTag::Integers.parse_exact(extremes).expect("its text");
    assert_eq!(event.to_string(), extremes);
    let beyond = AppTag::Integers.parse("255 65535 4294967295 18446744073709551616 0 0 0 0").unwrap_err();
    assert!(beyond.to_string().contains("`18446744073709551616`"), "{beyond}");

    assert_eq!(AppEvent::recognize_exact("Started").map(|event| event.tag()), Ok(AppTag::Started));
}

/// The text after a message can begin with a colon. The address before the last port takes as many groups as it can, and so
/// no group is taken for the port.
#[test]
fn an_address_before_the_last_port_is_not_cut_by_the_rest() {
    use kmd_events::{Event as _, KmdTag, Value};

    let head = "Unable to send DPD reply to remote peer ::1:500: no IKE server instance for local peer ";
    for (text, address, port, rest) in [
        ("2001:db8::2:1:4500", "2001:db8::2:1", 4500, ""),
        ("2001:db8::2:1:4500 at last", "2001:db8::2:1", 4500, " at last"),
        ("2001:db8::2:1:4500: at last", "2001:db8::2:1", 4500, ": at last"),
        ("192.0.2.1:4500:1", "192.0.2.1", 4500, ":1"),
        ("1:2:3:4:5:6:7:8:9:10", "1:2:3:4:5:6:7:8", 9, ":10"),
    ] {
        let text = format!("{head}{text}");
        let parsed = KmdTag::DpdIkeServerNotFound.parse(&text).expect(&text);
        let values = [parsed.event.value(2), parsed.event.value(3)];
        let address = address.parse().expect("an address");
        assert_eq!(values, [Some(Value::Address(address)), Some(Value::Integer(port))], "{text}");
        assert_eq!(parsed.rest, rest, "{text}");
    }
}
