//! The expression for a value.

use kmd_catalog::model::Field;
use kmd_catalog::{FieldType, FormatSpec};

/// Returns the expression for a value. A floating-point number can be infinite or not a number, too.
pub(super) fn value(field: &Field, format: FormatSpec, pattern: &str) -> String {
    if field.field_type != FieldType::F64 {
        return pattern.to_owned();
    }
    let zeros = |len: u8| "0".repeat(usize::from(format.width.saturating_sub(len)));
    format!("(?:{pattern}|{}(?:inf|NaN)|-{}inf)", zeros(3), zeros(4))
}
