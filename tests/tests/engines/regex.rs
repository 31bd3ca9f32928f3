//! The expressions, run by the crate `regex`, compared with the parser.

use std::path::Path;

use kmd_catalog::Model;
use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::{Engine, Options, rules};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::hard_lines;
use kmd_tests::hard_shapes::HsTag;
use kmd_tests::oracle::{Found, assert_fidelity};
use kmd_tests::regex_rules::{find, read};

/// Returns the model of a catalog of the repository.
fn model(path: &str) -> Model {
    let loaded = kmd_catalog::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")), &[path]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.errors().collect::<Vec<_>>());
    loaded.model.expect("a model")
}

/// Compares the rules of a catalog with the parser.
#[track_caller]
fn check(path: &str, catalog: &LoadedCatalog, unseen: &[&str]) {
    let rules = rules(Engine::Regex, &model(path), &Options::default());
    let messages = read(&rules.files[0].text);
    let lines = hard_lines(catalog);
    let found: Vec<Option<Found>> = lines.iter().map(|line| find(&messages, &line.text)).collect();
    assert_fidelity(&lines, &rules.fidelity, unseen, &found);
}

#[test]
fn kmd() {
    check("catalog.yaml", &LoadedCatalog::of::<KmdTag>(), &[]);
}

#[test]
fn hard_shapes() {
    check("tests/fixtures/hard_shapes.yaml", &LoadedCatalog::of::<HsTag>(), &[]);
}

#[test]
fn every_type() {
    check(
        "tests/fixtures/all_types.yaml",
        &LoadedCatalog::of::<WxTag>(),
        &["WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY"],
    );
}
