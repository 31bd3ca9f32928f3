//! The serialization of events.

use serde_core::ser::{Serialize, SerializeStruct as _, Serializer};

use crate::{Event, FieldType, Value};

/// Serializes an event.
pub fn serialize<S: Serializer>(event: &dyn Event, serializer: S) -> Result<S::Ok, S::Error> {
    let mut all = serializer.serialize_struct("Event", 2)?;
    all.serialize_field("tag", event.message().tag())?;
    all.serialize_field("fields", &Fields(event))?;
    all.end()
}

/// The fields of an event.
struct Fields<'e>(&'e dyn Event);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let placeholders = self.0.message().placeholders();
        let mut fields = serializer.serialize_struct("Fields", placeholders.len())?;
        for (placeholder, (name, value)) in placeholders.iter().zip(self.0.fields()) {
            match (value, placeholder.field_type()) {
                (Value::Text(text), _) => fields.serialize_field(name, text)?,
                (Value::Address(address), _) => fields.serialize_field(name, &address)?,
                (Value::Integer(integer), field_type) => {
                    fields.serialize_field(name, &Integer { integer, field_type })?;
                }
                (other, _) => fields.serialize_field(name, &alloc::format!("{other}"))?,
            }
        }
        fields.end()
    }
}

/// An integer that is serialized in the width of its type, which matters to formats without type information.
struct Integer {
    integer: i128,
    field_type: FieldType,
}

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fn fits<T: TryFrom<i128>, E: serde_core::ser::Error>(integer: i128) -> Result<T, E> {
            integer.try_into().map_err(|_| E::custom("integer out of range for its placeholder"))
        }
        match self.field_type {
            FieldType::U8 => serializer.serialize_u8(fits(self.integer)?),
            FieldType::U16 => serializer.serialize_u16(fits(self.integer)?),
            FieldType::U32 => serializer.serialize_u32(fits(self.integer)?),
            FieldType::U64 => serializer.serialize_u64(fits(self.integer)?),
            FieldType::I8 => serializer.serialize_i8(fits(self.integer)?),
            FieldType::I16 => serializer.serialize_i16(fits(self.integer)?),
            FieldType::I32 => serializer.serialize_i32(fits(self.integer)?),
            FieldType::I64 => serializer.serialize_i64(fits(self.integer)?),
            _ => serializer.serialize_i128(self.integer),
        }
    }
}
