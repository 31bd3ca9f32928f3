//! Files that are compressed with zstd.

use std::io::{self, BufRead, Chain, Cursor, Read};

use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

/// The first bytes of a frame of zstd.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Returns whether a frame of zstd has no data of the file (RFC 8878, section 3.1.2).
fn is_skippable(magic: [u8; 4]) -> bool {
    matches!(magic, [0x50..=0x5f, 0x2a, 0x4d, 0x18])
}

/// Returns whether a file with this beginning is compressed.
pub(super) fn is_zstd(begin: &[u8]) -> bool {
    begin.first_chunk().is_some_and(|magic| *magic == MAGIC || is_skippable(*magic))
}

/// The maximum memory for one frame in bytes, that of the program `zstd`. A small file can ask for much more.
const MAX_WINDOW: u64 = 128 << 20;

/// Returns the error of data that is not zstd. The errors of the decoder say which part of its format is wrong.
fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the zstd data is damaged or truncated")
}

/// The frames of a file that is compressed with zstd, one after another.
pub(super) struct Frames<R: BufRead> {
    /// The reader between two frames.
    reader: Option<R>,
    frame: Option<Frame<R>>,
}

/// The data of a frame whose first bytes were read.
type Frame<R> = StreamingDecoder<Chain<Cursor<Vec<u8>>, R>, FrameDecoder>;

impl<R: BufRead> Frames<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self { reader: Some(reader), frame: None }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let len = frame.read(buffer).map_err(|_| damaged())?;
                if len > 0 || buffer.is_empty() {
                    return Ok(len);
                }
            }
            if let Some(frame) = self.frame.take() {
                self.reader = Some(frame.into_inner().into_inner().1);
            }
            let Some(mut reader) = self.reader.take() else { return Ok(0) };
            if reader.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let mut magic = [0; 4];
            reader.read_exact(&mut magic).map_err(|_| damaged())?;
            if is_skippable(magic) {
                let mut len = [0; 4];
                reader.read_exact(&mut len).map_err(|_| damaged())?;
                let len = u64::from(u32::from_le_bytes(len));
                if io::copy(&mut reader.by_ref().take(len), &mut io::sink())? < len {
                    return Err(damaged());
                }
                self.reader = Some(reader);
            } else {
                let header = header(magic, &mut reader)?;
                self.frame = Some(StreamingDecoder::new(Cursor::new(header).chain(reader)).map_err(|_| damaged())?);
            }
        }
    }
}

/// Reads the header of a frame after its magic number, as far as it tells the size of the window (RFC 8878, section 3.1.1.1).
/// Returns the bytes, unless the window is too large.
fn header(magic: [u8; 4], reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut header = magic.to_vec();
    let mut next = |len: usize| {
        let mut bytes = [0; 8];
        let read = bytes.get_mut(..len).unwrap_or_default();
        reader.read_exact(read).map_err(|_| damaged())?;
        header.extend_from_slice(read);
        Ok::<u64, io::Error>(u64::from_le_bytes(bytes))
    };
    let descriptor = next(1)?;
    let is_single_segment = descriptor & 0x20 != 0;
    let window = if is_single_segment {
        // The whole content is in memory. Its size follows the ID of a dictionary.
        let dictionary = [0, 1, 2, 4][usize::try_from(descriptor & 3).unwrap_or_default()];
        next(dictionary)?;
        next(1 << (descriptor >> 6))?
    } else {
        let window = next(1)?;
        let base = 1 << (10 + (window >> 3));
        base + base / 8 * (window & 7)
    };
    if window > MAX_WINDOW {
        let text = format!("the zstd data needs more than {} MiB of memory", MAX_WINDOW >> 20);
        return Err(io::Error::new(io::ErrorKind::InvalidData, text));
    }
    Ok(header)
}
