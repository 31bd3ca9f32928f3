//! The longest line that is decoded.

use std::io::{self, BufRead};

/// The maximum length of a line in bytes, that of `kmd_events::Records`.
pub(crate) const MAX_LINE_LEN: usize = 64 * 1024;

/// The maximum number of bytes of a line that are kept. A kept line that is longer than the limit is known to be cut.
pub(crate) const KEPT_LEN: usize = MAX_LINE_LEN + 2;

/// Reads a line without its line break, of which as many bytes are kept as are decoded. Returns whether there was one.
///
/// # Errors
///
/// Returns an error if the input does.
pub(crate) fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut has_begun = false;
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            result => result?,
        };
        if buffer.is_empty() {
            return Ok(has_begun);
        }
        has_begun = true;
        let end = memchr::memchr(b'\n', buffer);
        let part = &buffer[..end.unwrap_or(buffer.len())];
        let room = KEPT_LEN.saturating_sub(line.len());
        line.extend_from_slice(&part[..part.len().min(room)]);
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// Returns the part of a line that is decoded, which ends with a whole character.
pub(crate) fn cut(line: &[u8]) -> &[u8] {
    let text = line.strip_suffix(b"\r").unwrap_or(line);
    let Some(begin) = line.get(..MAX_LINE_LEN).filter(|_| text.len() > MAX_LINE_LEN) else { return line };
    match std::str::from_utf8(begin) {
        Err(error) if error.error_len().is_none() => &begin[..error.valid_up_to()],
        _ => begin,
    }
}
