//! The data of files that can be compressed.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use super::chunks::CHUNK_LEN;
use super::magic::{self, Format};
use super::{gzip, zstd};

/// The number of bytes that are read or decompressed at once, which are a chunk.
const BUFFER_LEN: usize = CHUNK_LEN;

/// Returns the data of a file, which is decompressed if its first bytes say that it is compressed.
pub(crate) fn decompressed(mut file: impl Read + Send + 'static) -> io::Result<Box<dyn BufRead + Send>> {
    let (begin, format) = begin(&mut file)?;
    let reader = BufReader::with_capacity(BUFFER_LEN, Cursor::new(begin).chain(file));
    Ok(match format {
        Format::Plain => Box::new(reader),
        Format::Gzip => Box::new(BufReader::with_capacity(BUFFER_LEN, gzip::Members::new(reader))),
        Format::Zstd => Box::new(BufReader::with_capacity(BUFFER_LEN, zstd::Frames::new(reader))),
        Format::Other(unsupported) => return Err(io::Error::new(io::ErrorKind::Unsupported, unsupported)),
    })
}

/// Reads the first bytes of a file, until they decide what the format is. A read from a pipe can return fewer, and the first
/// bytes of a line must not wait for others.
fn begin(file: &mut impl Read) -> io::Result<(Vec<u8>, Format)> {
    let (mut begin, mut len) = (vec![0; magic::MAX_LEN], 0);
    let format = loop {
        match file.read(&mut begin[len..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Ok(0) => break Format::Plain,
            read => len += read?,
        }
        if let Some(format) = Format::of(&begin[..len]) {
            break format;
        }
    };
    begin.truncate(len);
    Ok((begin, format))
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::io::{self, Read, Write as _};

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::decompressed;

    const LOG: &[u8] = b"Aug  3 10:18:44 srx1 kmd[7]: text\n";

    /// A pipe into which another program writes these parts, of which a read returns one.
    struct Pipe(VecDeque<Vec<u8>>);

    impl Read for Pipe {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Some(mut part) = self.0.pop_front() else { return Ok(0) };
            let len = part.as_slice().read(buffer)?;
            let rest = part.split_off(len);
            if !rest.is_empty() {
                self.0.push_front(rest);
            }
            Ok(len)
        }
    }

    /// Returns a pipe of which a read returns one byte.
    fn bytes(data: &[u8]) -> Pipe {
        Pipe(data.iter().map(|byte| vec![*byte]).collect())
    }

    #[test]
    fn a_short_first_read_does_not_decide_the_format() {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(LOG).expect("compressed");
        let gzip = encoder.finish().expect("compressed");
        let zstd = compress_to_vec(LOG, CompressionLevel::Fastest);
        let skipped = b"\x5e\x2a\x4d\x18\x01\0\0\0x";
        for (name, data) in [
            ("plain", LOG),
            ("gzip", &gzip),
            ("zstd", &zstd),
            ("skipped frame", &[skipped, &*zstd].concat()),
            ("beginning of a magic number", b"BZh9\x31\x41"),
            ("nothing", b""),
        ] {
            let mut text = Vec::new();
            decompressed(bytes(data)).expect(name).read_to_end(&mut text).expect(name);
            let expected = if data.len() < 7 { data } else { LOG };
            assert_eq!(text, expected, "{name}");
        }
        for (program, data) in [
            ("xz", &b"\xfd7zXZ\0\0\x04"[..]),
            ("bzip2", b"BZh91AY&SY"),
            ("bzip2", b"BZh9\x17\x72\x45\x38\x50\x90"),
            ("lz4", b"\x04\x22\x4d\x18"),
            ("compress", b"\x1f\x9d\x90"),
        ] {
            let error = decompressed(bytes(data)).err().expect(program);
            let expected = format!("it is compressed with {program}, which is not supported");
            assert_eq!(error.to_string(), expected);
        }
    }

    /// Otherwise, a line of a log that is followed would be held back.
    #[test]
    fn no_more_is_read_than_decides_the_format() {
        for line in ["A", "BZh9 ", "P\n", "B\n"] {
            let mut pipe = bytes(line.as_bytes());
            let (begin, _) = super::begin(&mut pipe).expect("read");
            assert_eq!((&*begin, pipe.0.len()), (line.as_bytes(), 0), "{line}");
            // The other program waits, so that another read would not return.
            let mut pipe = bytes(format!("{line}rest").as_bytes());
            super::begin(&mut pipe).expect("read");
            assert_eq!(pipe.0.len(), 4, "{line}");
        }
    }
}
