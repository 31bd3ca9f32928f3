//! The types that a placeholder can have.

/// The type of a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Any string.
    Text,
    /// An IP address.
    Ip,
    /// An unsigned 8-bit integer.
    U8,
    /// An unsigned 16-bit integer.
    U16,
    /// An unsigned 32-bit integer.
    U32,
    /// An unsigned 64-bit integer.
    U64,
    /// A signed 8-bit integer.
    I8,
    /// A signed 16-bit integer.
    I16,
    /// A signed 32-bit integer.
    I32,
    /// A signed 64-bit integer.
    I64,
}

impl FieldType {
    /// All types.
    pub const ALL: [Self; 10] =
        [Self::Text, Self::Ip, Self::U8, Self::U16, Self::U32, Self::U64, Self::I8, Self::I16, Self::I32, Self::I64];

    /// The names of all types, in the same order.
    const NAMES: [&'static str; 10] = ["text", "ip", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"];

    /// Returns the name of the type in a catalog. The name of an integer type is also its name in Rust.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Returns the type with the given name in a catalog, or `None` if there is no such type.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field_type| field_type.as_str() == name)
    }

    /// Returns the Rust type of a typical value in a call, such as `&str` for the type `text`.
    #[must_use]
    pub fn given(self) -> &'static str {
        match self {
            Self::Text => "&str",
            Self::Ip => "IpAddr",
            integer => integer.as_str(),
        }
    }
}
