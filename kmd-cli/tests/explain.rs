//! Tests of `kmd explain`.

use std::process::Command;

use kmd_events::KmdTag;

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
        ["Name:", "Message:", "Help:", "Description:", "Type:", "Severity:", "Facility:", "Cause:", "Action:", "Note:"]
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
Help:          The route changed.
Description:   The route changed.
Type:          Event: This message reports an event, not an error
Severity:      info
Facility:      LOG_LOCAL3
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
