use super::duration_unit::DurationUnit;
use super::field_type::FieldType;

/// The maximum number of placeholders in a message.
pub(crate) const MAX_PLACEHOLDERS: usize = 64;

/// A placeholder of a message.
///
/// ```
/// use kmd_events::{FieldType, KmdTag};
///
/// let placeholder = &KmdTag::VpnUpAlarmUser.placeholders()[1];
/// assert_eq!(placeholder.name(), "remote-address");
/// assert_eq!(placeholder.field_type(), FieldType::Ip);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Placeholder {
    name: &'static str,
    field_type: FieldType,
    description: &'static str,
    unit: Option<DurationUnit>,
    words: &'static [&'static str],
    is_open: bool,
    absent: Option<&'static str>,
    is_optional: bool,
    brackets: bool,
}

impl Placeholder {
    /// Creates a placeholder without the properties that few placeholders have. Generated code sets those with the
    /// `with` methods.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, field_type: FieldType, description: &'static str) -> Self {
        Self {
            name,
            field_type,
            description,
            unit: None,
            words: &[],
            is_open: false,
            absent: None,
            is_optional: false,
            brackets: true,
        }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_unit(self, unit: DurationUnit) -> Self {
        Self { unit: Some(unit), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_words(self, words: &'static [&'static str], is_open: bool) -> Self {
        Self { words, is_open, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_option(self) -> Self {
        Self { is_optional: true, ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_absent(self, word: &'static str) -> Self {
        Self { absent: Some(word), ..self }
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn with_bare_address(self) -> Self {
        Self { brackets: false, ..self }
    }

    /// Returns the placeholder of a value outside of a text, where a socket address of IPv6 has brackets.
    pub(crate) const fn with_brackets(self) -> Self {
        Self { brackets: true, ..self }
    }

    /// Returns the name in the catalog, like `remote-address`. The field of the Rust struct has `_` instead of `-`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the type of the values.
    #[must_use]
    pub const fn field_type(&self) -> FieldType {
        self.field_type
    }

    /// Returns the description of the values.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Returns the unit in which a duration is printed, or `None` for other types.
    #[must_use]
    pub const fn unit(&self) -> Option<DurationUnit> {
        self.unit
    }

    /// Returns the words of an enum in the order of the catalog, or an empty slice for other types.
    #[must_use]
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Returns whether the enum is open, so that a text can have other [words](Self::words), too.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Returns the word of a text that means a missing value, if the catalog defines one.
    #[must_use]
    pub const fn absent(&self) -> Option<&'static str> {
        self.absent
    }

    /// Returns whether a socket address of IPv6 has brackets in the text. It is `true` for other types.
    #[must_use]
    pub const fn has_brackets(&self) -> bool {
        self.brackets
    }

    /// Returns whether the value may be missing. Then the field is an `Option`.
    #[must_use]
    pub const fn is_optional(&self) -> bool {
        self.is_optional
    }

    /// Returns whether the values are words that the catalog lists.
    pub(crate) const fn is_closed_enum(&self) -> bool {
        matches!(self.field_type, FieldType::Enum) && !self.is_open
    }

    /// Returns whether any string is a value, or could be.
    pub(crate) const fn takes_any_text(&self) -> bool {
        matches!(self.field_type, FieldType::Text) || self.is_open
    }
}
