//! The model of a catalog: the messages without mistakes, with their Rust names.

use crate::field_type::FieldType;
use crate::keywords::Keyword;
use crate::template::Piece;
use crate::unit::Unit;

/// A catalog without the messages that have mistakes.
#[derive(Debug)]
#[non_exhaustive]
pub struct Model {
    /// The prefix of the tags.
    pub prefix: String,
    /// The name of the process, or an empty string if the catalog has none.
    pub process: String,
    /// The SD-ID.
    pub sd_id: Option<String>,
    /// The enums of the placeholders that messages use, each once.
    pub enums: Vec<Enum>,
    /// The messages in the order of the catalog.
    pub messages: Vec<Message>,
    /// The tags that were removed.
    pub removed: Vec<Removed>,
    /// Whether the event enum has a lifetime. It has one if a field borrows, since an unused lifetime is an error
    /// (E0392). In an incomplete catalog, it also has one if a placeholder may be of a type that borrows.
    pub borrows: bool,
    /// Whether the catalog has no mistakes. If it has mistakes, messages may be missing.
    pub complete: bool,
}

/// A message.
#[derive(Debug)]
#[non_exhaustive]
pub struct Message {
    /// The tag.
    pub tag: String,
    /// The name of the struct and of the variant in both enums.
    pub name: String,
    /// The text of the template.
    pub template: String,
    /// The pieces of the template.
    pub pieces: Vec<Piece>,
    /// One field per placeholder, in the order of first use.
    pub fields: Vec<Field>,
    /// Whether the message reports an error or an event.
    pub kind: Keyword,
    /// The severity.
    pub severity: Keyword,
    /// The facility.
    pub facility: Keyword,
    /// The description of the event.
    pub description: String,
    /// The possible cause of the event.
    pub cause: Option<String>,
    /// The recommended action for an operator.
    pub action: Option<String>,
    /// A remark, such as an oddity of the text or a related message.
    pub note: Option<String>,
    /// Templates of optional parts after the template, and the pieces of each.
    pub tails: Vec<(String, Vec<Piece>)>,
    /// The template with each non-empty selection of the tails, those with the most tails first.
    pub tail_wordings: Vec<Vec<Piece>>,
    /// Whether the tag is in the text of a line.
    pub is_tagged: bool,
    /// The release that introduced the message.
    pub since: Option<String>,
    /// Where the text is documented or was seen.
    pub source: Option<String>,
    /// Further templates, which are only used for parsing, and the pieces of each.
    pub alternatives: Vec<(String, Vec<Piece>)>,
    /// The deprecation note: the replacement and the reason.
    pub deprecated: Option<String>,
    pub(crate) borrows: bool,
}

/// An enum of the words that a placeholder can have.
#[derive(Debug)]
#[non_exhaustive]
pub struct Enum {
    /// The name of the Rust type, such as `Phase`.
    pub name: String,
    /// The meaning of a value.
    pub description: String,
    /// The words in the order of the catalog.
    pub words: Vec<Word>,
    /// Whether there can be other words, too.
    pub is_open: bool,
}

/// A word of an enum.
#[derive(Debug)]
#[non_exhaustive]
pub struct Word {
    /// The word in a text.
    pub text: String,
    /// The name of the variant.
    pub variant: String,
}

/// A tag that the catalog had once.
#[derive(Debug)]
#[non_exhaustive]
pub struct Removed {
    /// The tag.
    pub tag: String,
    /// The tag of the message to use instead.
    pub replacement: Option<String>,
    /// The reason.
    pub note: Option<String>,
}

/// A field of a message.
#[derive(Debug)]
#[non_exhaustive]
pub struct Field {
    /// The name in the catalog.
    pub placeholder: String,
    /// The name in Rust, without `r#`.
    pub name: String,
    /// The type.
    pub field_type: FieldType,
    /// The meaning of a value.
    pub description: String,
    /// The unit of a duration.
    pub unit: Option<Unit>,
    /// The index of the enum in [`Model::enums`].
    pub enumeration: Option<usize>,
    /// The word of a text that means a missing value.
    pub absent: Option<String>,
    /// The index of the tail that has the placeholder, in [`Message::tails`].
    pub tail: Option<usize>,
    /// Whether a socket address of IPv6 has brackets.
    pub brackets: bool,
    /// The attribute of OpenTelemetry, such as `network.peer.address`.
    pub otel: Option<String>,
    /// The field of the Elastic Common Schema, such as `source.ip`.
    pub ecs: Option<String>,
}

impl Field {
    /// Returns whether a value may be missing.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.absent.is_some() || self.tail.is_some()
    }

    /// Returns whether a value borrows: a text, or a word of an open enum.
    #[must_use]
    pub fn borrows(&self, model: &Model) -> bool {
        self.is_borrowed(&model.enums)
    }

    /// Returns whether a value borrows, given the enums of the catalog.
    pub(crate) fn is_borrowed(&self, enums: &[Enum]) -> bool {
        let enumeration = self.enumeration.and_then(|index| enums.get(index));
        self.field_type == FieldType::Text || enumeration.is_some_and(|enumeration| enumeration.is_open)
    }
}

impl Message {
    /// Returns whether a field of the message borrows.
    #[must_use]
    pub fn borrows(&self) -> bool {
        self.borrows
    }

    /// Returns the field for a placeholder, or `None` if the message does not have it.
    #[must_use]
    pub fn field(&self, placeholder: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.placeholder == placeholder)
    }
}
