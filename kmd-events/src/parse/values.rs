use alloc::borrow::{Cow, ToOwned as _};
use core::mem;
use core::net::IpAddr;

use arrayvec::ArrayVec;

use crate::Value;
use crate::event::TypedEvent;
use crate::metadata::MAX_PLACEHOLDERS;

/// A parsed value that is not yet part of an event.
#[derive(Clone, Debug)]
pub enum ParsedValue<'a> {
    /// The value of a `text` placeholder.
    Text(Cow<'a, str>),
    /// The value of an `ip` placeholder.
    Address(IpAddr),
    /// The value of an integer placeholder.
    Integer(i128),
}

/// The values of all placeholders of a message, in template order. Building an event takes the strings out of it.
pub type Values<'v, 'a> = &'v mut [ParsedValue<'a>];

/// The parsed values of a message.
pub type ParsedValues<'a> = ArrayVec<ParsedValue<'a>, MAX_PLACEHOLDERS>;

/// Takes the value of a `text` placeholder.
///
/// Values are collected in the order of the placeholders of the message, so no value is missing or of another type.
#[must_use]
#[inline(never)]
pub fn text<'a>(values: Values<'_, 'a>, index: usize) -> Cow<'a, str> {
    match values.get_mut(index) {
        Some(ParsedValue::Text(text)) => mem::take(text),
        _ => Cow::Borrowed(""),
    }
}

/// Returns the value of an `ip` placeholder.
#[must_use]
#[inline(never)]
pub fn address(values: Values<'_, '_>, index: usize) -> IpAddr {
    match values.get(index) {
        Some(ParsedValue::Address(address)) => *address,
        _ => IpAddr::from([0; 4]),
    }
}

/// Returns the value of an integer placeholder.
#[must_use]
#[inline(never)]
pub fn integer<T: TryFrom<i128> + Default>(values: Values<'_, '_>, index: usize) -> T {
    match values.get(index) {
        Some(ParsedValue::Integer(integer)) => T::try_from(*integer).unwrap_or_default(),
        _ => T::default(),
    }
}

/// Returns copies of the values of an event, which do not borrow from it.
#[must_use]
pub fn owned_values(event: &dyn TypedEvent) -> ParsedValues<'static> {
    let mut owned = ParsedValues::new();
    event.with_values(&mut |values| {
        owned.extend(values.iter().map(|value| match *value {
            Value::Text(text) => ParsedValue::Text(Cow::Owned(text.to_owned())),
            Value::Address(address) => ParsedValue::Address(address),
            Value::Integer(integer) => ParsedValue::Integer(integer),
        }));
    });
    owned
}
