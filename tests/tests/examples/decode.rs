//! Tests of the example `decode`.

use std::fs::File;
use std::io::Write as _;
use std::process::{Output, Stdio};

use kmd_tests::cargo::example;
use kmd_tests::lines;

fn decode(arguments: &[&str], input: Stdio) -> Output {
    example("decode", arguments, input)
}

#[test]
fn every_line_is_printed_as_an_object() {
    let rows = lines::rows();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("messages.log");
    let mut log = File::create(&path).expect("a file");
    for row in &rows {
        writeln!(log, "{}", row.line).expect("written");
    }
    // The last line is not UTF-8 and does not end with a line break.
    log.write_all(b"kmd: KMD_PM_KEY_NOT_SUPPORTED: Key type \xff not supported").expect("written");

    let path = path.to_str().expect("UTF-8");
    let by_name = decode(&[path], Stdio::null());
    let by_stdin = decode(&[], File::open(path).expect("the log").into());
    assert_eq!(String::from_utf8_lossy(&by_name.stderr), "");
    assert!(by_name.status.success());
    assert_eq!(by_name.stdout, by_stdin.stdout);

    let out = String::from_utf8(by_name.stdout).expect("UTF-8");
    let objects: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects.len(), rows.len() + 1);
    for (row, object) in rows.iter().zip(&objects) {
        let text = |name: &str| object.get(name).map_or("-", |text| text.as_str().expect("a text"));
        let found = ["outcome", "tag", "host", "process", "pid"].map(text);
        assert_eq!(found, [row.outcome, row.tag, row.host, row.process, row.pid], "{}", row.line);
        assert_eq!(object.get("fields").is_some(), row.outcome == "event", "{}", row.line);
        assert_eq!(object.get("reason").is_some(), row.outcome == "mismatch", "{}", row.line);
    }
    assert_eq!(objects[rows.len()]["fields"]["type"], "\u{fffd}");

    // The object has the parts of the line under their documented names and omits missing parts.
    let full = rows.iter().position(|row| row.line.contains("%AUTH-5-")).expect("a line with an explicit priority");
    assert_eq!(
        objects[full],
        serde_json::json!({
            "time": "Mar  4 08:15:01",
            "host": "edge-fw1",
            "process": "kmd",
            "pid": "2190",
            "facility": "LOG_AUTH",
            "severity": "notice",
            "tag": "KMD_DPD_REMOTE_ADDRESS_CHANGED",
            "outcome": "event",
            "fields": { "tunnel-name": "branch 7", "old-address": "203.0.113.77", "new-address": "2001:db8::77" },
            "text": "Remote peer address for tunnel branch 7 changed from 203.0.113.77 to 2001:db8::77",
        })
    );
    let empty = rows.iter().position(|row| row.line.is_empty()).expect("an empty line");
    assert_eq!(objects[empty], serde_json::json!({ "outcome": "other" }));
    let mismatch = rows.iter().position(|row| row.line.ends_with("peer.example.net is up.")).expect("a mismatch");
    assert_eq!(
        objects[mismatch]["reason"],
        "invalid value for placeholder `remote-address`: expected an IP address, found `peer.example.net`"
    );
}

#[test]
fn the_summary_counts_messages() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("messages.log");
    let log = "\
Aug  3 10:18:44  srx1 kmd[1]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.
Aug  3 10:18:45  srx1 kmd[1]: KMD_VPN_UP_ALARM_USER: VPN hq from gw is up.
Aug  3 10:18:46  srx1 kmd[1]: KMD_VPN_UP_ALARM_USER: VPN hq from 192.0.2.1 is up.
Aug  3 10:18:47  srx1 kmd[1]: %DAEMON-3-KMD_NEW_MESSAGE: what
Aug  3 10:18:48  srx1 kmd[1]: what
Aug  3 10:18:49  srx1 rpd[1]: what
";
    std::fs::write(&path, log).expect("written");
    let output = decode(&["--summary", path.to_str().expect("UTF-8")], Stdio::null());
    assert_eq!(
        String::from_utf8(output.stdout).expect("UTF-8"),
        "   count  outcome   severity   first            last             tag
       1  untagged  -          Aug  3 10:18:48  Aug  3 10:18:48  (no tag)
       1  unknown   error      Aug  3 10:18:47  Aug  3 10:18:47  KMD_NEW_MESSAGE
       2  event     info       Aug  3 10:18:44  Aug  3 10:18:46  KMD_VPN_UP_ALARM_USER
       1  mismatch  info       Aug  3 10:18:45  Aug  3 10:18:45  KMD_VPN_UP_ALARM_USER
6 lines: 2 events, 1 mismatches, 1 unknown, 1 untagged, 1 other
"
    );
}

#[test]
fn wrong_arguments_are_reported() {
    for (arguments, said) in [(&["--sum"][..], "--sum"), (&["a", "b"], "b"), (&["no-such-file"], "no-such-file: ")] {
        let output = decode(arguments, Stdio::null());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.contains(said), "{error}");
    }
}
