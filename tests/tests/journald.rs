//! Tests of the entries in a real journal. They run in a mount namespace, since the socket of the journal has a fixed
//! path.

#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use kmd_events::journald::{Journal, JournalError};
use kmd_events::sink::Sink;
use kmd_events::{Event, Facility, IpPrefix, kmd_event, kmd_log};
use kmd_tests::all_types::values::{Breeze, Fall, Sky};
use kmd_tests::all_types::{WxEvent, wx_event};
use kmd_tests::{events, name_clash};
use serde_json::Value;

#[path = "it/types/by_hand.rs"]
#[allow(dead_code, reason = "the other tests use more of it")]
mod by_hand;

const DAEMON: &str = "/lib/systemd/systemd-journald";
const SOCKET: &str = "/run/systemd/journal/socket";
const PATIENCE: Duration = Duration::from_secs(60);

/// An error and its sources.
#[derive(Debug)]
struct OfSocket(std::io::Error);

impl std::fmt::Display for OfSocket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("of the socket")
    }
}

impl std::error::Error for OfSocket {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// The text includes the error of the socket, so the source chain begins after that error.
#[test]
fn error_source_is_not_repeated() {
    let error = JournalError::Send(OfSocket(std::io::Error::other("the source")).into());
    assert_eq!(error.to_string(), "failed to send the event to the journal: of the socket");
    let source = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(source.as_deref(), Some("the source"));
}

/// Runs the ignored test below in a namespace in which `/run` is empty.
#[test]
fn the_journal_keeps_every_field() {
    let mut command = Command::new("unshare");
    command.args(["--mount", "--propagation", "private", "--"]);
    let can_mount = command
        .args(["sh", "-c", "mount -t tmpfs tmpfs /run"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !can_mount || !Path::new(DAEMON).is_file() {
        let text = "\nSKIPPED: events in a real journal, since systemd-journald is not installed or this user may \
                    not mount\n";
        std::io::stderr().write_all(text.as_bytes()).expect("stderr");
        return;
    }
    let script = "mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/journal /run/log/journal && exec \"$0\" \
                  --ignored --exact in_an_empty_run_folder --nocapture";
    let output = Command::new("unshare")
        .args(["--mount", "--propagation", "private", "--", "sh", "-c", script])
        .arg(std::env::current_exe().expect("this test"))
        .output()
        .expect("unshare runs");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("105 entries"), "{text}");
}

#[test]
#[ignore = "the test above runs it where it can"]
fn in_an_empty_run_folder() {
    let event = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    let error = Journal::new().send(&event).expect_err("no journal yet");
    assert!(matches!(error, JournalError::Send(_)));
    assert!(error.to_string().starts_with("failed to send the event to the journal: "), "{error}");
    let error = Sink::log(&Journal::new(), &event).expect_err("no journal yet");
    assert_eq!(error.rendered(), Some(format!("KMD_PM_PROPOSAL_NULL_ESP: {event}").as_str()));
    assert!(error.cause().is::<JournalError>());

    let journal = Daemon::start();
    let mut events = events::all();
    // Values that look like another field, and values that do not fit into a datagram.
    let hostile = format!("a\nPRIORITY=0\nMESSAGE=forged\u{1b}{}", "n".repeat(300_000));
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: hostile.clone() });
    events.push(event);
    let sink = Journal::new();
    for event in &events {
        sink.send(event).unwrap_or_else(|error| panic!("{error}"));
    }
    let entries = journal.entries(events.len());
    assert_eq!(entries.len(), events.len());
    for (event, entry) in events.iter().zip(&entries) {
        check(event, entry);
    }
    let last = entries.last().expect("the hostile one");
    assert_eq!(text(&last["KMD_SA_NAME"]), hostile);
    let message = text(&last["MESSAGE"]);
    assert!(message.contains(" SA a#012PRIORITY=0#012MESSAGE=forged#033nnn"), "{}", &message[..200]);

