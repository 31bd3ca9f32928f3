//! The deserialization of values whose placeholder is known.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::net::IpAddr;
use core::time::Duration;

use serde_core::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, Visitor};

use super::untyped::UntypedValue;
use crate::parse::{Expected, ParsedValue};
use crate::{FieldType, FormatSpec, Placeholder};

/// A seed that deserializes a value of the type of its placeholder.
pub(super) struct ValueSeed(pub(super) &'static Placeholder);

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = ParsedValue<'static>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let value = if self.0.is_optional() {
            deserializer.deserialize_option(OptionOf(self.0))
        } else {
            value(self.0, deserializer)
        };
        value.map_err(|error| D::Error::custom(format_args!("field `{}`: {error}", self.0.name())))
    }
}

/// A visitor for a value that may be absent.
struct OptionOf(&'static Placeholder);

impl<'de> Visitor<'de> for OptionOf {
    type Value = ParsedValue<'static>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, or nothing", Expected(self.0, FormatSpec::PLAIN))
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(ParsedValue::Absent)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(ParsedValue::Absent)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        value(self.0, deserializer)
    }
}

/// Deserializes a value that is present.
fn value<'de, D: Deserializer<'de>>(
    placeholder: &Placeholder,
    deserializer: D,
) -> Result<ParsedValue<'static>, D::Error> {
    fn integer<'de, T: Deserialize<'de> + Into<i128>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ParsedValue<'static>, D::Error> {
        T::deserialize(deserializer).map(|integer| ParsedValue::Integer(integer.into()))
    }
    let is_for_people = deserializer.is_human_readable();
    let value = match placeholder.field_type() {
        FieldType::Text => return String::deserialize(deserializer).map(|text| ParsedValue::Text(Cow::Owned(text))),
        FieldType::Ip => return IpAddr::deserialize(deserializer).map(ParsedValue::Address),
        FieldType::U8 => return integer::<u8, D>(deserializer),
        FieldType::U16 => return integer::<u16, D>(deserializer),
        FieldType::U32 => return integer::<u32, D>(deserializer),
        FieldType::U64 => return integer::<u64, D>(deserializer),
        FieldType::I8 => return integer::<i8, D>(deserializer),
        FieldType::I16 => return integer::<i16, D>(deserializer),
        FieldType::I32 => return integer::<i32, D>(deserializer),
        FieldType::I64 => return integer::<i64, D>(deserializer),
        FieldType::Usize => UntypedValue::Integer(u64::deserialize(deserializer)?.into()),
        FieldType::Isize => UntypedValue::Integer(i64::deserialize(deserializer)?.into()),
        FieldType::Bool => return bool::deserialize(deserializer).map(ParsedValue::Bool),
        // A number or, if a number cannot be exact, a string.
        FieldType::F64 | FieldType::Duration if is_for_people => UntypedValue::deserialize(deserializer)?,
        FieldType::F64 => return f64::deserialize(deserializer).map(ParsedValue::Float),
        FieldType::Duration => return Duration::deserialize(deserializer).map(ParsedValue::Duration),
        FieldType::Socket | FieldType::Prefix | FieldType::Mac | FieldType::Enum => {
            UntypedValue::Text(String::deserialize(deserializer)?)
        }
    };
    let expected = || D::Error::custom(format_args!("expected {}", Expected(placeholder, FormatSpec::PLAIN)));
    match value {
        // A null is not a value, and the absence of an optional one was handled before.
        UntypedValue::Null => Err(expected()),
        value => value.into_value(placeholder).ok_or_else(expected),
    }
}
