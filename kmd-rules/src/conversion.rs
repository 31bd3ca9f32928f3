//! What the text of a value becomes in an engine.

use kmd_catalog::model::Field;
use kmd_catalog::{FieldType, FormatSpec};

use crate::pattern;

/// What the text of a value becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conversion {
    /// A string, as it is.
    Text,
    /// An integer.
    Integer(Integer),
    /// A number with decimals: a floating-point number, or a duration in its unit.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// How an integer is written, and its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Integer {
    pub(crate) least: i128,
    pub(crate) greatest: i128,
    /// The base of the digits: 2, 8, 10 or 16.
    pub(crate) base: u32,
    /// What precedes the digits: `0x`, `0o`, `0b` or nothing.
    pub(crate) prefix: &'static str,
}

impl Conversion {
    /// Returns the conversion for a field in a format.
    pub(crate) fn new(field: &Field, format: FormatSpec) -> Self {
        match field.field_type {
            FieldType::Bool => Self::Boolean,
            FieldType::F64 | FieldType::Duration => Self::Number,
            integer if integer.is_integer() => {
                let (least, greatest) = pattern::range(integer);
                let (base, prefix) = pattern::base(format.radix);
                let prefix = if format.alternate { prefix } else { "" };
                Self::Integer(Integer { least, greatest, base, prefix })
            }
            _ => Self::Text,
        }
    }
}
