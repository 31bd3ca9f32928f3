use super::field_type::FieldType;

/// How many placeholders a message has at most.
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
    /// Returns the documented name: `remote-address`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns the type of its values.
    #[must_use]
    pub const fn field_type(self) -> FieldType {
        self.field_type
    }

    /// Returns what its values mean.
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.description
    }
}
