//! Tests of events and tags through serde, in formats with and without names and types.

use kmd_events::{Event as _, FieldType, KmdEvent, KmdTag, Placeholder, Strict, kmd_event};
use kmd_tests::all_types::{WxEvent, wx_event};
use kmd_tests::events;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

fn through_postcard<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let bytes = postcard::to_allocvec(value).expect("written");
    postcard::from_bytes(&bytes).expect("read")
}

fn through_cbor<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).expect("written");
    ciborium::from_reader(&*bytes).expect("read")
}

fn through_json<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let text = serde_json::to_string(value).expect("written");
    serde_json::from_str(&text).expect("read")
}

#[test]
fn events_have_the_documented_form() {
    let event = kmd_event!(KMD_CFG_IF_ID_POOL_NO_ENTRY {
        interface_name: "sp-1/2/0",
        interface_unit: 16_001,
        pool_name: "pool-a",
    });
    assert_eq!(
        serde_json::to_string(&event).expect("written"),
        r#"{"tag":"KMD_CFG_IF_ID_POOL_NO_ENTRY","fields":{"interface-name":"sp-1/2/0","interface-unit":16001,"pool-name":"pool-a"}}"#
    );
    let event = kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: "h\"q", remote_address: std::net::Ipv6Addr::LOCALHOST });
    assert_eq!(
        serde_json::to_string(&event).expect("written"),
        r#"{"tag":"KMD_VPN_UP_ALARM_USER","fields":{"vpn-name":"h\"q","remote-address":"::1"}}"#
    );
    assert_eq!(
        serde_json::to_string(&kmd_event!(KMD_PM_UNSUPPORTED_MODE)).expect("written"),
        r#"{"tag":"KMD_PM_UNSUPPORTED_MODE","fields":{}}"#
    );
    assert_eq!(serde_json::to_string(&KmdTag::VpnUpAlarmUser).expect("written"), r#""KMD_VPN_UP_ALARM_USER""#);
}

#[test]
fn every_event_and_tag_round_trips() {
    let events = events::all();
    assert_eq!(events.len(), 104);
    for event in &events {
        assert_eq!(through_json(event), *event);
        assert_eq!(through_cbor(event), *event);
        assert_eq!(through_postcard(event), *event);
    }
    for tag in KmdTag::ALL {
        assert_eq!(through_json(tag), *tag);
        assert_eq!(through_cbor(tag), *tag);
        assert_eq!(through_postcard(tag), *tag);
    }
    // The events are read from one stream, so that each must read exactly its own bytes.
    assert_eq!(through_postcard(&events), events);
}

#[test]
fn catalogs_of_other_crates_serialize() {
    let event =
        foreign::app_event!(APP_INTEGERS { a: 255, b: 1, c: 2, d: u64::MAX, e: -128, f: -1, g: -2, h: i64::MIN });
    assert_eq!(through_json(&event), event);
    assert_eq!(through_cbor(&event), event);
    assert_eq!(through_postcard(&event), event);
    let event = foreign::disk::disk_event!(DISK_FULL { device: 3 });
    assert_eq!(through_json(&event), event);
}

#[test]
fn fields_may_come_before_their_tag() {
    let text = r#"{"fields": {"remote-address": "192.0.2.9", "vpn-name": "hq"}, "tag": "KMD_VPN_UP_ALARM_USER"}"#;
    let event: KmdEvent = serde_json::from_str(text).expect("read");
    assert_eq!(event.to_string(), "VPN hq from 192.0.2.9 is up.");
    let text = r#"{"fields": {"count": 5, "tunnel-name": "t"}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#;
    let event: KmdEvent = serde_json::from_str(text).expect("read");
    assert_eq!(event.to_string(), "Number of failover attempts exceeded limit 5 for tunnel t");
}

