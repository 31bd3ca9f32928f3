//! Tests of `kmd decode` and `kmd filter`.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

const LOG: &str = "\
<30>Aug  3 10:18:44  srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.
Aug  3 10:18:45  srx1 rpd[8]: RPD_X: something else
Aug  3 10:18:46  srx1 kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq is up
Aug  3 10:18:47  srx1 kmd[7]: KMD_NEW: text
Aug  3 10:18:48  srx1 kmd[7]: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover attempts exceeded limit 5 for tunnel t
";

const JSON: &str = r#"{"time":"Aug  3 10:18:44","host":"srx1","process":"kmd","pid":"7","facility":"LOG_DAEMON","severity":"info","tag":"KMD_VPN_UP_ALARM_USER","outcome":"event","fields":{"vpn-name":"hq","remote-address":"203.0.113.77"},"text":"VPN hq from 203.0.113.77 is up."}
{"time":"Aug  3 10:18:45","host":"srx1","process":"rpd","pid":"8","outcome":"other","text":"RPD_X: something else"}
{"time":"Aug  3 10:18:46","host":"srx1","process":"kmd","pid":"7","tag":"KMD_VPN_UP_ALARM_USER","outcome":"mismatch","reason":"expected ` from ` at byte 4 or later","text":"VPN hq is up"}
{"time":"Aug  3 10:18:47","host":"srx1","process":"kmd","pid":"7","tag":"KMD_NEW","outcome":"unknown","text":"text"}
{"time":"Aug  3 10:18:48","host":"srx1","process":"kmd","pid":"7","tag":"KMD_DPD_FAILOVER_MAX_ATTEMPTS","outcome":"event","fields":{"count":5,"tunnel-name":"t"},"text":"Number of failover attempts exceeded limit 5 for tunnel t"}
"#;

fn kmd(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kmd"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).args(arguments);
    command
}

/// Runs the program with a standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = kmd(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("kmd runs");
    let mut stdin = child.stdin.take().expect("standard input");
    std::thread::scope(|scope| {
        // The program may stop before it has read everything.
        scope.spawn(move || stdin.write_all(input).is_ok());
        child.wait_with_output().expect("kmd ends")
    })
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

fn path(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("compressed");
    encoder.finish().expect("compressed")
}

#[test]
fn lines_become_json() {
    let output = run(&["decode"], LOG.as_bytes());
    assert_eq!(text(&output.stdout), JSON);
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)));
    // The last line may have no line break, and `-` is standard input.
    let output = run(&["decode", "-", "--threads", "1"], LOG.trim_end().as_bytes());
    assert_eq!(text(&output.stdout), JSON);
}

#[test]
fn files_are_decompressed_and_decoded_in_their_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, rest) = LOG.split_at(LOG.find('\n').expect("a line") + 1);
    let gzipped = path(folder.path(), "a", &[gzip(first.as_bytes()), gzip(rest.as_bytes())].concat());
    let frame = |text: &str| compress_to_vec(text.as_bytes(), CompressionLevel::Fastest);
    // Frames to skip, as `pzstd` writes them (RFC 8878, section 3.1.2).
    let skipped = b"\x5e\x2a\x4d\x18\x04\0\0\0\xff\n{\n".to_vec();
    let zstd = path(
        folder.path(),
        "b",
        &[&skipped, &frame(first), &skipped, &frame(rest), &skipped].map(Vec::as_slice).concat(),
    );
    let plain = path(folder.path(), "c", LOG.as_bytes());
    let empty = path(folder.path(), "d", b"");
    let output = run(&["decode", &gzipped, &empty, &zstd, &plain], b"");
    assert_eq!(text(&output.stdout), JSON.repeat(3));
    assert_eq!(text(&output.stderr), "");
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
            "{{\"process\":\"kmd\",\"pid\":\"{count}\",\"tag\":\"KMD_PM_NEW_GROUP_UNSUPPORTED\",\"outcome\":\"event\",\
             \"fields\":{{}},\"text\":\"New Group mode not supported\"}}"
        );
    }
    let output = run(&["decode", "--threads", "3"], log.as_bytes());
    assert!(text(&output.stdout) == json, "another order");
}

