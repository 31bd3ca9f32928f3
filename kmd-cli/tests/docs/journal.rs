//! Tests of the message catalog of systemd, with a real journal. The test of the journal runs in a mount namespace, since
//! the paths of the journal and of its catalogs are fixed.

#![cfg(target_os = "linux")]

use std::io::Write as _;
use std::os::unix::net::UnixDatagram;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use kmd_events::journald::{Journal, message_id};
use kmd_events::{KmdTag, kmd_event};

use self::lab::{LabTag, lab_event};
use crate::{LAB, docs, manual};

mod lab {
    kmd_events::catalog!("tests/docs/lab.yaml", in crate::journal::lab);
}

const DAEMON: &str = "/lib/systemd/systemd-journald";
const SOCKET: &str = "/run/systemd/journal/socket";
const PATIENCE: Duration = Duration::from_secs(60);

/// The expected UUIDs are those of `uuidgen --sha1`.
#[test]
fn identifiers_are_stable() {
    for (message, expected) in [
        (LabTag::Script.message(), "dd6531e979a154a7b42a80407b4fde88"),
        (LabTag::Other.message(), "be36e37449e553a19e33aa05916e2998"),
        (KmdTag::PmSaPeerNotFound.message(), "93e06684725359d4b654e509438384e0"),
    ] {
        assert_eq!(message_id(message), expected);
        let page = manual("journal", message.tag().starts_with("LAB").then_some(LAB));
        assert!(page.contains(&format!("\n-- {expected}\nSubject: {} (", message.tag())), "{page}");
    }
}

#[test]
fn no_line_of_a_text_is_taken_for_something_else() {
    let page = manual("journal", Some(LAB));
    let special: Vec<&str> = page.lines().filter(|line| line.starts_with(['#', ';', '-'])).collect();
    assert_eq!(special.len(), 3 + 3, "{special:#?}");
}

/// Runs the ignored test below in a namespace in which the folders of the journal are empty.
#[test]
fn journalctl_explains_entries_with_their_values() {
    let folders =
        "mount -t tmpfs tmpfs /run && mount -t tmpfs tmpfs /usr/local/lib && mount -t tmpfs tmpfs /var/lib/systemd";
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--mount", "--propagation", "private", "--", "sh", "-c", script]);
        command
    };
    let can_mount = unshare(folders).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !can_mount || !Path::new(DAEMON).is_file() {
        let text = "\nSKIPPED: explanations of a real journal, since systemd-journald is not installed or this user may \
                    not mount\n";
        std::io::stderr().write_all(text.as_bytes()).expect("stderr");
        return;
    }
    let script = format!(
        "{folders} && mkdir -p /run/systemd/journal /run/log/journal /usr/local/lib/systemd/catalog /var/lib/systemd/catalog && \
         exec \"$0\" --ignored --exact journal::in_empty_folders --nocapture"
    );
    let output = unshare(&script).arg(std::env::current_exe().expect("this test")).output().expect("unshare runs");
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
    assert!(text.contains("4 entries"), "{text}");
}

#[test]
#[ignore = "the test above runs it where it can"]
fn in_empty_folders() {
    let support = ["--support", "https://support.example.net/"];
    for (name, file) in [("kmd", None), ("labd", Some(LAB))] {
        let path = format!("/usr/local/lib/systemd/catalog/{name}.catalog");
        let arguments = ["--to", "journal", "--out", &path].into_iter().chain(support).chain(file);
        let output = docs(&arguments.collect::<Vec<_>>());
        assert!(output.status.success(), "{output:?}");
    }
    let update = Command::new("journalctl").arg("--update-catalog").output().expect("journalctl runs");
    assert!(update.status.success() && update.stderr.is_empty(), "{update:?}");
    let list = Command::new("journalctl").args(["--list-catalog"]).output().expect("journalctl runs");
    let list = String::from_utf8(list.stdout).expect("UTF-8");
    assert_eq!(list.lines().filter(|line| line.contains(" kmd: KMD_")).count(), 104, "{list}");
    assert_eq!(list.lines().filter(|line| line.contains(" labd: LAB_")).count(), 3, "{list}");

    let _daemon = Daemon::start();
    let sink = Journal::new();
    let send = |event: &dyn kmd_events::Event| sink.send(event).unwrap_or_else(|error| panic!("{error}"));
    send(&kmd_event!(KMD_CFG_IF_ID_POOL_NOT_FOUND { pool_name: "pool-7" }));
    #[expect(deprecated, reason = "a message with all properties")]
    send(&lab_event!(LAB_SCRIPT { name: "@LAB_NAME@ $(id)", level: None, id2: 47 }));
    send(&lab_event!(LAB_OTHER { delay: Duration::from_millis(1_500), name: None }));
    send(&lab_event!(LAB_LINES { delay: Duration::from_millis(2) }));
    let entries = entries(4);
    for (entry, expected) in entries.iter().zip(EXPLANATIONS) {
        assert_eq!(entry.trim_end(), expected.trim(), "{entry}");
    }
    println!("{} entries", entries.len());
}

