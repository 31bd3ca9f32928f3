//! The formats of files, by their first bytes.

use std::fmt;

/// The format of a file.
#[derive(Clone, Copy)]
pub(super) enum Format {
    Plain,
    Gzip,
    Zstd,
    Other(Unsupported),
}

/// The error of a file that another program has to decompress.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unsupported {
    format: &'static str,
    /// The program that writes the decompressed data to standard output.
    pub(super) program: &'static str,
}

const BZIP2: Format = Format::Other(Unsupported { format: "bzip2", program: "bzcat" });
const COMPRESS: Format = Format::Other(Unsupported { format: "compress", program: "zcat" });
const LZ4: Format = Format::Other(Unsupported { format: "lz4", program: "lz4cat" });
const XZ: Format = Format::Other(Unsupported { format: "xz", program: "xzcat" });

/// The compressed formats. Each of the first bytes is one of several.
const MAGIC: &[(&[&[u8]], Format)] = &[
    (&[b"\x1f", b"\x8b"], Format::Gzip),
    (&[b"\x28", b"\xb5", b"\x2f", b"\xfd"], Format::Zstd),
    // A frame to skip, which begins with a byte from 0x50 to 0x5f.
    (&[b"PQRSTUVWXYZ[\\]^_", b"\x2a", b"\x4d", b"\x18"], Format::Zstd),
    (&[b"\xfd", b"7", b"z", b"X", b"Z", b"\0"], XZ),
    // The magic number of a block, or that of the end if there are no data.
    (&[b"B", b"Z", b"h", b"123456789", b"\x31", b"\x41", b"\x59"], BZIP2),
    (&[b"B", b"Z", b"h", b"123456789", b"\x17", b"\x72", b"\x45"], BZIP2),
    (&[b"\x04", b"\x22", b"\x4d", b"\x18"], LZ4),
    (&[b"\x1f", b"\x9d"], COMPRESS),
];

/// The most bytes that decide what the format is.
pub(super) const MAX_LEN: usize = 7;

impl Format {
    /// Returns the format of a file with this beginning, or `None` if more bytes decide.
    pub(super) fn of(begin: &[u8]) -> Option<Self> {
        let agrees = |magic: &[&[u8]]| magic.iter().zip(begin).all(|(bytes, byte)| bytes.contains(byte));
        match MAGIC.iter().find(|(magic, _)| agrees(magic)) {
            None => Some(Self::Plain),
            Some((magic, format)) => (magic.len() <= begin.len()).then_some(*format),
        }
    }
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is compressed with {}, which is not supported", self.format)
    }
}

impl std::error::Error for Unsupported {}
