use core::fmt;

/// The type of the values of a placeholder.
///
/// ```
/// assert_eq!(kmd_events::FieldType::Ip.as_str(), "ip");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldType {
    /// Any string. The field has the type `Cow<str>`.
    Text,
    /// An IPv4 or IPv6 address. The field has the type `IpAddr`.
    Ip,
    /// An IP address with a port. The field has the type `SocketAddr`.
    Socket,
    /// An IP address with the length of its network prefix. The field has the type [`IpPrefix`](crate::IpPrefix).
    Prefix,
    /// A MAC address of 48 bits. The field has the type `[u8; 6]`.
    Mac,
    /// `true` or `false`.
    Bool,
    /// An integer from 0 to 255.
    U8,
    /// An integer from 0 to 65,535.
    U16,
    /// An integer from 0 to 4,294,967,295.
    U32,
    /// An integer from 0 to 2⁶⁴ − 1.
    U64,
    /// An integer from 0 to the largest `usize` of the platform.
    Usize,
    /// An integer from −128 to 127.
    I8,
    /// An integer from −32,768 to 32,767.
    I16,
    /// An integer from −2,147,483,648 to 2,147,483,647.
    I32,
    /// An integer from −2⁶³ to 2⁶³ − 1.
    I64,
    /// An integer of the range of `isize` on the platform.
    Isize,
    /// A floating-point number with a fixed number of decimals.
    F64,
    /// A duration in the [unit](crate::Placeholder::unit) of the placeholder. The field has the type `Duration`.
    Duration,
    /// One of the [words](crate::Placeholder::words) of the placeholder. The field has a generated type.
    Enum,
}

impl FieldType {
    /// Returns the name used in a catalog: `text`, `ip`, `u8` and so on.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Ip => "ip",
            Self::Socket => "socket",
            Self::Prefix => "prefix",
            Self::Mac => "mac",
            Self::Bool => "bool",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::Usize => "usize",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::Isize => "isize",
            Self::F64 => "f64",
            Self::Duration => "duration",
            Self::Enum => "enum",
        }
    }

    /// Returns the smallest and the largest integer of the type, or `None` if the type is not an integer.
    ///
    /// ```
    /// use kmd_events::FieldType;
    ///
    /// assert_eq!(FieldType::U16.range(), Some((0, 65_535)));
    /// assert_eq!(FieldType::Text.range(), None);
    /// ```
    #[must_use]
    pub const fn range(self) -> Option<(i128, i128)> {
        match self {
            Self::U8 => Some((0, u8::MAX as i128)),
            Self::U16 => Some((0, u16::MAX as i128)),
            Self::U32 => Some((0, u32::MAX as i128)),
            Self::U64 => Some((0, u64::MAX as i128)),
            Self::Usize => Some((0, usize::MAX as i128)),
            Self::I8 => Some((i8::MIN as i128, i8::MAX as i128)),
            Self::I16 => Some((i16::MIN as i128, i16::MAX as i128)),
            Self::I32 => Some((i32::MIN as i128, i32::MAX as i128)),
            Self::I64 => Some((i64::MIN as i128, i64::MAX as i128)),
            Self::Isize => Some((isize::MIN as i128, isize::MAX as i128)),
            _ => None,
        }
    }

    /// Returns an integer in which the bits of the type are set, or 0 if the type is not an integer.
    pub(crate) const fn bits(self) -> i128 {
        match self.range() {
            Some((least, greatest)) => greatest - least,
            None => 0,
        }
    }
}

/// Writes the name used in a catalog.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
