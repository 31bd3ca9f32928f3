//! Files that are compressed with other programs.

use std::fmt;

/// The error of a file that another program has to decompress.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unsupported {
    format: &'static str,
    /// The program that writes the decompressed data to standard output.
    pub(crate) program: &'static str,
}

impl Unsupported {
    /// Returns the error of a file with this beginning, if it is compressed with another program.
    pub(super) fn of(begin: &[u8]) -> Option<Self> {
        let (format, program) = match begin {
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => ("xz", "xzcat"),
            // The magic number of a block, or that of the end if there are no data.
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, ..]
            | [b'B', b'Z', b'h', b'1'..=b'9', 0x17, 0x72, 0x45, ..] => ("bzip2", "bzcat"),
            [0x04, 0x22, 0x4d, 0x18, ..] => ("lz4", "lz4cat"),
            [0x1f, 0x9d, ..] => ("compress", "zcat"),
            _ => return None,
        };
        Some(Self { format, program })
    }
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it is compressed with {}, which is not supported", self.format)
    }
}

impl std::error::Error for Unsupported {}