/// What `journalctl` says of each entry. The lines are wrapped before the values are known.
const EXPLANATIONS: [&str; 4] = [
    "
Subject: KMD_CFG_IF_ID_POOL_NOT_FOUND (error)
Defined-By: kmd
Support: https://support.example.net/

The kmd process could not allocate a logical interface for an IPsec
interface because it had no access to the pool pool-7. Such pools
hold the logical interfaces that kmd assigns to IPsec interfaces.

Action: Check that the pool is configured and that every reference to it
uses the same name.

  pool-name: pool-7

Severity error, facility LOG_AUTH; reports an error.",
    "
Subject: LAB_SCRIPT (critical)
Defined-By: labd
Support: https://support.example.net/

A @LAB_NAME@ $(id) and </script><img src=x onerror=alert(2)> _x_. `broken

Cause: # not a comment and ; and -- 00000000000000000000000000000000 x

Action: .TH is at the beginning. 'br too.

Note: Two\\lines.

Since: 2.1

Deprecated: use LAB_OTHER

  name: @LAB_NAME@ $(id)
  level (may be missing): LAB_LEVEL
  id2: field LAB_ID2

Severity critical, facility LOG_LOCAL0; reports an error.",
    "
Subject: LAB_OTHER (debug)
Defined-By: labd
Support: https://support.example.net/

It waited.

  delay: 1500
  name (may be missing): LAB_NAME

Severity debug, facility LOG_LOCAL0; reports an event.",
    "
Subject: LAB_LINES (notice)
Defined-By: labd
Support: https://support.example.net/

 # is not a comment of 2, and a line does not begin with a hyphen
after it is wrapped -- be36e37449e553a19e33aa05916e2998

Note: 'br is not a request.

  delay: 2

Severity notice, facility LOG_LOCAL0; reports an event.",
];

/// Returns the explanations of the entries of this process when there are `number` of them.
fn entries(number: usize) -> Vec<String> {
    let end = Instant::now() + PATIENCE;
    loop {
        let output = Command::new("journalctl")
            .args(["--catalog", "--no-pager", "--quiet", "--all"])
            .arg(format!("_PID={}", std::process::id()))
            .output()
            .expect("journalctl runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let mut entries: Vec<String> = Vec::new();
        for line in text.lines() {
            match (line.strip_prefix("░░"), entries.last_mut()) {
                (Some(line), Some(entry)) => entry.extend([line.strip_prefix(' ').unwrap_or(line), "\n"]),
                _ => entries.push(String::new()),
            }
        }
        if entries.len() >= number {
            return entries;
        }
        assert!(Instant::now() < end, "{} of {number}", entries.len());
        thread::sleep(Duration::from_millis(20));
    }
}

struct Daemon(Child);

impl Daemon {
    fn start() -> Self {
        let daemon = Self(Command::new(DAEMON).stderr(Stdio::null()).spawn().expect("journald runs"));
        let end = Instant::now() + PATIENCE;
        let socket = UnixDatagram::unbound().expect("a socket");
        while socket.connect(SOCKET).is_err() {
            assert!(Instant::now() < end, "waited in vain");
            thread::sleep(Duration::from_millis(5));
        }
        daemon
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
