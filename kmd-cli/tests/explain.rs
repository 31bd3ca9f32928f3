//! Tests of `kmd explain`.

use std::fs;
use std::process::Command;

use kmd_events::{Facility, KmdTag};

/// Returns the exit status, standard output and standard error.
fn explain(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).arg("explain").args(arguments);
    let output = command.output().expect("kmd runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a status"), text(output.stdout), text(output.stderr))
}

#[test]
fn an_entry_has_the_layout_of_a_router() {
    let (status, entry, _) = explain(&["KMD_DPD_FAILOVER_MAX_ATTEMPTS"]);
    assert_eq!(status, 0);
    let labels: Vec<&str> = entry.lines().filter(|line| !line.starts_with(' ')).collect();
    let labels: Vec<&str> = labels.iter().map(|line| line.split_whitespace().next().expect("a label")).collect();
    assert_eq!(
        labels,
        [
            "Name:",
            "Message:",
            "Help:",
            "Description:",
            "Type:",
            "Severity:",
            "Facility:",
            "Cause:",
            "Action:",
            "Note:",
            "Fields:"
        ]
    );
    assert!(entry.starts_with("Name:          KMD_DPD_FAILOVER_MAX_ATTEMPTS\n"), "{entry}");
    assert!(
        entry.contains("\nMessage:       Number of failover attempts exceeded limit <count> for tunnel\n               <tunnel-name>\n"),
        "{entry}"
    );
    assert!(entry.contains("\nType:          Error: An error occurred\n"), "{entry}");
    assert!(entry.contains("\nSeverity:      error\nFacility:      LOG_AUTH\n"), "{entry}");
    for line in entry.lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert!(line.is_char_boundary(15) && line.len() > 15, "{line}");
        assert!(!line.starts_with(' ') || line.starts_with(&" ".repeat(15)), "{line}");
    }
    // A message without a cause does not have this label.
    let (_, entry, _) = explain(&["KMD_PM_UNSUPPORTED_MODE"]);
    assert!(!entry.contains("\nCause:"), "{entry}");
    let (_, entry, _) = explain(&["KMD_DPD_PEER_DOWN"]);
    assert!(
        entry.contains("\nSince:         Unknown release; in a program of 2017\nSource:        Program "),
        "{entry}"
    );
}

#[test]
fn an_entry_is_printed_as_json() {
    let (status, entry, _) = explain(&["--json", "KMD_VPN_UP_ALARM_USER"]);
    assert_eq!(status, 0);
    let entry: serde_json::Value = serde_json::from_str(&entry).expect("JSON");
    assert_eq!(entry["tag"], "KMD_VPN_UP_ALARM_USER");
    assert_eq!(entry["message"], "VPN {vpn-name} from {remote-address} is up.");
    assert_eq!(entry["type"], "event");
    assert_eq!(entry["severity"], "info");
    assert_eq!(entry["facility"], "LOG_DAEMON");
    assert_eq!(entry["priority"], 30);
    assert_eq!(entry["placeholders"][1]["name"], "remote-address");
    assert_eq!(entry["placeholders"][1]["type"], "ip");
}

/// The entry has what the manual has.
#[test]
fn an_entry_has_the_fields_and_the_other_texts() {
    let (_, entry, _) = explain(&["kmd-cli/tests/docs/lab.yaml", "LAB_OTHER"]);
    let expected =
        "\nOther texts:   wait was <delay>\nFields:        delay: Time to wait. (duration in milliseconds)\n";
    assert!(entry.contains(expected), "{entry}");
    let (_, entry, _) = explain(&["tests/crates/foreign/lab.yaml", "LAB_SERIAL"]);
    assert!(entry.contains("\nMessage:       Serial 0x<serial>\n"), "{entry}");
    let expected = "\nFields:        serial: Serial number of the bench. (integer from 0 to\n                 \
                    4,294,967,295, in hexadecimal in the text, a decimal number in\n                 JSON)\n";
    assert!(entry.ends_with(expected), "{entry}");
    // `{mac:X}` is not an integer.
    let (_, entry, _) = explain(&["tests/crates/foreign/lab.yaml", "LAB_BENCH"]);
    assert!(entry.contains("\nFields:        mac: Hardware address of the bench. (MAC address)\n"), "{entry}");
}

