//! The types that a placeholder can have.

/// The type of a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// Any string.
    Text,
    /// An IP address.
    Ip,
    /// An integer of 8 bits without a sign.
    U8,
    /// An integer of 16 bits without a sign.
    U16,
    /// An integer of 32 bits without a sign.
    U32,
    /// An integer of 64 bits without a sign.
    U64,
    /// An integer of 8 bits.
    I8,
    /// An integer of 16 bits.
    I16,
    /// An integer of 32 bits.
    I32,
    /// An integer of 64 bits.
    I64,
}

impl FieldType {
    /// All types.
    pub const ALL: [Self; 10] =
        [Self::Text, Self::Ip, Self::U8, Self::U16, Self::U32, Self::U64, Self::I8, Self::I16, Self::I32, Self::I64];

    /// The names of all types, in the same order.
    const NAMES: [&'static str; 10] = ["text", "ip", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"];

    /// Returns the name in a catalog, which is the Rust type of an integer.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// Returns the type of this name in a catalog.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field_type| field_type.as_str() == name)
    }

    /// Returns the Rust type of the usual value in a call.
    #[must_use]
    pub fn given(self) -> &'static str {
        match self {
            Self::Text => "&str",
            Self::Ip => "IpAddr",
            integer => integer.as_str(),
        }
    }
}
