//! Tests that the inputs in the fuzz corpora have the properties that the fuzz targets check, with any compiler.

use kmd_checks::corpus;

#[test]
fn catalog() {
    corpus::run("catalog", kmd_checks::catalog);
    kmd_checks::catalog(include_bytes!("../../../catalog.yaml"));
}

#[test]
fn call() {
    corpus::run("call", kmd_checks::call);
}

#[test]
fn record() {
    corpus::run("record", kmd_checks::record);
}

#[test]
fn frame() {
    corpus::run("frame", kmd_checks::frame);
}

#[test]
fn values() {
    corpus::run("values", kmd_checks::values);
}

#[test]
fn diff() {
    corpus::run("diff", kmd_checks::diff);
}

#[test]
fn rules() {
    corpus::run("rules", kmd_checks::rules);
}

#[test]
fn serde() {
    corpus::run("serde", kmd_checks::serde);
}

#[test]
fn decode() {
    corpus::run("decode", kmd_checks::decode);
}
