//! The rule base and the configuration, run by a real rsyslogd and by `lognormalizer`, compared with the parser.

use std::fs;
use std::io::Write as _;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use kmd_events::{KmdTag, LoadedCatalog};
use kmd_rules::{Engine, Limit, Options, Rules, rules};
use kmd_tests::all_types::WxTag;
use kmd_tests::hard_lines::{HardLine, hard_lines};
use kmd_tests::hard_text::HtTag;
use kmd_tests::oracle::{Found, assert_fidelity};
use kmd_tests::rsyslog::until;
use serde_json::Value;
use tempfile::TempDir;

use crate::{model, skipped};

const RSYSLOGD: &str = "/usr/sbin/rsyslogd";
const LOGNORMALIZER: &str = "/usr/bin/lognormalizer";

/// An rsyslogd that stops when it is dropped.
struct Rsyslogd(Child);

impl Drop for Rsyslogd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Writes the files of the rules to a new folder, with the path of the folder in the configuration.
fn written(rules: &Rules) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for file in &rules.files {
        let text = file.text.replace("/etc/rsyslog.d/", &format!("{}/", folder.path().display()));
        fs::write(folder.path().join(&file.name), text).expect("written");
    }
    folder
}

/// Returns what a real rsyslogd with the configuration of the rules writes for each line.
fn run(rules: &Rules, lines: &[String]) -> Vec<String> {
    let folder = written(rules);
    let folder = folder.path();
    let namespace = rules.files[0].name.trim_end_matches(".rulebase");
    let at = folder.display();
    let configuration = format!(
        r#"
global(workDirectory="{at}" maxMessageSize="64k" net.enableDNS="off")
module(load="imptcp")
include(file="{at}/00-mmnormalize.conf")
include(file="{at}/{namespace}.conf")
template(name="values" type="string" string="%$!%\n")
ruleset(name="all") {{
  call {namespace}
  set $!text = $msg;
  action(type="omfile" file="{at}/out" template="values")
}}
input(type="imptcp" path="{at}/stream" unlink="on" ruleset="all")
"#
    );
    fs::write(folder.join("rsyslog.conf"), configuration).expect("written");
    fs::write(folder.join("out"), "").expect("written");
    // AppArmor may restrict the installed program to its own folders.
    assert!(Command::new("cp").arg(RSYSLOGD).arg(folder.join("rsyslogd")).status().expect("cp runs").success());
    let log = fs::File::create(folder.join("log")).expect("a file");
    let mut command = Command::new(folder.join("rsyslogd"));
    command.arg("-n").arg("-f").arg(folder.join("rsyslog.conf")).arg("-i").arg(folder.join("pid"));
    let daemon = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().expect("rsyslogd runs");
    let _daemon = Rsyslogd(daemon);
    until(|| UnixStream::connect(folder.join("stream")).is_ok());
    let mut stream = UnixStream::connect(folder.join("stream")).expect("connected");
    for line in lines {
        writeln!(stream, "{line}").expect("sent");
    }
    let read = || fs::read_to_string(folder.join("out")).unwrap_or_default();
    until(|| read().matches('\n').count() >= lines.len());
    let log = fs::read_to_string(folder.join("log")).expect("its log");
    assert!(log.is_empty(), "{log}");
    read().lines().map(str::to_owned).collect()
}

/// Reads what rsyslogd found in a line.
fn found_in(found: &str, text: &str, namespace: &str) -> Option<Found> {
    let found: Value = serde_json::from_str(found).unwrap_or_else(|error| panic!("{error}: {found}"));
    assert_eq!(found["text"], format!(" {text}"));
    let mut fields = found[namespace].as_object().cloned()?;
    let mut take = |name: &str| fields.remove(name).map(|value| value.as_str().expect("a string").to_owned());
    let (tag, rest) = (take("tag").expect("a tag"), take("rest").unwrap_or_default());
    assert!(take("severity").is_some() && take("facility").is_some(), "{found}");
    Some(Found { tag, fields, rest })
}

/// Checks the lines of a catalog, and more lines that show limits.
#[track_caller]
fn check(path: &str, catalog: &LoadedCatalog, more: &[&str]) {
    if !Path::new(RSYSLOGD).is_file() {
        return skipped("the rules for rsyslog", "rsyslogd is not installed");
    }
    let model = model(path);
    let rules = rules(Engine::Rsyslog, &model, &Options::default());
    let more = more.iter().map(|text| HardLine::new(catalog, (*text).to_owned(), false));
    let lines: Vec<HardLine> = hard_lines(catalog).into_iter().chain(more).collect();
    let header = format!("<35>Aug  3 10:18:44 here {}[7]:", model.process);
    let sent: Vec<String> = lines.iter().map(|line| format!("{header} {}", line.text)).collect();
    let namespace = rules.files[0].name.trim_end_matches(".rulebase");
    let found = run(&rules, &sent);
    let found = found.iter().zip(&lines).map(|(found, line)| found_in(found, &line.text, namespace));
    let found: Vec<Option<Found>> = found.collect();
    assert_fidelity(&lines, &rules.fidelity, &[], &found);
}

