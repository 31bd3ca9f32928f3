//! The objects of lines.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{JSON, LOG, help, path, run, text};

#[test]
fn lines_become_json() {
    let output = run(&["decode"], LOG.as_bytes());
    assert_eq!(text(&output.stdout), JSON);
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
    // The last line may have no line break, and `-` is standard input.
    let output = run(&["decode", "-", "--threads", "1"], LOG.trim_end().as_bytes());
    assert_eq!(text(&output.stdout), JSON);
}

#[test]
fn lines_of_any_catalog_are_decoded() {
    let catalog = "tests/crates/foreign/lab.yaml";
    let log = "labd[3]: LAB_ROUTE: Route of 7 via 192.0.2.1 in 42\nlabd: bench lost: no power\nkmd[7]: KMD_X: y\n";
    let output = run(&["decode", "--catalog", catalog], log.as_bytes());
    let expected = r#"{"process":"labd","pid":"3","facility":"LOG_LOCAL3","severity":"info","tag":"LAB_ROUTE","outcome":"event","fields":{"size":7,"gateway":"192.0.2.1","domain":42},"text":"Route of 7 via 192.0.2.1 in 42"}
{"process":"labd","facility":"LOG_LOCAL3","severity":"error","tag":"LAB_LOST","outcome":"event","fields":{"reason":"no power"},"text":"bench lost: no power"}
{"process":"kmd","pid":"7","outcome":"other","text":"KMD_X: y","line":"kmd[7]: KMD_X: y"}
"#;
    assert_eq!(text(&output.stdout), expected);
}

/// A line without an end needs no memory beyond its limit, and the next line is decoded.
#[test]
fn a_long_line_is_cut() {
    let head = "kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA ";
    let long = format!("{head}{}\n{LOG}", "x".repeat(3_000_000));
    let output = run(&["decode"], long.as_bytes());
    let (first, rest) = text(&output.stdout).split_once('\n').expect("lines");
    let value = "x".repeat(65_536 - head.len());
    assert!(first.contains(&format!("\"sa-name\":\"{value}\"")), "{}", first.len());
    assert_eq!(rest, JSON);
    assert!(run(&["filter"], long.as_bytes()).stdout == output.stdout, "another answer");
}

/// Decodes a line with `arguments`, and returns its object.
fn object(arguments: &[&str], line: &[u8]) -> Value {
    let output = run(arguments, line);
    serde_json::from_slice(&output.stdout).expect("an object")
}

/// The catalog has `LOG_DAEMON` and `info` for the message.
#[test]
fn a_line_without_a_priority_has_that_of_the_message() {
    let up = "KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.";
    for (line, facility, severity) in [
        (format!("kmd[7]: {up}"), "LOG_DAEMON", "info"),
        ("kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq".to_owned(), "LOG_DAEMON", "info"),
        (format!("<35>Aug  3 10:18:44 srx1 kmd[7]: {up}"), "LOG_AUTH", "error"),
        (format!("kmd[7]: %AUTH-3-{up}"), "LOG_AUTH", "error"),
        // The facility is not known.
        (format!("kmd[7]: %XYZ-3-{up}"), "LOG_DAEMON", "error"),
    ] {
        for command in ["decode", "filter"] {
            let object = object(&[command], line.as_bytes());
            assert_eq!((&object["facility"], &object["severity"]), (&facility.into(), &severity.into()), "{line}");
        }
    }
    for line in ["kmd[7]: KMD_NEW: text", "kmd[7]: text", "rpd[7]: text"] {
        let object = object(&["decode"], line.as_bytes());
        assert!(object.get("severity").is_none() && object.get("facility").is_none(), "{object}");
    }
}

