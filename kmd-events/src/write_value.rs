//! Values in the text of an event.

use core::fmt::{self, Write};

use crate::{FormatSpec, Placeholder, Value};

/// Writes a value as it is in the text of an event: in the format of the template, with the properties of the placeholder.
pub(crate) fn write_value(
    out: &mut dyn Write,
    value: Value<'_>,
    placeholder: &Placeholder,
    _format: FormatSpec,
) -> fmt::Result {
    match value {
        Value::Absent => out.write_str(placeholder.absent().unwrap_or_default()),
        value => write!(out, "{value}"),
    }
}
