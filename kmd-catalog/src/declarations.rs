//! What the catalog declares about the placeholders of a message.

use std::collections::HashMap;

use crate::ast::{Message, Placeholder, Values, Word};
use crate::field_type::FieldType;
use crate::span::Spanned;
use crate::unit::Unit;

/// The placeholders of a catalog by name.
pub(crate) struct Declarations<'c>(HashMap<&'c str, &'c Placeholder>);

/// A placeholder as a message uses it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declared<'c> {
    pub(crate) placeholder: &'c Placeholder,
    /// The type, which is neither an enum without words nor a duration without a unit.
    pub(crate) field_type: FieldType,
    pub(crate) unit: Option<Unit>,
    pub(crate) enumeration: Option<Enumeration<'c>>,
    pub(crate) absent: Option<&'c Spanned<String>>,
}

/// An enum and the placeholder that declares its words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Enumeration<'c> {
    pub(crate) owner: &'c Placeholder,
    pub(crate) words: &'c [Word],
}

impl<'c> Declarations<'c> {
    pub(crate) fn new(placeholders: &'c [Placeholder]) -> Self {
        Self(placeholders.iter().map(|placeholder| (&*placeholder.name.value, placeholder)).collect())
    }

    /// Returns a placeholder as `message` uses it. Returns `None` if it is undeclared or its declaration has a mistake.
    pub(crate) fn of(&self, message: &'c Message, name: &str) -> Option<Declared<'c>> {
        let placeholder = *self.0.get(name)?;
        let own = message.overrides.iter().find(|own| own.name.value == name);
        let declared = (placeholder.field_type, placeholder.unit);
        let (field_type, unit) = own.and_then(|own| own.field_type).unwrap_or(declared);
        let field_type = field_type?;
        let enumeration = match field_type {
            FieldType::Enum => Some(self.enumeration(placeholder)?),
            FieldType::Duration => unit.map(|_| None)?,
            _ => None,
        };
        let absent = own.and_then(|own| own.absent.as_ref()).or(placeholder.absent.as_ref());
        Some(Declared { placeholder, field_type, unit, enumeration, absent })
    }

    /// Returns the enum of a placeholder, which another placeholder may declare.
    pub(crate) fn enumeration(&self, placeholder: &'c Placeholder) -> Option<Enumeration<'c>> {
        let owner = match placeholder.values.as_ref()? {
            Values::List(_) => placeholder,
            Values::Shared(other) => self.0.get(&*other.value)?,
        };
        match owner.values.as_ref()? {
            Values::List(words) if owner.field_type == Some(FieldType::Enum) => Some(Enumeration { owner, words }),
            _ => None,
        }
    }
}

impl Enumeration<'_> {
    /// Returns whether there can be other words, too.
    pub(crate) fn is_open(self) -> bool {
        self.owner.open.as_ref().is_some_and(|open| open.value)
    }
}

impl Declared<'_> {
    /// Returns whether the values are the words of an enum and no others.
    pub(crate) fn is_closed_enum(&self) -> bool {
        self.enumeration.is_some_and(|enumeration| !enumeration.is_open())
    }

    /// Returns whether the value can be an empty word of an enum.
    pub(crate) fn has_empty_word(&self) -> bool {
        self.enumeration.is_some_and(|enumeration| enumeration.words.iter().any(|word| word.text.value.is_empty()))
    }
}
