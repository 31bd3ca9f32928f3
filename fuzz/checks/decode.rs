//! The properties of reading any bytes as a log, compressed or not. The lines are those of the data, and damage is an error that loses
//! no line before it.

use std::io::{self, Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use crate::decode_modules::chunks::{CHUNK_LEN, Chunks};
use crate::decode_modules::decompress::decompressed;
use crate::line_limit::KEPT_LEN;

/// The number of bytes after which the rest of a file is not read, since a compressed one can have many.
const MAX_LEN: usize = 8 << 20;

/// Checks any bytes. The first four select the compression and how often the other bytes are repeated, where they are divided into
/// two parts, and where the compressed parts are cut and changed. The other bytes are also read as a file.
///
/// # Panics
///
/// Panics if a property does not hold.
pub fn check(bytes: &[u8]) {
    let Some((&[repeated, divided, cut, changed], bytes)) = bytes.split_first_chunk() else { return };
    let (_, error) = read(bytes);
    assert!(error.is_none_or(|error| !error.to_string().is_empty()));
    // Many bytes make the lines long.
    let log = bytes.repeat(if repeated > 0xf0 { usize::from(repeated - 0xf0) * 64 } else { 1 });
    if !is_compressed(&log) {
        let (found, error) = read(&log);
        assert!(found == kept(&log) && error.is_none(), "{error:?}");
    }
    let (first, second) = log.split_at(log.len() * usize::from(divided) / 255);
    let zstd = |part: &[u8]| compress_to_vec(part, CompressionLevel::Fastest);
    let plain_zstd = |part: &[u8]| compress_to_vec(part, CompressionLevel::Uncompressed);
    let compress = [compress_gzip as fn(&[u8]) -> Vec<u8>, zstd, plain_zstd][usize::from(repeated % 3)];
    let (whole, rest) = (compress(first), compress(second));
    compressed(&log, &[&*whole, &rest].concat(), (first, whole.len()), (cut, changed));
}

/// Checks a file with two compressed parts, of which the first one has the lines of `first`.
fn compressed(log: &[u8], file: &[u8], (first, first_len): (&[u8], usize), (cut, changed): (u8, u8)) {
    let expected = kept(log);
    let (found, error) = read(file);
    assert!(found == expected && error.is_none(), "{error:?}");

    // With fewer bytes, it is not known that the file is compressed.
    let at = 4.max(file.len() * usize::from(cut) / 256);
    let (found, error) = read(&file[..at]);
    assert!(expected.starts_with(&found), "cut at {at} of {}", file.len());
    assert_eq!(error.is_none(), at == first_len, "cut at {at} of {}", file.len());
    assert!(at < first_len || found.starts_with(&kept(first)), "cut at {at} of {}", file.len());

    let at = 4 + (file.len() - 5) * usize::from(changed) / 255;
    let mut file = file.to_vec();
    file[at] ^= 1 + cut % 255;
    let (found, error) = read(&file);
    // The byte after the magic number of a frame of zstd says whether the frame has a checksum.
    let is_descriptor = at == 4 || at == first_len + 4;
    assert!(error.is_some() || is_descriptor || found == expected, "changed at {at} of {}", file.len());
}

/// Returns the lines of a file, and the error after them.
fn read(file: &[u8]) -> (Vec<u8>, Option<io::Error>) {
    let mut all = Vec::new();
    let mut reader = match decompressed(Cursor::new(file.to_vec())) {
        Ok(reader) => reader,
        Err(error) => return (all, Some(error)),
    };
    let mut chunks = Chunks::default();
    while all.len() < MAX_LEN {
        let (chunk, end) = chunks.next(&mut *reader);
        assert!(chunk.len() <= CHUNK_LEN + KEPT_LEN, "{}", chunk.len());
        all.extend(chunk);
        match end {
            Ok(true) => return (all, None),
            Ok(false) => assert!(all.ends_with(b"\n")),
            Err(error) => return (all, Some(error)),
        }
    }
    (all, None)
}

/// Returns whether the first bytes may be those of compressed data: of gzip and compress, of zstd, or of lz4, xz and bzip2.
fn is_compressed(log: &[u8]) -> bool {
    matches!(
        log,
        [0x1f, 0x8b | 0x9d, ..]
            | [0x28, 0xb5, 0x2f, 0xfd, ..]
            | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..]
            | [0x04, 0x22, 0x4d, 0x18, ..]
            | [0xfd, b'7', b'z', b'X', ..]
            | [b'B', b'Z', b'h', ..]
    )
}

/// Returns lines of which each is at most as long as a chunk keeps it.
fn kept(log: &[u8]) -> Vec<u8> {
    let lines = log.split(|&byte| byte == b'\n').map(|line| &line[..line.len().min(KEPT_LEN)]);
    lines.collect::<Vec<_>>().join(&b'\n')
}

fn compress_gzip(part: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(part).expect("written");
    encoder.finish().expect("written")
}
