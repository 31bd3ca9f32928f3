//! Files that are compressed.

use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::{JSON, LOG, gzip, path, run, text, with_file};

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
    assert_eq!(text(&output.stdout), [&gzipped, &zstd, &plain].map(|file| with_file(file)).concat());
    assert_eq!(text(&output.stderr), "");
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
        assert_eq!(
            text(&output.stderr),
            format!("error: cannot read `{file}`: the zstd data is damaged or truncated\n"),
            "{name}"
        );
        assert_eq!(output.status.code(), Some(2));
    }
}

/// The file ends in a line that is longer than the limit.
#[test]
fn a_file_that_fails_in_a_long_line_leaves_the_next_file_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let member = gzip("x".repeat(300_000).as_bytes());
    let damaged = path(folder.path(), "damaged", &member[..member.len() - 8]);
    let plain = path(folder.path(), "plain", LOG.as_bytes());
    let output = run(&["decode", &damaged, &plain], b"");
    assert_eq!(text(&output.stderr), format!("error: cannot read `{damaged}`: unexpected end of file\n"));
    let (first, rest) = text(&output.stdout).split_once('\n').expect("lines");
    assert!(first.contains(&"x".repeat(65_536)), "{}", first.len());
    assert_eq!(rest, with_file(&plain));
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
    assert_eq!(text(&output.stderr), format!("error: cannot read `{file}`: the zstd data is damaged or truncated\n"));
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
            "error: cannot read `{file}`: the zstd data needs more than 128 MiB of memory\nhelp: decompress it with `zstd -dc --long=31`\n"
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
        let expected =
            format!("error: cannot read `{file}`: the file has other data after the end of the compressed data\n");
        assert_eq!((text(&output.stderr), output.status.code()), (&*expected, Some(2)), "{name}");
        assert_eq!(text(&output.stdout), JSON, "{name}");
    }
}

/// The first bytes are those of the specifications, or of the sources of the program.
#[test]
fn files_that_other_programs_compressed_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let plain = path(folder.path(), "plain", LOG.as_bytes());
    for (name, program, begin) in [
        ("xz", "xzcat", &b"\xfd7zXZ\0\0\x04"[..]),
        ("bzip2", "bzcat", b"BZh91AY&SY"),
        // Without data.
        ("bzip2", "bzcat", b"BZh9\x17\x72\x45\x38\x50\x90"),
        ("lz4", "lz4cat", b"\x04\x22\x4d\x18\x64\x40"),
        ("compress", "zcat", b"\x1f\x9d\x90"),
    ] {
        let file = path(folder.path(), "a.log", begin);
        let output = run(&["decode", &file, &plain], b"");
        let expected = format!(
            "error: cannot read `{file}`: it is compressed with {name}, which is not supported\n\
             help: decompress it with `{program}`, and pass the lines on standard input\n"
        );
        assert_eq!((text(&output.stderr), output.status.code()), (&*expected, Some(2)));
        assert_eq!(text(&output.stdout), with_file(&plain));

        let output = run(&["decode"], begin);
        let expected = format!(
            "error: cannot read standard input: it is compressed with {name}, which is not supported\n\
             help: decompress it with `{program}`, and pass the lines on standard input\n"
        );
        assert_eq!((text(&output.stderr), output.status.code()), (&*expected, Some(2)));
    }
    // A line can begin with a part of these bytes.
    for line in ["BZh9 text", "BZh", "(7zXZ"] {
        assert_eq!(run(&["decode"], line.as_bytes()).status.code(), Some(0), "{line}");
    }
}
