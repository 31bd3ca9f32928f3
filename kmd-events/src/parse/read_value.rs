//! The parser for values of the types other than `text`, given the whole value.

use core::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV6};
use core::time::Duration;

use super::simple_value::{integer, simple_value};
use super::strip_prefix::strip_value;
use super::typed_value::TypedValue;
use crate::metadata::DurationUnit;
use crate::{FieldType, FormatSpec, Placeholder, Radix};

/// Parses all of `bytes` as a value of a placeholder.
///
/// An address may have any spelling. Any other value has to print as the same bytes in its format. A floating-point number
/// without a format, which occurs in structured data, may have any spelling too.
pub(crate) fn read_value(placeholder: &Placeholder, format: FormatSpec, bytes: &[u8]) -> Option<TypedValue> {
    let field_type = placeholder.field_type();
    if field_type == FieldType::Ip || format == FormatSpec::PLAIN && field_type.range().is_some() {
        return simple_value(field_type, bytes);
    }
    if field_type == FieldType::Text {
        return None;
    }
    let text = core::str::from_utf8(bytes).ok()?;
    let value = match field_type {
        FieldType::Enum => return placeholder.words().iter().position(|&word| word == text).map(TypedValue::Word),
        FieldType::Socket => return socket(text, placeholder.has_brackets()).map(TypedValue::Socket),
        FieldType::Prefix => return text.parse().ok().map(TypedValue::Prefix),
        FieldType::F64 if format == FormatSpec::PLAIN => return text.parse().ok().map(TypedValue::Float),
        FieldType::Mac => TypedValue::Mac(mac(bytes)?),
        FieldType::Bool => TypedValue::Bool(text.parse().ok()?),
        FieldType::F64 => TypedValue::Float(float(text)?),
        FieldType::Duration => TypedValue::Duration(duration(text, placeholder.unit()?)?),
        _ => TypedValue::Integer(formatted_integer(text, field_type, format)?),
    };
    strip_value(bytes, value, placeholder, format)?.is_empty().then_some(value)
}

/// Parses an address with a port. An IPv6 address is in brackets, or not.
fn socket(text: &str, brackets: bool) -> Option<SocketAddr> {
    let (address, port) = text.rsplit_once(':')?;
    let port = u16::try_from(integer(port.as_bytes())?).ok()?;
    let v6 = match address.strip_prefix('[') {
        Some(inner) if brackets => Some(inner.strip_suffix(']')?),
        Some(_) => return None,
        None => Some(address).filter(|address| !brackets && address.contains(':')),
    };
    let Some(v6) = v6 else {
        return Some(SocketAddr::new(IpAddr::V4(address.parse().ok()?), port));
    };
    let (address, scope) = match v6.split_once('%') {
        Some((address, scope)) => (address, integer(scope.as_bytes()).filter(|&scope| scope > 0)?),
        None => (v6, 0),
    };
    let address: Ipv6Addr = address.parse().ok()?;
    Some(SocketAddrV6::new(address, port, 0, scope.try_into().ok()?).into())
}

/// Parses `00:00:5e:00:53:01`, with letters of either case.
fn mac(bytes: &[u8]) -> Option<[u8; 6]> {
    let mut mac = [0; 6];
    let mut pairs = bytes.split(|&byte| byte == b':');
    for byte in &mut mac {
        let [high, low] = *pairs.next()? else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        *byte = u8::try_from(digit(high)? * 16 + digit(low)?).ok()?;
    }
    pairs.next().is_none().then_some(mac)
}

/// Parses a floating-point number in decimal digits, which may follow zeros.
fn float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let magnitude = match unsigned.trim_start_matches('0') {
        "inf" => f64::INFINITY,
        "NaN" => f64::NAN,
        _ if unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') => unsigned.parse().ok()?,
        _ => return None,
    };
    Some(if unsigned.len() < text.len() { -magnitude } else { magnitude })
}

/// Parses a number of a unit as a duration.
pub(crate) fn duration(text: &str, unit: DurationUnit) -> Option<Duration> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let decimals = usize::from(unit.decimals());
    if whole.is_empty() || fraction.len() > decimals {
        return None;
    }
    // Zeros take the place of the decimals that are not given.
    let zeros = core::iter::repeat_n(b'0', decimals - fraction.len());
    let nanoseconds = whole.bytes().chain(fraction.bytes()).chain(zeros).try_fold(0_u128, |number, byte| {
        let digit = char::from(byte).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit.into())
    })?;
    let seconds = u64::try_from(nanoseconds / 1_000_000_000).ok()?;
    Some(Duration::new(seconds, u32::try_from(nanoseconds % 1_000_000_000).ok()?))
}

/// Parses an integer in a format. In a radix other than 10, a negative integer is in two's complement of its type.
fn formatted_integer(text: &str, field_type: FieldType, format: FormatSpec) -> Option<i128> {
    let (least, greatest) = field_type.range()?;
    let (radix, prefix) = match format.radix {
        Radix::Decimal => {
            let integer = text.parse().ok()?;
            return (least..=greatest).contains(&integer).then_some(integer);
        }
        Radix::LowerHex | Radix::UpperHex => (16, "0x"),
        Radix::Octal => (8, "0o"),
        Radix::Binary => (2, "0b"),
    };
    let digits = if format.alternate { text.strip_prefix(prefix)? } else { text };
    let bits = i128::from_str_radix(digits, radix).ok()?;
    if !(0..=field_type.bits()).contains(&bits) {
        return None;
    }
    Some(if bits > greatest { bits - field_type.bits() - 1 } else { bits })
}
