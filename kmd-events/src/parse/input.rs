use alloc::borrow::Cow;
use alloc::string::String;
use core::ops::Range;

/// The bytes to parse. They are checked once whether they are UTF-8, so that no part of them has to be checked again.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) bytes: &'a [u8],
    text: Option<&'a str>,
}

impl<'a> Input<'a> {
    #[inline]
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, text: core::str::from_utf8(bytes).ok() }
    }

    /// Returns a part of the input.
    #[inline]
    pub(crate) fn part(self, range: Range<usize>) -> Self {
        self.range(range.start, range.end).unwrap_or_else(|| Self::new(self.bytes.get(range).unwrap_or_default()))
    }

    /// Returns the bytes from `start` to `end` as a string.
    #[inline]
    pub(crate) fn text(self, start: usize, end: usize) -> Cow<'a, str> {
        match self.range(start, end) {
            Some(part) => part.into_text(),
            None => lossy(self.bytes.get(start..end).unwrap_or_default()),
        }
    }

    /// Converts the input into a string. Bytes that are not UTF-8 become U+FFFD.
    #[inline]
    pub(crate) fn into_text(self) -> Cow<'a, str> {
        self.text.map_or_else(|| lossy(self.bytes), Cow::Borrowed)
    }

    #[inline]
    fn range(self, start: usize, end: usize) -> Option<Self> {
        self.text?.get(start..end).map(Self::from)
    }
}

impl<'a> From<&'a str> for Input<'a> {
    #[inline]
    fn from(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), text: Some(text) }
    }
}

/// Converts a string into one that does not borrow.
pub(crate) fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

/// Returns bytes as a string. Bytes that are not UTF-8 become U+FFFD.
pub(crate) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
