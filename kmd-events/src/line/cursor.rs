//! Positions in a line.

use core::ops::Range;

/// The place of a part of a line, in bytes; empty if the line does not have the part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    start: usize,
    end: usize,
}

impl Span {
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the part of `line`.
    pub(super) fn of(self, line: &[u8]) -> &[u8] {
        line.get(self.range()).unwrap_or_default()
    }
}

/// The rest of a line that is still to be parsed. It is `Copy`: an attempt that fails changes nothing.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
    /// The length of the line. Every rest ends where the line ends, so its start follows from its length.
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

    /// Returns the cursor at `rest`, which is an end of this one's rest.
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

    /// Returns the cursor after `literal`, or the same one if the rest does not begin with it.
    pub(super) fn eat_optional(self, literal: &[u8]) -> Self {
        self.eat(literal).unwrap_or(self)
    }

    /// Returns the bytes up to a blank, and the cursor after the blanks.
    pub(super) fn word(self) -> (&'a [u8], Self) {
        let end = self.find(|class| class == ByteClass::Blank);
        let (word, rest) = self.rest.split_at(end);
        (word, self.at(rest).skip_blanks())
    }

    /// Returns how many bytes precede the first one whose class is `wanted`, or the end of the line.
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
    Blank,
    /// `:` or `[`, which end the name of a process.
    Delimiter,
    /// `]`, which ends a PID.
    CloseBracket,
    /// A byte of a tag.
    Tag,
    Other,
}

impl ByteClass {
    /// A table is faster than comparisons with one byte after the other.
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

/// Returns `bytes` without the blanks at the beginning.
pub(super) fn skip_blanks(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let [b' ' | b'\t', after @ ..] = rest {
        rest = after;
    }
    rest
}
