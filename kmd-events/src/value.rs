use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use core::time::Duration;

use crate::IpPrefix;
use crate::metadata::DurationUnit;

/// The value of a placeholder.
///
/// Two floating-point numbers are equal if their bits are.
///
/// ```
/// use kmd_events::{Event, Value, kmd_event};
///
/// let event = kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "branch-7" });
/// match event.value(0) {
///     Some(Value::Integer(count)) => assert_eq!(count, 5),
///     other => panic!("{other:?}"),
/// }
/// assert_eq!(Value::Integer(4500).to_string(), "4500");
/// assert_eq!(Value::from("hq"), Value::Text("hq"));
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Value<'a> {
    /// The value of a `text` placeholder, or the word of an `enum`.
    Text(&'a str),
    /// The value of an `ip` placeholder.
    Address(IpAddr),
    /// The value of an integer placeholder. It is in the range of `i64` or `u64`.
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
    /// The value of a `duration` placeholder, and its unit.
    Duration(Duration, DurationUnit),
    /// The value of an optional placeholder that has none.
    Absent,
}

impl Value<'_> {
    /// Returns a duration in another unit, and any other value as it is. Generated code knows the unit.
    #[doc(hidden)]
    #[must_use]
    pub fn in_unit(self, unit: DurationUnit) -> Self {
        match self {
            Self::Duration(duration, _) => Self::Duration(duration, unit),
            other => other,
        }
    }
}

/// Formats the value without the format of a template: an integer in decimal, a number with as many decimals as it needs,
/// and an absent value as an empty string.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => fmt::Display::fmt(text, f),
            Self::Address(address) => fmt::Display::fmt(address, f),
            Self::Integer(integer) => fmt::Display::fmt(integer, f),
            Self::Socket(socket) => fmt::Display::fmt(socket, f),
            Self::Prefix(prefix) => fmt::Display::fmt(prefix, f),
            Self::Mac(mac) => mac.iter().enumerate().try_for_each(|(index, byte)| {
                f.write_str(if index == 0 { "" } else { ":" })?;
                write!(f, "{byte:02x}")
            }),
            Self::Bool(bool) => fmt::Display::fmt(bool, f),
            Self::Float(float) => fmt::Display::fmt(float, f),
            Self::Duration(duration, unit) => {
                let base = 10_u128.pow(unit.decimals().into());
                let (whole, fraction) = (duration.as_nanos() / base, duration.as_nanos() % base);
                write!(f, "{whole}")?;
                if fraction == 0 {
                    return Ok(());
                }
                let mut digits = usize::from(unit.decimals());
                let mut fraction = fraction;
                while fraction % 10 == 0 {
                    fraction /= 10;
                    digits -= 1;
                }
                write!(f, ".{fraction:0digits$}")
            }
            Self::Absent => Ok(()),
        }
    }
}

/// Implements `From` for a type, with the variant of its values.
macro_rules! from {
    ($($type:ty: $variant:ident;)*) => {
        $(impl<'a> From<$type> for Value<'a> {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        })*
    };
}

from! {
    &'a str: Text;
    u8: Integer;
    u16: Integer;
    u32: Integer;
    u64: Integer;
    i8: Integer;
    i16: Integer;
    i32: Integer;
    i64: Integer;
    IpAddr: Address;
    Ipv4Addr: Address;
    Ipv6Addr: Address;
    SocketAddr: Socket;
    IpPrefix: Prefix;
    [u8; 6]: Mac;
    bool: Bool;
    f64: Float;
}

/// Implements `From` for the integers without a fixed size.
macro_rules! from_size {
    ($($type:ty),*) => {
        $(impl From<$type> for Value<'_> {
            fn from(value: $type) -> Self {
                // `i128: From<usize>` does not exist, and no type is wider.
                Self::Integer(value as i128)
            }
        })*
    };
}

from_size!(usize, isize);

/// Implements `From` for a reference to a string of the standard library.
macro_rules! from_string {
    ($($string:ty),*) => {
        $(impl<'a> From<&'a $string> for Value<'a> {
            fn from(text: &'a $string) -> Self {
                Self::Text(text)
            }
        })*
    };
}

from_string!(String, Cow<'_, str>, Box<str>, Rc<str>);
#[cfg(target_has_atomic = "ptr")]
from_string!(Arc<str>);

/// The unit is the second.
impl From<Duration> for Value<'_> {
    fn from(duration: Duration) -> Self {
        Self::Duration(duration, DurationUnit::Seconds)
    }
}

/// `None` becomes [`Value::Absent`].
impl<T: Into<Self>> From<Option<T>> for Value<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, T::into)
    }
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Address(one), Self::Address(other)) => one == other,
            (Self::Integer(one), Self::Integer(other)) => one == other,
            (Self::Socket(one), Self::Socket(other)) => one == other,
            (Self::Prefix(one), Self::Prefix(other)) => one == other,
            (Self::Mac(one), Self::Mac(other)) => one == other,
            (Self::Bool(one), Self::Bool(other)) => one == other,
            (Self::Float(one), Self::Float(other)) => one.to_bits() == other.to_bits(),
            (Self::Duration(one, unit), Self::Duration(other, other_unit)) => one == other && unit == other_unit,
            (Self::Absent, Self::Absent) => true,
            _ => false,
        }
    }
}

impl Eq for Value<'_> {}

impl Hash for Value<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        core::mem::discriminant(self).hash(state);
        match self {
            Self::Text(text) => text.hash(state),
            Self::Address(address) => address.hash(state),
            Self::Integer(integer) => integer.hash(state),
            Self::Socket(socket) => socket.hash(state),
            Self::Prefix(prefix) => prefix.hash(state),
            Self::Mac(mac) => mac.hash(state),
            Self::Bool(bool) => bool.hash(state),
            Self::Float(float) => float.to_bits().hash(state),
            Self::Duration(duration, unit) => (duration, unit).hash(state),
            Self::Absent => {}
        }
    }
}
