use core::fmt;

/// The format of a value in a template, in the terms of [`core::fmt`].
///
/// The format `08x` has the width 8 and the radix [`Radix::LowerHex`].
///
/// ```
/// use kmd_events::{FormatSpec, Radix};
///
/// let format = FormatSpec::PLAIN.with_width(8).with_radix(Radix::LowerHex);
/// assert_eq!(format.to_string(), "08x");
/// assert_eq!(FormatSpec::PLAIN.to_string(), "");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
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

    /// Sets whether `#` adds the prefix of the radix.
    #[must_use]
    pub const fn with_alternate(self, alternate: bool) -> Self {
        Self { alternate, ..self }
    }

    /// Sets the minimum number of characters, which zeros fill up.
    #[must_use]
    pub const fn with_width(self, width: u8) -> Self {
        Self { width, ..self }
    }

    /// Sets the number of decimals.
    #[must_use]
    pub const fn with_precision(self, precision: u8) -> Self {
        Self { precision: Some(precision), ..self }
    }

    /// Sets the radix.
    #[must_use]
    pub const fn with_radix(self, radix: Radix) -> Self {
        Self { radix, ..self }
    }
}

/// Writes the format as in a template, like `08x`.
impl fmt::Display for FormatSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.alternate {
            f.write_str("#")?;
        }
        if self.width > 0 {
            write!(f, "0{}", self.width)?;
        }
        if let Some(precision) = self.precision {
            write!(f, ".{precision}")?;
        }
        f.write_str(match self.radix {
            Radix::Decimal => "",
            Radix::LowerHex => "x",
            Radix::UpperHex => "X",
            Radix::Octal => "o",
            Radix::Binary => "b",
        })
    }
}
