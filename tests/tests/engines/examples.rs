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

#[test]
fn kmd() {
    check("catalog.yaml", &LoadedCatalog::of::<KmdTag>());
}

#[test]
fn every_type() {
    check("tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>());
}
