//! Files that are compressed with gzip.

use std::io::{self, BufRead, Chain, Cursor, Read};

use flate2::bufread::GzDecoder;

/// The first bytes of a member (RFC 1952, section 2.3.1).
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// The members of a file that is compressed with gzip, one after another. Zeros after a member fill a block of a tape, and are
/// skipped, as gzip does.
pub(super) struct Members<R: BufRead> {
    /// The reader between two members.
    reader: Option<R>,
    member: Option<Member<R>>,
    is_first: bool,
}

/// The data of a member whose first bytes were read.
type Member<R> = GzDecoder<Chain<Cursor<[u8; 2]>, R>>;

impl<R: BufRead> Members<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self { reader: Some(reader), member: None, is_first: true }
    }

    /// Begins the next member. Returns whether there is one.
    fn begin(&mut self) -> io::Result<bool> {
        let Some(mut reader) = self.reader.take() else { return Ok(false) };
        if !self.is_first && !skip_zeros(&mut reader)? {
            return Ok(false);
        }
        let mut magic = Vec::new();
        reader.by_ref().take(2).read_to_end(&mut magic)?;
        if magic != MAGIC {
            let text = "the file has other data after the end of the compressed data";
            return Err(io::Error::new(io::ErrorKind::InvalidData, text));
        }
        self.is_first = false;
        self.member = Some(GzDecoder::new(Cursor::new(MAGIC).chain(reader)));
        Ok(true)
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(member) = &mut self.member {
                let len = member.read(buffer)?;
                if len > 0 || buffer.is_empty() {
                    return Ok(len);
                }
            }
            if let Some(member) = self.member.take() {
                self.reader = Some(member.into_inner().into_inner().1);
            }
            if !self.begin()? {
                return Ok(0);
            }
        }
    }
}

/// Skips zeros. Returns whether something follows.
fn skip_zeros(reader: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let buffer = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            result => result?,
        };
        if buffer.is_empty() {
            return Ok(false);
        }
        let zeros = buffer.iter().take_while(|byte| **byte == 0).count();
        let has_more = zeros < buffer.len();
        reader.consume(zeros);
        if has_more {
            return Ok(true);
        }
    }
}