#[test]
fn kmd() {
    // The last value is not of its type, or a text has the text after it.
    let more = [
        "KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up. Local-ip: 192.0.2.2, gateway name: gw, vpn name: hq, \
         tunnel-id: x, local tunnel-if: st0.1, remote tunnel-ip: Not-Available, Local IKE-ID: a, Remote IKE-ID: b, AAA \
         username: c, VR id: 0, Traffic-selector: d, Traffic-selector local ID: e, Traffic-selector remote ID: f, SA Type: \
         g",
        "KMD_VPN_DOWN_ALARM_USER: VPN hq from 192.0.2.1 is down. Local-ip: 192.0.2.2, gateway name: gw, vpn name: hq, \
         tunnel-id: x, local tunnel-if: st0.1, remote tunnel-ip: Not-Available, Local IKE-ID: a, Remote IKE-ID: b, AAA \
         username: c, VR id: 0, Traffic-selector: d, Traffic-selector local ID: e, Traffic-selector remote ID: f, SA Type: \
         g",
        "IKE negotiation successfully completed. IKE Version: 2, VPN: hq Gateway: gw, Local: 192.0.2.1/500, Remote: \
         192.0.2.2/500, Local IKE-ID: a, Remote IKE-ID: b, VR-ID: x",
        "IKE negotiation successfully completed. IKE Version: 2, VPN: a Gateway: b Gateway: gw, Local: c, Local: \
         192.0.2.1/500, Remote: 192.0.2.2/500, Local IKE-ID: a, Remote IKE-ID: b, Remote IKE-ID: b, VR-ID: c, VR-ID: 7",
        "IPSec negotiation failed with error: no. IKE Version: 2, VPN: hq Gateway: gw, Local: 192.0.2.1/500, Remote: \
         192.0.2.2/500, Local IKE-ID: a, Remote IKE-ID: b, VR-ID: x",
    ];
    check("catalog.yaml", &LoadedCatalog::of::<KmdTag>(), &more);
}

#[test]
fn every_type() {
    check("tests/fixtures/all_types.yaml", &LoadedCatalog::of::<WxTag>(), &[]);
}

#[test]
fn text_with_signs() {
    check("tests/fixtures/hard_text.yaml", &LoadedCatalog::of::<HtTag>(), &[]);
}

#[test]
fn the_tag_in_the_header_of_rfc_5424() {
    if !Path::new(RSYSLOGD).is_file() {
        return skipped("the tag in the header in rsyslog", "rsyslogd is not installed");
    }
    let rules = rules(Engine::Rsyslog, &model("catalog.yaml"), &Options::default());
    let found = run(&rules, &crate::RFC_5424.map(str::to_owned));
    let tags = found.iter().map(|found| serde_json::from_str::<Value>(found).expect("JSON")["kmd"]["tag"].take());
    let tags: Vec<Value> = tags.collect();
    assert_eq!(tags, crate::RFC_5424_TAGS.map(Value::from));
}

/// The rule base alone, before the configuration checks and splits values.
#[test]
fn lognormalizer_reads_the_same_messages() {
    if !Path::new(LOGNORMALIZER).is_file() {
        return skipped("the rule base for liblognorm", "lognormalizer is not installed");
    }
    let catalogs = [
        ("catalog.yaml", LoadedCatalog::of::<KmdTag>()),
        ("tests/fixtures/all_types.yaml", LoadedCatalog::of::<WxTag>()),
    ];
    for (path, catalog) in catalogs {
        let rules = rules(Engine::Rsyslog, &model(path), &Options::default());
        let folder = written(&rules);
        let lines = hard_lines(&catalog);
        let text: String = lines.iter().map(|line| format!("{}\n", line.text)).collect();
        fs::write(folder.path().join("lines"), text).expect("written");
        let mut command = Command::new(LOGNORMALIZER);
        command.arg("-r").arg(folder.path().join(&rules.files[0].name)).args(["-e", "json"]);
        let output = command.stdin(fs::File::open(folder.path().join("lines")).expect("a file")).output();
        let output = output.expect("lognormalizer runs");
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(text.lines().count(), lines.len());
        for (found, line) in text.lines().zip(&lines) {
            let Some(tag) = line.tag else { continue };
            let limits = rules.fidelity.iter().find(|it| it.tag == tag).map(|it| &*it.limits).unwrap_or_default();
            let is_sure = limits.iter().all(|limit| matches!(limit, Limit::Text(_) | Limit::Spelling(_)));
            let found: Value = serde_json::from_str(found).expect("JSON");
            assert!(!is_sure || found["tag"] == tag, "{found} for {line:?}");
        }
    }
}
