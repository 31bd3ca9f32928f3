//! The patterns, run by a real syslog-ng and by its `pdbtool`, compared with the parser.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use kmd_catalog::Model;
use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::{Engine, Limit, Options, Rules, rules};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::{HardLine, hard_lines};
use kmd_tests::hard_text::HtTag;
use kmd_tests::oracle::{Found, assert_fidelity};
use kmd_tests::rsyslog::until;
use serde_json::{Value, json};

use crate::model;
use crate::skipped;

/// Programs of syslog-ng, installed or unpacked.
struct SyslogNg {
    /// The folder in which `ci/engines/install-pdbtool` unpacked it.
    unpacked: Option<PathBuf>,
}

impl SyslogNg {
    fn find(test: &str) -> Option<Self> {
        let unpacked = std::env::var_os("KMD_SYSLOG_NG").map_or_else(
            || Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/syslog-ng")).to_owned(),
            PathBuf::from,
        );
        if unpacked.join("usr/bin/pdbtool").is_file() {
            return Some(Self { unpacked: Some(unpacked) });
        }
        if Path::new("/usr/bin/pdbtool").is_file() {
            return Some(Self { unpacked: None });
        }
        skipped(test, "syslog-ng is neither installed nor unpacked by ci/engines/install-pdbtool");
        None
    }

    /// Returns a command that runs a program of the package.
    fn command(&self, program: &str) -> Command {
        let Some(root) = &self.unpacked else { return Command::new(Path::new("/usr").join(program)) };
        let root = fs::canonicalize(root).expect("a folder");
        let mut command = Command::new(root.join("usr").join(program));
        let arch = fs::read_dir(root.join("usr/lib")).expect("a folder").flatten();
        let arch = arch.map(|entry| entry.file_name()).find(|name| name.to_string_lossy().contains("-linux-"));
        let arch = arch.unwrap_or_default();
        let folders = [root.join("usr/lib").join(&arch), root.join("lib").join(&arch), root.join("usr/lib/syslog-ng")];
        command.env("LD_LIBRARY_PATH", std::env::join_paths(&folders).expect("paths"));
        // The folder of the modules has the version as its name.
        let modules = fs::read_dir(root.join("usr/lib/syslog-ng")).expect("a folder").flatten();
        let modules = modules.map(|entry| entry.path()).find(|path| path.is_dir()).expect("modules");
        let mut option = OsString::from("--module-path=");
        option.push(modules);
        command.env("KMD_MODULE_PATH", &option);
        command
    }

    fn module_path(command: &Command) -> Option<OsString> {
        let mut variables = command.get_envs();
        variables.find(|(name, _)| *name == "KMD_MODULE_PATH").and_then(|(_, value)| value.map(ToOwned::to_owned))
    }

    /// Returns what a real syslog-ng with the configuration of the rules writes for each line. `options` are those of
    /// the source.
    fn run(&self, rules: &Rules, lines: &[&str], options: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        for file in &rules.files {
            fs::write(folder.join(&file.name), &file.text).expect("written");
        }
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        fs::write(folder.join("lines"), text).expect("written");
        fs::write(folder.join("out"), "").expect("written");
        let namespace = rules.files[0].name.trim_end_matches(".xml");
        let at = folder.display();
        let included = rules.files[1].text.replace("/etc/syslog-ng/", &format!("{at}/"));
        let configuration = format!(
            r#"@version: 3.38
options {{ stats-freq(0); }};
{included}
source s {{ file("{at}/lines" follow-freq(0.1) {options}); }};
destination d {{ file("{at}/out" template("$(format-json text=\"$MESSAGE\" values=\"\" --key {namespace}.*)\n")); }};
log {{ source(s); parser(p_{namespace}); destination(d); }};
"#
        );
        fs::write(folder.join("syslog-ng.conf"), configuration).expect("written");
        let mut command = self.command("sbin/syslog-ng");
        if let Some(option) = Self::module_path(&command) {
            command.arg(option);
        }
        command.args(["--foreground", "--no-caps"]);
        for (option, file) in [("--cfgfile", "syslog-ng.conf"), ("--persist-file", "persist"), ("--pidfile", "pid")] {
            command.arg(option).arg(folder.join(file));
        }
        command.arg("--control").arg(folder.join("ctl"));
        let log = fs::File::create(folder.join("log")).expect("a file");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().expect("syslog-ng runs");
        let read = || fs::read_to_string(folder.join("out")).unwrap_or_default();
        until(|| {
            let ended = child.try_wait().expect("its state").is_some();
            assert!(!ended, "{}", fs::read_to_string(folder.join("log")).unwrap_or_default());
            read().matches('\n').count() >= lines.len()
        });
        child.kill().expect("killed");
        child.wait().expect("gone");
        let log = fs::read_to_string(folder.join("log")).expect("its log");
        assert!(!log.contains("Duplicate") && !log.contains("Error while"), "{log}");
        read().lines().map(str::to_owned).collect()
    }
}