#[test]
fn a_summary_counts_messages() {
    let expected = "   count  outcome   severity   first            last             tag
       1  event     error      Aug  3 10:18:48  Aug  3 10:18:48  KMD_DPD_FAILOVER_MAX_ATTEMPTS
       1  unknown   -          Aug  3 10:18:47  Aug  3 10:18:47  KMD_NEW
       1  event     info       Aug  3 10:18:44  Aug  3 10:18:44  KMD_VPN_UP_ALARM_USER
       1  mismatch  info       Aug  3 10:18:46  Aug  3 10:18:46  KMD_VPN_UP_ALARM_USER
5 lines: 2 events, 1 mismatch, 1 unknown, 0 untagged, 1 other
";
    let output = run(&["decode", "--summary"], LOG.as_bytes());
    assert_eq!(text(&output.stdout), expected);
    let output = run(&["decode", "--summary"], LOG.lines().next().expect("a line").as_bytes());
    let totals = "\n1 line: 1 event, 0 mismatches, 0 unknown, 0 untagged, 0 other\n";
    assert!(text(&output.stdout).ends_with(totals), "{}", text(&output.stdout));
}

#[test]
fn a_check_fails_for_mismatches_and_unknown_tags() {
    let lines: Vec<&str> = LOG.lines().collect();
    for (line, code) in [(lines[0], 0), (lines[2], 1), (lines[3], 1)] {
        for arguments in [&["decode", "--check"][..], &["decode", "--check", "--summary"]] {
            assert_eq!(run(arguments, line.as_bytes()).status.code(), Some(code), "{line}");
        }
        assert_eq!(run(&["decode"], line.as_bytes()).status.code(), Some(0), "{line}");
    }
}

/// The catalog is probably a wrong one.
#[test]
fn a_check_fails_if_no_line_is_of_the_catalog() {
    let other = LOG.lines().nth(1).expect("a line");
    let untagged = "Aug  3 10:18:45  srx1 kmd[8]: something else";
    for (input, code, error) in [
        (
            other.to_owned(),
            1,
            "error: no line is of the process `kmd` of the catalog\nhelp: name another catalog with `--catalog FILE`\n",
        ),
        (String::new(), 0, ""),
        (format!("{other}\n{}", LOG.lines().next().expect("a line")), 0, ""),
        (format!("{other}\n{untagged}\n"), 0, ""),
    ] {
        for arguments in [&["decode", "--check"][..], &["decode", "--check", "--summary"]] {
            let output = run(arguments, input.as_bytes());
            assert_eq!((output.status.code(), text(&output.stderr)), (Some(code), error), "{input}");
        }
        assert_eq!(run(&["decode"], input.as_bytes()).status.code(), Some(0), "{input}");
    }
}

#[test]
fn lines_of_any_catalog_are_decoded() {
    let catalog = "tests/crates/foreign/lab.yaml";
    let log = "labd[3]: LAB_ROUTE: Route of 7 via 192.0.2.1 in 42\nlabd: bench lost: no power\nkmd[7]: KMD_X: y\n";
    let output = run(&["decode", "--catalog", catalog], log.as_bytes());
    let expected = r#"{"process":"labd","pid":"3","tag":"LAB_ROUTE","outcome":"event","fields":{"size":7,"gateway":"192.0.2.1","domain":42},"text":"Route of 7 via 192.0.2.1 in 42"}
{"process":"labd","tag":"LAB_LOST","outcome":"event","fields":{"reason":"no power"},"text":"bench lost: no power"}
{"process":"kmd","pid":"7","outcome":"other","text":"KMD_X: y"}
"#;
    assert_eq!(text(&output.stdout), expected);
}

#[test]
fn what_was_read_before_an_error_is_decoded() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = gzip(LOG.repeat(200).as_bytes());
    let truncated = path(folder.path(), "cut.gz", &whole[..whole.len() / 2]);
    let output = run(&["decode", &truncated], b"");
    assert!(text(&output.stdout).starts_with(JSON), "{}", text(&output.stdout));
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert!(said.starts_with(&format!("error: {truncated}: ")) && said.lines().count() == 1, "{said}");

    let missing = folder.path().join("none.log");
    let output = run(&["decode", missing.to_str().expect("UTF-8")], b"");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    assert!(text(&output.stderr).contains("none.log: No such file or directory"), "{}", text(&output.stderr));
}

