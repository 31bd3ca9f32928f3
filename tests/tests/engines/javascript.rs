//! The module for JavaScript, run by Node.js, compared with the parser. The tests of `kmd docs` run it in a browser.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output};

use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::{Engine, Options, Rules, rules};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::hard_lines;
use kmd_tests::javascript::{UNSEEN, expression, found, javascript};
use kmd_tests::lines::rows;
use kmd_tests::oracle::assert_fidelity;
use serde_json::{Value, json};
use tempfile::TempDir;

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

/// Decodes lines with the module of some rules, or returns `None` without Node.js.
fn decode_lines(what: &str, rules: &Rules, lines: &[impl AsRef<str>]) -> Option<Vec<Value>> {
    let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
    let main = format!(
        "import {{ decodeLine }} from './{}'; process.stdout.write(JSON.stringify({}.map(decodeLine)));",
        rules.files[0].name,
        json!(lines)
    );
    let output = node(what, rules, &main, &["main.js"])?;
    Some(serde_json::from_str(text_of(&output)).expect("JSON"))
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
    let Some(found) = decode_lines("headers for JavaScript rules", &rules, &lines) else { return };
    for (row, found) in rows.iter().zip(found) {
        let outcome = match &found {
            Value::Null => "null",
            found if found["values"].is_null() => "mismatch",
            _ => "event",
        };
        let is_own = ["event", "mismatch"].contains(&row.outcome);
        // What `decodeLine` does not do: it does not read unusual headers and the values in structured data, and it does not
        // check all of a header.
        let line = row.line.trim_end();
        let is_unusual = line.starts_with("<35> 1 ") || line.ends_with(r#"remote-address="192.0.2.1" VPN"#);
        let has_no_text = [']', '-', '\u{feff}'].iter().any(|end| line.ends_with(*end)) || line.ends_with("est actif");
        let hides_process = ["rpd: kmd", "rpd[1] kmd", "a b kmd", "mgd[7]: kmd", "saw KMD_"];
        let expected = match row.outcome {
            _ if is_unusual => "null",
            _ if is_own && has_no_text => "mismatch",
            outcome if is_own => outcome,
            _ if hides_process.iter().any(|part| line.contains(part)) => "event",
            _ => "null",
        };
        assert_eq!(outcome, expected, "{} {found}", row.line);
        if !found.is_null() && row.tag != "-" {
            assert_eq!(found["tag"], row.tag, "{}", row.line);
        }
    }
}

/// The space before an empty value is not the end of a line.
#[test]
fn a_last_value_can_be_empty() {
    let text = "Unable to find active peer for SA";
    let lines = ["", " ", "  ", " \r", "\t"].map(|end| format!("kmd[7]: KMD_PM_SA_PEER_NOT_FOUND: {text}{end}"));
    let Some(found) = decode_lines("last values in JavaScript", &javascript("catalog.yaml"), &lines) else { return };
    let values: Vec<&Value> = found.iter().map(|found| &found["values"]).collect();
    let empty = json!({ "sa_name": "" });
    assert_eq!(values, [&Value::Null, &empty, &empty, &empty, &Value::Null]);
    for (line, values) in lines.iter().zip(values) {
        assert_eq!(kmd_events::KmdRecord::parse(line).event().is_some(), *values == empty, "{line:?}");
    }
}

#[test]
fn a_catalog_cannot_add_code() {
    let text = "
prefix: APP
process: a.pp
placeholders:
  constructor: { type: text, description: A name that every object of JavaScript has. }
  to-string: { type: u16, absent: '</script>', description: Another one. }
  rest: { type: text, description: A name that every event has. }
defaults: { type: event, severity: info, facility: LOG_AUTH }
messages:
  APP_A:
    template: '</script><!--<script>`${{x}}` (?&ipv4) \\4 {constructor} {to-string:#x};{rest}'
    description: A.
  APP_B: { template: 'b {constructor}', alternatives: ['c'], description: B. }
";
    let (model, diagnostics) = kmd_catalog::parse(text);
    let options = Options::default().with_catalog("x\u{2028}throw 1\n</script>");
    let rules = rules(Engine::JavaScript, &model.expect("a model"), &options);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    for file in &rules.files {
        for word in ["\u{2028}", "\u{2029}", "</", "<!--", "<script"] {
            assert!(!file.text.contains(word), "{word:?}");
        }
        let (head, _) = file.text.split_once("\n\n").expect("a head");
        assert!(head.lines().all(|line| line.starts_with("//")), "{head}");
    }
    let begin = "APP_A: </script><!--<script>`${x}` (?&ipv4) \\4 ";
    let lines = [format!("{begin}a 0xff;b"), format!("{begin}a </script>;"), "a.pp[1]: APP_B: c".to_owned()];
    let Some(found) = decode_lines("JavaScript rules of a hostile catalog", &rules, &lines) else { return };
    let values: Vec<&Value> = found.iter().map(|event| &event["values"]).collect();
    assert_eq!(
        values,
        [
            &json!({ "constructor": "a", "to_string": 255, "rest_": "b" }),
            &json!({ "constructor": "a", "rest_": "" }),
            &json!({ "constructor": "" })
        ]
    );
}

/// The texts can be split in so many ways that an expression that tries all of them would not end.
#[test]
fn hostile_lines_are_read_or_refused() {
    let text = "
prefix: APP
process: app
placeholders:
  a: { type: text, description: A. }
  b: { type: text, description: B. }
  c: { type: text, description: C. }
  d: { type: text, description: D. }
  e: { type: text, absent: '-', description: E. }
  f: { type: text, description: F. }
  g: { type: text, description: G. }
  h: { type: text, description: H. }
  peer: { type: ip, description: A peer. }
  port: { type: u16, description: A port. }
defaults: { type: event, severity: info, facility: LOG_AUTH }
messages:
  APP_TEXTS: { template: '{a} {b} {c} {d} {e} {f} {g} {h}!', description: A. }
  APP_TYPED: { template: '{a} {peer}:{port} {b} {peer} {c} {port} {d} {port}!', description: B. }
  APP_SEGMENTS: { template: '{a} {peer}:{port} {b} {c} to {d} by {f}=', description: C. }
  APP_AGAIN: { template: '{a} {a} {b} {b} {c} {c} {d} {d} {f}!', description: D. }
  APP_DASHES: { template: '{a}-{e}-{b}-{c}!', description: E. }
";
    let (model, diagnostics) = kmd_catalog::parse(text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let rules = rules(Engine::JavaScript, &model.expect("a model"), &Options::default());
    let blanks = |number: usize| " ".repeat(number);
    let begin = "Unable to retrieve policy for Phase 2 from ";
    let policy = " (Phase 1 local peer , remote peer ; Phase 2 local peer , remote peer ".repeat(40);
    let texts = |last: &str| json!({ "a": "x", "b": "", "c": "", "d": "", "e": "", "f": "", "g": "", "h": last });
    let cases = [
        (format!("APP_TEXTS: x {}y", blanks(80)), Value::Null, false),
        (format!("APP_TEXTS: x {}y!", blanks(80)), texts(&format!("{}y", blanks(74))), false),
        (format!("APP_TEXTS: x{}y!", blanks(12)), texts(&format!("{}y", blanks(5))), false),
        (
            "APP_TEXTS: x  1 2 - 4 5 6!".to_owned(),
            json!({ "a": "x", "b": "", "c": "1", "d": "2", "f": "4", "g": "5", "h": "6" }),
            false,
        ),
        (format!("APP_SEGMENTS: {}", " ::1:1 ".repeat(500)), Value::Null, false),
        (
            format!("APP_SEGMENTS: {} ::1:2:7 x y to  by z=", blanks(80)),
            json!({ "a": blanks(80), "peer": "::1:2", "port": 7, "b": "x", "c": "y", "d": "", "f": "z" }),
            false,
        ),
        (format!("APP_TYPED: {}", " ::1 1 ::1:1 ".repeat(200)), Value::Null, true),
        (format!("APP_AGAIN: {}", "a ".repeat(200)), Value::Null, true),
        (
            format!("APP_AGAIN: 1 1 2 2 3 3 4 4 {}y!", "x ".repeat(12)),
            json!({ "a": "1", "b": "2", "c": "3", "d": "4", "f": format!("{}y", "x ".repeat(12)) }),
            false,
        ),
        // The parser goes back to a text that is shorter than the word for no value.
        ("APP_DASHES: x----y!".to_owned(), json!({ "a": "x", "b": "", "c": "y" }), false),
        ("APP_DASHES: x---y!".to_owned(), json!({ "a": "x", "e": "", "b": "", "c": "y" }), false),
    ];
    let lines: Vec<&str> = cases.iter().map(|(line, ..)| &**line).collect();
    let main = format!(
        "import {{ decode, decodeLine }} from './app.js'; import * as kmd from './kmd.js';
         const found = {}.map((line) => [decodeLine(line), decode(line)]);
         process.stdout.write(JSON.stringify([found, kmd.decodeLine({})]));",
        json!(lines),
        json!(format!("KMD_PM_PHASE2_POLICY_LOOKUP_FAIL: {begin}{policy}"))
    );
    let mut both = javascript("catalog.yaml");
    both.files.extend(rules.files);
    let Some(output) = node("hostile lines for JavaScript rules", &both, &main, &["main.js"]) else { return };
    let (found, policy): (Vec<[Value; 2]>, Value) = serde_json::from_str(text_of(&output)).expect("JSON");
    for ((line, values, is_refused), [of_line, of_text]) in cases.iter().zip(&found) {
        assert_eq!(of_line["tag"], line.split_once(':').expect("a tag").0);
        assert_eq!(&of_line["values"], values, "{line}");
        assert_eq!(of_line["refused"] == true, *is_refused, "{line}");
        assert_eq!(of_text["refused"] == true, *is_refused, "{line}");
    }
    assert_eq!(policy["values"], Value::Null);
}
