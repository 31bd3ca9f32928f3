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
