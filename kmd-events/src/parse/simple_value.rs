//! The parser for addresses and plain integers, the most common values other than text.

use super::leading_value;
use super::typed_value::TypedValue;
use crate::FieldType;

/// The length of the longest address: IPv6 with an IPv4 tail, `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`.
const LONGEST_ADDRESS: usize = 45;

/// The length of the longest integer: `-9223372036854775808`.
const LONGEST_INTEGER: usize = 20;

/// Parses all of `bytes` as an address or as an integer in decimal digits.
pub(super) fn simple_value(field_type: FieldType, bytes: &[u8]) -> Option<TypedValue> {
    if field_type == FieldType::Ip {
        let text = core::str::from_utf8(bytes).ok()?;
        return text.parse().ok().map(TypedValue::Address);
    }
    let (least, greatest) = field_type.range()?;
    let integer = integer(bytes)?;
    (least..=greatest).contains(&integer).then_some(TypedValue::Integer(integer))
}

/// Parses an integer in the form in which it is printed: without `+`, leading zeros and `-0`.
pub(super) fn integer(bytes: &[u8]) -> Option<i128> {
    leading_value::integer(bytes).filter(|(_, rest)| rest.is_empty()).map(|(integer, _)| integer)
}

/// Returns whether a value can begin with a byte. This is only known for addresses and integers.
#[inline]
pub(super) fn can_begin_with(field_type: FieldType, first: Option<u8>) -> bool {
    match field_type {
        FieldType::Ip => first.is_some_and(|byte| byte.is_ascii_hexdigit() || byte == b':'),
        _ if field_type.range().is_some() => first.is_some_and(|byte| byte.is_ascii_digit() || byte == b'-'),
        _ => true,
    }
}

/// Returns the possible lengths of a value at the beginning of `bytes`, as a set of bits. It contains every valid
/// length and few others, so that few lengths are tried.
pub(super) fn lengths(field_type: FieldType, bytes: &[u8]) -> u64 {
    match field_type {
        FieldType::Ip => address_lengths(bytes),
        _ if field_type.range().is_some() => integer_lengths(bytes),
        _ => 0,
    }
}

/// Returns the possible lengths of an integer: at least one digit, and no digit after a leading zero.
fn integer_lengths(bytes: &[u8]) -> u64 {
    let sign = usize::from(bytes.first() == Some(&b'-'));
    let digits = bytes.iter().skip(sign).take(LONGEST_INTEGER);
    match digits.take_while(|byte| byte.is_ascii_digit()).count() {
        0 => 0,
        _ if bytes[sign] == b'0' => 1 << (sign + 1),
        count => ((1 << count) - 1) << (sign + 1),
    }
}

/// Returns the possible lengths of an address. IPv4 has three dots. IPv6 has seven colons or `::`, or before an IPv4
/// tail six colons or `::`.
pub(super) fn address_lengths(bytes: &[u8]) -> u64 {
    let (mut colons, mut dots, mut digits, mut double) = (0, 0, 0, false);
    let mut lengths = 0;
    for (at, &byte) in bytes.iter().take(LONGEST_ADDRESS).enumerate() {
        match byte {
            b':' if dots == 0 && colons < 8 => {
                if at > 0 && bytes[at - 1] == b':' {
                    if double {
                        break;
                    }
                    double = true;
                }
                colons += 1;
                digits = 0;
            }
            b'.' if dots < 3 && (1..=3).contains(&digits) => {
                dots += 1;
                digits = 0;
            }
            _ if byte.is_ascii_hexdigit() && digits < 4 => digits += 1,
            _ => break,
        }
        let complete = match dots {
            0 => double || colons == 7,
            3 => colons == 0 || colons == 6 || double,
            _ => false,
        };
        lengths |= u64::from(complete) << (at + 1);
    }
    lengths
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::vec::Vec;

    use super::{integer, lengths};
    use crate::FieldType;

    #[test]
    fn integers_are_canonical() {
        for (text, value) in [
            ("0", Some(0)),
            ("7", Some(7)),
            ("-7", Some(-7)),
            ("18446744073709551615", Some(18_446_744_073_709_551_615)),
            ("", None),
            ("-", None),
            ("-0", None),
            ("+7", None),
            ("07", None),
            ("-07", None),
            ("7 ", None),
            ("7-", None),
            ("--7", None),
            ("0x7", None),
            ("٧", None),
        ] {
            assert_eq!(integer(text.as_bytes()), value, "{text}");
        }
    }

    fn listed(lengths: u64) -> Vec<usize> {
        (0..64).filter(|length| lengths >> length & 1 == 1).collect()
    }

    #[test]
    fn lengths_of_integers() {
        let of = |text: &str| listed(lengths(FieldType::I64, text.as_bytes()));
        assert_eq!(of("12.5"), [1, 2]);
        assert_eq!(of("-12.5"), [2, 3]);
        assert_eq!(of("012"), [1]);
        assert_eq!(of("-0"), [2]);
        assert_eq!(of(""), []);
        assert_eq!(of("-"), []);
        assert_eq!(of(&"9".repeat(100)), (1..=20).collect::<Vec<_>>());
    }

    /// Checks that every prefix that `IpAddr` can parse is in the set.
    #[test]
    fn lengths_of_addresses() {
        for text in [
            "0.0.0.0",
            "255.255.255.255:4500",
            "192.0.2.777",
            "::",
            "::1",
            "1::",
            "2001:db8::77:500",
            "1:2:3:4:5:6:7:8:9",
            "::1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7::",
            "::ffff:192.0.2.1",
            "64:ff9b::192.0.2.33.",
            "1:2:3:4:5:6:192.0.2.1",
            "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255",
            ":::::::",
            "1.2.3.4.5",
            "a.b.c.d",
            "12345::",
            "x",
        ] {
            let found = listed(lengths(FieldType::Ip, text.as_bytes()));
            for length in 0..=text.len() {
                if text[..length].parse::<IpAddr>().is_ok() {
                    assert!(found.contains(&length), "{}", &text[..length]);
                }
            }
            assert!(found.len() <= 18, "{text}: {found:?}");
        }
    }
}