#[test]
fn several_messages_are_explained_in_any_order() {
    const LAB: &str = "tests/crates/foreign/lab.yaml";
    let one = |tag| explain(&[LAB, tag]).1;
    let expected = format!("{}\n{}", one("LAB_NET"), one("LAB_ON"));
    for arguments in [[LAB, "LAB_NET", "LAB_ON"], ["LAB_NET", LAB, "on"], ["net", "LAB_ON", LAB]] {
        assert_eq!(explain(&arguments), (0, expected.clone(), String::new()), "{arguments:?}");
    }
    let (status, entries, _) = explain(&[LAB, "--json", "LAB_NET", "LAB_ON"]);
    let entries: serde_json::Value = serde_json::from_str(&entries).expect("JSON");
    assert_eq!((status, &entries[0]["tag"], &entries[1]["tag"]), (0, &"LAB_NET".into(), &"LAB_ON".into()));
    // The others are explained.
    let (status, entry, error) = explain(&["LAB_NT", "LAB_NET", LAB]);
    assert_eq!((status, entry), (1, one("LAB_NET")));
    assert!(error.starts_with("error: cannot find message `LAB_NT` in catalog `LAB`\n"), "{error}");
}

#[test]
fn a_line_of_a_log_is_for_decode() {
    let up = "VPN hq from 192.0.2.1 is up.";
    for line in [up, &format!("kmd[7]: KMD_VPN_UP_ALARM_USER: {up}")] {
        let expected = format!(
            "error: `{line}` is neither a file nor a tag\nhelp: pass a line of a log to `kmd decode` on standard input, which \
             prints its tag\n"
        );
        assert_eq!(explain(&[line]), (2, String::new(), expected));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a catalog.yaml");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/crates/foreign/lab.yaml"), &file).expect("a copy");
    assert_eq!(explain(&[file.to_str().expect("UTF-8"), "--severity", "error"]).1, "LAB_LOST\n");
}

#[test]
fn a_missing_file_with_a_space_is_missing() {
    for file in ["my docs/messages.yaml", "./my messages"] {
        let (status, printed, error) = explain(&[file]);
        let expected = format!("error: cannot read `{file}`: No such file or directory (os error 2)\n");
        assert_eq!((status, &*printed), (2, ""));
        assert!(error.starts_with(&expected), "{error}");
    }
}

/// As the help says.
#[test]
fn json_is_an_object_for_one_tag_and_a_list_for_several() {
    let json = |tags: &[&str]| {
        let (status, printed, _) = explain(&[&["--json"], tags].concat());
        let json = serde_json::from_str::<serde_json::Value>(&printed).ok();
        (status, printed.is_empty(), json.map(|json| json.as_array().map(Vec::len)))
    };
    let known = "KMD_VPN_UP_ALARM_USER";
    assert_eq!(json(&[known]), (0, false, Some(None)));
    assert_eq!(json(&[known, known]), (0, false, Some(Some(2))));
    assert_eq!(json(&[known, "NOPE"]), (1, false, Some(Some(1))));
    assert_eq!(json(&["NOPE", "NOPE"]), (1, false, Some(Some(0))));
    assert_eq!(json(&["NOPE"]), (1, true, None));
}

#[test]
fn an_empty_list_has_a_note() {
    let note = String::from("note: no message matches\n");
    assert_eq!(explain(&["--severity", "warning"]), (0, String::new(), note.clone()));
    assert_eq!(explain(&["--search", "xyzzy", "--json"]), (0, String::from("[]\n"), note));
}

