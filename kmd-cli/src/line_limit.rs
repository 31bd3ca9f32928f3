//! The longest line that is decoded.

/// The maximum length of a line in bytes, that of `kmd_events::Records`.
pub(crate) const MAX_LINE_LEN: usize = 64 * 1024;

/// Returns the part of a line that is decoded, which ends with a whole character.
pub(crate) fn cut(line: &[u8]) -> &[u8] {
    let text = line.strip_suffix(b"\r").unwrap_or(line);
    let Some(begin) = line.get(..MAX_LINE_LEN).filter(|_| text.len() > MAX_LINE_LEN) else { return line };
    match std::str::from_utf8(begin) {
        Err(error) if error.error_len().is_none() => &begin[..error.valid_up_to()],
        _ => begin,
    }
}
