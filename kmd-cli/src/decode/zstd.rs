//! Files that are compressed with zstd.

use std::io::{self, BufRead, Chain, Cursor, Read};

use ruzstd::decoding::errors::{FrameDecoderError, FrameHeaderError};
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

/// Returns whether a frame of zstd has no data of the file (RFC 8878, section 3.1.2).
fn is_skippable(magic: [u8; 4]) -> bool {
    matches!(magic, [0x50..=0x5f, 0x2a, 0x4d, 0x18])
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
type Frame<R> = StreamingDecoder<Chain<Cursor<[u8; 4]>, R>, FrameDecoder>;

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
                let data = Cursor::new(magic).chain(reader);
                let frame = StreamingDecoder::new_with_max_window_size(data, MAX_WINDOW_LEN);
                self.frame = Some(frame.map_err(|error| refused(&error))?);
            }
        }
    }
}

/// Returns the error of a frame whose header cannot be used.
fn refused(error: &FrameDecoderError) -> io::Error {
    let (FrameDecoderError::WindowSizeTooBig { .. }
    | FrameDecoderError::FrameHeaderError(FrameHeaderError::WindowTooBig { .. })) = error
    else {
        return damaged();
    };
    let text = "the zstd data needs more than 128 MiB of memory\nhelp: decompress it with `zstd -dc --long=31`";
    io::Error::new(io::ErrorKind::InvalidData, text)
}
