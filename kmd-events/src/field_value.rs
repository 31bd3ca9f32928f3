//! The types of fields.

use alloc::borrow::Cow;
use core::mem;
use core::net::{IpAddr, SocketAddr};
use core::time::Duration;

use crate::metadata::DurationUnit;
use crate::parse::{ParsedValue, Values};
use crate::{IpPrefix, Value};

/// A type of a field of an event.
///
/// The methods are not inlined, because generated code calls them once per field.
pub trait FieldValue<'a>: Sized {
    /// The type that `assert_logged!` matches against a pattern.
    type Matched<'v>
    where
        Self: 'v;

    /// Returns the value of the field. The unit of a duration is set by generated code.
    fn value(&self) -> Value<'_>;

    /// Takes the value out of a parsed one. A value of another type cannot occur, because values are collected by the
    /// placeholders of the message.
    fn take(value: &mut ParsedValue<'a>) -> Self;

    /// Returns the value that `assert_logged!` matches against a pattern: a string as a `&str`, any other value by value.
    fn matched(&self) -> Self::Matched<'_>;
}

/// Takes the value of the field at `index` out of the values of a message.
#[must_use]
pub fn field<'a, T: FieldValue<'a>>(values: Values<'_, 'a>, index: usize) -> T {
    match values.get_mut(index) {
        Some(value) => T::take(value),
        None => T::take(&mut ParsedValue::Absent),
    }
}

impl<'a> FieldValue<'a> for Cow<'a, str> {
    type Matched<'v>
        = &'v str
    where
        Self: 'v;

    #[inline(never)]
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }

    #[inline(never)]
    fn take(value: &mut ParsedValue<'a>) -> Self {
        match value {
            ParsedValue::Text(text) => mem::take(text),
            _ => Cow::Borrowed(""),
        }
    }

    fn matched(&self) -> &str {
        self
    }
}

impl<'a, T: FieldValue<'a>> FieldValue<'a> for Option<T> {
    type Matched<'v>
        = Option<T::Matched<'v>>
    where
        Self: 'v;

    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, T::value)
    }

    fn take(value: &mut ParsedValue<'a>) -> Self {
        match value {
            ParsedValue::Absent => None,
            value => Some(T::take(value)),
        }
    }

    fn matched(&self) -> Self::Matched<'_> {
        // Rust 1.85 does not accept `map(T::matched)`.
        let value = self.as_ref()?;
        Some(value.matched())
    }
}

/// Implements [`FieldValue`] for a type that is copied, with its variant and the value that another variant becomes.
macro_rules! copied {
    ($($type:ty: $variant:ident, $default:expr;)*) => {
        $(impl FieldValue<'_> for $type {
            type Matched<'v> = Self;

            #[inline(never)]
            fn value(&self) -> Value<'_> {
                Value::$variant(*self)
            }

            #[inline(never)]
            fn take(value: &mut ParsedValue<'_>) -> Self {
                match value {
                    ParsedValue::$variant(value) => *value,
                    _ => $default,
                }
            }

            fn matched(&self) -> Self {
                *self
            }
        })*
    };
}

const UNSPECIFIED: IpAddr = IpAddr::V4(core::net::Ipv4Addr::UNSPECIFIED);

copied! {
    IpAddr: Address, UNSPECIFIED;
    SocketAddr: Socket, SocketAddr::new(UNSPECIFIED, 0);
    [u8; 6]: Mac, [0; 6];
    bool: Bool, false;
    f64: Float, 0.0;
}

impl FieldValue<'_> for IpPrefix {
    type Matched<'v> = Self;

    #[inline(never)]
    fn value(&self) -> Value<'_> {
        Value::Prefix(*self)
    }

    #[inline(never)]
    fn take(value: &mut ParsedValue<'_>) -> Self {
        match value {
            ParsedValue::Prefix(prefix) => *prefix,
            _ => Self::UNSPECIFIED,
        }
    }

    fn matched(&self) -> Self {
        *self
    }
}

impl FieldValue<'_> for Duration {
    type Matched<'v> = Self;

    #[inline(never)]
    fn value(&self) -> Value<'_> {
        Value::Duration(*self, DurationUnit::Seconds)
    }

    #[inline(never)]
    fn take(value: &mut ParsedValue<'_>) -> Self {
        match value {
            ParsedValue::Duration(duration) => *duration,
            _ => Self::ZERO,
        }
    }

    fn matched(&self) -> Self {
        *self
    }
}

/// Implements [`FieldValue`] for an integer type.
macro_rules! integers {
    ($($type:ty)*) => {
        $(impl FieldValue<'_> for $type {
            type Matched<'v> = Self;

            #[inline]
            fn value(&self) -> Value<'_> {
                // `i128: From<usize>` does not exist, and no type is wider.
                Value::Integer(*self as i128)
            }

            #[inline(never)]
            fn take(value: &mut ParsedValue<'_>) -> Self {
                match value {
                    ParsedValue::Integer(integer) => Self::try_from(*integer).unwrap_or_default(),
                    _ => 0,
                }
            }

            fn matched(&self) -> Self {
                *self
            }
        })*
    };
}

#[allow(clippy::cast_lossless, reason = "`From` is not implemented for `usize` and `isize`")]
mod integers {
    use super::{FieldValue, ParsedValue, Value};

    integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
}
