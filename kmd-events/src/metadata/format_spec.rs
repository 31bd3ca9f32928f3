/// The format of a value in a template, in the terms of [`core::fmt`].
///
/// The format `08x` has the width 8 and the radix [`Radix::LowerHex`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FormatSpec {
    /// Whether `#` adds the prefix of the radix: `0x`, `0o` or `0b`.
    pub alternate: bool,
    /// The minimum number of characters, which zeros fill up, or 0 if there is no minimum.
    pub width: u8,
    /// The number of decimals of a floating-point number or a duration.
    pub precision: Option<u8>,
    /// The radix of an integer. For a MAC address, [`Radix::UpperHex`] selects capital letters.
    pub radix: Radix,
}

/// The radix of an integer in a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Radix {
    /// Radix 10.
    Decimal,
    /// Radix 16 with small letters.
    LowerHex,
    /// Radix 16 with capital letters.
    UpperHex,
    /// Radix 8.
    Octal,
    /// Radix 2.
    Binary,
}

impl FormatSpec {
    /// The format of a placeholder without a format.
    pub const PLAIN: Self = Self { alternate: false, width: 0, precision: None, radix: Radix::Decimal };
}
