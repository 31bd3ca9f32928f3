//! Positions in a line.

use core::ops::Range;

/// The range of a part of a line in bytes. It is empty if the line does not have the part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    start: usize,
    end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl Span {
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns this span, or another one if it is empty.
    pub(super) fn or(self, other: Self) -> Self {
        if self.is_empty() { other } else { self }
    }

    /// Returns this span with another end.
    pub(super) fn with_end(self, end: usize) -> Self {
        Self { end, ..self }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns this part of `line`.
    pub(super) fn of(self, line: &[u8]) -> &[u8] {
        line.get(self.range()).unwrap_or_default()
    }
}

/// The rest of a line that is not parsed yet. It is `Copy`, so that a failed attempt does not change it.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
    /// The length of the line. The rest ends at the end of the line, so its start follows from its length.
    line_len: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a [u8]) -> Self {
        Self { rest: line, line_len: line.len() }
    }

    pub(super) fn rest(self) -> &'a [u8] {
        self.rest
    }

    fn position(self) -> usize {
        self.line_len - self.rest.len()
    }

    /// Returns a cursor at `rest`, which has to be an end of the current rest.
    pub(super) fn at(self, rest: &'a [u8]) -> Self {
        Self { rest, ..self }
    }

    pub(super) fn skip(self, len: usize) -> Self {
        self.at(self.rest.get(len..).unwrap_or_default())
    }

    pub(super) fn skip_blanks(self) -> Self {
        self.at(skip_blanks(self.rest))
    }

    /// Returns the cursor after `literal`, or `None` if the rest does not begin with it.
    pub(super) fn eat(self, literal: &[u8]) -> Option<Self> {
        Some(self.at(self.rest.strip_prefix(literal)?))
    }

    /// Returns the cursor after `literal`, or the same cursor if the rest does not begin with it.
    pub(super) fn eat_optional(self, literal: &[u8]) -> Self {
        self.eat(literal).unwrap_or(self)
    }

    /// Returns the bytes up to a space or a tab, and the cursor after all spaces and tabs there.
    pub(super) fn word(self) -> (&'a [u8], Self) {
        let end = self.find(|class| class == ByteClass::Blank);
        let (word, rest) = self.rest.split_at(end);
        (word, self.at(rest).skip_blanks())
    }

    /// Returns the bytes of a span of the line between this cursor, which has to be at its beginning or before it, and
    /// the end.
    pub(super) fn bytes_of(self, span: Span) -> &'a [u8] {
        let range = span.range();
        let start = self.position();
        self.rest.get(range.start - start..range.end - start).unwrap_or_default()
    }

    /// Returns the number of bytes before the first one that has a wanted class, or before the end of the line.
    pub(super) fn find(self, wanted: impl Fn(ByteClass) -> bool) -> usize {
        let mut classes = self.rest.iter().map(|&byte| ByteClass::of(byte));
        classes.position(wanted).unwrap_or(self.rest.len())
    }

    /// Returns the span of the next `len` bytes.
    pub(super) fn span(self, len: usize) -> Span {
        let start = self.position();
        Span { start, end: start + len }
    }

    pub(super) fn span_to_end(self) -> Span {
        self.span(self.rest.len())
    }
}

/// The role of a byte in a header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ByteClass {
    /// A space or a tab.
    Blank,
    /// `:` or `[`, which end the name of a process.
    Delimiter,
    /// `]`, which ends a PID.
    CloseBracket,
    /// An ASCII letter, a digit or `_`, which tags consist of.
    Tag,
    Other,
}

impl ByteClass {
    /// The class of each byte. A lookup is faster than a series of comparisons.
    const TABLE: [Self; 256] = {
        let mut classes = [Self::Other; 256];
        let mut byte = 0;
        while byte < 128_u8 {
            classes[byte as usize] = match byte {
                b' ' | b'\t' => Self::Blank,
                b':' | b'[' => Self::Delimiter,
                b']' => Self::CloseBracket,
                b'_' => Self::Tag,
                _ if byte.is_ascii_alphanumeric() => Self::Tag,
                _ => Self::Other,
            };
            byte += 1;
        }
        classes
    };

    pub(super) fn of(byte: u8) -> Self {
        Self::TABLE[usize::from(byte)]
    }
}

/// Returns `bytes` without the spaces and tabs at the beginning.
pub(super) fn skip_blanks(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let [b' ' | b'\t', after @ ..] = rest {
        rest = after;
    }
    rest
}
