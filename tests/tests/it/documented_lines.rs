//! Tests of every documented line, byte by byte.
//!
//! This test parses the catalog line by line, independently of the YAML parser of the macro. The documented lines are a
//! separate fixture, independent of the catalog.

use std::collections::HashMap;

use kmd_events::{Event as _, KmdTag, Value};
use kmd_tests::{chapter_events, events};

const CATALOG: &str = include_str!("../../../catalog.yaml");
const DOCUMENTED: &str = include_str!("../../fixtures/documented_lines.tsv");

/// The number of messages of the chapter, which precede the later messages.
const CHAPTER: usize = 91;

/// The values of `chapter_events::all` for each placeholder.
const VALUES: &[(&str, &str)] = &[
    ("pool-name", "pool-a"),
    ("interface-name", "sp-1/2/0"),
    ("interface-unit", "16001"),
    ("tunnel-name", "branch-7"),
    ("count", "5"),
    ("remote-address", "203.0.113.77"),
    ("remote-port", "4500"),
    ("local-address", "2001:db8::4"),
    ("local-port", "500"),
    ("service-set", "ss-vpn"),
    ("old-address", "198.51.100.9"),
    ("new-address", "198.51.100.10"),
    ("status", "8197"),
    ("ike-instance", "ike-0"),
    ("auth-algorithm-id", "254"),
    ("transform-id", "3"),
    ("protocol-name", "AH"),
    ("remote-peer", "fqdn(udp:500,[0..15]=gw7.example.net)"),
    ("local-initiator", "ipv4_subnet(any:0,[0..7]=10.1.0.0/16)"),
    ("local-responder", "ipv4_subnet(any:0,[0..7]=10.2.0.0/16)"),
    ("remote-initiator", "ipv4_subnet(any:0,[0..7]=10.3.0.0/16)"),
    ("remote-responder", "ipv4_subnet(any:0,[0..7]=10.4.0.0/16)"),
    ("units-type", "3 (parsecs)"),
    ("type", "rsa-sig"),
    ("local-peer", "ipv4(udp:500,[0..3]=198.51.100.4)"),
    ("negotiation-role", "responder"),
    ("local-prefix", "10.5.0.0/16"),
    ("remote-prefix", "10.6.0.0/16"),
    ("access-profile", "roaming"),
    ("received-value", "2"),
    ("expected-value", "1"),
    ("protocol-id", "99"),
    ("notification-name", "responder lifetime"),
    ("notification-type", "24576"),
    ("length", "28"),
    ("size", "8"),
    ("data", "5f 00 a1 c2"),
    ("sa-name", "sa-branch-7"),
    ("cipher", "blowfish"),
    ("pic-slot", "fpc2/pic1"),
    ("error-message", "timed out"),
    ("vpn-name", "hq"),
    ("argument", "copy"),
];

/// The values of placeholders whose type a message overrides.
const OWN_VALUES: &[(&str, &str, &str)] = &[
    ("KMD_DPD_INVALID_ADDRESS", "local-address", "198.51.100.300"),
    ("KMD_DPD_INVALID_ADDRESS", "remote-address", "0.0.0.0"),
    ("KMD_PM_UNKNOWN_QM_NOTIFICATION", "protocol-id", "-7"),
];

/// A message as parsed line by line.
#[derive(Default)]
struct Entry {
    tag: String,
    keys: HashMap<String, String>,
}

fn catalog() -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let messages = CATALOG.split_once("\nmessages:\n").expect("messages").1;
    for line in messages.lines() {
        let text = line.trim_start();
        if text.starts_with('#') {
            continue;
        }
        match line.len() - text.len() {
            2 => entries.push(Entry { tag: text.trim_end_matches(':').to_owned(), ..Entry::default() }),
            4 => {
                let (key, value) = text.split_once(':').expect("a key");
                let value = value.trim().trim_matches('\'').to_owned();
                let entry = entries.last_mut().expect("a tag");
                entry.keys.insert(key.to_owned(), value);
            }
            _ => {}
        }
    }
    entries
}

#[test]
fn the_catalog_has_the_documented_facts() {
    let documented: Vec<Vec<&str>> = DOCUMENTED.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let catalog = catalog();
    assert_eq!(documented.len(), CHAPTER);
    assert_eq!(catalog.len(), CHAPTER + 13);
    for (row, entry) in documented.iter().zip(&catalog) {
        let line = entry.keys["template"].replace(['{', '}'], "");
        let found = [&*entry.tag, &*entry.keys["type"], &*entry.keys["severity"], &*entry.keys["facility"], &*line];
        assert_eq!(row[..], found);
    }
}

