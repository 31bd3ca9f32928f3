use alloc::borrow::{Cow, ToOwned as _};
use core::net::{IpAddr, SocketAddr};
use core::time::Duration;

use arrayvec::ArrayVec;

use crate::metadata::{DurationUnit, MAX_PLACEHOLDERS};
use crate::typed_event::TypedEvent;
use crate::{Event, FieldType, IpPrefix, Placeholder, Value};

/// A parsed value that is not yet part of an event.
#[derive(Clone, Debug)]
pub enum ParsedValue<'a> {
    /// The value of a `text` placeholder.
    Text(Cow<'a, str>),
    /// The value of an `ip` placeholder.
    Address(IpAddr),
    /// The value of an integer placeholder.
    Integer(i128),
    /// The value of a `socket` placeholder.
    Socket(SocketAddr),
    /// The value of a `prefix` placeholder.
    Prefix(IpPrefix),
    /// The value of a `mac` placeholder.
    Mac([u8; 6]),
    /// The value of a `bool` placeholder.
    Bool(bool),
    /// The value of an `f64` placeholder.
    Float(f64),
    /// The value of a `duration` placeholder.
    Duration(Duration),
    /// The index of the word of an `enum` placeholder.
    Word(usize),
    /// An optional placeholder without a value.
    Absent,
}

impl ParsedValue<'_> {
    /// Returns the value as that of an event.
    pub(crate) fn value(&self, placeholder: &Placeholder) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Address(address) => Value::Address(*address),
            Self::Integer(integer) => Value::Integer(*integer),
            Self::Socket(socket) => Value::Socket(*socket),
            Self::Prefix(prefix) => Value::Prefix(*prefix),
            Self::Mac(mac) => Value::Mac(*mac),
            Self::Bool(bool) => Value::Bool(*bool),
            Self::Float(float) => Value::Float(*float),
            Self::Duration(duration) => Value::Duration(*duration, placeholder.unit().unwrap_or(DurationUnit::Seconds)),
            Self::Word(index) => Value::Text(placeholder.words().get(*index).copied().unwrap_or_default()),
            Self::Absent => Value::Absent,
        }
    }
}

/// The values of all placeholders of a message, in template order. Building an event takes the strings out of it.
pub type Values<'v, 'a> = &'v mut [ParsedValue<'a>];

/// The parsed values of a message.
pub type ParsedValues<'a> = ArrayVec<ParsedValue<'a>, MAX_PLACEHOLDERS>;

/// Returns copies of the values of an event, which do not borrow from it.
#[must_use]
pub fn owned_values(event: &dyn TypedEvent) -> ParsedValues<'static> {
    let mut owned = ParsedValues::new();
    event.with_values(&mut |values| {
        let placeholders = event.message().placeholders();
        // Generated code has values of the right types.
        owned.extend(
            values.iter().zip(placeholders).map(|(&value, placeholder)| {
                parsed_value(value, placeholder, owned_text).unwrap_or(ParsedValue::Absent)
            }),
        );
    });
    owned
}

/// Returns the values of an event of any type, or `None` if one does not have the type of its placeholder. `cow` borrows or
/// copies a string.
pub(crate) fn event_values<'v, 'a>(event: &'v dyn Event, cow: fn(&'v str) -> Cow<'a, str>) -> Option<ParsedValues<'a>> {
    let placeholders = event.message().placeholders().iter().enumerate();
    placeholders.map(|(index, placeholder)| parsed_value(event.value(index)?, placeholder, cow)).collect()
}

/// Copies a string.
pub(crate) fn owned_text(text: &str) -> Cow<'static, str> {
    Cow::Owned(text.to_owned())
}

/// Returns a value as a parsed one, or `None` if it does not have the type of its placeholder.
pub(crate) fn parsed_value<'v, 'a>(
    value: Value<'v>,
    placeholder: &Placeholder,
    cow: fn(&'v str) -> Cow<'a, str>,
) -> Option<ParsedValue<'a>> {
    Some(match (value, placeholder.field_type()) {
        (Value::Text(text), FieldType::Enum) => match placeholder.words().iter().position(|&word| word == text) {
            Some(word) => ParsedValue::Word(word),
            None if placeholder.is_open() => ParsedValue::Text(cow(text)),
            None => return None,
        },
        (Value::Text(text), FieldType::Text) => ParsedValue::Text(cow(text)),
        (Value::Address(address), FieldType::Ip) => ParsedValue::Address(address),
        (Value::Integer(integer), integer_type) => {
            let (least, greatest) = integer_type.range()?;
            if !(least..=greatest).contains(&integer) {
                return None;
            }
            ParsedValue::Integer(integer)
        }
        (Value::Socket(socket), FieldType::Socket) => ParsedValue::Socket(socket),
        (Value::Prefix(prefix), FieldType::Prefix) => ParsedValue::Prefix(prefix),
        (Value::Mac(mac), FieldType::Mac) => ParsedValue::Mac(mac),
        (Value::Bool(bool), FieldType::Bool) => ParsedValue::Bool(bool),
        (Value::Float(float), FieldType::F64) => ParsedValue::Float(float),
        (Value::Duration(duration, _), FieldType::Duration) => ParsedValue::Duration(duration),
        (Value::Absent, _) if placeholder.is_optional() => ParsedValue::Absent,
        _ => return None,
    })
}