    let other = Journal::new().with_process("kmd2").expect("a name");
    other.send(&events[0]).unwrap_or_else(|error| panic!("{error}"));
    let clash = name_clash::syslog_event!(SYSLOG_CLASH { identifier: "i", tag: "t", message: "m" });
    other.send(&clash).unwrap_or_else(|error| panic!("{error}"));
    let entries = journal.entries(events.len() + 2);
    assert_eq!(entries[events.len()]["SYSLOG_IDENTIFIER"], "kmd2");
    // A placeholder is not mistaken for a field of the journal.
    let entry = &entries[events.len() + 1];
    for (name, value) in [
        ("SYSLOG_IDENTIFIER", "kmd2"),
        ("SYSLOG_IDENTIFIER_", "i"),
        ("SYSLOG_TAG", "SYSLOG_CLASH"),
        ("SYSLOG_TAG_", "t"),
        ("SYSLOG_MESSAGE_", "m"),
    ] {
        assert_eq!(entry[name], value, "{entry}");
    }

    let run = "Run 0x0000002f heating after 12.5 ms at [::1]:80 from 10.0.0.0/8, ratio 0.250";
    let run = by_hand::LabTag::find("LAB_RUN").parse_exact(run).expect("its text");
    let lost = by_hand::LabTag::find("LAB_LOST").parse_exact("bench lost: no reply").expect("its text");
    sink.send(&run).unwrap_or_else(|error| panic!("{error}"));
    sink.send(&lost).unwrap_or_else(|error| panic!("{error}"));
    let entries = journal.entries(events.len() + 4);
    let [run, lost] = &entries[events.len() + 2..] else { panic!("two entries") };
    for (name, value) in [
        ("MESSAGE", "LAB_RUN: Run 0x0000002f heating after 12.5 ms at [::1]:80 from 10.0.0.0/8, ratio 0.250"),
        ("LAB_SERIAL", "47"),
        ("LAB_PHASE", "heating"),
        ("LAB_ELAPSED", "12.5"),
        ("LAB_BENCH", "[::1]:80"),
        ("LAB_NET", "10.0.0.0/8"),
        ("LAB_RATIO", "0.25"),
    ] {
        assert_eq!(run[name], value, "{run}");
    }
    assert!(run.get("LAB_OPERATOR").is_none(), "{run}");
    // The message has no tag in its lines.
    assert_eq!((&lost["MESSAGE"], &lost["LAB_TAG"]), (&"bench lost: no reply".into(), &"LAB_LOST".into()));

    let weather = weather();
    for event in &weather {
        sink.send(event).unwrap_or_else(|error| panic!("{error}"));
    }
    let entries = journal.entries(events.len() + 4 + weather.len());
    for (event, entry) in weather.iter().zip(&entries[events.len() + 4..]) {
        check(event, entry);
    }
    check_context(&sink, &journal, events.len() + 4 + weather.len());

    // As a sink, with another facility.
    let local: &dyn Sink = &Journal::new().with_facility(Facility::Local3);
    kmd_log!(local, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a\nb" }).unwrap_or_else(|error| panic!("{error}"));
    local.flush().unwrap_or_else(|error| panic!("{error}"));
    let entries = journal.entries(events.len() + 7 + weather.len());
    let last = entries.last().expect("an entry");
    for (name, value) in [
        ("MESSAGE", "KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA a#012b"),
        ("SYSLOG_FACILITY", "19"),
        ("PRIORITY", "3"),
        ("KMD_SA_NAME", "a\nb"),
    ] {
        assert_eq!(text(&last[name]), value, "{last}");
    }
    println!("{} entries", events.len());
}

/// Returns events with values of every type, with and without optional ones, one of them without a tag in the text.
fn weather() -> Vec<WxEvent<'static>> {
    let net: IpPrefix = "2001:db8::/32".parse().expect("a prefix");
    let bind = "[::1]:514".parse::<SocketAddr>().expect("a socket address");
    vec![
        wx_event!(WX_HEX {
            n8: 10,
            n16: 10,
            n32: 10,
            n64: 10,
            nsize: 10,
            s8: -1,
            s16: -1,
            s32: -1,
            s64: -1,
            ssize: -1
        }),
        wx_event!(WX_FLOATS { rain: -0.0, wind_speed: 0.25, pressure: 1e300, humidity: Some(99.5) }),
        wx_event!(WX_FIXED_DURATIONS {
            uptime: Duration::from_millis(1_500),
            age: Duration::from_nanos(1),
            lag: Duration::MAX,
            tick: Duration::ZERO,
        }),
        wx_event!(WX_ADDRESSES {
            gateway: IpAddr::from([192, 0, 2, 1]),
            bind,
            peer: bind,
            net,
            sensor: [0, 1, 2, 0xab, 0xcd, 0xef],
            indoor: true,
        }),
        wx_event!(WX_ABSENT {}),
        wx_event!(WX_REPORT {
            station: "roof",
            sky: Some(Sky::Unknown),
            fall: Some(Fall::RainAndHail),
            note: Some("wet")
        }),
        wx_event!(WX_ALARM { n8: 1, breeze: Breeze::Other("storm".into()) }),
        wx_event!(WX_CONTACT_LOST { note: "the wire" }),
    ]
}

