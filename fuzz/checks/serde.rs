//! The properties of events from any bytes in JSON, CBOR and postcard: a format with names, one with names and more types, and one
//! without names.

use std::fmt::{Debug, Display};

use kmd_events::{CatalogEvent, Event, KmdEvent, KmdTag, Strict, Tag, Value};
use kmd_tests::all_types::{WxEvent, WxTag};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Checks any bytes as an event and as a tag in each format.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    events::<KmdEvent<'static>>(bytes);
    events::<WxEvent<'static>>(bytes);
    tags::<KmdTag>(bytes);
    tags::<WxTag>(bytes);
}

fn tags<T: Tag + Display + Debug + Serialize + DeserializeOwned>(bytes: &[u8]) {
    let json = serde_json::from_slice::<T>(bytes).ok();
    let cbor = ciborium::from_reader::<T, _>(bytes).ok();
    let postcard = postcard::from_bytes::<T>(bytes).ok();
    for tag in [json, cbor, postcard].into_iter().flatten() {
        assert_eq!(serde_json::to_string(&tag).expect("written"), format!("\"{tag}\""));
    }
}

fn events<E>(bytes: &[u8])
where
    E: CatalogEvent + Event + Debug + Display + Serialize + DeserializeOwned,
    E::Tag: Tag<Event<'static> = E>,
{
    let json = serde_json::from_slice::<E>(bytes);
    match (&json, serde_json::from_slice::<Strict<E>>(bytes)) {
        (Ok(event), Ok(Strict(strict))) => assert_same(event, &strict, false),
        (Ok(_), Err(error)) => assert!(error.to_string().starts_with("unknown field `"), "{error}"),
        (Err(error), Ok(strict)) => panic!("{error}, but {strict:?}"),
        (Err(error), Err(_)) => assert!(!error.to_string().contains('\n'), "{error}"),
    }
    let cbor = ciborium::from_reader::<E, _>(bytes).ok();
    let postcard = postcard::from_bytes::<E>(bytes).ok();
    for event in [json.ok(), cbor, postcard].into_iter().flatten() {
        let written = postcard::to_allocvec(&event).expect("written");
        assert_same(&event, &postcard::from_bytes::<E>(&written).expect("read"), false);
        let mut written = Vec::new();
        ciborium::into_writer(&event, &mut written).expect("written");
        assert_same(&event, &ciborium::from_reader::<E, _>(&*written).expect("read"), false);
        in_json(&event);
    }
}

/// Checks an event that is written as JSON, in which the fields can precede the tag.
fn in_json<E: Event + Debug + Display + Serialize + DeserializeOwned>(event: &E) {
    let written = serde_json::to_string(event).expect("written");
    let read: E = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert_same(event, &read, true);
    let fields = written.split_once("\"fields\":").and_then(|(_, fields)| fields.strip_suffix('}'));
    let turned = format!("{{\"fields\":{},\"tag\":\"{}\"}}", fields.expect("fields"), event.message().tag());
    let read_turned: E = serde_json::from_str(&turned).unwrap_or_else(|error| panic!("{error}: {turned}"));
    assert_same(&read, &read_turned, false);
}

/// Checks that two events are the same. Without further features, `serde_json` reads a number with many digits inexactly.
fn assert_same<E: Event + Debug + Display>(one: &E, other: &E, is_near: bool) {
    assert_eq!(one.message().tag(), other.message().tag());
    let mut has_numbers = false;
    for ((name, value), (_, read)) in one.fields().zip(other.fields()) {
        has_numbers |= matches!(value, Value::Float(_));
        let is_same = match (value, read) {
            (Value::Float(value), Value::Float(read)) if value.is_nan() => read.is_nan(),
            (Value::Float(value), Value::Float(read)) if is_near && value.is_finite() => {
                (value - read).abs() <= value.abs() * 1e-14 + f64::MIN_POSITIVE
            }
            (value, read) => value == read,
        };
        assert!(is_same, "{name}: {value:?} became {read:?}");
    }
    assert!(has_numbers || one.to_string() == other.to_string(), "{one} became {other}");
}
