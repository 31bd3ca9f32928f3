//! The counts of lines, and what is said of them.

use super::{LOG, help, run, text};

#[test]
fn a_summary_counts_messages() {
    let expected = "   count  outcome   severity   first            last             tag
       1  event     error      Aug  3 10:18:48  Aug  3 10:18:48  KMD_DPD_FAILOVER_MAX_ATTEMPTS
       1  unknown   -          Aug  3 10:18:47  Aug  3 10:18:47  KMD_NEW
       1  event     info       Aug  3 10:18:44  Aug  3 10:18:44  KMD_VPN_UP_ALARM_USER
       1  mismatch  info       Aug  3 10:18:46  Aug  3 10:18:46  KMD_VPN_UP_ALARM_USER
5 lines: 2 events, 1 mismatch, 1 unknown, 0 untagged, 1 other
";
    let output = run(&["decode", "--summary"], LOG.as_bytes());
    assert_eq!(text(&output.stdout), expected);
    let output = run(&["decode", "--summary"], LOG.lines().next().expect("a line").as_bytes());
    let totals = "\n1 line: 1 event, 0 mismatches, 0 unknown, 0 untagged, 0 other\n";
    assert!(text(&output.stdout).ends_with(totals), "{}", text(&output.stdout));
}

#[test]
fn a_check_fails_for_mismatches_and_unknown_tags() {
    let lines: Vec<&str> = LOG.lines().collect();
    for (line, code) in [(lines[0], 0), (lines[2], 1), (lines[3], 1)] {
        for arguments in [&["decode", "--check"][..], &["decode", "--check", "--summary"]] {
            assert_eq!(run(arguments, line.as_bytes()).status.code(), Some(code), "{line}");
        }
        assert_eq!(run(&["decode"], line.as_bytes()).status.code(), Some(0), "{line}");
    }
}

/// The catalog is probably a wrong one. With `--check`, this is an error.
#[test]
fn a_log_without_a_line_of_the_catalog_is_reported() {
    let other = LOG.lines().nth(1).expect("a line");
    let untagged = "Aug  3 10:18:45  srx1 kmd[8]: something else";
    let json = r#"{"__REALTIME_TIMESTAMP":"1","MESSAGE":"text"}"#;
    let name = "name another catalog with `--catalog FILE`";
    let convert = "the first line is JSON; for lines of the journal, use `journalctl -o short-iso`";
    for (input, help) in [
        (other.to_owned(), Some(name)),
        ("\n".to_owned(), Some(name)),
        (format!("{json}\n{json}\n"), Some(convert)),
        (format!("{other}\n{json}"), Some(name)),
        (format!("{json}\n{untagged}"), None),
        (String::new(), None),
        (format!("{other}\n{}", LOG.lines().next().expect("a line")), None),
        (format!("{other}\n{untagged}\n"), None),
    ] {
        for (arguments, level, code) in [
            (&["decode"][..], "note", 0),
            (&["decode", "--summary"], "note", 0),
            (&["decode", "--check"], "error", 1),
            (&["decode", "--check", "--summary"], "error", 1),
        ] {
            let output = run(arguments, input.as_bytes());
            let expected = help.map_or(String::new(), |help| {
                format!("{level}: no line is of the process `kmd` of the catalog\nhelp: {help}\n")
            });
            let code = if help.is_some() { code } else { 0 };
            assert_eq!((output.status.code(), text(&output.stderr)), (Some(code), &*expected), "{input}");
        }
    }
}

/// The help says that a repetition counts as one line of another process.
#[test]
fn a_repetition_is_another_line() {
    let line = "Nov 26 10:00:01 srx1 last message repeated 3 times";
    let output = run(&["decode", "--summary"], format!("{LOG}{line}\n").as_bytes());
    assert!(text(&output.stdout).ends_with("\n6 lines: 2 events, 1 mismatch, 1 unknown, 0 untagged, 2 other\n"));
    let help = help("decode").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("A line such as `last message repeated 3 times` counts as one `other` line."), "{help}");
}

/// `first` and `last` are not the least and the greatest time.
#[test]
fn the_times_of_a_summary_are_in_the_order_of_the_lines() {
    let line = |time: &str| format!("{time} srx1 kmd[7]: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported\n");
    let log = ["Aug  5 00:00:00", "Aug  3 00:00:00", "Aug  4 00:00:00"].map(line).concat();
    let output = run(&["decode", "--summary"], log.as_bytes());
    let row = "       3  event     error      Aug  5 00:00:00  Aug  4 00:00:00  KMD_PM_NEW_GROUP_UNSUPPORTED\n";
    assert!(text(&output.stdout).contains(row), "{}", text(&output.stdout));
}
