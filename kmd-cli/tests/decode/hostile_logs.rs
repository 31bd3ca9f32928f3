//! Tests of logs that an attacker has written.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use super::{path, run, text};

/// What is printed if a log has no line of the process.
const NOTE: &str =
    "note: no line is of the process `kmd` of the catalog\nhelp: name another catalog with `--catalog FILE`\n";

/// Escape sequences in each part of a line: the host, the PID, the tag, a value and the rest, as bytes and as C1 characters.
#[test]
fn a_log_cannot_control_the_terminal() {
    let controls: String =
        (0..=0x9f).filter_map(char::from_u32).filter(|char| char.is_control() && *char != '\n').collect();
    let evil = format!("\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{9d}0;x\u{9c}\u{2028}\u{202e}\u{2066}{controls}é€");
    let mut log = String::new();
    for part in [&*evil, "\r", "\u{9b}31m", "\u{7f}"] {
        let _ = write!(
            log,
            "Aug  3 10:18:44 host{part} kmd[7]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA {part}\n\
             kmd[{part}]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA {part} \n\
             <30>1 2024-08-03T10:18:44{part}Z h{part} kmd {part} KMD_{part} [a{part} b=\"{part}\"] {part}\n\
             kmd: KMD_NEW{part}: {part}\nkmd: KMD_{part}: x\n{part}kmd: KMD_NEW: x\n\
             kmd: KMD_VPN_UP_ALARM_USER: VPN {part} from {part} is up.\nAug {part} 3 10:18:44 h kmd: KMD_NEW: {part}\n"
        );
    }
    for arguments in
        [&["decode"][..], &["decode", "--summary", "--check"], &["filter"], &["filter", "--format", "rsyslog"]]
    {
        // Bytes that are not UTF-8 are replaced.
        let output = run(arguments, &[log.as_bytes(), b"kmd: KMD_NEW: \x9b31m\x9f\n"].concat());
        let printed = [text(&output.stdout), text(&output.stderr)].concat();
        let wrong = printed.lines().find(|line| line.contains(kmd_catalog::is_unprintable));
        assert_eq!(wrong, None, "{arguments:?}");
    }
    // The values are those of the line.
    let line = format!(
        "Aug  3 10:18:44 h\u{1b}\u{9b} kmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA {evil}"
    );
    let record: Value = serde_json::from_slice(&run(&["decode"], line.as_bytes()).stdout).expect("JSON");
    assert_eq!((&record["host"], &record["fields"]["sa-name"]), (&"h\u{1b}\u{9b}".into(), &evil.into()));
}

/// Returns a frame of zstd (RFC 8878) with this header after the magic number, and blocks that repeat one byte 131,072 times.
fn frame(header: &[u8], blocks: u32) -> Vec<u8> {
    let mut frame = [&[0x28, 0xb5, 0x2f, 0xfd], header].concat();
    for block in 1..=blocks {
        let head = (131_072_u32 << 3) | (1 << 1) | u32::from(block == blocks);
        frame.extend(head.to_le_bytes().into_iter().take(3).chain([b'x']));
    }
    frame
}

/// Half a gigabyte of one line, in a file of one megabyte or less. The limit of 384 MB is for all memory of the process, also that
/// which it does not use.
#[cfg(target_os = "linux")]
#[test]
fn a_compressed_log_is_not_kept_in_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&vec![b'x'; 1 << 20]).expect("compressed");
    let member = encoder.finish().expect("compressed");
    // A window of 1 MiB.
    for (name, bytes) in [("gzip", member.repeat(1 << 9)), ("zstd", frame(&[0, 10 << 3], 1 << 12))] {
        assert!(bytes.len() < 1 << 20, "{name}: {}", bytes.len());
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        let script =
            format!("ulimit -v 393216 && exec {} decode --threads 1 {}", env!("CARGO_BIN_EXE_kmd"), path.display());
        let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
        assert_eq!((text(&output.stderr), output.status.code()), (NOTE, Some(0)), "{name}");
        // Of the line, the beginning is decoded.
        let kept = "x".repeat(65_536);
        let expected = format!("{{\"outcome\":\"other\",\"text\":\"{kept}\",\"line\":\"{kept}\"}}\n");
        assert_eq!(text(&output.stdout), expected, "{name}");
    }
}