#[test]
fn a_line_without_an_event_is_whole() {
    for (outcome, line) in [
        ("other", r#"<28>1 2024-08-03T10:18:44Z srx1 rpd 12 RPD_OSPF_NBRDOWN [a@1 a="b"] OSPF neighbor down"#),
        ("other", "sshd[1]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up."),
        ("other", "  no header "),
        ("unknown", r#"<28>1 - srx1 kmd 12 KMD_NEW [a@1 a="b"]"#),
        ("untagged", "kmd[7]: text"),
        ("mismatch", r#"<30>1 - srx1 kmd 7 KMD_VPN_UP_ALARM_USER [junos@2636.1.1.1.2.40 vpn-name="hq"]"#),
    ] {
        for (end, rest) in [("", ""), ("\n", ""), ("\r\n", "\r")] {
            let object = object(&["decode"], format!("{line}{end}").as_bytes());
            assert_eq!((&object["outcome"], &object["line"]), (&outcome.into(), &format!("{line}{rest}").into()));
        }
        assert_eq!(object(&["filter"], line.as_bytes())["line"], line);
    }
    assert_eq!(object(&["decode"], b"rpd[7]: \xff\xfe.")["line"], "rpd[7]: \u{fffd}\u{fffd}.");
    assert!(object(&["decode"], LOG.lines().next().expect("a line").as_bytes()).get("line").is_none());
}

/// The values of structured data are in `fields`. Anything else in it is only in the line.
#[test]
fn an_event_with_other_structured_data_is_whole() {
    let up = "VPN hq from 203.0.113.77 is up.";
    let own = r#"[junos@2636.1.1.1.2.129 vpn-name="hq" remote-address="203.0.113.77"]"#;
    for (data, is_whole) in [
        (own.to_owned(), false),
        (own.replace(".1.1.1.2.129", ""), false),
        (own.replace(" remote-address=\"203.0.113.77\"", ""), false),
        ("[junos@2636.1]".to_owned(), false),
        ("-".to_owned(), false),
        (own.replace("\"]", "\" extra=\"lost\"]"), true),
        // As the library writes the context of an event.
        (own.replace("\"]", "\" request-id=\"7\"]"), true),
        (own.to_owned() + "[origin ip=\"9.9.9.9\"]", true),
        (own.to_owned() + "[origin]", true),
        ("[junos@26361 vpn-name=\"hq\"]".to_owned(), true),
        // The text wins.
        (own.replace("hq", "other"), true),
        (own.replace("vpn-name=\"hq\"", "vpn-name=\"hq\" vpn-name=\"other\""), true),
        ("[foo bar=baz]".to_owned(), true),
    ] {
        let line = format!("<30>1 2024-08-03T10:18:44Z srx1 kmd 7 KMD_VPN_UP_ALARM_USER {data} {up}");
        for command in ["decode", "filter"] {
            let object = object(&[command], line.as_bytes());
            assert_eq!((&object["outcome"], &object["fields"]["vpn-name"]), (&"event".into(), &"hq".into()), "{data}");
            assert_eq!(object.get("line"), is_whole.then(|| Value::from(&*line)).as_ref(), "{data}");
        }
    }
    // Without a text, all values are from the structured data, where an escape is no difference.
    let line =
        r#"<30>1 - srx1 kmd 7 KMD_VPN_UP_ALARM_USER [junos@2636.1 vpn-name="a \"b\\" remote-address="192.0.2.1"]"#;
    let object = object(&["decode"], line.as_bytes());
    assert_eq!((&object["fields"]["vpn-name"], object.get("line")), (&r#"a "b\"#.into(), None));
}

/// The word for an absent value says no more than that.
#[test]
fn an_absent_value_in_structured_data_is_no_other_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = "\
prefix: APP
process: appd
sd-id: app@1
placeholders:
  user: { type: text, description: Name of the user. }
messages:
  APP_LOGIN:
    template: User {user} logged in
    type: event
    severity: info
    facility: LOG_AUTH
    description: A user logged in.
    placeholders:
      user: { absent: unknown }
";
    let catalog = path(folder.path(), "app.yaml", catalog.as_bytes());
    for (user, is_whole) in [("unknown", false), ("none", true)] {
        let line = format!(r#"<30>1 - srx1 appd 7 APP_LOGIN [app@1 user="{user}"] User unknown logged in"#);
        let object = object(&["decode", "--catalog", &catalog], line.as_bytes());
        assert_eq!(object["fields"]["user"], Value::Null, "{object}");
        assert_eq!(object.get("line").is_some(), is_whole, "{object}");
    }
}

#[test]
fn the_help_describes_each_key_and_each_outcome() {
    let help = help("decode");
    let (_, keys) = help.split_once("has the following keys").expect("the keys");
    let (keys, outcomes) = keys.split_once("The outcomes are:").expect("the outcomes");
    let listed = |text: &str| {
        let lines = text.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
        lines.filter_map(|line| line.split_once("  ")).map(|(name, _)| name.to_owned()).collect::<BTreeSet<_>>()
    };
    // The first line has all parts of a header, and text after its message. The last one has no tag.
    let log = format!("{}\n{LOG}kmd[7]: text\n", LOG.lines().next().expect("a line").replace("is up.", "is up. Again"));
    let output = run(&["decode", "-", "/dev/null"], log.as_bytes());
    let objects: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    let found = objects.iter().flat_map(|object| object.as_object().expect("an object").keys().cloned());
    assert_eq!(found.collect::<BTreeSet<_>>(), listed(keys));
    let found = objects.iter().map(|object| object["outcome"].as_str().expect("an outcome").to_owned());
    assert_eq!(found.collect::<BTreeSet<_>>(), listed(outcomes));
}

/// The help names the forms.
#[test]
fn the_short_forms_of_journalctl_are_read() {
    let help = help("decode");
    for (form, header) in [
        ("short", "Aug 03 10:18:44 srx1 kmd[7]: "),
        ("short-precise", "Aug 03 10:18:44.123456 srx1 kmd[7]: "),
        ("short-iso", "2024-08-03T10:18:44+02:00 srx1 kmd[7]: "),
        // Before systemd 255.
        ("short-iso", "2024-08-03T10:18:44+0200 srx1 kmd[7]: "),
        ("short-iso-precise", "2024-08-03T10:18:44.123456+02:00 srx1 kmd[7]: "),
        ("short-full", "Sat 2024-08-03 10:18:44 CEST srx1 kmd[7]: "),
        ("short-unix", "1722673124.123456 srx1 kmd[7]: "),
    ] {
        let line = format!("{header}KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported");
        let object = object(&["decode"], line.as_bytes());
        assert_eq!((&object["outcome"], &object["host"]), (&"event".into(), &"srx1".into()), "{line}");
        assert_eq!(object["time"], header.strip_suffix(" srx1 kmd[7]: ").expect("a time"));
        assert!(help.contains(&format!("`{form}`")), "{form}");
    }
}
