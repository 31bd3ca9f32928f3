//! Tests of what can go wrong while the program runs: full disks, closed pipes, and files that change.

#![cfg(unix)]

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A line, and the text of its event in the JSON.
const LINE: &str = "kmd[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA hq\n";
const ANSWER: &str = r#"{"process":"kmd","pid":"7","facility":"LOG_AUTH","severity":"error","tag":"KMD_PM_SA_PEER_NOT_FOUND","outcome":"event","fields":{"sa-name":"hq"},"text":"Unable to find active peer for SA hq"}"#;
const INVALID: &str = "kmd-catalog/tests/invalid/prefix.yaml";

/// All commands that print, with the exit status if they can print.
const COMMANDS: &[(&[&str], i32)] = &[
    (&["decode", "-"], 0),
    (&["decode", "--summary"], 0),
    (&["filter"], 0),
    (&["filter", "--format", "rsyslog"], 0),
    (&["docs"], 0),
    (&["docs", "--to", "html"], 0),
    (&["docs", "--to", "man"], 0),
    (&["docs", "--to", "journal"], 0),
    (&["rules", "--to", "regex"], 0),
    (&["rules", "--fidelity"], 0),
    (&["diff", "catalog.yaml", "iked.yaml"], 0),
    (&["diff", "catalog.yaml", "iked.yaml", "--format", "json"], 0),
    (&["diff", "catalog.yaml", "iked.yaml", "--format", "markdown"], 0),
    (&["explain"], 0),
    (&["explain", "--json"], 0),
    (&["explain", "KMD_PM_SA_PEER_NOT_FOUND"], 0),
    (&["check", INVALID], 1),
    (&["check", INVALID, "--format", "json"], 1),
    (&["check", INVALID, "--format", "github"], 1),
    (&["check", INVALID, "--format", "sarif"], 1),
    (&["audit", "catalog.yaml", "examples"], 1),
    (&["audit", "catalog.yaml", "examples", "--json"], 1),
    (&["completions", "bash"], 0),
    (&["man"], 0),
    (&["man", "check"], 0),
    (&["--help"], 0),
    (&["help", "decode"], 0),
    (&["--version"], 0),
];

fn kmd(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).args(arguments);
    command
}

/// Returns standard input with one line.
fn one_line(folder: &Path) -> File {
    let path = folder.join("one.log");
    fs::write(&path, LINE).expect("written");
    File::open(path).expect("opened")
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().expect("UTF-8").to_owned()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

/// Returns a file on a disk that is full.
#[cfg(target_os = "linux")]
fn full() -> File {
    OpenOptions::new().write(true).open("/dev/full").expect("a device")
}

#[cfg(target_os = "linux")]
#[test]
fn every_command_reports_a_full_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, _) in COMMANDS {
        let output = kmd(arguments).stdin(one_line(folder.path())).stdout(full()).output().expect("kmd runs");
        let expected = "error: cannot write standard output: No space left on device (os error 28)\n";
        assert_eq!((text(&output.stderr), output.status.code()), (expected, Some(2)), "{arguments:?}");
    }
}

/// The exit status still says that something failed.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_for_the_error_is_no_panic() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, _) in COMMANDS {
        let status = kmd(arguments).stdin(one_line(folder.path())).stdout(full()).stderr(full()).status();
        assert_eq!(status.expect("kmd runs").code(), Some(2), "{arguments:?}");
    }
    for (arguments, code) in [
        (&["explain", "KMD_NO_SUCH"][..], 1),
        (&["rules", "--to", "vector"], 0),
        (&["decode", "--check", "Cargo.toml"], 1),
        // The file is not Rust, so there is a warning.
        (&["audit", "catalog.yaml", "README.md"], 1),
        (&["docs", "--out", "/dev/full"], 2),
    ] {
        let status = kmd(arguments).stdout(Stdio::null()).stderr(full()).status();
        assert_eq!(status.expect("kmd runs").code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_ends_every_command_quietly() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, code) in COMMANDS {
        let (reader, writer) = UnixStream::pair().expect("a pipe");
        drop(reader);
        let stdout = Stdio::from(OwnedFd::from(writer));
        let output = kmd(arguments).stdin(one_line(folder.path())).stdout(stdout).output().expect("kmd runs");
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(*code)), "{arguments:?}");
    }
}

/// A limit of the size of files takes effect in the middle of the output, as a disk does.
#[cfg(target_os = "linux")]
#[test]
fn output_that_is_cut_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = path(folder.path(), "log");
    fs::write(&log, LINE.repeat(20_000)).expect("written");
    let limited = |arguments: &str, name: &str| -> (Output, Vec<u8>) {
        let out = path(folder.path(), name);
        // The unit of the limit is 512 bytes. The signal would end the program.
        let script = format!("trap '' XFSZ && ulimit -f 16 && exec {} {arguments}", env!("CARGO_BIN_EXE_kmd"));
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let stdout = File::create(&out).expect("created");
        let stdin = File::open(&log).expect("opened");
        let output = command.stdin(stdin).stdout(stdout).stderr(Stdio::piped()).output().expect("a shell");
        (output, fs::read(out).expect("read"))
    };
    for arguments in ["decode", "filter", "docs", "rules --to vector"] {
        let (output, written) = limited(arguments, "stdout");
        let expected = "error: cannot write standard output: File too large (os error 27)\n";
        assert_eq!((text(&output.stderr), output.status.code()), (expected, Some(2)), "{arguments}");
        assert_eq!(written.len(), 16 * 512, "{arguments}");
    }
    // What was written is the beginning of the output.
    let (_, written) = limited("decode", "stdout");
    assert!(text(&written).lines().rev().skip(1).all(|line| line == ANSWER));
    for (arguments, file) in
        [("docs --out OUT/manual", "manual"), ("rules --to vector --out OUT/rules", "rules/kmd.yaml")]
    {
        let (output, _) = limited(&arguments.replace("OUT", folder.path().to_str().expect("UTF-8")), "stdout");
        let expected = format!("error: cannot write `{}`: File too large (os error 27)\n", path(folder.path(), file));
        assert_eq!((text(&output.stderr), output.status.code()), (&*expected, Some(2)), "{arguments}");
    }
    // Of the files of the rules, those after the one that failed are not written.
    assert!(!folder.path().join("rules/kmd.vrl").exists());
}

