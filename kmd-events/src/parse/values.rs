use alloc::borrow::{Cow, ToOwned as _};
use core::net::{IpAddr, SocketAddr};
use core::time::Duration;

use arrayvec::ArrayVec;

use crate::metadata::MAX_PLACEHOLDERS;
use crate::typed_event::TypedEvent;
use crate::{IpPrefix, Value};

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
        owned.extend(values.iter().zip(placeholders).map(|(value, placeholder)| match *value {
            Value::Text(text) => match placeholder.words().iter().position(|&word| word == text) {
                Some(word) => ParsedValue::Word(word),
                None => ParsedValue::Text(Cow::Owned(text.to_owned())),
            },
            Value::Address(address) => ParsedValue::Address(address),
            Value::Integer(integer) => ParsedValue::Integer(integer),
            Value::Socket(socket) => ParsedValue::Socket(socket),
            Value::Prefix(prefix) => ParsedValue::Prefix(prefix),
            Value::Mac(mac) => ParsedValue::Mac(mac),
            Value::Bool(bool) => ParsedValue::Bool(bool),
            Value::Float(float) => ParsedValue::Float(float),
            Value::Duration(duration, _) => ParsedValue::Duration(duration),
            Value::Absent => ParsedValue::Absent,
        }));
    });
    owned
}
