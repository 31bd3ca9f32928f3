//! The format of a placeholder in a template, in the syntax of `format!`.

/// The format of a value, such as `08x` in `{spi:08x}`. The default prints a value without a format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatSpec {
    /// Whether `#` adds `0x`, `0o` or `0b`.
    pub alternate: bool,
    /// The minimum number of characters, which zeros fill up, or 0.
    pub width: u8,
    /// The number of decimals.
    pub precision: Option<u8>,
    /// The base of the digits.
    pub radix: Radix,
}

/// The base of the digits of an integer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Radix {
    /// Base 10.
    #[default]
    Decimal,
    /// Base 16 with small letters: `x`.
    LowerHex,
    /// Base 16 with capital letters: `X`.
    UpperHex,
    /// Base 8: `o`.
    Octal,
    /// Base 2: `b`.
    Binary,
}

impl FormatSpec {
    /// Returns whether values are printed without a format.
    #[must_use]
    pub fn is_plain(self) -> bool {
        self == Self::default()
    }
}
