//! Tests of `kmd rules`. The rules themselves are tested in their engines.

use std::fs;
use std::process::{Command, Output};

/// The engines that the program offers.
const ENGINES: [&str; 12] = [
    "rsyslog",
    "syslog-ng",
    "vector",
    "fluent-bit",
    "otel",
    "logstash",
    "elasticsearch",
    "clickhouse",
    "duckdb",
    "spark",
    "javascript",
    "regex",
];

fn rules(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kmd")).arg("rules").args(arguments).output().expect("kmd runs")
}

#[track_caller]
fn output(arguments: &[&str]) -> String {
    let output = rules(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[track_caller]
fn error(arguments: &[&str]) -> String {
    let output = rules(arguments);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn every_engine_has_rules_for_every_catalog() {
    for engine in ENGINES {
        let of_kmd = output(&["--to", engine]);
        assert!(of_kmd.contains("KMD_VPN_UP_ALARM_USER"), "{engine}");
        assert!(!of_kmd.contains("BREW_"), "{engine}");
        let of_another = output(&["--to", engine, "../examples/own_catalog.yaml"]);
        assert!(of_another.contains("BREW_TOO_HOT"), "{engine}");
        assert!(!of_another.contains("KMD_VPN"), "{engine}");
    }
}

#[test]
fn all_files_go_to_a_folder() {
    for engine in ENGINES {
        let folder = tempfile::tempdir().expect("a folder");
        let inner = folder.path().join("new");
        let printed = output(&["--to", engine]);
        assert_eq!(output(&["--to", engine, "-o", &inner.to_string_lossy()]), "", "{engine}");
        let files: Vec<String> = fs::read_dir(&inner)
            .expect("a folder")
            .map(|file| fs::read_to_string(file.expect("a file").path()).expect("text"))
            .collect();
        assert!(files.contains(&printed), "{engine}: the printed file is one of {}", files.len());
    }
}

#[test]
fn a_namespace_is_a_part_of_names() {
    let text = output(&["--to", "regex", "--namespace", "vpn2_a"]);
    assert!(text.contains(r#""namespace": "vpn2_a""#));
    assert!(error(&["--to", "vector", "--namespace", "message"]).contains("`message` is a name that engines have"));
    for namespace in ["", "Kmd", "2kmd", "kmd.x", "kmd-x", "é", "kmd\n"] {
        let text = error(&["--to", "regex", "--namespace", namespace]);
        assert!(text.contains("a namespace consists of lower-case letters, digits and `_`, and begins with a letter"));
    }
}

/// `kmd filter` has the catalog of kmd without an option.
#[test]
fn the_head_names_the_catalog() {
    let head = |arguments: &[&str]| {
        let text = output(arguments);
        text.lines().take_while(|line| !line.starts_with("# Fidelity")).collect::<Vec<_>>().join("\n")
    };
    let built_in = head(&["--to", "rsyslog"]);
    assert!(built_in.contains("# Rules for the messages of the catalog of kmd in rsyslog, written by"), "{built_in}");
    assert!(built_in.contains("\"/usr/local/bin/kmd filter --format rsyslog\""), "{built_in}");
    assert!(!built_in.contains("CATALOG") && !built_in.contains(".yaml"), "{built_in}");
    let of_a_file = head(&["--to", "rsyslog", "../iked.yaml"]);
    assert!(of_a_file.contains("# Rules for the messages of ../iked.yaml in rsyslog, written by"), "{of_a_file}");
    assert!(of_a_file.contains("CATALOG is the path of the catalog:\n"), "{of_a_file}");
    assert!(of_a_file.contains("\"/usr/local/bin/kmd filter --catalog CATALOG --format rsyslog\""), "{of_a_file}");
}

#[test]
fn a_note_names_the_other_files() {
    for (engine, expected) in [
        ("regex", ""),
        ("otel", "note: this is `kmd.operators.yaml`; with `-o DIR`, `kmd.processors.yaml` is written, too\n"),
        (
            "rsyslog",
            "note: this is `kmd.rulebase`; with `-o DIR`, `kmd.conf` and `00-mmnormalize.conf` are written, too\n",
        ),
    ] {
        assert_eq!(String::from_utf8_lossy(&rules(&["--to", engine]).stderr), expected);
    }
}

#[test]
fn mistakes_are_explained() {
    assert!(error(&[]).contains("--to <ENGINE>"));
    assert!(error(&["--to", "splunk"]).contains("[possible values: rsyslog, syslog-ng,"));
    assert!(error(&["--to", "regex", "no.yaml"]).contains("no.yaml"));
    let bad = "../tests/fixtures/bad.yaml";
    assert!(error(&["--to", "regex", bad]).contains("--> ../tests/fixtures/bad.yaml:"));
    assert!(error(&["--to", "regex", "-o", "Cargo.toml"]).contains("cannot write `Cargo.toml`"));
}

#[test]
fn fidelity_is_a_table_and_a_list() {
    let text = output(&["--fidelity", "../tests/fixtures/all_types.yaml"]);
    let head = text.lines().next().expect("a head");
    assert_eq!(head, "engine          exact  exact if printed  limited  left out");
    let mut total = None;
    for engine in ENGINES {
        let row = text.lines().find(|line| line.split(' ').next() == Some(engine)).expect(engine);
        let numbers: Vec<usize> =
            row.split_whitespace().skip(1).map(|number| number.parse().expect("a number")).collect();
        assert_eq!(numbers.len(), 4, "{row}");
        assert_eq!(*total.get_or_insert(numbers.iter().sum::<usize>()), numbers.iter().sum::<usize>(), "{row}");
    }
    assert!(text.contains("\nWX_TWICE\n"));
    assert!(text.contains("\n  regex: the uses of {station} are not compared with each other\n"), "{text}");
    let one = output(&["--fidelity", "--to", "regex"]);
    let (table, list) = one.split_once("\n\n").expect("a table and a list");
    assert_eq!(table, format!("{head}\nregex             103                 1        0         0"));
    let open_end = "  regex: {new-address} may end at another place if the text continues\n";
    assert_eq!(list, format!("KMD_DPD_REMOTE_ADDRESS_CHANGED\n{open_end}"));
}