/// Checks that the journal has the context of an event, with names that it accepts.
fn check_context(sink: &Journal, journal: &Daemon, before: usize) {
    let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "a" });
    let long = "n".repeat(100);
    let with =
        event.with("request-id", 7).with("user", "b\nPRIORITY=0").with("tag", "t").with("é=\nc", true).with(&long, 1);
    for event in [&with as &dyn Event, &with.to_owned_event()] {
        sink.send(event).unwrap_or_else(|error| panic!("{error}"));
    }
    for entry in &journal.entries(before + 2)[before..] {
        check(&event, entry);
        for (name, value) in [
            ("KMD_REQUEST_ID", "7"),
            ("KMD_USER", "b\nPRIORITY=0"),
            ("KMD_TAG_", "t"),
            ("KMD____C", "true"),
            ("KMD_NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN", "1"),
        ] {
            assert_eq!(text(&entry[name]), value, "{entry}");
        }
    }
}

fn check(event: &dyn Event, entry: &Value) {
    let message = event.message();
    let (prefix, process) = (message.catalog().prefix(), message.catalog().process());
    assert_eq!(entry[format!("{prefix}_TAG")], message.tag(), "{entry}");
    assert_eq!(entry["MESSAGE_ID"], kmd_events::journald::message_id(message), "{entry}");
    assert_eq!(entry["PRIORITY"], message.severity().code().to_string(), "{entry}");
    assert_eq!(entry["SYSLOG_FACILITY"], message.facility().code().to_string(), "{entry}");
    assert_eq!(entry["SYSLOG_IDENTIFIER"], process, "{entry}");
    let said = event.to_string();
    if !said.contains('\n') {
        let expected = if message.is_tagged() { format!("{}: {said}", message.tag()) } else { said };
        assert_eq!(text(&entry["MESSAGE"]), expected);
    }
    for (name, value) in event.fields() {
        let name = format!("{prefix}_{}", name.to_uppercase().replace('-', "_"));
        match value {
            kmd_events::Value::Absent => assert_eq!(entry[&name], Value::Null, "{name}"),
            value => assert_eq!(text(&entry[&name]), value.to_string(), "{name}"),
        }
    }
}

/// Returns the text of a value. `journalctl` prints unprintable values as arrays of numbers.
fn text(value: &Value) -> String {
    match value {
        Value::Array(bytes) => {
            let bytes = bytes.iter().map(|byte| byte.as_u64().expect("a byte"));
            let bytes = bytes.map(|byte| u8::try_from(byte).expect("a byte")).collect();
            String::from_utf8(bytes).expect("UTF-8")
        }
        other => other.as_str().expect("a text").to_owned(),
    }
}

struct Daemon(Child);

impl Daemon {
    fn start() -> Self {
        let daemon = Command::new(DAEMON).stderr(Stdio::null()).spawn().expect("journald runs");
        let daemon = Self(daemon);
        let end = Instant::now() + PATIENCE;
        let socket = std::os::unix::net::UnixDatagram::unbound().expect("a socket");
        while socket.connect(SOCKET).is_err() {
            assert!(Instant::now() < end, "waited in vain");
            thread::sleep(Duration::from_millis(5));
        }
        daemon
    }

    /// Returns the entries of this process when there are `number` of them.
    fn entries(&self, number: usize) -> Vec<Value> {
        let end = Instant::now() + PATIENCE;
        loop {
            let output = Command::new("journalctl")
                .args(["--all", "--output=json", "--no-pager"])
                .arg(format!("_PID={}", std::process::id()))
                .output()
                .expect("journalctl runs");
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            let entries: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
            if entries.len() >= number {
                return entries;
            }
            assert!(Instant::now() < end, "{} of {number}", entries.len());
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
