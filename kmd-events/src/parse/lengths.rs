//! The possible lengths of a value at the beginning of a text. They contain every valid length and few others, so that few
//! lengths are tried.

use super::simple_value::{self, address_lengths};
use crate::{FieldType, FormatSpec, Placeholder, Radix};

/// The length of the longest floating-point number before the decimal point: `-1797…`, with 309 digits.
const LONGEST_FLOAT: usize = 310;

/// The length of the longest duration before the decimal point: `Duration::MAX` in nanoseconds.
const LONGEST_DURATION: usize = 29;

/// A set of lengths.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lengths {
    /// The numbers of the bits that are set.
    Bits(u64),
    /// All lengths from the first to the last one.
    Range(usize, usize),
}

impl Lengths {
    pub(super) const NONE: Self = Self::Bits(0);

    /// Returns the possible lengths of a value of a placeholder at the beginning of `bytes`. A text and a word have none,
    /// because other functions find them.
    pub(super) fn new(placeholder: &Placeholder, format: FormatSpec, bytes: &[u8]) -> Self {
        match placeholder.field_type() {
            FieldType::Text | FieldType::Enum => Self::NONE,
            FieldType::Bool if bytes.starts_with(b"true") => Self::Range(4, 4),
            FieldType::Bool => Self::Range(5, 5),
            FieldType::Mac => Self::Range(17, 17),
            FieldType::Socket => socket(bytes, placeholder.has_brackets()),
            FieldType::Prefix => Self::Bits(after_addresses(bytes, b'/', 3)),
            FieldType::F64 => float(bytes, format),
            FieldType::Duration => duration(bytes, format),
            field_type if format == FormatSpec::PLAIN => Self::Bits(simple_value::lengths(field_type, bytes)),
            _ => integer(bytes, format),
        }
    }

    /// Removes and returns the shortest length.
    pub(super) fn shortest(&mut self) -> Option<usize> {
        match self {
            Self::Bits(0) => None,
            Self::Bits(bits) => {
                let length = bits.trailing_zeros();
                *bits &= *bits - 1;
                Some(length as usize)
            }
            Self::Range(first, last) => {
                let length = *first;
                *first += 1;
                (length <= *last).then_some(length)
            }
        }
    }

    /// Removes and returns the longest length.
    pub(super) fn longest(&mut self) -> Option<usize> {
        match self {
            Self::Bits(bits) => {
                let length = bits.checked_ilog2()?;
                *bits &= !(1 << length);
                Some(length as usize)
            }
            Self::Range(first, last) => {
                let length = *last;
                if length < *first {
                    return None;
                }
                (*first, *last) = if length == 0 { (1, 0) } else { (*first, length - 1) };
                Some(length)
            }
        }
    }
}

/// Returns the number of digits of a radix at the beginning of `bytes`, at most `most`.
fn digits(bytes: &[u8], radix: u32, most: usize) -> usize {
    let digits = bytes.iter().take(most);
    digits.take_while(|&&byte| char::from(byte).is_digit(radix)).count()
}

/// Returns the rest of `bytes` after `start`, which may be beyond their end.
fn after(bytes: &[u8], start: usize) -> &[u8] {
    bytes.get(start..).unwrap_or_default()
}

/// Returns the possible lengths of an address, a separator and one to `most` digits.
fn after_addresses(bytes: &[u8], separator: u8, most: usize) -> u64 {
    let mut addresses = Lengths::Bits(address_lengths(bytes));
    let mut lengths = 0;
    while let Some(mut length) = addresses.shortest() {
        // The scope of an IPv6 address follows it.
        if bytes.get(length) == Some(&b'%') && separator == b':' {
            length += 1 + digits(after(bytes, length + 1), 10, 10);
        }
        if bytes.get(length) == Some(&separator) {
            let count = digits(after(bytes, length + 1), 10, most);
            lengths |= ((1 << count) - 1) << (length + 2);
        }
    }
    lengths
}

/// Returns the possible lengths of an address with a port.
fn socket(bytes: &[u8], brackets: bool) -> Lengths {
    /// The length of the longest address with a scope in brackets.
    const LONGEST: usize = 58;

    if !brackets {
        return Lengths::Bits(after_addresses(bytes, b':', 5));
    }
    let mut start = bytes.iter().take(LONGEST);
    let colon = match bytes.first() {
        Some(b'[') => start.position(|&byte| byte == b']').map(|at| at + 1),
        _ => start.position(|&byte| byte == b':'),
    };
    match colon {
        Some(colon) if bytes.get(colon) == Some(&b':') => {
            Lengths::Range(colon + 2, colon + 1 + digits(after(bytes, colon + 1), 10, 5))
        }
        _ => Lengths::NONE,
    }
}

/// Returns the possible lengths of an integer in a format: at least the minimum width.
fn integer(bytes: &[u8], format: FormatSpec) -> Lengths {
    /// The number of digits of the longest integer: a `u64` in radix 2, or the greatest width.
    const MAX_DIGITS: usize = 64;

    let radix = match format.radix {
        Radix::Decimal => 10,
        Radix::LowerHex | Radix::UpperHex => 16,
        Radix::Octal => 8,
        Radix::Binary => 2,
    };
    let start = match (radix, format.alternate) {
        (10, _) => sign(bytes),
        (_, true) => 2,
        (_, false) => 0,
    };
    let count = digits(after(bytes, start), radix, MAX_DIGITS.max(format.width.into()));
    Lengths::Range(usize::from(format.width).max(start + 1), start + count)
}

/// Returns the length of a sign at the beginning of `bytes`.
fn sign(bytes: &[u8]) -> usize {
    usize::from(bytes.first() == Some(&b'-'))
}

/// Returns the possible lengths of a floating-point number: one with its decimals, or several without.
fn float(bytes: &[u8], format: FormatSpec) -> Lengths {
    let width = usize::from(format.width);
    let start = sign(bytes);
    let whole = start + digits(after(bytes, start), 10, LONGEST_FLOAT.max(width));
    let rest = after(bytes, whole);
    let length = match format.precision {
        _ if rest.starts_with(b"inf") || rest.starts_with(b"NaN") => whole + 3,
        Some(0) | None => return Lengths::Range(width.max(start + 1), whole),
        Some(precision) if rest.starts_with(b".") => whole + 1 + usize::from(precision),
        Some(_) => return Lengths::NONE,
    };
    Lengths::Range(length, length)
}

/// Returns the possible lengths of a duration: one with its decimals, or several without.
fn duration(bytes: &[u8], format: FormatSpec) -> Lengths {
    let whole = digits(bytes, 10, LONGEST_DURATION);
    let rest = after(bytes, whole);
    match format.precision {
        Some(0) => Lengths::Range(1, whole),
        Some(precision) if rest.starts_with(b".") => {
            let length = whole + 1 + usize::from(precision);
            Lengths::Range(length, length)
        }
        Some(_) => Lengths::NONE,
        None if rest.starts_with(b".") => Lengths::Range(1, whole + 1 + digits(after(rest, 1), 10, 9)),
        None => Lengths::Range(1, whole),
    }
}
