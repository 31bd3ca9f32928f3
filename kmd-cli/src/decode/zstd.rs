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

/// The maximum length of a window, for which a frame needs memory. It is that of the program `zstd`.
const MAX_WINDOW_LEN: u64 = 128 << 20;

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
                let checksum = frame.decoder.get_checksum_from_data();
                if checksum.is_some() && checksum != frame.decoder.get_calculated_checksum() {
                    return Err(damaged());
                }
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

/// Reads the rest of the header of a frame (RFC 8878, section 3.1.1.1). Returns the header, whose window is not too long.
fn header(magic: [u8; 4], reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut descriptor = [0];
    reader.read_exact(&mut descriptor).map_err(|_| damaged())?;
    let [flags] = descriptor;
    // The whole content is the window.
    let is_single = flags & 0x20 != 0;
    let dictionary_len = [0, 1, 2, 4][usize::from(flags & 3)];
    let content_len = [usize::from(is_single), 2, 4, 8][usize::from(flags >> 6)];
    let mut rest = vec![0; usize::from(!is_single) + dictionary_len + content_len];
    reader.read_exact(&mut rest).map_err(|_| damaged())?;
    let window_len = if is_single {
        let content = rest.iter().rev().take(content_len);
        content.fold(0, |len: u64, byte| len << 8 | u64::from(*byte))
    } else {
        let window = rest.first().copied().unwrap_or_default();
        let base = 1_u64 << (10 + (window >> 3));
        base + base / 8 * u64::from(window & 7)
    };
    if window_len > MAX_WINDOW_LEN {
        let text = "the zstd data needs more than 128 MiB of memory\nhelp: decompress it with `zstd -dc --long=31`";
        return Err(io::Error::new(io::ErrorKind::InvalidData, text));
    }
    Ok([&magic[..], &descriptor, &rest].concat())
}