/// All names that a catalog or syslog has, in any case.
#[test]
fn severities_and_facilities_have_several_names() {
    for (names, expected) in [
        (&["error", "err", "ERR", "Error"][..], "LAB_LOST\n"),
        (&["emergency", "emerg", "PANIC"], ""),
        (&["critical", "crit"], ""),
        (&["warning", "warn"], ""),
    ] {
        for name in names {
            let (status, listed, _) = explain(&["tests/crates/foreign/lab.yaml", "--severity", name]);
            assert_eq!((status, &*listed), (0, expected), "{name}");
        }
    }
    let daemon = KmdTag::ALL.iter().filter(|tag| tag.message().facility() == Facility::Daemon);
    let daemon: String = daemon.flat_map(|tag| [tag.as_str(), "\n"]).collect();
    for name in ["LOG_DAEMON", "daemon", "Daemon", "log_daemon"] {
        assert_eq!(explain(&["--facility", name]).1, daemon, "{name}");
    }
    let (status, _, error) = explain(&["--facility", "foo"]);
    assert!(
        status == 2 && error.contains("'foo'") && error.contains("LOG_KERN") && error.contains("LOG_LOCAL7"),
        "{error}"
    );
}

#[test]
fn an_unknown_tag_is_reported_with_the_closest_tag() {
    let (status, printed, error) = explain(&["KMD_VPN_UP_ALRAM_USER"]);
    assert_eq!((status, &*printed), (1, ""));
    let expected = "error: cannot find message `KMD_VPN_UP_ALRAM_USER` in catalog `KMD`\n\
                    help: a message with a similar name exists: `KMD_VPN_UP_ALARM_USER`\n";
    assert_eq!(error, expected);
    let (status, _, error) = explain(&["XYZZY"]);
    let expected = "error: cannot find message `XYZZY` in catalog `KMD`\n\
                    help: `kmd explain` without a tag lists all messages\n";
    assert_eq!((status, &*error), (1, expected));
}

#[test]
fn the_help_lists_the_messages_of_the_catalog() {
    let (status, _, error) = explain(&["tests/crates/foreign/lab.yaml", "XYZZY"]);
    let expected = "error: cannot find message `XYZZY` in catalog `LAB`\n\
                    help: `kmd explain tests/crates/foreign/lab.yaml` without a tag lists all messages\n";
    assert_eq!((status, &*error), (1, expected));
}

#[test]
fn a_tag_can_be_in_lower_case_and_without_the_prefix() {
    let (_, entry, _) = explain(&["KMD_VPN_UP_ALARM_USER"]);
    assert!(entry.starts_with("Name:          KMD_VPN_UP_ALARM_USER\n"), "{entry}");
    for tag in ["kmd_vpn_up_alarm_user", "vpn_up_alarm_user", "VPN_UP_ALARM_USER", "Kmd_Vpn_Up_Alarm_User"] {
        assert_eq!(explain(&[tag]), (0, entry.clone(), String::new()), "{tag}");
    }
    let (status, entry, _) = explain(&["tests/crates/foreign/lab.yaml", "route"]);
    assert_eq!((status, entry.lines().next()), (0, Some("Name:          LAB_ROUTE")));
    let (_, _, error) = explain(&["kmd_vpn_up_alram_user"]);
    let expected = "error: cannot find message `kmd_vpn_up_alram_user` in catalog `KMD`\n\
                    help: a message with a similar name exists: `KMD_VPN_UP_ALARM_USER`\n";
    assert_eq!(error, expected);
    let (_, _, error) = explain(&["tests/crates/foreign/lab.yaml", "ruote"]);
    let expected = "error: cannot find message `ruote` in catalog `LAB`\n\
                    help: a message with a similar name exists: `LAB_ROUTE`\n";
    assert_eq!(error, expected);
}

#[test]
fn filters_are_for_lists() {
    for filter in [["--severity", "info"], ["--facility", "daemon"], ["--search", "vpn"]] {
        let (status, printed, error) = explain(&["KMD_VPN_UP_ALARM_USER", filter[0], filter[1]]);
        let expected = "error: `--severity`, `--facility` and `--search` select messages of a list, but \
                        `KMD_VPN_UP_ALARM_USER` is the tag of one message\n";
        assert_eq!((status, &*printed, &*error), (2, "", expected), "{filter:?}");
    }
}

