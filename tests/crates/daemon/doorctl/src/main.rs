//! A tool that checks the plan of a house: one line per door, with its number and its name.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use daemon_log::audit::audit_log;
use daemon_log::door::{DoorEvent, door_event, door_log};
use daemon_log::kmd_events::Event;
use daemon_log::kmd_events::format::{Format, Formatter, Timestamp};
use daemon_log::kmd_events::sink::{Sink, Writer};

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("doorctl: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = OsString>) -> anyhow::Result<()> {
    let (Some(path), Some(user), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        bail!("usage: doorctl PLAN USER");
    };
    let user = user.to_string_lossy();
    // The process in the lines is that of the catalog, `doord`. Parsers refuse the lines of another process.
    let formatter = Formatter::new(Format::Rfc3164).with_pid(std::process::id());
    let log = Writer::new(io::stderr(), formatter, Timestamp::utc_now);
    let doors = check(&PathBuf::from(path), &user, &log)?;
    println!("{doors} doors");
    Ok(())
}

/// Returns the number of doors, and logs the result. Only the events are logged, not the other errors.
fn check(path: &Path, user: &str, log: &dyn Sink) -> anyhow::Result<usize> {
    audit_log!(log, AUDIT_PLAN_CHECKED { user, path: path.to_string_lossy() })?;
    let doors = count_doors(path).context("the plan is not used");
    match &doors {
        Ok(doors) => door_log!(log, DOOR_PLAN_CHECKED { path: path.to_string_lossy(), doors: *doors })?,
        Err(error) => {
            if let Some(event) = error.downcast_ref::<DoorEvent<'static>>() {
                log.log(&event.with("user", user))?;
            }
        }
    }
    doors
}

fn count_doors(path: &Path) -> anyhow::Result<usize> {
    let name = path.to_string_lossy();
    let text = fs::read_to_string(path)
        .map_err(|error| door_event!(DOOR_PLAN_UNREADABLE { path: &name, error: %error }).into_owned())?;
    let mut doors = 0;
    for (line, number) in text.lines().zip(1..) {
        let (door, label) = line.split_once(' ').unwrap_or((line, ""));
        let invalid = |error: &str| door_event!(DOOR_PLAN_INVALID { path: &name, line: number, error }).into_owned();
        door.parse::<u16>().map_err(|error| invalid(&error.to_string()))?;
        if label.is_empty() {
            Err(invalid("the name is missing"))?;
        }
        doors += 1;
    }
    Ok(doors)
}

#[cfg(test)]
mod tests {
    use daemon_log::audit::events::AUDIT_PLAN_CHECKED;
    use daemon_log::door::events::{DOOR_PLAN_CHECKED, DOOR_PLAN_INVALID, DOOR_PLAN_UNREADABLE};
    use daemon_log::kmd_events::sink::Recorder;
    use daemon_log::kmd_events::{assert_logged, assert_not_logged};

    use super::*;

    /// Checks a plan in a new folder, and returns its path.
    fn checked(plan: Option<&str>, log: &dyn Sink) -> (String, anyhow::Result<usize>) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("plan");
        if let Some(plan) = plan {
            fs::write(&path, plan).expect("written");
        }
        (path.to_string_lossy().into_owned(), check(&path, "ada", log))
    }

    #[test]
    fn a_valid_plan_is_counted() {
        let log = Recorder::new();
        let (path, doors) = checked(Some("1 Front door\n20 Garage\n"), &log);
        assert_eq!(doors.expect("valid"), 2);
        let path = &*path;
        assert_logged!(log, AUDIT_PLAN_CHECKED { user: "ada", path });
        assert_logged!(log, DOOR_PLAN_CHECKED { path, doors: 2 });
        assert_not_logged!(log, DOOR_PLAN_INVALID { .. });
        assert_eq!(log.events().len(), 2);
    }

    #[test]
    fn an_event_is_found_in_the_error() {
        let cases = [
            ("1 Front\n70000 Garage\n", 2, "number too large to fit in target type"),
            ("1\n", 1, "the name is missing"),
            ("Front 1\n", 1, "invalid digit found in string"),
        ];
        for (plan, line, error) in cases {
            let log = Recorder::new();
            let (path, doors) = checked(Some(plan), &log);
            let failed = doors.expect_err(plan);
            assert_eq!(
                format!("{failed:#}"),
                format!("the plan is not used: Plan {path} is invalid in line {line}: {error}")
            );
            let event = door_event!(DOOR_PLAN_INVALID { path: &path, line, error });
            assert_eq!(failed.downcast_ref(), Some(&event.clone().into_owned()));
            assert_logged!(log, DOOR_PLAN_INVALID { line, error, .. });
            assert_not_logged!(log, DOOR_PLAN_CHECKED { .. });
            let logged = log.events();
            assert_eq!(logged[1], event.with("user", "ada").to_owned_event());
            let chained = failed.chain().last().and_then(|error| error.downcast_ref::<DoorEvent<'static>>());
            assert_eq!(chained, Some(&event));
        }
    }

    #[test]
    fn the_reason_of_the_system_is_in_the_event() {
        let log = Recorder::new();
        let (path, doors) = checked(None, &log);
        let error = fs::read(&path).expect_err("there is no such file").to_string();
        let (path, error) = (&*path, &*error);
        assert_logged!(log, DOOR_PLAN_UNREADABLE { path, error });
        assert!(doors.expect_err("unreadable").downcast_ref::<io::Error>().is_none());
    }
}
