//! The most common values other than text at the beginning of a text, in one pass.

use core::mem;
use core::net::{Ipv4Addr, Ipv6Addr};

use super::values::{ParsedValue, ParsedValues};
use crate::FieldType;

/// Appends the shortest address or integer at the beginning of `bytes` that may end before the rest, and returns its
/// length.
///
/// Returns `None` for the few values that are only found if all lengths are tried, which takes several times as long.
#[inline]
pub(super) fn leading_value(
    field_type: FieldType,
    bytes: &[u8],
    may_end: impl Fn(&[u8]) -> bool,
    values: &mut ParsedValues<'_>,
) -> Option<usize> {
    let rest = if field_type == FieldType::Ip {
        match ipv4(bytes) {
            Some((address, rest)) if may_end(rest) => {
                values.try_push(ParsedValue::Address(address.into())).ok()?;
                rest
            }
            _ => {
                let (address, rest) = ipv6(bytes, may_end)?;
                values.try_push(ParsedValue::Address(address.into())).ok()?;
                rest
            }
        }
    } else {
        let (least, greatest) = field_type.range()?;
        let (integer, rest) = integer(bytes).filter(|(_, rest)| may_end(rest))?;
        if !(least..=greatest).contains(&integer) {
            return None;
        }
        values.try_push(ParsedValue::Integer(integer)).ok()?;
        rest
    };
    Some(bytes.len() - rest.len())
}

/// Returns the integer with all digits at the beginning of `bytes`, in the form in which it is printed, and the rest.
pub(super) fn integer(bytes: &[u8]) -> Option<(i128, &[u8])> {
    let digits = bytes.strip_prefix(b"-").unwrap_or(bytes);
    if let [b'0', b'0'..=b'9', ..] = digits {
        return None;
    }
    // No type has a greater magnitude. Calculating with 128 bits takes three times as long.
    let (mut magnitude, mut rest) = (0_u64, digits);
    while let [digit @ b'0'..=b'9', after @ ..] = rest {
        magnitude = magnitude.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        rest = after;
    }
    let is_negative = digits.len() < bytes.len();
    if rest.len() == digits.len() || is_negative && magnitude == 0 {
        return None;
    }
    let integer = i128::from(magnitude);
    Some((if is_negative { -integer } else { integer }, rest))
}

/// Returns the IPv4 address at the beginning of `bytes` and the rest, unless the rest begins with another digit.
fn ipv4(bytes: &[u8]) -> Option<(Ipv4Addr, &[u8])> {
    let mut octets = [0; 4];
    let mut rest = bytes;
    for (index, octet) in octets.iter_mut().enumerate() {
        if index > 0 {
            rest = rest.strip_prefix(b".")?;
        }
        let (value, after) = match rest {
            [b'0', after @ ..] => (0, after),
            [a @ b'1'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9', after @ ..] => {
                (digit(*a) * 100 + digit(*b) * 10 + digit(*c), after)
            }
            [a @ b'1'..=b'9', b @ b'0'..=b'9', after @ ..] => (digit(*a) * 10 + digit(*b), after),
            [a @ b'1'..=b'9', after @ ..] => (digit(*a), after),
            _ => return None,
        };
        *octet = u8::try_from(value).ok()?;
        rest = after;
    }
    let ends = !rest.first().is_some_and(u8::is_ascii_digit);
    ends.then(|| (octets.into(), rest))
}

/// Returns the value of an ASCII digit.
fn digit(byte: u8) -> u16 {
    u16::from(byte - b'0')
}

/// Returns the shortest IPv6 address at the beginning of `bytes` that may end before the rest, and the rest. An address
/// with an IPv4 tail is not found.
fn ipv6(bytes: &[u8], may_end: impl Fn(&[u8]) -> bool) -> Option<(Ipv6Addr, &[u8])> {
    let mut groups = Groups::default();
    let mut rest = bytes;
    while groups.count < 8 {
        if let (None, [b':', b':', after @ ..]) = (groups.head, rest) {
            groups.head = Some((mem::take(&mut groups.bits), groups.count));
            rest = after;
            if let Some(address) = groups.address().filter(|_| may_end(rest)) {
                return Some((address, rest));
            }
        } else if groups.count > 0 {
            rest = rest.strip_prefix(b":")?;
        }
        let (group, after) = group(rest)?;
        groups.bits = groups.bits << 16 | u128::from(group);
        groups.count += 1;
        rest = after;
        if let Some(address) = groups.address().filter(|_| may_end(rest)) {
            return Some((address, rest));
        }
    }
    None
}

