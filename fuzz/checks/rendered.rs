//! Values as the standard library prints them.

use std::fmt::{Binary, Display, LowerHex, Octal, UpperHex};
use std::net::SocketAddr;
use std::time::Duration;

use kmd_events::{DurationUnit, FieldType, Placeholder, Value};

/// A format in a template, such as `#06x`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spec {
    pub(crate) alternate: bool,
    pub(crate) width: usize,
    pub(crate) precision: Option<usize>,
    /// The letter of the radix, or a space.
    pub(crate) radix: char,
}

impl Spec {
    /// Parses a format that the front end accepts.
    pub(crate) fn of(text: &str) -> Self {
        let numbers = text.trim_start_matches('#').trim_end_matches(['x', 'X', 'o', 'b']);
        let (width, precision) = numbers.split_once('.').map_or((numbers, None), |(width, it)| (width, Some(it)));
        Self {
            alternate: text.starts_with('#'),
            width: width.parse().unwrap_or(0),
            precision: precision.and_then(|digits| digits.parse().ok()),
            radix: text.chars().last().filter(char::is_ascii_alphabetic).unwrap_or(' '),
        }
    }
}

/// Returns the value as the standard library prints it, or `None` if it does not print such a value.
pub(crate) fn rendered(value: Value<'_>, placeholder: &Placeholder, spec: Spec) -> Option<String> {
    Some(match value {
        Value::Absent => placeholder.absent()?.to_owned(),
        Value::Text(text) => text.to_owned(),
        Value::Address(address) => address.to_string(),
        Value::Socket(SocketAddr::V6(socket)) if !placeholder.has_brackets() => {
            socket.to_string().replace(['[', ']'], "")
        }
        Value::Socket(socket) => socket.to_string(),
        Value::Prefix(prefix) => format!("{}/{}", prefix.address(), prefix.length()),
        Value::Mac(mac) => {
            let pairs = mac.map(|byte| if spec.radix == 'X' { format!("{byte:02X}") } else { format!("{byte:02x}") });
            pairs.join(":")
        }
        Value::Bool(bool) => bool.to_string(),
        Value::Integer(number) => integer(number, placeholder.field_type(), spec),
        Value::Float(number) => {
            let (width, precision) = (spec.width, spec.precision?);
            format!("{number:0width$.precision$}")
        }
        Value::Duration(value, unit) => duration(value, unit, spec.precision)?,
        _ => return None,
    })
}

/// Returns an integer as a number of its type.
fn integer(number: i128, field_type: FieldType, spec: Spec) -> String {
    fn of<T>(number: i128, spec: Spec) -> String
    where
        T: TryFrom<i128, Error: std::fmt::Debug> + Display + LowerHex + UpperHex + Octal + Binary,
    {
        let number = T::try_from(number).expect("a number of the type");
        let width = spec.width;
        match (spec.radix, spec.alternate) {
            ('x', false) => format!("{number:0width$x}"),
            ('x', true) => format!("{number:#0width$x}"),
            ('X', false) => format!("{number:0width$X}"),
            ('X', true) => format!("{number:#0width$X}"),
            ('o', false) => format!("{number:0width$o}"),
            ('o', true) => format!("{number:#0width$o}"),
            ('b', false) => format!("{number:0width$b}"),
            ('b', true) => format!("{number:#0width$b}"),
            _ => format!("{number:0width$}"),
        }
    }
    match field_type {
        FieldType::U8 => of::<u8>(number, spec),
        FieldType::U16 => of::<u16>(number, spec),
        FieldType::U32 => of::<u32>(number, spec),
        // The size of `usize` does not depend on the machine.
        FieldType::U64 | FieldType::Usize => of::<u64>(number, spec),
        FieldType::I8 => of::<i8>(number, spec),
        FieldType::I16 => of::<i16>(number, spec),
        FieldType::I32 => of::<i32>(number, spec),
        _ => of::<i64>(number, spec),
    }
}

/// Returns a duration in a unit, or `None` if it is too long for this.
///
/// The standard library prints seconds if there are any. So the duration is multiplied to have a unit in each second, and made
/// longer by two seconds, which does not change how it is rounded.
fn duration(value: Duration, unit: DurationUnit, precision: Option<usize>) -> Option<String> {
    let factor = match unit {
        DurationUnit::Seconds => 1,
        DurationUnit::Milliseconds => 1_000,
        DurationUnit::Microseconds => 1_000_000,
        _ => 1_000_000_000,
    };
    let longer = value.checked_mul(factor)?.checked_add(Duration::from_secs(2))?;
    let text = match precision {
        Some(precision) => format!("{longer:.precision$?}"),
        None => format!("{longer:?}"),
    };
    let text = text.strip_suffix('s')?;
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let whole: u64 = whole.parse().ok()?;
    Some(format!("{}{fraction}", whole - 2))
}
