//! Values as a format stores them, without the type of their placeholder.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde_core::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::parse::{ParsedValue, duration, read_value};
use crate::{FieldType, FormatSpec, Placeholder};

/// Fields that precede their tag.
pub(super) struct UntypedFields(pub(super) Vec<(String, UntypedValue)>);

/// A value whose type is not known yet.
pub(super) enum UntypedValue {
    Text(String),
    Integer(i128),
    Float(f64),
    Bool(bool),
    Null,
    /// A list or a map, which no placeholder has.
    Nested,
}

impl UntypedValue {
    /// Converts the value to the type of a placeholder, or returns `None` if it is not of that type.
    pub(super) fn into_value(self, placeholder: &Placeholder) -> Option<ParsedValue<'static>> {
        let field_type = placeholder.field_type();
        Some(match (self, field_type) {
            (Self::Null, _) => placeholder.is_optional().then_some(ParsedValue::Absent)?,
            (Self::Text(text), _) if field_type.range().is_none() => {
                let plain = placeholder.with_brackets();
                match read_value(&plain, FormatSpec::PLAIN, text.as_bytes()) {
                    Some(value) => value.into(),
                    None if placeholder.takes_any_text() => ParsedValue::Text(Cow::Owned(text)),
                    None => return None,
                }
            }
            #[expect(clippy::cast_precision_loss, reason = "the number is written without a point")]
            (Self::Integer(integer), FieldType::F64) => ParsedValue::Float(integer as f64),
            (Self::Integer(integer), FieldType::Duration) => {
                ParsedValue::Duration(duration(&integer.to_string(), placeholder.unit()?)?)
            }
            (Self::Integer(integer), _) => {
                let (least, greatest) = field_type.range()?;
                (least..=greatest).contains(&integer).then_some(ParsedValue::Integer(integer))?
            }
            (Self::Float(float), FieldType::F64) => ParsedValue::Float(float),
            (Self::Float(float), FieldType::Duration) => {
                ParsedValue::Duration(duration(&float.to_string(), placeholder.unit()?)?)
            }
            (Self::Bool(bool), FieldType::Bool) => ParsedValue::Bool(bool),
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for UntypedFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;

        impl<'de> Visitor<'de> for Map {
            type Value = UntypedFields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the fields of an event")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<UntypedFields, A::Error> {
                let mut read = Vec::new();
                while let Some(field) = fields.next_entry()? {
                    read.push(field);
                }
                Ok(UntypedFields(read))
            }
        }

        deserializer.deserialize_map(Map)
    }
}

impl<'de> Deserialize<'de> for UntypedValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = UntypedValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string, a number, a bool or null")
            }

            fn visit_str<E>(self, text: &str) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Text(text.to_owned()))
            }

            fn visit_u64<E>(self, integer: u64) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Integer(integer.into()))
            }

            fn visit_i64<E>(self, integer: i64) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Integer(integer.into()))
            }

            fn visit_f64<E>(self, float: f64) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Float(float))
            }

            fn visit_bool<E>(self, bool: bool) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Bool(bool))
            }

            fn visit_unit<E>(self) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Null)
            }

            fn visit_none<E>(self) -> Result<UntypedValue, E> {
                Ok(UntypedValue::Null)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<UntypedValue, A::Error> {
                while items.next_element::<IgnoredAny>()?.is_some() {}
                Ok(UntypedValue::Nested)
            }

            /// Reads a number of `serde_json` with the feature `arbitrary_precision`, which is a map with its digits.
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<UntypedValue, A::Error> {
                let first = entries.next_entry::<IgnoredAny, UntypedValue>()?;
                let mut is_only = true;
                while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                    is_only = false;
                }
                Ok(match first {
                    Some((_, UntypedValue::Text(digits))) if is_only => match (digits.parse(), digits.parse()) {
                        (Ok(integer), _) => UntypedValue::Integer(integer),
                        (_, Ok(float)) => UntypedValue::Float(float),
                        _ => UntypedValue::Nested,
                    },
                    _ => UntypedValue::Nested,
                })
            }
        }

        deserializer.deserialize_any(Any)
    }
}
