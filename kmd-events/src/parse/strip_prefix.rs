use core::fmt::{self, Write};

use super::typed_value::TypedValue;
use crate::write_value::write_value;
use crate::{FormatSpec, Placeholder};

/// A writer that compares what is written with the beginning of a text, and keeps the rest of the text. It fails if
/// they differ.
pub(crate) struct StripPrefix<'t>(pub(crate) &'t [u8]);

impl Write for StripPrefix<'_> {
    fn write_str(&mut self, printed: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(printed.as_bytes()).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Returns the rest of `bytes` after a value as it is printed, or `None` if they do not begin with it.
pub(super) fn strip_value<'t>(
    bytes: &'t [u8],
    value: TypedValue,
    placeholder: &Placeholder,
    format: FormatSpec,
) -> Option<&'t [u8]> {
    let mut writer = StripPrefix(bytes);
    write_value(&mut writer, value.value(placeholder), placeholder, format).ok()?;
    Some(writer.0)
}
