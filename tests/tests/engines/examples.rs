//! The examples, which engines use for their own tests, are read by the parser.

use std::path::Path;

use kmd_events::{Event as _, KmdTag, LoadedCatalog, Outcome};
use kmd_rules::examples;
use kmd_tests::all_types::WxTag;

#[track_caller]
fn check(path: &str, catalog: &LoadedCatalog) {
    let loaded = kmd_catalog::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")), &[path]);
    let examples = examples(&loaded.model.expect("a model"));
    for message in catalog.messages() {
        assert!(examples.iter().any(|example| example.tag == message.tag()), "no example of {}", message.tag());
    }
    for example in examples {
        let line = format!("{}[7]: {}", catalog.catalog().process(), example.text);
        let record = catalog.parse(&line);
        let Outcome::Event { event, rest, .. } = record.outcome() else { panic!("{example:?}: {record:?}") };
        assert_eq!((event.message().tag(), &**rest), (&*example.tag, &*example.rest), "{}", example.text);
        let fields = serde_json::to_value(event.fields()).expect("JSON");
        let number = |value: &serde_json::Value| value.as_f64().map_or_else(|| value.to_string(), |it| it.to_string());
        for (name, value) in &example.values {
            assert_eq!(number(&fields[name]), number(value), "{name} of {}", example.text);
        }
        assert_eq!(fields.as_object().map(serde_json::Map::len), Some(example.values.len()), "{}", example.text);
    }
}

/// A value does not contain the text that follows it, where it would end.
#[test]
fn texts_before_a_hyphen() {
    let text = "
prefix: APP
process: appd
placeholders:
  site: { type: text, description: A site. }
  room: { type: text, description: A room. }
defaults: { type: event, severity: info, facility: LOG_USER }
messages: { APP_AT: { template: '{site}-{room} is warm', description: A room is warm. } }
";
    let (model, _) = kmd_catalog::parse(text);
    let examples = examples(&model.expect("a model"));
    let values = |site: &str, room: &str| [("site".to_owned(), site.into()), ("room".to_owned(), room.into())];
    assert_eq!(examples[0].text, "APP_AT: hq-hq is warm");
    assert_eq!(examples[0].values, values("hq", "hq"));
    let other = examples.iter().find(|it| it.text == "APP_AT: hq-north-2 is warm").expect("another room");
    assert_eq!(other.values, values("hq", "north-2"));
}

#[test]
fn kmd() {
    check("catalog.yaml", &LoadedCatalog::of::<KmdTag>());
}

#[test]
fn every_type() {
    check("tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>());
}
