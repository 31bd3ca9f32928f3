//! The module for JavaScript, run by Node.js, compared with the parser. The tests of `kmd docs` run it in a browser.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output};

use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::Rules;
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::hard_lines;
use kmd_tests::javascript::{expression, found, javascript};
use kmd_tests::lines::rows;
use kmd_tests::oracle::assert_fidelity;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The messages in which a value could end at two places, and for which the first one that the expression tries is that of the
/// parser in every line here.
const UNSEEN: &[&str] = &["WX_ADDRESSES_TOGETHER", "WX_FORMATTED_ABSENT", "WX_ADDRESS_BEFORE_SKY", "WX_TWICE"];

/// Writes the files of the rules and `main.js` into a folder, and runs Node.js there. Without Node.js, it says that `what` is
/// skipped and returns `None`.
fn node(what: &str, rules: &Rules, main: &str, arguments: &[&str]) -> Option<Output> {
    let folder: TempDir = tempfile::tempdir().expect("a folder");
    for file in &rules.files {
        fs::write(folder.path().join(&file.name), &file.text).expect("written");
    }
    fs::write(folder.path().join("package.json"), r#"{ "type": "module" }"#).expect("written");
    fs::write(folder.path().join("main.js"), main).expect("written");
    match Command::new("node").args(arguments).current_dir(&folder).output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert_ne!(std::env::var("KMD_ENGINES").as_deref(), Ok("required"), "Node.js: {error}");
            let text = format!("\nSKIPPED: {what}, since Node.js is not installed\n");
            std::io::stderr().write_all(text.as_bytes()).expect("stderr");
            None
        }
    }
}

#[track_caller]
fn text_of(output: &Output) -> &str {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

/// Compares the rules of a catalog with the parser.
#[track_caller]
fn check(path: &str, catalog: &LoadedCatalog, unseen: &[&str]) {
    let rules = javascript(path);
    let lines = hard_lines(catalog);
    let main =
        format!("import {{ decode }} from './{}'; process.stdout.write({});", rules.files[0].name, expression(&lines));
    let Some(output) = node("JavaScript rules", &rules, &main, &["main.js"]) else { return };
    assert_fidelity(&lines, &rules.fidelity, unseen, &found(text_of(&output)));
    let exact = rules.fidelity.iter().filter(|message| message.is_exact()).count();
    println!("{exact} of {} messages are exact", rules.fidelity.len());
}

#[test]
fn kmd() {
    check("catalog.yaml", &LoadedCatalog::of::<KmdTag>(), &[]);
}

#[test]
fn every_type() {
    check("tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>(), UNSEEN);
}

#[test]
fn the_tests_of_the_module_pass() {
    for path in ["catalog.yaml", "tests/fixtures/all_types.yaml"] {
        let rules = javascript(path);
        let Some(output) = node("tests of JavaScript rules", &rules, "", &["--test", &rules.files[1].name]) else {
            return;
        };
        let text = text_of(&output);
        assert!(text.contains("# fail 0") || text.contains("ℹ fail 0"), "{text}");
    }
}

#[test]
fn headers_are_skipped() {
    let rules = javascript("catalog.yaml");
    let rows = rows();
    let lines: Vec<&str> = rows.iter().map(|row| &*row.line).collect();
    let main = format!(
        "import {{ decodeLine }} from './kmd.js'; process.stdout.write(JSON.stringify({}.map(decodeLine)));",
        json!(lines)
    );
    let Some(output) = node("headers for JavaScript rules", &rules, &main, &["main.js"]) else { return };
    let found: Vec<Value> = serde_json::from_str(text_of(&output)).expect("JSON");
    for (row, found) in rows.iter().zip(found) {
        let outcome = match &found {
            Value::Null => "null",
            found if found["values"].is_null() => "mismatch",
            _ => "event",
        };
        let is_own = ["event", "mismatch"].contains(&row.outcome);
        // What `decodeLine` does not do: it does not read values in structured data and unusual headers, and it does not
        // check all of a header.
        let expected = match row.line.trim_end() {
            line if line.starts_with("<35> 1 ") || line.ends_with(r#"remote-address="192.0.2.1" VPN"#) => "null",
            line if line.ends_with([']', '-']) || line.ends_with("- \u{feff}") || line.ends_with("est actif") => {
                if is_own {
                    "mismatch"
                } else {
                    "null"
                }
            }
            line if ["rpd: kmd", "rpd[1] kmd", "a b kmd", "mgd[7]: kmd", "saw KMD_"]
                .iter()
                .any(|it| line.contains(it)) =>
            {
                "event"
            }
            _ if is_own => row.outcome,
            _ => "null",
        };
        assert_eq!(outcome, expected, "{} {found}", row.line);
        if !found.is_null() && row.tag != "-" {
            assert_eq!(found["tag"], row.tag, "{}", row.line);
        }
    }
}
