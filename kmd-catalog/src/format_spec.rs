//! The format of a placeholder in a template, in the syntax of `format!`.

/// The format of a value, such as `08x` in `{spi:08x}`. The default prints a value without a format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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

/// The letters of the radixes.
const RADIXES: [(&str, Radix); 4] =
    [("x", Radix::LowerHex), ("X", Radix::UpperHex), ("o", Radix::Octal), ("b", Radix::Binary)];

impl FormatSpec {
    /// Parses `[#][0WIDTH][.PRECISION][x|X|o|b]`. Returns `None` for another text, and for an empty one. A number that
    /// is too large becomes 255.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut spec = Self::default();
        let mut rest = text;
        if let Some(after) = rest.strip_prefix('#') {
            spec.alternate = true;
            rest = after;
        }
        if let Some(after) = rest.strip_prefix('0') {
            (spec.width, rest) = number(after)?;
            if spec.width == 0 {
                return None;
            }
        }
        if let Some(after) = rest.strip_prefix('.') {
            let (precision, after) = number(after)?;
            spec.precision = Some(precision);
            rest = after;
        }
        if let Some(&(_, radix)) = RADIXES.iter().find(|(name, _)| *name == rest) {
            spec.radix = radix;
            rest = "";
        }
        (rest.is_empty() && !text.is_empty()).then_some(spec)
    }

    /// Returns whether values are printed without a format.
    #[must_use]
    pub fn is_plain(self) -> bool {
        self == Self::default()
    }
}

/// Splits a decimal number without leading zeros from the beginning of `text`.
fn number(text: &str) -> Option<(u8, &str)> {
    let (digits, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    let is_number = !digits.is_empty() && (digits == "0" || !digits.starts_with('0'));
    is_number.then(|| (digits.parse().unwrap_or(u8::MAX), rest))
}

#[cfg(test)]
mod tests {
    use super::{FormatSpec, Radix};

    #[test]
    fn formats_are_those_of_rust() {
        let plain = FormatSpec::default();
        for (text, spec) in [
            ("x", FormatSpec { radix: Radix::LowerHex, ..plain }),
            ("#X", FormatSpec { alternate: true, radix: Radix::UpperHex, ..plain }),
            ("08x", FormatSpec { width: 8, radix: Radix::LowerHex, ..plain }),
            ("#010b", FormatSpec { alternate: true, width: 10, radix: Radix::Binary, ..plain }),
            ("o", FormatSpec { radix: Radix::Octal, ..plain }),
            ("03", FormatSpec { width: 3, ..plain }),
            (".2", FormatSpec { precision: Some(2), ..plain }),
            (".0", FormatSpec { precision: Some(0), ..plain }),
            ("08.3", FormatSpec { width: 8, precision: Some(3), ..plain }),
            ("#", FormatSpec { alternate: true, ..plain }),
            // The rules report the numbers that are out of range.
            ("0999x", FormatSpec { width: 255, radix: Radix::LowerHex, ..plain }),
            (".256", FormatSpec { precision: Some(255), ..plain }),
        ] {
            assert_eq!(FormatSpec::parse(text), Some(spec), "{text}");
        }
    }

    #[test]
    fn other_formats_are_rejected() {
        for text in [
            "", "8x", "8", ">8", "08e", "e", "?", "#?", "0", "00", "008", "0x", ".", ".x", ".02", "+", "08x ", " x",
            "xx", "x#", "0x8", "*", "1$", ".*", "٣", "0٣",
        ] {
            assert_eq!(FormatSpec::parse(text), None, "{text}");
        }
    }
}
