//! Tests of the tool as a process.

use std::fs;
use std::process::{Command, Output};

use daemon_log::audit::events::AUDIT_PLAN_CHECKED;
use daemon_log::door::events::{DOOR_PLAN_CHECKED, DOOR_PLAN_INVALID};
use daemon_log::kmd_events::{assert_logged, assert_not_logged};

fn doorctl(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_doorctl")).args(arguments).output().expect("the tool runs")
}

#[test]
fn the_tool_logs_the_events_of_the_daemon() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path().join("plan");
    let path = plan.to_str().expect("UTF-8");

    fs::write(&plan, "1 Front\n2 Garage\n").expect("written");
    let output = doorctl(&[path, "ada"]);
    assert!(output.status.success());
    assert_eq!(output.stdout, b"2 doors\n");
    assert_logged!(output.stderr, AUDIT_PLAN_CHECKED { user: "ada", path });
    assert_logged!(output.stderr, DOOR_PLAN_CHECKED { path, doors: 2 });

    fs::write(&plan, "1 Front\nGarage\n").expect("written");
    let output = doorctl(&[path, "ada"]);
    assert_eq!(output.status.code(), Some(1));
    // The last line is for the user, and it is not an event.
    assert_logged!(output.stderr, DOOR_PLAN_INVALID { line: 2, error: "invalid digit found in string", .. });
    assert_not_logged!(output.stderr, DOOR_PLAN_CHECKED { .. });
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    let lines: Vec<&str> = stderr.lines().collect();
    assert_eq!(lines.len(), 3, "{stderr}");
    // 80 is the facility `LOG_AUTHPRIV`, and 24 is `LOG_DAEMON`.
    assert!(lines[0].starts_with("<86>") && lines[0].contains(" doord["), "{stderr}");
    assert!(lines[1].starts_with("<27>"), "{stderr}");
    assert_eq!(
        lines[2],
        format!("doorctl: the plan is not used: Plan {path} is invalid in line 2: invalid digit found in string")
    );
}

#[test]
fn missing_arguments_are_reported() {
    let output = doorctl(&["plan"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stderr, b"doorctl: usage: doorctl PLAN USER\n");
}
