//! The types that a placeholder can have.

/// The type of a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// Any string.
    Text,
    /// An IP address.
    Ip,
    /// An IP address with a port.
    Socket,
    /// An IP address with the length of its network prefix.
    Prefix,
    /// A MAC address of 48 bits.
    Mac,
    /// `true` or `false`.
    Bool,
    /// An unsigned 8-bit integer.
    U8,
    /// An unsigned 16-bit integer.
    U16,
    /// An unsigned 32-bit integer.
    U32,
    /// An unsigned 64-bit integer.
    U64,
    /// An unsigned integer of the size of a pointer.
    Usize,
    /// A signed 8-bit integer.
    I8,
    /// A signed 16-bit integer.
    I16,
    /// A signed 32-bit integer.
    I32,
    /// A signed 64-bit integer.
    I64,
    /// A signed integer of the size of a pointer.
    Isize,
    /// A floating-point number.
    F64,
    /// A duration in a unit.
    Duration,
    /// One of several words.
    Enum,
}

impl FieldType {
    /// All types.
    pub const ALL: [Self; 19] = [
        Self::Text,
        Self::Ip,
        Self::Socket,
        Self::Prefix,
        Self::Mac,
        Self::Bool,
        Self::U8,
        Self::U16,
        Self::U32,
        Self::U64,
        Self::Usize,
        Self::I8,
        Self::I16,
        Self::I32,
        Self::I64,
        Self::Isize,
        Self::F64,
        Self::Duration,
        Self::Enum,
    ];

    /// The names of all types, in the same order.
    const NAMES: [&'static str; 19] = [
        "text", "ip", "socket", "prefix", "mac", "bool", "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64",
        "isize", "f64", "duration", "enum",
    ];

    /// Returns the name of the type in a catalog. The name of a number type is also its name in Rust.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Returns the type with the given name in a catalog, or `None` if there is no such type.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field_type| field_type.as_str() == name)
    }

    /// Returns whether the type is an integer type.
    #[must_use]
    pub fn is_integer(self) -> bool {
        (Self::U8 as u8..=Self::Isize as u8).contains(&(self as u8))
    }

    /// Returns the Rust type of a typical value in a call, such as `&str` for the type `text`. An enum has a name of its
    /// own.
    #[must_use]
    pub fn given(self) -> &'static str {
        match self {
            Self::Text => "&str",
            Self::Ip => "IpAddr",
            Self::Socket => "SocketAddr",
            Self::Prefix => "IpPrefix",
            Self::Mac => "[u8; 6]",
            Self::Duration => "Duration",
            other => other.as_str(),
        }
    }
}
