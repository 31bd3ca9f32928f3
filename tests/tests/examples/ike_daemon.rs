//! Tests of the example `ike_daemon` with every sink.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::{SocketAddr, UdpSocket};
use std::os::unix::net::UnixDatagram;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use kmd_events::KmdTag;
use kmd_tests::rsyslog::{self, Rsyslog};
use kmd_tests::{cargo, port};
use serde_json::Value;

/// The path of the example, which is built once for all tests.
static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| {
    let arguments = ["build", "-q", "-p", "kmd-examples", "--example", "ike_daemon", "--message-format=json"];
    let output = cargo::cargo(cargo::root(), &arguments, &[]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "ike_daemon")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("a program")
});

fn run(arguments: &[&str]) -> Output {
    Command::new(&*PROGRAM).args(arguments).output().expect("it runs")
}

fn lines(arguments: &[&str]) -> Vec<String> {
    let output = run(arguments);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {error}");
    assert_eq!(error, "");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(str::to_owned).collect()
}

/// Returns the tag in a line.
fn tag(line: &str) -> KmdTag {
    let start = line.find("KMD_").expect("a tag");
    let rest = &line[start..];
    let end = rest.find([':', ' ']).expect("an end");
    rest[..end].parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_format_is_printed() {
    let standard = lines(&[]);
    assert!(standard.len() >= 10);
    let tags: Vec<KmdTag> = standard.iter().map(|line| tag(line)).collect();
    let priorities: BTreeSet<u8> = tags.iter().map(|tag| tag.priority()).collect();
    assert_eq!(priorities, BTreeSet::from([30, 35, 37, 43]));
    for (format, begins) in
        [("rfc3164", "<30>"), ("rfc5424", "<30>1 2"), ("junos-structured", "<30>1 2"), ("junos-brief", "<30>1 2")]
    {
        let lines = lines(&["--format", format]);
        assert!(lines[0].starts_with(begins), "{}", lines[0]);
        assert_eq!(lines.iter().map(|line| tag(line)).collect::<Vec<_>>(), tags);
    }
    assert!(lines(&["--format", "junos"])[0].contains("]: KMD_"));
    assert!(lines(&["--format", "junos-priority"])[0].contains("]: %DAEMON-6-KMD_"));
}

#[test]
fn events_are_sent_to_rsyslog() {
    let Some(mut rsyslog) = Rsyslog::start("the example ike_daemon with rsyslog") else {
        return;
    };
    let tags: Vec<KmdTag> = lines(&[]).iter().map(|line| tag(line)).collect();
    let local = rsyslog.unix();
    let network = [rsyslog.udp().to_string(), rsyslog.tcp().to_string()];
    let sinks = [["--syslog", local.to_str().expect("UTF-8")], ["--udp", &network[0]], ["--tcp", &network[1]]];
    for sink in sinks {
        for format in ["rfc3164", "junos", "junos-priority", "rfc5424"] {
            // The parser of rsyslog for local messages does not support RFC 5424.
            if sink[0] == "--syslog" && format == "rfc5424" {
                continue;
            }
            let arguments = [sink[0], sink[1], "--format", format];
            // The default format.
            let arguments = &arguments[..if format == "rfc3164" { 2 } else { 4 }];
            assert!(lines(arguments).is_empty());
            for (tag, record) in tags.iter().zip(rsyslog.next(tags.len())) {
                assert_eq!(record["programname"], "kmd", "{record}");
                assert_eq!(record["facility"], tag.facility().code().to_string());
                assert_eq!(record["severity"], tag.severity().code().to_string());
                let text = record["msg"].as_str().expect("a text");
                let is_there = text.contains(tag.as_str()) || record["msgid"] == tag.as_str();
                assert!(is_there, "{record}");
            }
        }
    }
}

#[test]
fn wrong_arguments_are_reported() {
    let table: [(&[&str], &str); 11] = [
        (&["--format", "syslog"], "unknown format `syslog`"),
        (&["--format"], "missing argument for option '--format'"),
        (&["--syslog"], "missing argument for option '--syslog'"),
        (&["--udp", "here"], "invalid address here: "),
        (&["--tcp", "192.0.2.1"], "expected an address such as 192.0.2.1:514"),
        (&["--udp", "127.0.0.1:9", "--journald"], "more than one sink"),
        (&["--journald", "--format", "junos"], "--journald cannot be combined with --format"),
        (&["--format", "junos", "--format", "rfc5424"], "more than one format"),
        (&["--syslog", ""], "--syslog requires a path"),
        (&["--udp", "a\nb:514"], "invalid address a\\nb:514: "),
        (&["--verbose"], "'--verbose'"),
    ];
    for (arguments, said) in table {
        let output = run(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(error.contains(said), "{error}");
        assert!(error.ends_with("; see --help\n"), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(output.stdout.is_empty());
    }
    let help = lines(&["--help"]).join("\n");
    for word in ["--syslog PATH", "--udp", "--tcp", "--journald", "--format", "rfc5424", "junos-brief"] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn a_missing_sink_is_reported() {
    let output = run(&["--syslog", "/nowhere/log"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    // The output lists every lost event.
    let lost = error.lines().filter(|line| line.starts_with("    <")).count();
    assert_eq!(lost, lines(&[]).len(), "{error}");
}

#[test]
fn a_full_device_is_reported() {
    for arguments in [&["--help"][..], &[]] {
        let full = File::options().write(true).open("/dev/full").expect("it is there");
        let output = Command::new(&*PROGRAM).args(arguments).stdout(full).output().expect("it runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(error.contains("No space left"), "{error}");
        assert!(!error.contains("panicked"), "{error}");
    }
}

/// The receiver accepts no events at first and all events at the end.
#[test]
fn unsent_events_are_sent_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("log");
    let receiver = UnixDatagram::bind(&path).expect("a socket");
    let filler = UnixDatagram::unbound().expect("a socket");
    filler.set_nonblocking(true).expect("set");
    while filler.send_to(b"full", &path).is_ok() {}

    let mut child = Command::new(&*PROGRAM)
        .args(["--syslog", path.to_str().expect("UTF-8")])
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut error = BufReader::new(child.stderr.take().expect("a pipe"));
    let mut line = String::new();
    error.read_line(&mut line).expect("UTF-8");
    assert!(line.ends_with("; unsent events are kept until the end\n"), "{line}");

    // The receiver accepts events from now on.
    receiver.set_read_timeout(Some(rsyslog::PATIENCE)).expect("set");
    let expected: Vec<KmdTag> = lines(&[]).iter().map(|line| tag(line)).collect();
    let mut arrived = Vec::new();
    while arrived.len() < expected.len() {
        let mut bytes = [0; 4096];
        let length = receiver.recv(&mut bytes).expect("a record");
        if bytes[..length] != *b"full" {
            arrived.push(tag(&String::from_utf8_lossy(&bytes[..length])));
        }
    }
    assert!(child.wait().expect("it ends").success());
    // The first event, or the first few, were received last.
    assert_ne!(arrived, expected);
    let sorted = |mut tags: Vec<KmdTag>| {
        tags.sort();
        tags
    };
    assert_eq!(sorted(arrived), sorted(expected));
}

#[test]
fn refused_datagrams_are_reported() {
    // The events are sent over the local network, so refusals may be reported late.
    let own = UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("198.51.100.1:9")?;
        socket.local_addr()
    });
    let Ok(own) = own else {
        eprintln!("SKIPPED: refusals by other machines, since this one has no network");
        return;
    };
    let address = SocketAddr::new(own.ip(), port::free().port()).to_string();
    let output = run(&["--udp", &address]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains(" datagrams or more were refused"), "{error}");
}
