//! Tests that a catalog at run time parses every line like the compiled one.

use std::collections::HashSet;

use foreign::lab::LabTag;
use kmd_events::{Event, KmdTag, LoadedCatalog, Outcome, Record, Tag};
use kmd_tests::all_types::WxTag;
use kmd_tests::{events, lines};
use serde::Serialize;

/// Returns everything that a record says, as text.
fn shown<E: Event + Serialize, T: std::fmt::Display>(record: &Record<'_, E, T>) -> String {
    let outcome = match record.outcome() {
        Outcome::Event { event, rest, .. } => {
            format!("event {event} {} {:?} {rest:?}", serde_json::to_string(event).expect("JSON"), event.fields())
        }
        Outcome::Mismatch { tag, reason, .. } => format!("mismatch {tag} {reason}"),
        Outcome::UnknownTag => "unknown".into(),
        Outcome::Untagged => "untagged".into(),
        _ => "other".into(),
    };
    let head = (record.priority(), record.time(), record.host(), record.location(), record.process(), record.pid());
    let data = record.structured_data().map(|data| data.as_str().to_owned());
    let tail = (record.explicit_priority(), record.tag(), data, record.has_invalid_data(), record.text());
    format!("{head:?} {tail:?} {outcome}")
}

/// Checks that a line is parsed alike, and returns whether it has an event.
fn check<T: Tag>(catalog: &LoadedCatalog, line: &[u8]) -> bool
where
    for<'a> T::Event<'a>: Serialize,
{
    let (loaded, compiled) = (catalog.parse_bytes(line), Record::<T::Event<'_>, T>::parse_bytes(line));
    assert_eq!(shown(&loaded), shown(&compiled), "{}", String::from_utf8_lossy(line));
    compiled.event().is_some()
}

#[test]
fn lines_of_kmd_are_parsed_alike() {
    let catalog = LoadedCatalog::of::<KmdTag>();
    let mut events = 0;
    for row in lines::rows() {
        events += usize::from(check::<KmdTag>(&catalog, row.line.as_bytes()));
    }
    for row in include_str!("../../fixtures/header_forms.tsv").lines().skip(1) {
        let line = row.split('\t').nth(5).expect("a line");
        events += usize::from(check::<KmdTag>(&catalog, line.as_bytes()));
    }
    for event in events::all() {
        let line = format!("kmd[7]: {}: {event}", event.tag());
        assert!(check::<KmdTag>(&catalog, line.as_bytes()) || !event.message().is_tagged(), "{line}");
    }
    assert!(events > 300, "{events}");
    assert!(check::<KmdTag>(&catalog, b"kmd: KMD_VPN_UP_ALARM_USER: VPN \xff from 192.0.2.1 is up."));
}

#[test]
fn lines_of_other_catalogs_are_parsed_alike() {
    let lab = LoadedCatalog::of::<LabTag>();
    for line in [
        "labd: LAB_PHASES: Phase idle>cooling down, mode odd",
        "labd: LAB_SERIAL: Serial 0x0000002a",
        "labd: LAB_ELAPSED: After 1.5 ms",
        "labd: LAB_BENCH: Bench 00:5E:00:53:00:01 at [2001:db8::1]:4500",
        "labd: LAB_NET: Network 2001:db8::/32",
        "labd: LAB_ON: On: true",
        "labd: LAB_RATIO: Ratio 0.250",
        "labd: LAB_SIZE: 7 samples from -7",
        "labd: LAB_OPERATOR: Operator Not-Available of ",
        "labd: LAB_ROUTE: Route of 7, phase idle, at x",
        "labd: LAB_PORT: Port 7 closed",
        "labd: bench lost: no power",
    ] {
        assert!(check::<LabTag>(&lab, line.as_bytes()), "{line}");
    }
    let wx = LoadedCatalog::of::<WxTag>();
    assert!(check::<WxTag>(&wx, b"wxd: WX_STARTED: Weather station started"));
}

/// A program can count the different events of a log.
#[test]
fn equal_events_have_one_hash() {
    let catalog = LoadedCatalog::of::<KmdTag>();
    let lines = ["hq", "branch", "hq"]
        .map(|sa| format!("kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA {sa}"));
    let records = lines.each_ref().map(|line| catalog.parse(line));
    let events: HashSet<_> = records.iter().filter_map(|record| record.event()).collect();
    assert_eq!(events.len(), 2);
}

#[test]
fn tags_are_found() {
    let catalog = LoadedCatalog::of::<KmdTag>();
    assert_eq!(catalog.catalog().process(), "kmd");
    assert_eq!(catalog.messages().len(), KmdTag::ALL.len());
    for tag in KmdTag::ALL {
        assert_eq!(catalog.find(tag.as_str()), Some(tag.message()));
    }
    assert_eq!(catalog.find("KMD_NONE"), None);
}