/// A line without an end needs no memory beyond its limit, and the next line is decoded.
#[test]
fn a_long_line_is_cut() {
    let head = "kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA ";
    let long = format!("{head}{}\n{LOG}", "x".repeat(3_000_000));
    let output = run(&["decode"], long.as_bytes());
    let (first, rest) = text(&output.stdout).split_once('\n').expect("lines");
    let value = "x".repeat(65_536 - head.len());
    assert!(first.contains(&format!("\"sa-name\":\"{value}\"")), "{}", first.len());
    assert_eq!(rest, JSON);
    assert!(run(&["filter"], long.as_bytes()).stdout == output.stdout, "another answer");
}

#[test]
fn damaged_files_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let frame = compress_to_vec(LOG.repeat(100).as_bytes(), CompressionLevel::Fastest);
    let skipped = b"\x5e\x2a\x4d\x18\x04\0\0\0x".to_vec();
    for (name, bytes) in
        [("cut", frame[..40].to_vec()), ("more", [frame, b"Aug  3".to_vec()].concat()), ("skipped", skipped)]
    {
        let file = path(folder.path(), name, &bytes);
        let output = run(&["decode", &file], b"");
        assert_eq!(text(&output.stderr), format!("error: {file}: the zstd data is damaged or truncated\n"), "{name}");
        assert_eq!(output.status.code(), Some(2));
    }
}

/// A checksum shows that a byte changed.
#[test]
fn damaged_zstd_data_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut frame = compress_to_vec(LOG.as_bytes(), CompressionLevel::Uncompressed);
    let at = frame.windows(4).position(|bytes| bytes == b"kmd[").expect("the data as it is");
    frame[at] = b'x';
    let file = path(folder.path(), "changed", &frame);
    let output = run(&["decode", &file], b"");
    assert_eq!(text(&output.stderr), format!("error: {file}: the zstd data is damaged or truncated\n"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout).lines().count(), JSON.lines().count());
}

/// The window of a frame is the memory for it. A short file can have a long one.
#[test]
fn a_window_of_zstd_data_is_limited() {
    let folder = tempfile::tempdir().expect("a folder");
    // The last block, which is not compressed.
    let block = &(u32::try_from(LOG.len()).expect("a length") << 3 | 1).to_le_bytes()[..3];
    let frame = |header: &[u8]| [b"\x28\xb5\x2f\xfd", header, block, LOG.as_bytes()].concat();
    // Windows of 128 MiB and of 144 MiB, and the contents and one of more than 128 MiB.
    let single = |len: usize| [&b"\xa0"[..], &u32::try_from(len).expect("a length").to_le_bytes()].concat();
    for (name, header, is_read) in [
        ("window", b"\0\x88".to_vec(), true),
        ("long-window", b"\0\x89".to_vec(), false),
        ("content", single(LOG.len()), true),
        ("long-content", single((1 << 27) + 1), false),
    ] {
        let file = path(folder.path(), name, &frame(&header));
        let output = run(&["decode", &file], b"");
        let error = format!(
            "error: {file}: the zstd data needs more than 128 MiB of memory\nhelp: decompress it with `zstd -dc --long=31`\n"
        );
        assert_eq!(text(&output.stderr), if is_read { "" } else { &*error }, "{name}");
        assert_eq!(text(&output.stdout), if is_read { JSON } else { "" }, "{name}");
    }
}

/// gzip skips zeros after the compressed data, which fill the block of a tape, and warns of other data.
#[test]
fn what_follows_the_data_of_gzip_is_no_member() {
    let folder = tempfile::tempdir().expect("a folder");
    let (member, zeros) = (gzip(LOG.as_bytes()), [0; 1_000]);
    for (name, rest) in [("one", &zeros[..1]), ("many", &zeros), ("member", &[&zeros, &*member].concat())] {
        let file = path(folder.path(), name, &[&member, rest].concat());
        let output = run(&["decode", &file], b"");
        assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)), "{name}");
        assert_eq!(text(&output.stdout), JSON.repeat(if name == "member" { 2 } else { 1 }), "{name}");
    }
    for (name, rest) in [("text", &b"Aug  3"[..]), ("byte", b"\x1f"), ("later", b"\0\0\0x")] {
        let file = path(folder.path(), name, &[&member, rest].concat());
        let output = run(&["decode", &file], b"");
        let expected = format!("error: {file}: the file has other data after the end of the compressed data\n");
        assert_eq!((text(&output.stderr), output.status.code()), (&*expected, Some(2)), "{name}");
        assert_eq!(text(&output.stdout), JSON, "{name}");
    }
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

