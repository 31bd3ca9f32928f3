//! The data of files that can be compressed.

use std::io::{self, BufRead, BufReader, Read};

use super::chunks::CHUNK_LEN;
use super::unsupported::Unsupported;
use super::{gzip, zstd};

/// The number of bytes that are read or decompressed at once, which are a chunk.
const BUFFER_LEN: usize = CHUNK_LEN;

/// Returns the data of a file, which is decompressed if its first bytes say that it is compressed.
pub(crate) fn decompressed(file: impl Read + Send + 'static) -> io::Result<Box<dyn BufRead + Send>> {
    let mut reader = BufReader::with_capacity(BUFFER_LEN, file);
    let begin = reader.fill_buf()?;
    if let Some(unsupported) = Unsupported::of(begin) {
        return Err(io::Error::new(io::ErrorKind::Unsupported, unsupported));
    }
    Ok(match begin {
        begin if gzip::is_gzip(begin) => Box::new(BufReader::with_capacity(BUFFER_LEN, gzip::Members::new(reader))),
        begin if zstd::is_zstd(begin) => Box::new(BufReader::with_capacity(BUFFER_LEN, zstd::Frames::new(reader))),
        _ => Box::new(reader),
    })
}
