//! Positions in the text of a catalog.

/// A range of bytes in the text of a catalog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The offset of the first byte.
    pub start: usize,
    /// The offset after the last byte.
    pub end: usize,
}

impl Span {
    /// Returns the part of `text` that the span covers.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// A value and its position.
#[derive(Clone, Debug)]
pub(crate) struct Spanned<T> {
    /// The position of the value, including the quotes of a quoted string.
    pub(crate) span: Span,
    /// The value.
    pub(crate) value: T,
}

/// A line and a column, both counted from 1. Columns count Unicode scalar values, as editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The number of the line.
    pub line: usize,
    /// The number of the column.
    pub column: usize,
}

impl Position {
    /// Returns the position of the byte at `offset`. If `offset` is out of range or within a character, the position is
    /// that of the end of `text`.
    ///
    /// ```
    /// use kmd_catalog::Position;
    ///
    /// assert_eq!(Position::of("a: é\nb: x", 9), Position { line: 2, column: 4 });
    /// ```
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = line_start(before, before.len());
        Self {
            line: before.matches('\n').count() + 1,
            // A byte order mark does not count as a column.
            column: before[line..].trim_start_matches('\u{feff}').chars().count() + 1,
        }
    }
}

/// Returns the offset at which the line of `offset` begins.
pub(crate) fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |end| end + 1)
}

/// Returns the offset at which the line of `offset` ends, without its line break.
pub(crate) fn line_end(text: &str, offset: usize) -> usize {
    let rest = &text[offset..];
    let end = rest.find('\n').unwrap_or(rest.len());
    offset + rest[..end].trim_end_matches('\r').len()
}
