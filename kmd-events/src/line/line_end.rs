/// Returns the line without what ends it: line breaks, spaces, tabs, NUL, and `#015` and `#000`, as which rsyslog
/// writes a carriage return and NUL.
#[inline]
pub(super) fn without_end(line: &[u8]) -> &[u8] {
    let line = if let [text @ .., b'\n'] = line { text } else { line };
    // Most lines end with another byte.
    match line.last() {
        Some(b'\n' | b'\r' | b' ' | b'\t' | 0 | b'5' | b'0') => without_long_end(line),
        _ => line,
    }
}

/// Returns the line without anything of what can end a line.
#[inline(never)]
fn without_long_end(line: &[u8]) -> &[u8] {
    let mut line = line;
    while let [rest @ .., b'\n' | b'\r' | b' ' | b'\t' | 0]
    | [rest @ .., b'#', b'0', b'1', b'5']
    | [rest @ .., b'#', b'0', b'0', b'0'] = line
    {
        line = rest;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::without_end;

    #[test]
    fn ends_are_removed_in_any_order() {
        for end in ["", "\n", "\r\n", "\0", " \r\0\n", "#015#000 \t#015\n", "\r\r\r\n"] {
            let line = ["text", end].concat();
            assert_eq!(without_end(line.as_bytes()), b"text", "{line:?}");
        }
        for text in ["#01", "#0150", "#011", "x#012", "#01 5", ""] {
            assert_eq!(without_end(text.as_bytes()), text.as_bytes());
        }
    }
}
