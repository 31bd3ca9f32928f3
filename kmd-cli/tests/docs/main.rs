//! Tests of `kmd docs`.

mod chromium;
mod decoder;
mod hostile;
mod journal;
mod page;
mod texts;

use std::process::{Command, Output};

/// A catalog whose texts look like markup of every format.
const LAB: &str = "tests/docs/lab.yaml";

/// Runs `kmd docs`.
fn docs(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kmd")).arg("docs").args(arguments).output().expect("kmd runs")
}

/// Returns the manual of the catalog in a file, or of kmd without a file.
fn manual(format: &str, file: Option<&str>) -> String {
    let arguments: Vec<&str> = ["--to", format].into_iter().chain(file).collect();
    let output = docs(&arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}
