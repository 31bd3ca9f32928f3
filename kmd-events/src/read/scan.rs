//! Values as they stand in a text.

use core::net::IpAddr;

use crate::FieldType;
use crate::build::Raw;

/// The longest address: IPv6 with an IPv4 tail, `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`.
const LONGEST_ADDRESS: usize = 45;

/// The longest integer: `-9223372036854775808`.
const LONGEST_INTEGER: usize = 20;

/// Whether a value of the type can hold the byte; not for texts, which can hold any.
pub(super) fn belongs(field_type: FieldType, byte: u8) -> bool {
    match field_type {
        FieldType::Ip => byte.is_ascii_hexdigit() || byte == b':' || byte == b'.',
        _ => byte.is_ascii_digit() || byte == b'-',
    }
}

/// How many of the first bytes a value of the type can take up; not for texts, which can take all.
pub(super) fn reach(field_type: FieldType, bytes: &[u8]) -> usize {
    let longest = match field_type {
        FieldType::Ip => LONGEST_ADDRESS,
        _ => LONGEST_INTEGER,
    };
    let belong = bytes
        .iter()
        .take(longest)
        .take_while(|&&byte| belongs(field_type, byte));
    belong.count()
}

/// The value that all of `bytes` are, if the type takes it.
pub(crate) fn value(field_type: FieldType, bytes: &[u8]) -> Option<Raw<'_>> {
    match field_type {
        FieldType::Text => Some(Raw::Text(super::lossy(bytes))),
        FieldType::Ip => address(bytes).map(Raw::Address),
        _ => {
            let (least, greatest) = field_type.range()?;
            let integer = integer(bytes)?;
            (least..=greatest)
                .contains(&integer)
                .then_some(Raw::Integer(integer))
        }
    }
}

fn address(bytes: &[u8]) -> Option<IpAddr> {
    core::str::from_utf8(bytes).ok()?.parse().ok()
}

/// As an integer prints: no `+`, no leading zero, no `-0`.
fn integer(bytes: &[u8]) -> Option<i128> {
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let canonical = match digits {
        [] | [b'0', _, ..] => false,
        [b'0'] => !negative,
        _ => digits.len() <= LONGEST_INTEGER && digits.iter().all(u8::is_ascii_digit),
    };
    if !canonical {
        return None;
    }
    let value = digits
        .iter()
        .fold(0_i128, |value, digit| value * 10 + i128::from(digit - b'0'));
    Some(if negative { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::{integer, reach};
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

    #[test]
    fn a_value_has_a_bound() {
        let zeros = [b'0'; 100];
        assert_eq!(reach(FieldType::Ip, &zeros), 45);
        assert_eq!(reach(FieldType::U8, &zeros), 20);
        assert_eq!(reach(FieldType::Ip, b"2001:db8::1 is"), 11);
        assert_eq!(reach(FieldType::I64, b"-12.5"), 3);
        assert_eq!(reach(FieldType::I64, b""), 0);
    }
}
