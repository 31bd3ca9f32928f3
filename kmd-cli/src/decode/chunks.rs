//! Chunks of whole lines.

use std::io::{self, BufRead};

use crate::line_limit::MAX_LINE_LEN;

/// The size of a chunk. A chunk is as much work as one thread does at a time.
pub(crate) const CHUNK_LEN: usize = 1 << 20;

/// The maximum number of bytes of a line that a chunk keeps. A kept line that is longer than the limit is known to be cut.
pub(crate) const KEPT_LEN: usize = MAX_LINE_LEN + 2;

/// Divides files into chunks.
#[derive(Default)]
pub(crate) struct Chunks {
    /// Whether the rest of a line is skipped, because the line is too long.
    skipping: bool,
    lines: u64,
}

impl Chunks {
    /// Returns the next lines of a file until they are enough for a chunk. Returns with them whether the file is at its end, or
    /// the error that follows them.
    pub(crate) fn next(&mut self, reader: &mut dyn BufRead) -> (Vec<u8>, io::Result<bool>) {
        let mut chunk = Vec::with_capacity(CHUNK_LEN + KEPT_LEN);
        let end = self.fill(reader, &mut chunk);
        (chunk, end)
    }

    /// Returns the number of lines that ended.
    pub(crate) fn lines(&self) -> u64 {
        self.lines
    }

    fn fill(&mut self, reader: &mut dyn BufRead, chunk: &mut Vec<u8>) -> io::Result<bool> {
        let mut line_start = chunk.len();
        loop {
            let buffer = match reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                self.skipping = false;
                return Ok(true);
            }
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |end| end + 1);
            let line = &buffer[..end.unwrap_or(used)];
            if !self.skipping {
                let room = KEPT_LEN.saturating_sub(chunk.len() - line_start);
                chunk.extend_from_slice(&line[..line.len().min(room)]);
                self.skipping = end.is_none() && line.len() >= room;
            }
            reader.consume(used);
            if end.is_some() {
                chunk.push(b'\n');
                self.skipping = false;
                line_start = chunk.len();
                self.lines += 1;
                if chunk.len() >= CHUNK_LEN {
                    return Ok(false);
                }
            }
        }
    }
}
