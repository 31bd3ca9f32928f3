//! Programs that are followed, stopped and interrupted.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::{JSON, LOG, kmd};

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child =
        kmd(&["decode"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("kmd");
    let mut stdin = child.stdin.take().expect("standard input");
    let mut first = String::new();
    let log = LOG.repeat(100_000);
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(log.as_bytes()).is_ok());
        let mut out = BufReader::new(child.stdout.take().expect("standard output"));
        out.read_line(&mut first).expect("a line");
        drop(out);
        let mut said = String::new();
        child.stderr.take().expect("standard error").read_to_string(&mut said).expect("UTF-8");
        assert_eq!(said, "");
        assert_eq!(child.wait().expect("kmd ends").code(), Some(0));
    });
    assert_eq!(first, format!("{}\n", JSON.lines().next().expect("a line")));
}

/// Starts the program, which reads from a pipe and writes to one.
fn start(arguments: &[&str]) -> (Child, ChildStdin, BufReader<ChildStdout>) {
    let mut child = kmd(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("kmd");
    let stdin = child.stdin.take().expect("standard input");
    let stdout = BufReader::new(child.stdout.take().expect("standard output"));
    (child, stdin, stdout)
}

/// An answer comes before the next line is written.
#[test]
fn each_line_is_answered_at_once() {
    for (arguments, before, after) in [
        (&["filter"][..], "", ""),
        (&["filter", "--format", "rsyslog"], "{\"$!\":{\"kmd\":", "}}"),
        (&["decode"], "", ""),
        (&["decode", "--threads", "1"], "", ""),
    ] {
        let (mut child, mut stdin, mut out) = start(arguments);
        for (line, json) in LOG.lines().zip(JSON.lines()) {
            // A part of the next line changes nothing.
            write!(stdin, "{line}\nAug  3").expect("written");
            let mut answer = String::new();
            out.read_line(&mut answer).expect("an answer");
            assert_eq!(answer, format!("{before}{json}{after}\n"));
            writeln!(stdin, " 10:18:48 srx1 rpd[8]: rest").expect("written");
            out.read_line(&mut answer).expect("an answer");
            assert!(
                answer
                    .ends_with(&format!("\"text\":\"rest\",\"line\":\"Aug  3 10:18:48 srx1 rpd[8]: rest\"}}{after}\n")),
                "{answer}"
            );
        }
        drop(stdin);
        assert_eq!(child.wait().expect("kmd ends").code(), Some(0));
    }
}

#[cfg(unix)]
fn interrupt(child: &Child, signal: &str) {
    let status = Command::new("kill").arg(signal).arg(child.id().to_string()).status().expect("kill runs");
    assert!(status.success());
}

/// At a terminal, for example.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_a_program_that_waits_for_input() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let (mut child, mut stdin, mut out) = start(&["decode"]);
        // The last line has no end yet.
        write!(stdin, "{LOG}Aug  3").expect("written");
        let mut lines = String::new();
        for _ in LOG.lines() {
            out.read_line(&mut lines).expect("a line");
        }
        interrupt(&child, signal);
        out.read_to_string(&mut lines).expect("UTF-8");
        assert_eq!(lines, JSON);
        assert_eq!(child.wait().expect("kmd ends").code(), Some(130), "{signal}");
        // Until now, standard input was open.
        drop(stdin);
    }
}

/// All whole lines that were read are counted.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_with_the_summary() {
    let (mut child, mut stdin, mut out) = start(&["decode", "--summary"]);
    let log = LOG.lines().next().expect("a line").to_owned() + "\n";
    stdin.write_all(log.repeat(17).as_bytes()).expect("written");
    // More than a pipe holds, so the lines before it were read when it is written.
    stdin.write_all(&vec![b'x'; 1 << 21]).expect("written");
    interrupt(&child, "-INT");
    let mut printed = String::new();
    out.read_to_string(&mut printed).expect("UTF-8");
    let expected = "   count  outcome   severity   first            last             tag
      17  event     info       Aug  3 10:18:44  Aug  3 10:18:44  KMD_VPN_UP_ALARM_USER
17 lines: 17 events, 0 mismatches, 0 unknown, 0 untagged, 0 other
";
    assert_eq!(printed, expected);
    assert_eq!(child.wait().expect("kmd ends").code(), Some(130));
    drop(stdin);
}

/// The first interrupt waits for the end of the output.
#[cfg(unix)]
#[test]
fn a_second_interrupt_ends_a_program_whose_output_is_blocked() {
    let (mut child, mut stdin, out) = start(&["decode"]);
    // More than both pipes hold, so the program writes to a full one.
    stdin.write_all(LOG.repeat(1_000).as_bytes()).expect("written");
    let code = loop {
        interrupt(&child, "-INT");
        if let Some(status) = child.try_wait().expect("a status") {
            break status.code();
        }
    };
    assert_eq!(code, Some(130));
    drop((stdin, out));
}

/// The output ends with a whole line if the program is interrupted while it reads.
#[cfg(unix)]
#[test]
fn an_interrupt_leaves_no_half_line() {
    let (mut child, mut stdin, mut out) = start(&["decode"]);
    let writer = std::thread::spawn(move || while stdin.write_all(LOG.as_bytes()).is_ok() {});
    let mut output = String::new();
    out.read_line(&mut output).expect("a line");
    interrupt(&child, "-INT");
    out.read_to_string(&mut output).expect("UTF-8");
    assert_eq!(child.wait().expect("kmd ends").code(), Some(130));
    writer.join().expect("the writer ends");
    assert!(output.ends_with("}\n"), "{:?}", output.lines().last());
    for line in output.lines() {
        assert!(JSON.lines().any(|json| json == line), "{line}");
    }
}
