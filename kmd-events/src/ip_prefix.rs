use core::fmt;
use core::net::IpAddr;

/// An IP address with the length of its network prefix, like `10.0.0.0/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IpPrefix {
    address: IpAddr,
    length: u8,
}

impl IpPrefix {
    /// The prefix of all IPv4 addresses, `0.0.0.0/0`.
    pub const UNSPECIFIED: Self = Self { address: IpAddr::V4(core::net::Ipv4Addr::UNSPECIFIED), length: 0 };

    /// Creates a prefix, or returns `None` if the length is above 32 for IPv4 or 128 for IPv6.
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
