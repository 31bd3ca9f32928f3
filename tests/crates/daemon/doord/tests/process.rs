//! Tests of the daemon as a process: what it writes to standard error, to the audit file and to standard output.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use daemon_log::audit::events::{AUDIT_DENIED, AUDIT_GRANTED};
use daemon_log::door::events::{
    DOOR_CHECKED, DOOR_FORCED, DOOR_LOG_INCOMPLETE, DOOR_OPENED, DOOR_REQUEST_INVALID, DOOR_STARTED,
};
use daemon_log::door::values::Position;
use daemon_log::kmd_events::{assert_logged, assert_not_logged};

const REQUESTS: &str = "open 3 ada 17 lobby\nopen 2 eve 18 lobby\nopen 9 ada 17 lobby\nforced 4\ncheck 2\nnon\tsense\n";

fn doord(options: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doord"));
    command.args(["--doors", "4", "--allow", "ada", "--zone", "north"]).args(options);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the daemon with `REQUESTS`, and returns its PID and its output.
fn served(mut command: Command) -> (u32, Output) {
    let mut child = command.spawn().expect("the daemon starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(REQUESTS.as_bytes()).expect("the daemon reads");
    drop(input);
    (child.id(), child.wait_with_output().expect("the daemon ends"))
}

/// Returns the lines of a log without the time, the process and the PID, which are checked.
fn lines(log: &[u8], pid: u32) -> Vec<String> {
    let log = std::str::from_utf8(log).expect("UTF-8");
    let process = format!("Z - doord {pid} ");
    let without_header = |line: &str| {
        let (start, rest) = line.split_once(&process).unwrap_or_else(|| panic!("{line}"));
        let (priority, time) = start.split_once(' ').unwrap_or_else(|| panic!("{line}"));
        assert_eq!(time.len(), "2026-11-26T07:18:47.531135".len(), "{line}");
        format!("{priority} {rest}")
    };
    log.lines().map(without_header).collect()
}

#[test]
fn each_sink_has_its_messages_in_order_with_their_context() {
    let folder = tempfile::tempdir().expect("a folder");
    let audit = folder.path().join("audit.log");
    fs::write(&audit, "kept\n").expect("written");
    let mut command = doord(&["--audit"]);
    command.arg(&audit);
    let (pid, output) = served(command);
    assert!(output.status.success());

    let denied = "<84>1 AUDIT_DENIED [audit@32473 user=\"eve\" badge=\"18\" door=\"2\" zone=\"north\" \
                  terminal=\"lobby\" rule=\"not on the list\" request-id=\"2\" \
                  received=\"open 2 eve 18 lobby\" instance=\"north\"] \
                  User eve with badge 18 was denied door 2 of north at lobby: not on the list";
    // 24 is the facility `LOG_DAEMON`, and 80 is `LOG_AUTHPRIV`.
    assert_eq!(
        lines(&output.stderr, pid),
        [
            "<29>1 DOOR_STARTED [door@32473 doors=\"4\" instance=\"north\"] Serving 4 doors",
            denied,
            "<28>1 DOOR_UNKNOWN [door@32473 door=\"9\" request-id=\"3\" received=\"open 9 ada 17 lobby\" \
             instance=\"north\"] There is no door 9",
            "<25>1 DOOR_FORCED [door@32473 door=\"4\" request-id=\"4\" instance=\"north\"] Door 4 was forced open",
            "<28>1 DOOR_REQUEST_INVALID [door@32473 request=\"non#011sense\" request-id=\"6\" \
             received=\"non#011sense\" instance=\"north\"] Request is invalid: non#011sense",
        ]
    );
    let audit = fs::read(&audit).expect("the file");
    assert_eq!(
        lines(audit.strip_prefix(b"kept\n").expect("the previous lines"), pid),
        [
            "<86>1 AUDIT_GRANTED [audit@32473 user=\"ada\" door=\"3\" request-id=\"1\" instance=\"north\"] \
             User ada opened door 3",
            denied,
        ]
    );
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "1 open\n2 refused: User eve with badge 18 was denied door 2 of north at lobby: not on the list\n\
         3 refused: There is no door 9\n4 noted\n5 checked\n6 refused: Request is invalid: non\tsense\n\
         door 4 was forced\n"
    );
}

#[test]
fn the_output_is_asserted_on_by_type() {
    let (_, output) = served(doord(&["--severity", "debug"]));
    let doors = 4;
    assert_logged!(output.stderr, DOOR_STARTED { doors });
    assert_logged!(output.stderr, AUDIT_GRANTED { user: "ada", door: 3 });
    assert_logged!(output.stderr, AUDIT_DENIED { user: "eve", badge: "17" | "18", .. });
    assert_logged!(
        output.stderr,
        DOOR_CHECKED { door: 2, position: Position::Closed, elapsed: elapsed if elapsed.as_secs() < 60 }
    );
    assert_not_logged!(output.stderr, DOOR_OPENED { door: 1..=2 });
    assert_not_logged!(output.stderr, DOOR_LOG_INCOMPLETE { .. });

    let (_, output) = served(doord(&["--severity", "alert"]));
    assert_logged!(output.stderr, DOOR_FORCED { door: 4 });
    assert_not_logged!(output.stderr, DOOR_REQUEST_INVALID { .. });
    assert_not_logged!(output.stderr, AUDIT_DENIED { .. });
}

#[test]
fn an_operator_chooses_the_facility_of_one_sink() {
    let folder = tempfile::tempdir().expect("a folder");
    let audit = folder.path().join("audit.log");
    let mut command = doord(&["--facility", "LOG_LOCAL3", "--severity", "info", "--audit"]);
    command.arg(&audit);
    let (pid, output) = served(command);
    // `LOG_LOCAL3` is 152.
    let priorities = |lines: Vec<String>| -> Vec<String> {
        let priority = |line: String| line.split(' ').take(2).collect::<Vec<_>>().join(" ");
        lines.into_iter().map(priority).collect()
    };
    assert_eq!(
        priorities(lines(&output.stderr, pid)),
        [
            "<157>1 DOOR_STARTED",
            "<158>1 AUDIT_GRANTED",
            "<158>1 DOOR_OPENED",
            "<156>1 AUDIT_DENIED",
            "<156>1 DOOR_UNKNOWN",
            "<153>1 DOOR_FORCED",
            "<156>1 DOOR_REQUEST_INVALID",
        ]
    );
    let audit = fs::read(audit).expect("the file");
    assert_eq!(priorities(lines(&audit, pid)), ["<86>1 AUDIT_GRANTED", "<84>1 AUDIT_DENIED"]);
}

/// `/dev/full` fails each write like a full disk.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_does_not_stop_the_other_sinks() {
    let (pid, output) = served(doord(&["--severity", "info", "--audit", "/dev/full"]));
    assert!(output.status.success());
    assert_logged!(output.stderr, DOOR_LOG_INCOMPLETE { error: "sink 2: No space left on device (os error 28)" });
    let tags: Vec<String> = lines(&output.stderr, pid)
        .iter()
        .map(|line| line.split(' ').nth(1).unwrap_or_else(|| panic!("{line}")).to_owned())
        .collect();
    assert_eq!(
        tags,
        [
            "DOOR_STARTED",
            "AUDIT_GRANTED",
            "DOOR_LOG_INCOMPLETE",
            "DOOR_OPENED",
            "AUDIT_DENIED",
            "DOOR_UNKNOWN",
            "DOOR_FORCED",
            "DOOR_REQUEST_INVALID",
        ]
    );
    let lost = lines(&output.stderr, pid).remove(2);
    assert!(lost.contains(" event=\"AUDIT_GRANTED: User ada opened door 3\"]"), "{lost}");

    // The other way round: standard error is full, and the file is not.
    let folder = tempfile::tempdir().expect("a folder");
    let audit = folder.path().join("audit.log");
    let mut command = doord(&["--audit"]);
    command.arg(&audit).stderr(File::options().write(true).open("/dev/full").expect("a device"));
    let (pid, output) = served(command);
    assert!(output.status.success());
    assert_eq!(output.stdout.split(|byte| *byte == b'\n').count(), 8);
    assert_eq!(lines(&fs::read(audit).expect("the file"), pid).len(), 2);
}

#[test]
fn mistakes_of_the_operator_are_reported() {
    let run = |options: &[&str]| -> (Option<i32>, String) {
        let output = doord(options).stdin(Stdio::null()).output().expect("the daemon runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let (code, stderr) = run(&["--severity", "loud"]);
    assert_eq!(code, Some(2));
    assert!(stderr.starts_with("doord: --severity cannot be \"loud\"\nusage: doord --doors NUMBER "), "{stderr}");

    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("missing/audit.log");
    let (code, stderr) = run(&["--audit", missing.to_str().expect("UTF-8")]);
    assert_eq!(code, Some(1));
    assert_eq!(stderr, format!("doord: cannot open {}: {}\n", missing.display(), error_of(&missing)));
}

fn error_of(path: &Path) -> io::Error {
    File::open(path).expect_err("there is no such file")
}