/// An answer comes before the next line is written.
#[test]
fn a_filter_answers_each_line() {
    for (arguments, before, after) in
        [(&["filter"][..], "", ""), (&["filter", "--format", "rsyslog"], "{\"$!\":{\"kmd\":", "}}")]
    {
        let mut child = kmd(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("kmd");
        let mut stdin = child.stdin.take().expect("standard input");
        let mut out = BufReader::new(child.stdout.take().expect("standard output"));
        for (line, json) in LOG.lines().zip(JSON.lines()) {
            writeln!(stdin, "{line}").expect("written");
            let mut answer = String::new();
            out.read_line(&mut answer).expect("an answer");
            assert_eq!(answer, format!("{before}{json}{after}\n"));
        }
        drop(stdin);
        assert_eq!(child.wait().expect("kmd ends").code(), Some(0));
    }
}

/// At a terminal, for example.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_a_program_that_waits_for_input() {
    for signal in ["-INT", "-TERM"] {
        let mut child =
            kmd(&["decode", "--threads", "1"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("kmd");
        // The first lines are printed when more is read than is decoded at once. Then the program waits for more.
        let mut stdin = child.stdin.take().expect("standard input");
        let writer = std::thread::spawn(move || (stdin.write_all(LOG.repeat(20_000).as_bytes()).is_ok(), stdin));
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("standard output"));
        out.read_line(&mut line).expect("a line");
        assert_eq!(Some(line.trim_end()), JSON.lines().next());
        let status = Command::new("kill").arg(signal).arg(child.id().to_string()).status().expect("kill runs");
        assert!(status.success());
        out.read_to_string(&mut line).expect("UTF-8");
        assert!(line.ends_with("}\n"));
        assert_eq!(child.wait().expect("kmd ends").code(), Some(130), "{signal}");
        // Until now, standard input was open.
        drop(writer.join().expect("the writer ends"));
    }
}

/// The lines that were decoded until then are counted.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_with_the_summary() {
    let mut child = kmd(&["decode", "--summary", "--threads", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("kmd");
    let mut stdin = child.stdin.take().expect("standard input");
    // Two chunks of one MiB are read while two are decoded. So the first of these eight MiB are counted when the last are read.
    stdin.write_all(LOG.repeat(20_000).as_bytes()).expect("written");
    let status = Command::new("kill").arg("-INT").arg(child.id().to_string()).status().expect("kill runs");
    assert!(status.success());
    let output = child.wait_with_output().expect("kmd ends");
    assert_eq!(output.status.code(), Some(130));
    let printed = text(&output.stdout);
    assert!(printed.starts_with("   count  outcome   severity   first"), "{printed}");
    let totals = printed.lines().last().expect("the totals");
    let lines: u32 = totals.split_once(" lines: ").expect("a number").0.parse().expect("a number");
    assert!((1_000..=100_000).contains(&lines), "{totals}");
    drop(stdin);
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

/// The output ends with a whole line if the program is interrupted while it reads.
#[cfg(unix)]
#[test]
fn an_interrupt_leaves_no_half_line() {
    let mut child = kmd(&["decode"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("kmd");
    let mut stdin = child.stdin.take().expect("standard input");
    let mut out = BufReader::new(child.stdout.take().expect("standard output"));
    let writer = std::thread::spawn(move || while stdin.write_all(LOG.as_bytes()).is_ok() {});
    let mut output = String::new();
    out.read_line(&mut output).expect("a line");
    let status = Command::new("kill").arg("-INT").arg(child.id().to_string()).status().expect("kill runs");
    assert!(status.success());
    out.read_to_string(&mut output).expect("UTF-8");
    assert_eq!(child.wait().expect("kmd ends").code(), Some(130));
    writer.join().expect("the writer ends");
    assert!(output.ends_with("}\n"), "{:?}", output.lines().last());
    for line in output.lines() {
        assert!(JSON.lines().any(|json| json == line), "{line}");
    }
}