/// Half a gigabyte without a line break. The limit is that of the test above.
#[cfg(target_os = "linux")]
#[test]
fn a_line_without_an_end_is_not_kept_in_memory() {
    for (command, note) in [("decode --threads 1", NOTE), ("filter", "")] {
        let script = format!(
            "ulimit -v 393216 && head -c 536870912 /dev/zero | tr '\\0' x | {} {command}",
            env!("CARGO_BIN_EXE_kmd")
        );
        let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
        assert_eq!((text(&output.stderr), output.status.code()), (note, Some(0)), "{command}");
        let record: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(record["text"], "x".repeat(65_536), "{command}");
    }
}

/// The header of a frame says how much memory it needs. The limit is that of the program `zstd`.
#[test]
fn a_frame_of_zstd_gets_at_most_128_mib() {
    let error = "error: cannot read standard input: the zstd data needs more than 128 MiB of memory\n\
                 help: decompress it with `zstd -dc --long=31`\n";
    let size = |size: u64| -> Vec<u8> { [&[0xe0][..], &size.to_le_bytes()].concat() };
    for (header, expected) in [
        // Window descriptors: the exponent in five bits and eighths in three.
        (vec![0x00, 17 << 3], NOTE),
        (vec![0x00, 17 << 3 | 1], error),
        (vec![0x00, 21 << 3], error),
        (vec![0x00, 0xff], error),
        // The size of the content, which is one segment.
        (size(131_072), NOTE),
        (size((128 << 20) + 1), error),
        (size(u64::MAX), error),
    ] {
        let output = run(&["decode"], &frame(&header, 1));
        assert_eq!(text(&output.stderr), expected, "{header:x?}");
        assert_eq!(output.status.code(), Some(if expected == NOTE { 0 } else { 2 }), "{header:x?}");
    }
    let output = run(&["decode"], b"\x28\xb5\x2f\xfd\0");
    assert_eq!(text(&output.stderr), "error: cannot read standard input: the zstd data is damaged or truncated\n");
}

/// However the lines are divided among reads, a row has all lines of its tag.
#[test]
fn a_summary_has_a_limited_number_of_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    // The tag of a message has at most 64 characters.
    let (longest, too_long) = (format!("KMD_{}", "A".repeat(60)), format!("KMD_{}", "A".repeat(61)));
    let first = format!("kmd: KMD_NEW_0: x\nkmd: {longest}: x\nkmd: {too_long}: x\n");
    let first = path(folder.path(), "first", first.as_bytes());
    let mut log = String::new();
    for number in 1..10_500 {
        let _ = writeln!(log, "kmd: KMD_NEW_{number}: x");
    }
    log += "kmd: KMD_NEW_0: x\nkmd: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA hq\n";
    let output = run(&["decode", "--summary", "--threads", "1", &first, "-"], log.as_bytes());
    let printed = text(&output.stdout);
    let row = |tag: &str| {
        let line = printed.lines().find(|line| line.ends_with(&format!(" {tag}"))).unwrap_or_else(|| panic!("{tag}"));
        line.split_whitespace().next().map(str::to_owned).expect("a count")
    };
    assert_eq!([row("KMD_NEW_0"), row(&longest), row("KMD_PM_SA_PEER_NOT_FOUND")], ["2", "1", "1"]);
    assert!(!printed.contains(&too_long));
    let others: u32 = row("(other tags)").parse().expect("a number");
    let rows = u32::try_from(printed.lines().count()).expect("few") - 2;
    assert!((10_000..10_010).contains(&rows), "{rows}");
    // The other rows are those of the known message and of the tags with a row.
    assert_eq!(others + (rows - 2), 10_502);
    assert!(printed.ends_with("10504 lines: 1 event, 0 mismatches, 10503 unknown, 0 untagged, 0 other\n"));
}
