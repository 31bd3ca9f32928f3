//! The conversions of the values in a call of an event macro.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::{String, ToString as _};
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A value that an event macro accepts for a field of type `text`.
///
/// The trait is implemented for string slices, for the owned strings of the standard library and for references to
/// them. References and `Cow` are borrowed, and `String` and `Box<str>` are moved. Only an `Rc<str>` or `Arc<str>` that
/// is passed by value is copied. The arguments of `format_args!` are formatted.
///
/// Implement the trait for a type of your own that wraps a string, so that you can pass it without a conversion.
/// Implement it for a reference to the type if the event should borrow the string. A value that has to be formatted
/// first is better formatted at the call, where the cost is visible.
///
/// # Examples
///
/// ```
/// use std::borrow::Cow;
///
/// use kmd_events::{IntoText, kmd_event};
///
/// struct TunnelName(String);
///
/// impl<'a> IntoText<'a> for &'a TunnelName {
///     fn into_text(self) -> Cow<'a, str> {
///         Cow::Borrowed(&self.0)
///     }
/// }
///
/// let tunnel = TunnelName(String::from("branch-7"));
/// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &tunnel });
/// assert_eq!(
///     event.to_string(),
///     "Unable to find active peer for SA branch-7"
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "mismatched types",
    label = "expected a string, found `{Self}`",
    note = "a field of type `text` takes a `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` or a reference to one",
    note = "a value that implements `Display` is formatted by `%value`, a path by `%path.display()`, a list by `%kmd_events::join(&list, \", \")`",
    note = "the value of an `Option` or `Result` has to be taken out first"
)]
pub trait IntoText<'a>: Sized {
    /// Converts the value into the string of an event.
    fn into_text(self) -> Cow<'a, str>;
}

/// A value that an event macro accepts for a field of type `ip`.
///
/// The trait is implemented for the address types of the standard library and for references to them. Implement it for
/// an address type of your own, so that you can pass it without a conversion.
///
/// # Examples
///
/// ```
/// use std::net::{IpAddr, Ipv4Addr};
///
/// use kmd_events::{IntoIp, kmd_event};
///
/// struct Gateway {
///     octets: [u8; 4],
/// }
///
/// impl IntoIp for &Gateway {
///     fn into_ip(self) -> IpAddr {
///         Ipv4Addr::from(self.octets).into()
///     }
/// }
///
/// let gateway = Gateway { octets: [192, 0, 2, 9] };
/// let event = kmd_event!(KMD_VPN_UP_ALARM_USER {
///     vpn_name: "hq",
///     remote_address: &gateway,
/// });
/// assert_eq!(event.to_string(), "VPN hq from 192.0.2.9 is up.");
/// ```
#[diagnostic::on_unimplemented(
    message = "mismatched types",
    label = "expected an IP address, found `{Self}`",
    note = "a field of type `ip` takes an `IpAddr`, `Ipv4Addr`, `Ipv6Addr` or a reference to one",
    note = "a string becomes an address with `text.parse::<std::net::IpAddr>()?`, a socket address with `address.ip()`",
    note = "the value of an `Option` or `Result` has to be taken out first"
)]
pub trait IntoIp: Sized {
    /// Converts the value into the address of an event.
    fn into_ip(self) -> IpAddr;
}

#[diagnostic::do_not_recommend]
impl<'a> IntoText<'a> for &'a str {
    fn into_text(self) -> Cow<'a, str> {
        Cow::Borrowed(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a> IntoText<'a> for &&'a str {
    fn into_text(self) -> Cow<'a, str> {
        Cow::Borrowed(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a> IntoText<'a> for Cow<'a, str> {
    fn into_text(self) -> Cow<'a, str> {
        self
    }
}

macro_rules! impl_into_text {
    ($($string:ty: $convert:expr,)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<'a> IntoText<'a> for $string {
            fn into_text(self) -> Cow<'a, str> {
                Cow::Owned($convert(self))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a> IntoText<'a> for &'a $string {
            fn into_text(self) -> Cow<'a, str> {
                Cow::Borrowed(self)
            }
        }
    )*};
}

impl_into_text! {
    String: core::convert::identity,
    Box<str>: String::from,
    Rc<str>: |text: Self| String::from(&*text),
}

#[cfg(target_has_atomic = "ptr")]
impl_into_text! {
    Arc<str>: |text: Self| String::from(&*text),
}

#[diagnostic::do_not_recommend]
impl<'a> IntoText<'a> for &'a Cow<'_, str> {
    fn into_text(self) -> Cow<'a, str> {
        Cow::Borrowed(self)
    }
}

/// Formats the arguments, unless they are a literal.
#[diagnostic::do_not_recommend]
impl<'a> IntoText<'a> for fmt::Arguments<'_> {
    fn into_text(self) -> Cow<'a, str> {
        self.as_str().map_or_else(|| Cow::Owned(self.to_string()), Cow::Borrowed)
    }
}

/// Converts the value of an optional field of type `text`.
pub fn optional_text<'a>(text: Option<impl IntoText<'a>>) -> Option<Cow<'a, str>> {
    text.map(IntoText::into_text)
}

/// A value that an event macro accepts for an optional field of type `ip`.
///
/// A function that takes an `Option` would make the compiler suggest `Some("192.0.2.1")` for a string.
#[diagnostic::on_unimplemented(
    message = "mismatched types",
    label = "expected an optional IP address, found `{Self}`",
    note = "an optional field of type `ip` takes `Some(address)`, with an `IpAddr`, `Ipv4Addr`, `Ipv6Addr` or a reference to one",
    note = "a string becomes an address with `text.parse::<std::net::IpAddr>()?`, a socket address with `address.ip()`"
)]
pub trait IntoOptionalIp: Sized {
    /// Converts the value into the address of an event.
    fn into_optional_ip(self) -> Option<IpAddr>;
}

impl<A: IntoIp> IntoOptionalIp for Option<A> {
    fn into_optional_ip(self) -> Option<IpAddr> {
        self.map(IntoIp::into_ip)
    }
}

macro_rules! impl_into_ip {
    ($($address:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoIp for $address {
            fn into_ip(self) -> IpAddr {
                self.into()
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoIp for &$address {
            fn into_ip(self) -> IpAddr {
                (*self).into()
            }
        }
    )*};
}

impl_into_ip!(IpAddr, Ipv4Addr, Ipv6Addr);
