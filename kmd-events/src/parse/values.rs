//! From values to an event: what every way of reading one ends in.

use alloc::borrow::Cow;
use core::net::IpAddr;

/// A value that was read, of the type that its placeholder takes.
#[derive(Clone, Debug)]
pub enum Raw<'a> {
    /// Of a `text` placeholder.
    Text(Cow<'a, str>),
    /// Of an `ip` placeholder.
    Address(IpAddr),
    /// Of an integer placeholder.
    Integer(i128),
}

/// Values in template order, one a placeholder.
pub type Values<'v, 'a> = &'v mut dyn Iterator<Item = Raw<'a>>;

/// The next value, a text.
pub fn text<'a>(values: Values<'_, 'a>) -> Option<Cow<'a, str>> {
    match values.next()? {
        Raw::Text(text) => Some(text),
        _ => None,
    }
}

/// The next value, an address.
pub fn address(values: Values<'_, '_>) -> Option<IpAddr> {
    match values.next()? {
        Raw::Address(address) => Some(address),
        _ => None,
    }
}

/// The next value, an integer in range.
pub fn integer<T: TryFrom<i128>>(values: Values<'_, '_>) -> Option<T> {
    match values.next()? {
        Raw::Integer(integer) => integer.try_into().ok(),
        _ => None,
    }
}
