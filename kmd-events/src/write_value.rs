//! Values in the text of an event.

use core::fmt::{self, Write};
use core::net::SocketAddr;
use core::time::Duration;

use crate::metadata::DurationUnit;
use crate::{FieldType, FormatSpec, Message, Piece, Placeholder, Radix, Value};

/// Writes the text of an event from its values. A tail is written if it has a value, and all values for whose absence it
/// has no word.
pub(crate) fn write_values(out: &mut dyn Write, message: &Message, values: &[Value<'_>]) -> fmt::Result {
    let is_present = |index: usize| values.get(index) != Some(&Value::Absent);
    let has_word = |index: usize| message.placeholders().get(index).is_some_and(|it| it.absent().is_some());
    let is_written = |tail: &&&[Piece]| {
        let mut indices = tail.iter().filter_map(|piece| piece.placeholder()).map(|(index, _)| index);
        indices.clone().any(is_present) && indices.all(|index| is_present(index) || has_word(index))
    };
    let tails = message.tail_pieces().iter().filter(is_written);
    let mut pieces = message.pieces().iter().chain(tails.copied().flatten()).copied();
    pieces.try_for_each(|piece| match (piece, piece.placeholder()) {
        (Piece::Literal(text), _) => out.write_str(text),
        (_, Some((index, format))) => match (values.get(index), message.placeholders().get(index)) {
            (Some(value), Some(placeholder)) => write_value(out, *value, placeholder, format),
            _ => Ok(()),
        },
        (_, None) => Ok(()),
    })
}

/// Writes a value as it is in the text of an event: in the format of the template, with the properties of the placeholder.
pub(crate) fn write_value(
    out: &mut dyn Write,
    value: Value<'_>,
    placeholder: &Placeholder,
    format: FormatSpec,
) -> fmt::Result {
    match value {
        Value::Absent => out.write_str(placeholder.absent().unwrap_or_default()),
        Value::Text(text) => out.write_str(text),
        Value::Integer(integer) if format != FormatSpec::PLAIN => {
            write_integer(out, integer, placeholder.field_type(), format)
        }
        Value::Float(float) => write_float(out, float, format),
        Value::Duration(duration, unit) => {
            let unit = placeholder.unit().unwrap_or(unit);
            match format.precision {
                Some(precision) => write_duration(out, duration, unit, precision),
                None => write!(out, "{}", Value::Duration(duration, unit)),
            }
        }
        Value::Socket(SocketAddr::V6(socket)) if !placeholder.has_brackets() => {
            write!(out, "{}", socket.ip())?;
            if socket.scope_id() != 0 {
                write!(out, "%{}", socket.scope_id())?;
            }
            write!(out, ":{}", socket.port())
        }
        Value::Mac(mac) if format.radix == Radix::UpperHex => write_mac(out, mac),
        value => write!(out, "{value}"),
    }
}

/// Writes a MAC address in capital letters.
fn write_mac(out: &mut dyn Write, mac: [u8; 6]) -> fmt::Result {
    for (index, byte) in mac.into_iter().enumerate() {
        out.write_str(if index == 0 { "" } else { ":" })?;
        write!(out, "{byte:02X}")?;
    }
    Ok(())
}

/// Writes an integer in a format. In a radix other than 10, a negative integer is written in two's complement of its type,
/// as by the standard library.
fn write_integer(out: &mut dyn Write, integer: i128, field_type: FieldType, format: FormatSpec) -> fmt::Result {
    let width = usize::from(format.width);
    let bits = integer & field_type.bits();
    match (format.radix, format.alternate) {
        (Radix::Decimal, _) => write!(out, "{integer:0width$}"),
        (Radix::LowerHex, false) => write!(out, "{bits:0width$x}"),
        (Radix::LowerHex, true) => write!(out, "{bits:#0width$x}"),
        (Radix::UpperHex, false) => write!(out, "{bits:0width$X}"),
        (Radix::UpperHex, true) => write!(out, "{bits:#0width$X}"),
        (Radix::Octal, false) => write!(out, "{bits:0width$o}"),
        (Radix::Octal, true) => write!(out, "{bits:#0width$o}"),
        (Radix::Binary, false) => write!(out, "{bits:0width$b}"),
        (Radix::Binary, true) => write!(out, "{bits:#0width$b}"),
    }
}

/// Writes a floating-point number in a format.
fn write_float(out: &mut dyn Write, float: f64, format: FormatSpec) -> fmt::Result {
    let width = usize::from(format.width);
    match format.precision {
        Some(precision) => {
            let precision = usize::from(precision);
            write!(out, "{float:0width$.precision$}")
        }
        None => write!(out, "{float:0width$}"),
    }
}

/// Writes a duration in a unit with a number of decimals. It is rounded to the nearest one, and to the even one of two, as
/// by the standard library. A duration that would become longer than the longest one is rounded down, so that the text can
/// be parsed.
fn write_duration(out: &mut dyn Write, duration: Duration, unit: DurationUnit, precision: u8) -> fmt::Result {
    let precision = precision.min(unit.decimals());
    let step = 10_u128.pow((unit.decimals() - precision).into());
    let nanoseconds = duration.as_nanos();
    let (mut steps, rest) = (nanoseconds / step, nanoseconds % step);
    let is_up = rest * 2 > step || rest * 2 == step && steps % 2 == 1;
    if is_up && (steps + 1) * step <= Duration::MAX.as_nanos() {
        steps += 1;
    }
    let base = 10_u128.pow(precision.into());
    write!(out, "{}", steps / base)?;
    if precision == 0 {
        return Ok(());
    }
    let digits = usize::from(precision);
    write!(out, ".{:0digits$}", steps % base)
}
