//! `kmd filter` in a real rsyslogd, as its `mmexternal` program. Without an rsyslogd, the test says that it is skipped.

#![cfg(unix)]

use std::fs;
use std::io::Write as _;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The time after which the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

const COUNT: usize = 1_000;

struct Rsyslogd(Child);

impl Drop for Rsyslogd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until a function returns a value.
fn wait_for<T>(mut value: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(value) = value() {
            return value;
        }
        assert!(Instant::now() < end, "waited in vain");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Returns a configuration with the rules of the guide.
fn configuration(folder: &Path) -> String {
    let guide = include_str!("../../kmd-events/src/guide/command_line.md");
    let (_, rules) = guide.split_once("```text\n").expect("the rules");
    let (rules, _) = rules.split_once("```").expect("the end of the rules");
    let folder = folder.display();
    let rules = rules.replace("/usr/local/bin/kmd", &format!("{folder}/kmd"));
    let rules = rules.replace("/var/log/kmd.json", &format!("{folder}/out.json"));
    let (modules, actions) = rules.split_once("\n\n").expect("an empty line");
    format!(
        r#"
global(workDirectory="{folder}" maxMessageSize="64k" net.enableDNS="off")
module(load="imptcp")
{modules}
ruleset(name="all") {{
{actions}
}}
input(type="imptcp" path="{folder}/stream" unlink="on" ruleset="all")
"#
    )
}

#[test]
fn rsyslog_gets_typed_fields_and_no_line_is_lost() {
    let program = Path::new("/usr/sbin/rsyslogd");
    if !program.is_file() {
        // Past the capture of the test harness.
        let text = "\nSKIPPED: the filter in rsyslog, since rsyslogd is not installed\n";
        std::io::stderr().write_all(text.as_bytes()).expect("stderr");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    // AppArmor may restrict the installed program to its own folders.
    for (from, to) in [(program, "rsyslogd"), (Path::new(env!("CARGO_BIN_EXE_kmd")), "kmd")] {
        assert!(Command::new("cp").arg(from).arg(folder.join(to)).status().expect("cp runs").success());
    }
    fs::write(folder.join("rsyslog.conf"), configuration(folder)).expect("written");
    fs::write(folder.join("out.json"), "").expect("written");
    let mut command = Command::new(folder.join("rsyslogd"));
    command.arg("-n").arg("-f").arg(folder.join("rsyslog.conf")).arg("-i").arg(folder.join("pid"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let _rsyslogd = Rsyslogd(command.spawn().expect("rsyslogd runs"));
    let mut stream = wait_for(|| UnixStream::connect(folder.join("stream")).ok());
    let answers = || fs::read_to_string(folder.join("out.json")).expect("its file");

    let (first, second) = (0..COUNT / 2, COUNT / 2..COUNT);
    for part in [first, second] {
        for port in part.clone() {
            let text = format!(
                "KMD_PM_NO_LIFE_TYPE: Quick mode notification from 2001:db8::{:x}:{port} contains lifetime duration \
                 without corresponding SA lifetime payload.",
                port + 1
            );
            writeln!(stream, "<35>Aug  3 10:18:44 srx1 kmd[7]: {text}").expect("sent");
        }
        wait_for(|| (answers().lines().count() >= part.end).then_some(()));
        // The program dies between two lines, and rsyslog starts it again.
        let pattern = format!("^{} ", folder.join("kmd").display());
        let killed = Command::new("pkill").args(["-KILL", "-f", &pattern]).status();
        assert!(killed.expect("pkill runs").success());
        // Until then, rsyslog can send it a line, which is not answered.
        wait_for(|| {
            let found = Command::new("pgrep").args(["-f", &pattern]).stdout(Stdio::null()).status();
            (!found.expect("pgrep runs").success()).then_some(())
        });
    }
    let answers = answers();
    let fields: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert_eq!(fields.len(), COUNT);
    for (port, answer) in fields.iter().enumerate() {
        assert_eq!(answer["outcome"], "event", "{answer}");
        assert_eq!(answer["fields"]["remote-address"], format!("2001:db8::{:x}", port + 1), "{answer}");
        assert_eq!(answer["fields"]["remote-port"], port, "{answer}");
    }
}
