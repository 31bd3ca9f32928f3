//! The serialization of events.

use alloc::string::{String, ToString as _};
use core::time::Duration;

use serde_core::ser::{Serialize, SerializeMap as _, SerializeStruct as _, Serializer};

use super::CONTEXT;
use crate::metadata::DurationUnit;
use crate::{Event, FieldType, OwnedEvent, ParsedEvent, Value, WithContext};

/// Serializes an event.
pub fn serialize<S: Serializer>(event: &dyn Event, serializer: S) -> Result<S::Ok, S::Error> {
    let has_context = serializer.is_human_readable() && Context(event).fields().next().is_some();
    let mut all = serializer.serialize_struct("Event", if has_context { 3 } else { 2 })?;
    all.serialize_field("tag", event.message().tag())?;
    all.serialize_field("fields", &Fields(event))?;
    if has_context {
        all.serialize_field(CONTEXT, &Context(event))?;
    }
    all.end()
}

/// Serializes the event like the one inside, with the map `context`.
impl Serialize for WithContext<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

/// Serializes the event like the one that was copied.
impl Serialize for OwnedEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

/// Serializes the event like one of a compiled catalog.
impl Serialize for ParsedEvent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

/// Serializes the names and values of the placeholders, like the map `fields` of the event.
impl Serialize for crate::Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields(self.event).serialize(serializer)
    }
}

/// The context of an event.
struct Context<'e>(&'e dyn Event);

impl<'e> Context<'e> {
    fn fields(&self) -> impl Iterator<Item = (&'e str, Value<'e>)> {
        let fields = self.0.fields().skip(self.0.message().placeholders().len());
        fields.filter(|(_, value)| *value != Value::Absent)
    }
}

impl Serialize for Context<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(Some(self.fields().count()))?;
        for (name, value) in self.fields() {
            // The type matters to integers only.
            let is_signed = matches!(value, Value::Integer(integer) if integer < 0);
            let field_type = if is_signed { FieldType::I64 } else { FieldType::U64 };
            fields.serialize_entry(name, &Typed { value, field_type })?;
        }
        fields.end()
    }
}

/// The fields of an event.
struct Fields<'e>(&'e dyn Event);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let placeholders = self.0.message().placeholders();
        let is_for_people = serializer.is_human_readable();
        let is_left_out = |value: &Value<'_>| is_for_people && *value == Value::Absent;
        let values = || self.0.fields().take(placeholders.len()).map(|(_, value)| value);
        let count = values().filter(|value| !is_left_out(value)).count();
        let mut fields = serializer.serialize_struct("Fields", count)?;
        for (placeholder, value) in placeholders.iter().zip(values()) {
            let (name, value) = (placeholder.name(), Typed { value, field_type: placeholder.field_type() });
            if is_left_out(&value.value) {
                fields.skip_field(name)?;
            } else if placeholder.is_optional() {
                // `None` and `Some` differ from the value in formats for machines.
                fields.serialize_field(name, &(value.value != Value::Absent).then_some(value))?;
            } else {
                fields.serialize_field(name, &value)?;
            }
        }
        fields.end()
    }
}

/// A value with its type. An integer is serialized in the width of its type, which matters to formats without type
/// information.
struct Typed<'v> {
    value: Value<'v>,
    field_type: FieldType,
}

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_for_people = serializer.is_human_readable();
        match self.value {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Address(address) => address.serialize(serializer),
            Value::Integer(number) => integer(number, self.field_type, serializer),
            Value::Bool(bool) => serializer.serialize_bool(bool),
            // JSON has no such numbers.
            Value::Float(float) if is_for_people && !float.is_finite() => serializer.collect_str(&float),
            Value::Float(float) => serializer.serialize_f64(float),
            Value::Duration(duration, unit) if is_for_people => number(duration, unit, serializer),
            Value::Duration(duration, _) => duration.serialize(serializer),
            // The traits of `SocketAddr` lose the scope of an IPv6 address.
            value @ (Value::Socket(_) | Value::Prefix(_) | Value::Mac(_) | Value::Absent) => {
                serializer.collect_str(&value)
            }
        }
    }
}

/// Serializes an integer in the width of its type.
fn integer<S: Serializer>(integer: i128, field_type: FieldType, serializer: S) -> Result<S::Ok, S::Error> {
    fn fits<T: TryFrom<i128>, E: serde_core::ser::Error>(integer: i128) -> Result<T, E> {
        integer.try_into().map_err(|_| E::custom("integer out of range for its placeholder"))
    }
    match field_type {
        FieldType::U8 => serializer.serialize_u8(fits(integer)?),
        FieldType::U16 => serializer.serialize_u16(fits(integer)?),
        FieldType::U32 => serializer.serialize_u32(fits(integer)?),
        FieldType::U64 | FieldType::Usize => serializer.serialize_u64(fits(integer)?),
        FieldType::I8 => serializer.serialize_i8(fits(integer)?),
        FieldType::I16 => serializer.serialize_i16(fits(integer)?),
        FieldType::I32 => serializer.serialize_i32(fits(integer)?),
        FieldType::I64 | FieldType::Isize => serializer.serialize_i64(fits(integer)?),
        _ => serializer.serialize_i128(integer),
    }
}

/// The decimal digits that every `f64` keeps.
const MAX_DIGITS: usize = f64::DIGITS as usize;

/// Serializes a duration as a number of its unit: as an integer if it is whole, otherwise as a floating-point number. A
/// number with too many digits for these is a string. Some parsers of JSON read a number with more than 15 digits inexactly.
fn number<S: Serializer>(duration: Duration, unit: DurationUnit, serializer: S) -> Result<S::Ok, S::Error> {
    let text: String = Value::Duration(duration, unit).to_string();
    if let Ok(integer) = text.parse() {
        return serializer.serialize_u64(integer);
    }
    match text.parse::<f64>() {
        Ok(float) if text.contains('.') && text.len() <= MAX_DIGITS + 1 => serializer.serialize_f64(float),
        _ => serializer.serialize_str(&text),
    }
}