/// The groups of an IPv6 address, as far as they are read.
#[derive(Default)]
struct Groups {
    /// The groups before `::`, and their number.
    head: Option<(u128, u32)>,
    /// The other groups.
    bits: u128,
    /// The number of all groups.
    count: u32,
}

impl Groups {
    /// Returns the address, if no group is missing. At least one group of zeros is in the place of `::`.
    fn address(&self) -> Option<Ipv6Addr> {
        match self.head {
            None if self.count == 8 => Some(self.bits.into()),
            // A head without groups would be shifted by all of its bits.
            Some((head, count)) if self.count < 8 => {
                Some((head.checked_shl(16 * (8 - count)).unwrap_or(0) | self.bits).into())
            }
            _ => None,
        }
    }
}

/// Returns the number of one to four hexadecimal digits at the beginning of `bytes`, and the rest, unless the rest
/// begins with another digit.
fn group(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (mut group, mut rest) = (0, bytes);
    while let [byte, after @ ..] = rest {
        let Some(digit) = char::from(*byte).to_digit(16) else { break };
        if bytes.len() - rest.len() == 4 {
            return None;
        }
        (group, rest) = (group << 4 | digit, after);
    }
    let group = u16::try_from(group).ok()?;
    (rest.len() < bytes.len()).then_some((group, rest))
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::net::IpAddr;

    use super::leading_value;
    use crate::FieldType;
    use crate::parse::{ParsedValue, ParsedValues};

    /// Returns the value and its length, as text.
    fn of(field_type: FieldType, text: &str, after: &str) -> Option<(std::string::String, usize)> {
        let mut values = ParsedValues::new();
        let length =
            leading_value(field_type, text.as_bytes(), |rest| rest.starts_with(after.as_bytes()), &mut values)?;
        Some(match values.first() {
            Some(ParsedValue::Address(address)) => (format!("{address}"), length),
            Some(ParsedValue::Integer(integer)) => (format!("{integer}"), length),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn integers_end_after_their_last_digit() {
        for (text, after, value) in [
            ("0,", ",", Some("0")),
            ("65535 ", " ", Some("65535")),
            ("65536 ", " ", None),
            ("-1 ", " ", None),
            ("-0 ", " ", None),
            ("007 ", " ", None),
            ("12.", ",", None),
            ("", "", None),
            ("99999999999999999999999 ", " ", None),
        ] {
            let expected = value.map(|value| (value.into(), value.len()));
            assert_eq!(of(FieldType::U16, text, after), expected, "{text}");
        }
        let least = "-9223372036854775808";
        assert_eq!(of(FieldType::I64, &format!("{least}."), "."), Some((least.into(), least.len())));
        assert_eq!(of(FieldType::I64, "-9223372036854775809.", "."), None);
    }

    /// Compares addresses with the shortest prefix that the standard library parses.
    #[test]
    fn addresses_are_the_shortest() {
        let addresses = [
            "0.0.0.0",
            "255.255.255.255",
            "256.1.1.1",
            "01.2.3.4",
            "::",
            "::1",
            "1::",
            "2001:DB8::77",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "12345::",
            ":1",
            "1:",
            "x",
        ];
        for address in addresses {
            for after in [" ", ":", ":500 ", "::", ",", "."] {
                let text = format!("{address}{after}x");
                let fits =
                    |length: &usize| text[*length..].starts_with(after) && text[..*length].parse::<IpAddr>().is_ok();
                let shortest = (0..text.len()).find(fits);
                let expected = shortest.map(|length| (text[..length].parse::<IpAddr>().unwrap(), length));
                let expected = expected.map(|(address, length)| (format!("{address}"), length));
                assert_eq!(of(FieldType::Ip, &text, after), expected, "{text}");
            }
        }
    }
}
