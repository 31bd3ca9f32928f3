//! Chunks of whole lines.

use std::io::{self, BufRead};
use std::mem;

use crate::line_limit::KEPT_LEN;

/// The maximum size of a chunk, without the beginning of its first line. A chunk is as much work as one thread does at a time.
pub(crate) const CHUNK_LEN: usize = 1 << 19;

/// Divides files into chunks.
#[derive(Default)]
pub(crate) struct Chunks {
    /// The beginning of a line whose end was not read yet.
    begin: Vec<u8>,
    /// Whether the rest of a line is skipped, because the line is too long.
    skipping: bool,
    lines: u64,
}

impl Chunks {
    /// Returns the next lines of a file. Returns with them whether the file is at its end, or the error that follows them.
    pub(crate) fn next(&mut self, reader: &mut dyn BufRead) -> (Vec<u8>, io::Result<bool>) {
        let mut chunk = mem::take(&mut self.begin);
        let end = self.fill(reader, &mut chunk);
        if !matches!(end, Ok(false)) {
            // The next line is that of another file.
            self.skipping = false;
        }
        (chunk, end)
    }

    /// Returns the number of lines that ended.
    pub(crate) fn lines(&self) -> u64 {
        self.lines
    }

    /// Appends lines to a chunk until it has a line and the next read may have to wait for more.
    fn fill(&mut self, reader: &mut dyn BufRead, chunk: &mut Vec<u8>) -> io::Result<bool> {
        let mut line_start = 0;
        loop {
            let buffer = match reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if buffer.is_empty() {
                return Ok(true);
            }
            if line_start == 0 {
                chunk.reserve(buffer.len().min(CHUNK_LEN));
            }
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |end| end + 1);
            let line = &buffer[..end.unwrap_or(used)];
            if !self.skipping {
                let room = KEPT_LEN.saturating_sub(chunk.len() - line_start);
                chunk.extend_from_slice(&line[..line.len().min(room)]);
                self.skipping = end.is_none() && line.len() >= room;
            }
            let is_all = used == buffer.len();
            reader.consume(used);
            if end.is_some() {
                chunk.push(b'\n');
                self.skipping = false;
                line_start = chunk.len();
                self.lines += 1;
            }
            if is_all && line_start > 0 {
                self.begin = chunk.split_off(line_start);
                return Ok(false);
            }
        }
    }
}
