use super::field_type::FieldType;

/// The maximum number of placeholders in a message.
pub(crate) const MAX_PLACEHOLDERS: usize = 64;

/// A placeholder of a message.
///
/// ```
/// use kmd_events::{FieldType, KmdTag};
///
/// let placeholder = KmdTag::VpnUpAlarmUser.placeholders()[1];
/// assert_eq!(placeholder.name(), "remote-address");
/// assert_eq!(placeholder.field_type(), FieldType::Ip);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Placeholder {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub field_type: FieldType,
    #[doc(hidden)]
    pub description: &'static str,
}

impl Placeholder {
    /// Returns the name in the catalog, like `remote-address`. The field of the Rust struct has `_` instead of `-`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns the type of the values.
    #[must_use]
    pub const fn field_type(self) -> FieldType {
        self.field_type
    }

    /// Returns the description of the values.
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.description
    }
}