#[test]
fn any_catalog_is_explained() {
    let (status, entry, _) = explain(&["tests/crates/foreign/lab.yaml", "LAB_ROUTE"]);
    assert_eq!(status, 0);
    let expected = "\
Name:          LAB_ROUTE
Message:       Route of <size>[ via <gateway> in <domain>][, phase <phase>, at
               <reason>]
Description:   The route changed.
Type:          Event: This message reports an event, not an error
Severity:      info
Facility:      LOG_LOCAL3
Fields:        size: Number of samples. (integer, 0 or more)
               gateway: Address of the gateway. (IP address; may be missing)
               domain: Routing domain. (integer from 0 to 65,535; may be
                 missing)
               phase: Phase of the run. (idle, heating, cooling down or no text;
                 may be missing)
               reason: What went wrong. (text; may be missing)
";
    assert_eq!(entry, expected);
    // The template has `{{limit {limit}}}`.
    let (_, entry, _) = explain(&["examples/own_catalog.yaml", "BREW_TOO_HOT"]);
    assert!(entry.contains("Kettle <kettle> is at <temperature> degrees {limit <limit>}\n"), "{entry}");
    let (_, listed, _) = explain(&["tests/crates/foreign/lab.yaml", "--severity", "err"]);
    assert_eq!(listed, "LAB_LOST\n");
    let (_, listed, _) = explain(&["tests/crates/foreign/lab.yaml", "--search", "OPERATOR"]);
    assert_eq!(listed, "LAB_OPERATOR\nLAB_VISIT\n");
    let (status, _, error) = explain(&["tests/fixtures/bad.yaml"]);
    assert_eq!(status, 2);
    assert!(
        error.contains("error: unknown type `txt` in placeholder `user`\n --> tests/fixtures/bad.yaml:4:17\n"),
        "{error}"
    );
}

#[test]
fn tags_are_listed_and_filtered() {
    let (status, all, _) = explain(&[]);
    assert_eq!(status, 0);
    let tags: Vec<&str> = all.lines().collect();
    assert_eq!(tags, KmdTag::ALL.iter().map(|tag| tag.as_str()).collect::<Vec<_>>());
    let (_, some, _) = explain(&["--severity", "info", "--facility", "LOG_DAEMON"]);
    let listed = [
        "KMD_VPN_DFBIT_STATUS_MSG",
        "KMD_VPN_DOWN_ALARM_USER",
        "KMD_VPN_UP_ALARM_USER",
        "KMD_CONFIG_DOWNLOAD_PROCESSED",
        "KMD_CONFIG_DOWNLOAD_TIME",
        "KMD_DPD_PEER_DOWN",
        "KMD_IKE_NEGOTIATION_COMPLETED",
        "KMD_IKE_PHASE1_DONE",
        "KMD_PM_SA_ESTABLISHED",
    ];
    assert_eq!(some.lines().collect::<Vec<_>>(), listed);
    let (_, some, _) = explain(&["--severity", "notice"]);
    assert_eq!(some, "KMD_DPD_REMOTE_ADDRESS_CHANGED\n");
    let (status, _, error) = explain(&["--severity", "grave"]);
    assert_eq!(status, 2);
    assert!(error.contains("grave") && error.contains("emergency"), "{error}");
    let (status, _, error) = explain(&["--lost"]);
    assert_eq!(status, 2);
    assert!(error.contains("--lost"), "{error}");
}

/// A file can have any name, with spaces and commas, or that of a tag.
#[test]
fn an_existing_file_is_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    for name in ["my catalog", "a,b", "VPN_UP_ALARM_USER"] {
        fs::copy(format!("{root}/iked.yaml"), folder.path().join(name)).expect("copied");
        let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
        let output = command.current_dir(folder.path()).args(["explain", name]).output().expect("kmd runs");
        let listed = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(listed.contains("IKE_VPN_UP_ALARM_USER") && output.status.success(), "{name}: {listed}");
    }
}