/// The keys tell the later messages from those of the chapter, of which only two have tails.
#[test]
fn later_messages_have_a_release_and_a_source() {
    let catalog = catalog();
    let with = |key: &str| -> Vec<usize> {
        let all = catalog.iter().enumerate();
        all.filter(|(_, entry)| entry.keys.contains_key(key)).map(|(index, _)| index).collect()
    };
    let later: Vec<usize> = (CHAPTER..CHAPTER + 13).collect();
    let alarms: Vec<usize> = (0..CHAPTER).filter(|&index| catalog[index].tag.ends_with("_ALARM_USER")).collect();
    assert_eq!(alarms.len(), 2);
    assert_eq!(with("since"), later);
    assert_eq!(with("source"), [&*alarms, &*later].concat());
    assert_eq!(with("tail").iter().copied().filter(|&index| index < CHAPTER).collect::<Vec<_>>(), alarms);
    for tag in KmdTag::ALL {
        let index = catalog.iter().position(|entry| entry.tag == tag.as_str()).expect("in the catalog");
        let message = tag.message();
        assert_eq!(
            (message.since().is_some(), message.source().is_some()),
            (index >= CHAPTER, with("source").contains(&index))
        );
        // A text that is not documented says how certain it is.
        assert!(index < CHAPTER || message.note().is_some(), "{tag}");
    }
}

#[test]
fn every_event_prints_its_documented_line() {
    let events = chapter_events::all();
    let catalog = catalog();
    assert_eq!(events.len(), CHAPTER);
    for (event, entry) in events.iter().zip(&catalog) {
        assert_eq!(event.tag().as_str(), entry.tag);
        let mut expected = entry.keys["template"].clone();
        for (tag, name, value) in OWN_VALUES {
            if *tag == entry.tag {
                expected = expected.replace(&format!("{{{name}}}"), value);
            }
        }
        for (name, value) in VALUES {
            expected = expected.replace(&format!("{{{name}}}"), value);
        }
        assert!(!expected.contains(['{', '}']), "{expected}");
        assert_eq!(event.to_string(), expected, "{}", entry.tag);
    }
}

#[test]
fn every_tag_has_its_documented_facts() {
    let rows = DOCUMENTED.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    let mut tags = KmdTag::ALL.iter();
    for row in rows {
        let tag = tags.next().expect("a tag");
        let found = [
            tag.as_str(),
            tag.kind().as_str(),
            tag.severity().as_str(),
            tag.facility().as_str(),
            &tag.template().replace(['{', '}'], ""),
        ];
        assert_eq!(row, found);
        assert_eq!(row[0].parse(), Ok(*tag));
    }
    assert_eq!(tags.count(), 13);
}

#[test]
fn fields_are_named_as_documented_and_in_template_order() {
    for event in chapter_events::all() {
        let template = event.message().template();
        // The tails of later releases are absent.
        let fields: Vec<_> = event.fields().filter(|(_, value)| *value != Value::Absent).collect();
        let mut in_template: Vec<&str> = Vec::new();
        for name in template.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
            if !in_template.contains(&name) {
                in_template.push(name);
            }
        }
        let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, in_template, "{template}");
        for (name, value) in fields {
            let own = OWN_VALUES.iter().find(|(tag, own, _)| *tag == event.tag().as_str() && *own == name);
            let expected = match own {
                Some((_, _, value)) => value,
                None => VALUES.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value),
            };
            assert_eq!(value.to_string(), expected, "{name} of {template}");
        }
    }
}

#[test]
fn no_two_messages_share_a_text() {
    let mut texts: Vec<String> = events::all().iter().map(ToString::to_string).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 104);
}

/// The expected types are listed here, independently of the catalog.
#[test]
fn placeholders_have_the_documented_types() {
    let strict = |name: &str| match name {
        "local-address" | "remote-address" | "old-address" | "new-address" => "ip",
        "local-port" | "remote-port" => "u16",
        "size" | "length" | "count" | "interface-unit" => "u32",
        _ => "text",
    };
    let mut uses = 0;
    for tag in &KmdTag::ALL[..CHAPTER] {
        for placeholder in tag.placeholders().iter().filter(|placeholder| !placeholder.is_optional()) {
            let expected = match (tag.as_str(), placeholder.name()) {
                ("KMD_DPD_INVALID_ADDRESS", _) => "text",
                ("KMD_PM_UNKNOWN_QM_NOTIFICATION", "protocol-id") => "i32",
                (_, name) => strict(name),
            };
            assert_eq!(placeholder.field_type().as_str(), expected, "{tag} {placeholder:?}");
            uses += 1;
        }
    }
    assert_eq!(uses, 185);
}
