//! The data of files that can be compressed.

use std::io::{self, BufRead, BufReader, Read};

use super::{gzip, zstd};

/// The number of bytes that are read or decompressed at once.
const BUFFER_LEN: usize = 1 << 18;

/// Returns the data of a file, which is decompressed if its first bytes say that it is compressed.
pub(crate) fn decompressed(file: impl Read + Send + 'static) -> io::Result<Box<dyn BufRead + Send>> {
    let mut reader = BufReader::with_capacity(BUFFER_LEN, file);
    Ok(match reader.fill_buf()? {
        begin if gzip::is_gzip(begin) => Box::new(BufReader::with_capacity(BUFFER_LEN, gzip::Members::new(reader))),
        begin if zstd::is_zstd(begin) => Box::new(BufReader::with_capacity(BUFFER_LEN, zstd::Frames::new(reader))),
        _ => Box::new(reader),
    })
}
