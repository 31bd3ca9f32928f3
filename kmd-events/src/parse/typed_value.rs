use core::net::{IpAddr, SocketAddr};
use core::time::Duration;

use super::values::ParsedValue;
use crate::metadata::DurationUnit;
use crate::{IpPrefix, Placeholder, Value};

/// A value of a type other than text, or an absent value of any type.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TypedValue {
    Address(IpAddr),
    Integer(i128),
    Socket(SocketAddr),
    Prefix(IpPrefix),
    Mac([u8; 6]),
    Bool(bool),
    Float(f64),
    Duration(Duration),
    /// The index of a word of an enum.
    Word(usize),
    Absent,
}

impl TypedValue {
    /// Returns the value as that of an event.
    pub(super) fn value(self, placeholder: &Placeholder) -> Value<'static> {
        match self {
            Self::Address(address) => Value::Address(address),
            Self::Integer(integer) => Value::Integer(integer),
            Self::Socket(socket) => Value::Socket(socket),
            Self::Prefix(prefix) => Value::Prefix(prefix),
            Self::Mac(mac) => Value::Mac(mac),
            Self::Bool(bool) => Value::Bool(bool),
            Self::Float(float) => Value::Float(float),
            Self::Duration(duration) => Value::Duration(duration, placeholder.unit().unwrap_or(DurationUnit::Seconds)),
            Self::Word(index) => Value::Text(placeholder.words().get(index).copied().unwrap_or_default()),
            Self::Absent => Value::Absent,
        }
    }
}

impl From<TypedValue> for ParsedValue<'_> {
    fn from(value: TypedValue) -> Self {
        match value {
            TypedValue::Address(address) => Self::Address(address),
            TypedValue::Integer(integer) => Self::Integer(integer),
            TypedValue::Socket(socket) => Self::Socket(socket),
            TypedValue::Prefix(prefix) => Self::Prefix(prefix),
            TypedValue::Mac(mac) => Self::Mac(mac),
            TypedValue::Bool(bool) => Self::Bool(bool),
            TypedValue::Float(float) => Self::Float(float),
            TypedValue::Duration(duration) => Self::Duration(duration),
            TypedValue::Word(index) => Self::Word(index),
            TypedValue::Absent => Self::Absent,
        }
    }
}