#[test]
fn a_filter_goes_on_with_the_catalog_that_it_has_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = path(folder.path(), "messages.yaml");
    let original = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog.yaml")).expect("a catalog");
    fs::write(&catalog, &original).expect("written");
    let mut child = kmd(&["filter", "--catalog", &catalog])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("kmd");
    let mut stdin = child.stdin.take().expect("standard input");
    let mut out = BufReader::new(child.stdout.take().expect("standard output"));
    let mut answer = || {
        stdin.write_all(LINE.as_bytes()).expect("written");
        let mut answer = String::new();
        out.read_line(&mut answer).expect("an answer");
        answer
    };
    assert_eq!(answer().trim_end(), ANSWER);
    let other = path(folder.path(), "other.yaml");
    for what in ["edited", "replaced", "invalid", "truncated", "removed"] {
        let edited = original.replace("Unable to find active peer", "No active peer");
        match what {
            "edited" => fs::write(&catalog, edited),
            "replaced" => fs::write(&other, edited).and_then(|()| fs::rename(&other, &catalog)),
            "invalid" => fs::write(&catalog, "prefix: ["),
            "truncated" => File::create(&catalog).map(drop),
            _ => fs::remove_file(&catalog),
        }
        .expect(what);
        assert_eq!(answer().trim_end(), ANSWER, "{what}");
    }
    drop(stdin);
    let output = child.wait_with_output().expect("kmd ends");
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
}

/// The second log changes while the program waits for the first one, which is a pipe.
#[test]
fn a_log_is_opened_after_the_one_before_it() {
    for what in ["rewritten", "truncated", "removed"] {
        let folder = tempfile::tempdir().expect("a folder");
        let (pipe, second) = (path(folder.path(), "pipe"), path(folder.path(), "second"));
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
        fs::write(&second, LINE.repeat(2)).expect("written");
        let child =
            kmd(&["decode", &pipe, &second]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("kmd");
        // Opening waits until the program has opened the pipe, too.
        let mut first = OpenOptions::new().write(true).open(&pipe).expect("opened");
        let (expected, error, code) = match what {
            "rewritten" => {
                fs::write(&second, LINE.repeat(3)).expect("written");
                (4, String::new(), 0)
            }
            "truncated" => {
                File::create(&second).expect("truncated");
                (1, String::new(), 0)
            }
            _ => {
                fs::remove_file(&second).expect("removed");
                (1, format!("error: cannot read `{second}`: No such file or directory (os error 2)\n"), 2)
            }
        };
        first.write_all(LINE.as_bytes()).expect("written");
        drop(first);
        let output = child.wait_with_output().expect("kmd ends");
        let files = std::iter::once(&pipe).chain(std::iter::repeat(&second)).take(expected);
        let answer = |file: &String| format!("{{\"file\":\"{file}\",{}\n", ANSWER.trim_start_matches('{'));
        assert_eq!(text(&output.stdout), files.map(answer).collect::<String>(), "{what}");
        assert_eq!((text(&output.stderr), output.status.code()), (&*error, Some(code)), "{what}");
    }
}

/// The program waits while its output is not read, and has read a part of the log until then.
#[test]
fn a_log_can_be_renamed_or_truncated_while_it_is_read() {
    const LINES: usize = 80_000;
    for is_truncated in [false, true] {
        let folder = tempfile::tempdir().expect("a folder");
        let log = path(folder.path(), "log");
        fs::write(&log, LINE.repeat(LINES)).expect("written");
        let mut child = kmd(&["decode", "--threads", "1", &log])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("kmd");
        let mut out = BufReader::new(child.stdout.take().expect("standard output"));
        let mut first = String::new();
        out.read_line(&mut first).expect("a line");
        assert_eq!(first.trim_end(), ANSWER);
        if is_truncated {
            OpenOptions::new().write(true).open(&log).and_then(|file| file.set_len(0)).expect("truncated");
        } else {
            fs::rename(&log, path(folder.path(), "log.1")).expect("renamed");
            fs::write(&log, "another log\n").expect("written");
        }
        let mut rest = String::new();
        out.read_to_string(&mut rest).expect("UTF-8");
        let lines: Vec<&str> = rest.lines().collect();
        let (last, others) = lines.split_last().expect("lines");
        assert!(others.iter().all(|line| *line == ANSWER), "{is_truncated}");
        if is_truncated {
            // The last line may have lost its end.
            assert!(lines.len() < LINES && last.starts_with('{') && last.ends_with('}'), "{last}");
        } else {
            assert_eq!((lines.len() + 1, *last), (LINES, ANSWER));
        }
        let output = child.wait_with_output().expect("kmd ends");
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)), "{is_truncated}");
    }
}
