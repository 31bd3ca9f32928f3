//! What can be read, and what cannot.

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use super::{JSON, LOG, gzip, path, run, text, with_file};

#[test]
fn what_was_read_before_an_error_is_decoded() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = gzip(LOG.repeat(200).as_bytes());
    let truncated = path(folder.path(), "cut.gz", &whole[..whole.len() / 2]);
    let output = run(&["decode", &truncated], b"");
    assert!(text(&output.stdout).starts_with(JSON), "{}", text(&output.stdout));
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.starts_with(&format!("error: cannot read `{truncated}`: ")) && said.lines().count() == 1, "{said}");
}

/// As `cat` does.
#[test]
fn files_that_cannot_be_read_are_reported_and_the_others_are_decoded() {
    let folder = tempfile::tempdir().expect("a folder");
    let [first, last] = ["first", "last"].map(|name| path(folder.path(), name, LOG.as_bytes()));
    let missing = folder.path().join("none.log").to_str().expect("UTF-8").to_owned();
    let directory = folder.path().to_str().expect("UTF-8");
    let errors = format!(
        "error: cannot read `{missing}`: No such file or directory (os error 2)\n\
         error: cannot read `{directory}`: Is a directory (os error 21)\n"
    );
    let output = run(&["decode", &first, &missing, directory, &last], b"");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(2), &*errors));
    assert_eq!(text(&output.stdout), [&first, &last].map(|file| with_file(file)).concat());

    let output = run(&["decode", "--summary", "--check", &first, &missing, directory, &last], b"");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(2), &*errors));
    assert!(text(&output.stdout).ends_with("\n10 lines: 4 events, 2 mismatches, 2 unknown, 0 untagged, 2 other\n"));
}

/// The path is as given.
#[test]
fn objects_name_one_of_several_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = path(folder.path(), "a", LOG.as_bytes());
    let output = run(&["decode", &file], b"");
    assert_eq!(text(&output.stdout), JSON);
    // The last line of a file ends with the file.
    let output = run(&["decode", "-", &file, &file], LOG.trim_end().as_bytes());
    assert_eq!(text(&output.stdout), with_file("-") + &with_file(&file).repeat(2));
}

#[test]
fn standard_input_has_one_use() {
    for arguments in [
        &["decode", "-c", "-", "-"][..],
        &["decode", "-c", "-"],
        &["decode", "-c", "head.yaml,-"],
        &["filter", "-c", "-"],
    ] {
        let output = run(arguments, b"prefix: APP\n");
        assert_eq!(text(&output.stderr), "error: standard input cannot be both the catalog and the log\n");
        assert_eq!(output.status.code(), Some(2));
    }
}

/// Chunks are decoded by several threads.
#[test]
fn long_logs_keep_their_order() {
    let mut log = String::new();
    let mut json = String::new();
    for count in 0..60_000 {
        let _ = writeln!(log, "kmd[{count}]: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported");
        let _ = writeln!(
            json,
            "{{\"process\":\"kmd\",\"pid\":\"{count}\",\"facility\":\"LOG_AUTH\",\"severity\":\"error\",\
             \"tag\":\"KMD_PM_NEW_GROUP_UNSUPPORTED\",\"outcome\":\"event\",\
             \"fields\":{{}},\"text\":\"New Group mode not supported\"}}"
        );
    }
    let output = run(&["decode", "--threads", "3"], log.as_bytes());
    assert!(text(&output.stdout) == json, "another order");
}

/// A thread needs memory for its stack.
#[cfg(target_os = "linux")]
#[test]
fn threads_that_do_not_start_are_reported_once() {
    let script = format!("ulimit -v 400000 && exec {} decode --threads 1024", env!("CARGO_BIN_EXE_kmd"));
    let output = Command::new("sh").args(["-c", &script]).stdin(Stdio::null()).output().expect("a shell");
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.starts_with("error: cannot start threads: "), "{said}");
    assert_eq!(said.matches("os error").count(), 1, "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn errors_of_standard_input_and_output_are_named() {
    for command in ["decode", "filter"] {
        let script = format!("echo text | exec {} {command} > /dev/full", env!("CARGO_BIN_EXE_kmd"));
        let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
        let expected = "error: cannot write standard output: No space left on device (os error 28)\n";
        assert_eq!((text(&output.stderr), output.status.code()), (expected, Some(2)), "{command}");
    }
    for command in ["decode", "filter"] {
        let script = format!("exec {} {command} < /", env!("CARGO_BIN_EXE_kmd"));
        let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
        let expected = "error: cannot read standard input: Is a directory (os error 21)\n";
        assert_eq!((text(&output.stderr), output.status.code()), (expected, Some(2)), "{command}");
    }
}
