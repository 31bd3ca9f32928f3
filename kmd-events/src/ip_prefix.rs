use alloc::boxed::Box;
use core::error::Error;
use core::fmt;
use core::net::{IpAddr, Ipv4Addr};
use core::str::FromStr;

/// An IP address with the length of its network prefix, like `10.0.0.0/8`.
///
/// The bits after the prefix are kept, so `192.0.2.9/24` is an address in the network `192.0.2.0/24`.
///
/// With the feature `ipnet`, a prefix converts from and to the types of the crate [`ipnet`](https://docs.rs/ipnet).
///
/// ```
/// use kmd_events::IpPrefix;
/// use std::net::{IpAddr, Ipv4Addr};
///
/// let prefix: IpPrefix = "10.0.0.0/8".parse()?;
/// assert_eq!(prefix.address(), IpAddr::V4(Ipv4Addr::new(10, 0, 0, 0)));
/// assert_eq!(prefix.length(), 8);
/// assert_eq!(prefix.to_string(), "10.0.0.0/8");
/// # Ok::<(), kmd_events::ParseIpPrefixError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IpPrefix {
    address: IpAddr,
    length: u8,
}

impl IpPrefix {
    /// The prefix of all IPv4 addresses, `0.0.0.0/0`.
    pub(crate) const UNSPECIFIED: Self = Self { address: IpAddr::V4(Ipv4Addr::UNSPECIFIED), length: 0 };

    /// Creates a prefix, or returns `None` if the length is above 32 for IPv4 or 128 for IPv6.
    ///
    /// ```
    /// use kmd_events::IpPrefix;
    /// use std::net::{IpAddr, Ipv4Addr};
    ///
    /// let address = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 0));
    /// assert!(IpPrefix::new(address, 24).is_some());
    /// assert!(IpPrefix::new(address, 33).is_none());
    /// ```
    #[must_use]
    pub const fn new(address: IpAddr, length: u8) -> Option<Self> {
        let max = if address.is_ipv4() { 32 } else { 128 };
        if length > max { None } else { Some(Self { address, length }) }
    }

    /// Returns the address.
    #[must_use]
    pub const fn address(self) -> IpAddr {
        self.address
    }

    /// Returns the length of the network prefix in bits.
    #[must_use]
    pub const fn length(self) -> u8 {
        self.length
    }
}

impl fmt::Display for IpPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.length)
    }
}

/// Parses an address, `/` and the length in decimal digits without leading zeros.
impl FromStr for IpPrefix {
    type Err = ParseIpPrefixError;

    fn from_str(text: &str) -> Result<Self, ParseIpPrefixError> {
        let prefix = text.split_once('/').and_then(|(address, length)| {
            let is_canonical =
                length.bytes().all(|byte| byte.is_ascii_digit()) && (length == "0" || !length.starts_with('0'));
            let length = if is_canonical { length.parse().ok()? } else { return None };
            Self::new(address.parse().ok()?, length)
        });
        prefix.ok_or_else(|| ParseIpPrefixError { text: text.into() })
    }
}

/// The error returned when a string is not an IP prefix.
///
/// ```
/// use kmd_events::IpPrefix;
///
/// let error = "10.0.0.0/33".parse::<IpPrefix>().unwrap_err();
/// assert_eq!(error.to_string(), "expected an IP prefix, found `10.0.0.0/33`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ParseIpPrefixError {
    text: Box<str>,
}

impl ParseIpPrefixError {
    /// Returns the string that is not an IP prefix.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for ParseIpPrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected an IP prefix, found `{}`", self.text.escape_debug())
    }
}

impl Error for ParseIpPrefixError {}

#[cfg(feature = "serde")]
impl serde_core::Serialize for IpPrefix {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde_core::Deserialize<'de> for IpPrefix {
    fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <alloc::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde_core::de::Error::custom)
    }
}

#[cfg(feature = "ipnet")]
mod ipnet_impl {
    use ipnet::{IpNet, Ipv4Net, Ipv6Net};

    use super::IpPrefix;

    impl From<IpNet> for IpPrefix {
        fn from(net: IpNet) -> Self {
            Self { address: net.addr(), length: net.prefix_len() }
        }
    }

    impl From<Ipv4Net> for IpPrefix {
        fn from(net: Ipv4Net) -> Self {
            IpNet::V4(net).into()
        }
    }

    impl From<Ipv6Net> for IpPrefix {
        fn from(net: Ipv6Net) -> Self {
            IpNet::V6(net).into()
        }
    }

    impl From<IpPrefix> for IpNet {
        fn from(prefix: IpPrefix) -> Self {
            // The length fits the address.
            Self::new(prefix.address, prefix.length).unwrap_or_else(|_| Self::from(prefix.address))
        }
    }

    /// Returns the prefix as an error if it is not an IPv4 prefix.
    impl TryFrom<IpPrefix> for Ipv4Net {
        type Error = IpPrefix;

        fn try_from(prefix: IpPrefix) -> Result<Self, IpPrefix> {
            match IpNet::from(prefix) {
                IpNet::V4(net) => Ok(net),
                IpNet::V6(_) => Err(prefix),
            }
        }
    }

    /// Returns the prefix as an error if it is not an IPv6 prefix.
    impl TryFrom<IpPrefix> for Ipv6Net {
        type Error = IpPrefix;

        fn try_from(prefix: IpPrefix) -> Result<Self, IpPrefix> {
            match IpNet::from(prefix) {
                IpNet::V4(_) => Err(prefix),
                IpNet::V6(net) => Ok(net),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::IpPrefix;

    #[test]
    fn prefixes_are_parsed_and_printed() {
        for text in ["0.0.0.0/0", "10.0.0.0/8", "192.0.2.9/24", "192.0.2.1/32", "::/0", "2001:db8::/32", "::1/128"] {
            assert_eq!(text.parse::<IpPrefix>().map(|prefix| prefix.to_string()).as_deref(), Ok(text));
        }
        for text in [
            "",
            "/",
            "10.0.0.0",
            "10.0.0.0/",
            "/8",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/08",
            "10.0.0.0/+8",
            "10.0.0.0/8 ",
            "10.0.0/8",
            "10.0.0.0/8/8",
            "10.0.0.0/-1",
            "10.0.0.0/00",
        ] {
            assert!(text.parse::<IpPrefix>().is_err(), "{text}");
        }
    }

    #[cfg(feature = "ipnet")]
    #[test]
    fn prefixes_convert_to_ipnet_and_back() {
        use ipnet::{IpNet, Ipv4Net, Ipv6Net};

        for text in ["0.0.0.0/0", "192.0.2.9/24", "2001:db8::1/32"] {
            let prefix: IpPrefix = text.parse().expect("a prefix");
            let net = IpNet::from(prefix);
            assert_eq!(net.to_string(), text);
            assert_eq!(IpPrefix::from(net), prefix);
            assert_eq!(Ipv4Net::try_from(prefix).map(IpPrefix::from).is_ok(), prefix.address().is_ipv4());
            assert_eq!(Ipv6Net::try_from(prefix).map(IpPrefix::from).is_ok(), prefix.address().is_ipv6());
        }
    }
}