#[test]
fn errors_describe_the_mistake() {
    for (text, error) in [
        (r#"{"tag": "KMD_X", "fields": {}}"#, "unknown tag `KMD_X`"),
        (r#"{"tag": 5, "fields": {}}"#, "invalid type: integer `5`, expected a tag"),
        (r#"{"fields": {}}"#, "missing field `tag`"),
        (r#"{"tag": "KMD_PM_UNSUPPORTED_MODE"}"#, "missing field `fields`"),
        (r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "tag": "KMD_PM_UNSUPPORTED_MODE"}"#, "duplicate field `tag`"),
        (r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "fields": {}, "fields": {}}"#, "duplicate field `fields`"),
        (r#"{"fields": {}, "fields": {}, "tag": "KMD_PM_UNSUPPORTED_MODE"}"#, "duplicate field `fields`"),
        (r#"{"fields": {}, "tag": "KMD_PM_UNSUPPORTED_MODE", "fields": {}}"#, "duplicate field `fields`"),
        (
            r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "fields": 5}"#,
            "invalid type: integer `5`, expected the fields of `KMD_PM_UNSUPPORTED_MODE`",
        ),
        (
            r#"{"fields": 5, "tag": "KMD_PM_UNSUPPORTED_MODE"}"#,
            "invalid type: integer `5`, expected the fields of an event",
        ),
        (
            r#"{"tag": "KMD_VPN_UP_ALARM_USER", "fields": {"vpn-name": "hq"}}"#,
            "missing field `remote-address` of `KMD_VPN_UP_ALARM_USER`",
        ),
        (
            r#"{"fields": {"vpn-name": "hq"}, "tag": "KMD_VPN_UP_ALARM_USER"}"#,
            "missing field `remote-address` of `KMD_VPN_UP_ALARM_USER`",
        ),
        (
            r#"{"tag": "KMD_VPN_UP_ALARM_USER", "fields": {"vpn-name": "hq", "vpn-name": "hq"}}"#,
            "duplicate field `vpn-name` of `KMD_VPN_UP_ALARM_USER`",
        ),
        (
            r#"{"tag": "KMD_VPN_UP_ALARM_USER", "fields": {"vpn-name": 5}}"#,
            "field `vpn-name`: invalid type: integer `5`, expected a string",
        ),
        (
            r#"{"tag": "KMD_VPN_UP_ALARM_USER", "fields": {"remote-address": "hq"}}"#,
            "field `remote-address`: invalid IP address syntax",
        ),
        (
            r#"{"fields": {"remote-address": "hq"}, "tag": "KMD_VPN_UP_ALARM_USER"}"#,
            "field `remote-address`: not a value of type `ip`",
        ),
        (
            r#"{"tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS", "fields": {"count": -1}}"#,
            "field `count`: invalid value: integer `-1`, expected u32",
        ),
        (
            r#"{"fields": {"count": 4294967296}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#,
            "field `count`: not a value of type `u32`",
        ),
        (
            r#"{"fields": {"count": 1.5}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#,
            "field `count`: not a value of type `u32`",
        ),
        (
            r#"{"fields": {"count": "5"}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#,
            "field `count`: not a value of type `u32`",
        ),
        (r#""KMD_PM_UNSUPPORTED_MODE""#, "expected an event: a tag and its fields"),
    ] {
        let found = serde_json::from_str::<KmdEvent<'_>>(text).expect_err(text).to_string();
        assert!(found.contains(error), "{text}: {found}");
    }
    let found = serde_json::from_str::<KmdTag>("\"KMD_X\"").expect_err("unknown").to_string();
    assert!(found.starts_with("unknown tag `KMD_X`"), "{found}");
}

#[test]
fn strict_reading_refuses_unknown_fields() {
    for (text, error) in [
        (
            r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "fields": {}, "host": 1}"#,
            "unknown field `host`, expected `tag` or `fields`",
        ),
        // An error message is one line.
        (
            r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "fields": {}, "a\nb": 1}"#,
            r"unknown field `a\nb`, expected `tag` or `fields`",
        ),
        (
            r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "fields": {"a\nb": 1}}"#,
            r"unknown field `a\nb` of `KMD_PM_UNSUPPORTED_MODE`",
        ),
        (r#"{"tag": "KMD_PM_UNSUPPORTED_MODE", "fields": {"a": 1}}"#, "unknown field `a` of `KMD_PM_UNSUPPORTED_MODE`"),
        (
            r#"{"tag": "KMD_VPN_UP_ALARM_USER", "fields": {"vpn_name": "hq"}}"#,
            "unknown field `vpn_name` of `KMD_VPN_UP_ALARM_USER`",
        ),
        (
            r#"{"fields": {"a": [1]}, "tag": "KMD_PM_UNSUPPORTED_MODE"}"#,
            "unknown field `a` of `KMD_PM_UNSUPPORTED_MODE`",
        ),
        (r#"{"tag": "KMD_X", "fields": {}}"#, "unknown tag `KMD_X`"),
    ] {
        let found = serde_json::from_str::<Strict<KmdEvent<'_>>>(text).expect_err(text).to_string();
        assert!(found.contains(error), "{text}: {found}");
    }
    for event in events::all() {
        let text = serde_json::to_string(&event.with("request-id", 7)).expect("written");
        assert_eq!(serde_json::from_str::<Strict<KmdEvent>>(&text).expect("read").0, event);
    }
}

/// A program with a newer catalog wrote these lines.
#[test]
fn unknown_fields_are_ignored() {
    let expected = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "t" });
    for text in [
        r#"{"tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS", "fields": {"count": 5, "tunnel-name": "t"}, "host": {"a": [1]}}"#,
        r#"{"v": 1.5, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS", "fields": {"count": 5, "tunnel-name": "t"}}"#,
        r#"{"tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS", "fields": {"new": [{}], "count": 5, "tunnel-name": "t"}}"#,
        r#"{"fields": {"new": {"a": [null]}, "list": [1], "count": 5, "tunnel-name": "t"}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#,
        r#"{"context": {"count": 6}, "fields": {"count": 5, "tunnel-name": "t"}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#,
    ] {
        let event: KmdEvent = serde_json::from_str(text).expect(text);
        assert_eq!(event, expected, "{text}");
    }
    let error = serde_json::from_str::<KmdEvent>(r#"{"fields": {"a": []}, "tag": "KMD_NEW"}"#).expect_err("a new tag");
    assert!(error.to_string().contains("unknown tag `KMD_NEW`"), "{error}");
    // A list is not a value.
    for text in [
        r#"{"tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS", "fields": {"count": [5], "tunnel-name": "t"}}"#,
        r#"{"fields": {"count": [5], "tunnel-name": "t"}, "tag": "KMD_DPD_FAILOVER_MAX_ATTEMPTS"}"#,
    ] {
        assert!(serde_json::from_str::<KmdEvent>(text).is_err(), "{text}");
    }
}

/// A program with an older catalog wrote this line, before the message had a tail.
#[test]
fn a_missing_tail_is_absent() {
    let full = wx_event!(WX_REPORT { station: "roof", sky: None, fall: None, note: Some("wet") });
    let mut value = serde_json::to_value(&full).expect("written");
    let fields = value["fields"].as_object_mut().expect("a map");
    assert!(fields.remove("note").is_some());
    let expected = wx_event!(WX_REPORT { station: "roof", sky: None, fall: None, note: None::<&str> });
    assert_eq!(serde_json::from_value::<WxEvent>(value).expect("read"), expected);
}

#[test]
fn context_is_a_map() {
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" });
    let with = event
        .with("request-id", 7)
        .with("least", i64::MIN)
        .with("most", u64::MAX)
        .with("name of\n", "b")
        .with("ratio", 0.5)
        .with("elapsed", std::time::Duration::from_millis(1_500))
        .with("peer", std::net::Ipv4Addr::LOCALHOST)
        .with("none", None::<u8>);
    let json = serde_json::to_string(&with).expect("written");
    assert_eq!(
        json,
        r#"{"tag":"KMD_PM_SA_PEER_NOT_FOUND","fields":{"sa-name":"a"},"context":{"request-id":7,"least":-9223372036854775808,"most":18446744073709551615,"name of\n":"b","ratio":0.5,"elapsed":1.5,"peer":"127.0.0.1"}}"#
    );
    assert_eq!(serde_json::from_str::<KmdEvent>(&json).expect("read"), event);
    let json = serde_json::to_string(&event.with("none", None::<u8>)).expect("written");
    assert_eq!(json, serde_json::to_string(&event).expect("written"));
    // The formats for machines have no context, so that they can be read as the event.
    let events = [event.with("request-id", 7), event.with("request-id", 8)];
    let bytes = postcard::to_allocvec(&events).expect("written");
    assert_eq!(postcard::from_bytes::<[KmdEvent; 2]>(&bytes).expect("read"), [event.clone(), event]);
}

/// Generates any message with any valid values in the documented form.
fn any_event() -> impl Strategy<Value = Value> {
    (0..KmdTag::ALL.len()).prop_flat_map(|index| {
        let tag = KmdTag::ALL[index];
        let values: Vec<BoxedStrategy<Value>> = tag.placeholders().iter().map(any_value).collect();
        values.prop_map(move |values| {
            let names = tag.placeholders().iter().map(|placeholder| placeholder.name().to_owned());
            let fields: Map<String, Value> = names.zip(values).collect();
            json!({ "tag": tag.as_str(), "fields": fields })
        })
    })
}

fn any_value(placeholder: &'static Placeholder) -> BoxedStrategy<Value> {
    match placeholder.field_type() {
        FieldType::Text => any::<String>().prop_map(Value::from).boxed(),
        FieldType::Ip => any::<std::net::IpAddr>().prop_map(|address| address.to_string().into()).boxed(),
        FieldType::Enum => proptest::sample::select(placeholder.words()).prop_map(Value::from).boxed(),
        // A whole number of seconds.
        FieldType::Duration => any::<u32>().prop_map(Value::from).boxed(),
        FieldType::U8 => any::<u8>().prop_map(Value::from).boxed(),
        FieldType::U16 => any::<u16>().prop_map(Value::from).boxed(),
        FieldType::U32 => any::<u32>().prop_map(Value::from).boxed(),
        FieldType::I32 => any::<i32>().prop_map(Value::from).boxed(),
        other => panic!("the catalog has no {other}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(miri) { 20 } else { 2_000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_events_round_trip(form in any_event()) {
        let event: KmdEvent<'_> = serde_json::from_value(form.clone()).expect("read");
        prop_assert_eq!(serde_json::to_value(&event).expect("written"), form);
        prop_assert_eq!(&through_json(&event), &event);
        prop_assert_eq!(&through_cbor(&event), &event);
        prop_assert_eq!(&through_postcard(&event), &event);
    }

    #[test]
    fn random_bytes_are_an_event_or_an_error(bytes in any::<Vec<u8>>()) {
        if let Ok(event) = postcard::from_bytes::<KmdEvent<'_>>(&bytes) {
            prop_assert_eq!(through_postcard(&event), event);
        }
    }
}