/// Reads what syslog-ng found in a line. All of its values are strings.
fn found_in(found: &str, text: &str, namespace: &str) -> Option<Found> {
    let found: Value = serde_json::from_str(found).expect("JSON");
    assert_eq!(found["text"], text);
    let mut fields = found[namespace].as_object().cloned().unwrap_or_default();
    let mut take = |name: &str| fields.remove(name).map(|value| value.as_str().expect("a string").to_owned());
    let (tag, rest) = (take("tag"), take("rest").unwrap_or_default());
    let (severity, facility) = (take("severity"), take("facility"));
    assert!(severity.is_some() == tag.is_some() && facility.is_some() == tag.is_some(), "{found}");
    Some(Found { tag: tag?, fields, rest })
}

/// Converts the strings of decimal integers, numbers and flags, which the parser gives as such.
fn convert(line: &HardLine, found: &mut Found, limits: &[Limit]) {
    for (placeholder, expected) in &line.fields {
        if limits.contains(&Limit::Text(placeholder.clone())) {
            continue;
        }
        let Some(value) = found.fields.get_mut(&placeholder.replace('-', "_")) else { continue };
        let Some(text) = value.as_str() else { continue };
        let is_decimal = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b'-');
        let number = || {
            let integer = text.parse::<i64>().map(Value::from).or_else(|_| text.parse::<u64>().map(Value::from));
            integer.or_else(|_| text.parse::<f64>().map(Value::from)).expect("a number")
        };
        *value = match expected {
            Value::Bool(_) if text == "true" || text == "false" => json!(text == "true"),
            Value::Number(_) if is_decimal => number(),
            _ => continue,
        };
    }
}

#[track_caller]
fn check(path: &str, catalog: &LoadedCatalog, unseen: &[&str]) {
    let Some(syslog_ng) = SyslogNg::find("the patterns for syslog-ng") else { return };
    let model: Model = model(path);
    let rules = rules(Engine::SyslogNg, &model, &Options::default());
    let lines = hard_lines(catalog);
    let texts: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
    let options = format!("flags(no-parse, empty-lines) program-override(\"{}\")", model.process);
    let namespace = rules.files[0].name.trim_end_matches(".xml");
    let found = syslog_ng.run(&rules, &texts, &options);
    let found = found.iter().zip(&texts).map(|(found, text)| found_in(found, text, namespace));
    let mut found: Vec<Option<Found>> = found.collect();
    for (line, found) in lines.iter().zip(&mut found) {
        if let Some(found) = found {
            let limits = rules.fidelity.iter().find(|it| it.tag == found.tag).map(|it| &*it.limits).unwrap_or_default();
            convert(line, found, limits);
        }
    }
    assert_fidelity(&lines, &rules.fidelity, unseen, &found);
}

#[test]
fn kmd() {
    check("catalog.yaml", &LoadedCatalog::of::<KmdTag>(), &[]);
}

#[test]
fn every_type() {
    check("tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>(), &["WX_ADDRESS_BEFORE_SKY"]);
}

#[test]
fn text_with_signs() {
    check("tests/fixtures/hard_text.yaml", &LoadedCatalog::of::<HtTag>(), &[]);
}

#[test]
fn the_tag_in_the_header_of_rfc_5424() {
    let Some(syslog_ng) = SyslogNg::find("the tag in the header in syslog-ng") else { return };
    let rules = rules(Engine::SyslogNg, &model("catalog.yaml"), &Options::default());
    let found = syslog_ng.run(&rules, &crate::RFC_5424, "flags(syslog-protocol)");
    let tags = found.iter().map(|found| serde_json::from_str::<Value>(found).expect("JSON")["kmd"]["tag"].take());
    let tags: Vec<Value> = tags.collect();
    assert_eq!(tags, crate::RFC_5424_TAGS.map(Value::from));
}

/// Returns what `pdbtool test` prints for a file, and whether it accepts it.
fn pdbtool_test(syslog_ng: &SyslogNg, text: &str) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rules.xml");
    fs::write(&file, text).expect("written");
    let mut command = syslog_ng.command("bin/pdbtool");
    command.arg("test");
    if let Some(option) = SyslogNg::module_path(&command) {
        command.arg(option);
    }
    let output = command.arg(file).output().expect("pdbtool runs");
    let text = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    (output.status.success(), text)
}

#[test]
fn the_examples_pass_and_would_fail() {
    let Some(syslog_ng) = SyslogNg::find("the examples for syslog-ng") else { return };
    for path in ["catalog.yaml", "tests/fixtures/all_types.yaml", "tests/fixtures/hard_text.yaml"] {
        let rules = rules(Engine::SyslogNg, &model(path), &Options::default());
        let text = &rules.files[0].text;
        let (passes, output) = pdbtool_test(&syslog_ng, text);
        let (tested, other): (Vec<&str>, Vec<&str>) =
            output.lines().partition(|line| line.starts_with("Testing message"));
        assert!(passes, "{}", other.join("\n"));
        assert_eq!(tested.len(), text.matches("<test_message").count());
        // The check would fail.
        let wrong = text.replacen("</test_value>", "x</test_value>", 1);
        assert_ne!(*text, wrong);
        assert!(!pdbtool_test(&syslog_ng, &wrong).0);
    }
}
