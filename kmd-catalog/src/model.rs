//! The model of a catalog: the messages without mistakes, with their Rust names.

use std::collections::{HashMap, HashSet};

use crate::ast;
use crate::field_type::FieldType;
use crate::keywords::Keyword;
use crate::names;
use crate::span::Spanned;
use crate::template::Piece;
use crate::unit::Unit;

/// A catalog without the messages that have mistakes.
#[derive(Debug)]
pub struct Model {
    /// The prefix of the tags.
    pub prefix: String,
    /// The name of the process, or an empty string if the catalog has none.
    pub process: String,
    /// The SD-ID.
    pub sd_id: Option<String>,
    /// The enums of the placeholders, each once.
    pub enums: Vec<Enum>,
    /// The messages in the order of the catalog.
    pub messages: Vec<Message>,
    /// The tags that were removed.
    pub removed: Vec<Removed>,
    /// Whether the event enum has a lifetime. It has one if a field borrows, since an unused lifetime is an error
    /// (E0392). In an incomplete catalog, it also has one if a placeholder may be of type `text`.
    pub borrows: bool,
    /// Whether the catalog has no mistakes. If it has mistakes, messages may be missing.
    pub complete: bool,
}

/// A message.
#[derive(Debug)]
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
    /// Further templates, which are only used for parsing, and the pieces of each.
    pub alternatives: Vec<(String, Vec<Piece>)>,
    /// The deprecation note: the replacement and the reason.
    pub deprecated: Option<String>,
}

/// An enum of the words that a placeholder can have.
#[derive(Debug)]
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
pub struct Word {
    /// The word in a text.
    pub text: String,
    /// The name of the variant.
    pub variant: String,
}

/// A tag that the catalog had once.
#[derive(Debug)]
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
}

impl Field {
    /// Returns whether a value may be missing.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.absent.is_some() || self.tail.is_some()
    }
}

impl Message {
    /// Returns whether a field of the message borrows.
    #[must_use]
    pub fn borrows(&self) -> bool {
        self.fields.iter().any(|field| field.field_type == FieldType::Text)
    }

    /// Returns the field for a placeholder, or `None` if the template does not have it.
    #[must_use]
    pub fn field(&self, placeholder: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.placeholder == placeholder)
    }
}

/// Builds a model of all messages that are complete and not `rejected`. Returns `None` if the prefix is invalid.
pub(crate) fn resolve(catalog: ast::Catalog, rejected: &HashSet<String>, complete: bool) -> Option<Model> {
    if !names::is_prefix(&catalog.prefix.value) {
        return None;
    }
    let placeholders: HashMap<&str, &ast::Placeholder> =
        catalog.placeholders.iter().map(|placeholder| (&*placeholder.name.value, placeholder)).collect();
    // A placeholder with an invalid type may be meant to be of type `text`.
    let texts = catalog.placeholders.iter().any(|placeholder| {
        let field_type = placeholder.field_type;
        field_type.is_none_or(|field_type| field_type == FieldType::Text)
    });
    let messages: Vec<Message> = catalog
        .messages
        .into_iter()
        .filter(|message| !rejected.contains(&message.tag.value))
        .filter_map(|entry| message(&catalog.prefix.value, &placeholders, entry))
        .collect();
    Some(Model {
        borrows: messages.iter().any(Message::borrows) || !complete && texts,
        prefix: catalog.prefix.value,
        process: catalog.process.as_ref().map(text).unwrap_or_default(),
        sd_id: catalog.sd_id.as_ref().map(text),
        enums: Vec::new(),
        messages,
        removed: Vec::new(),
        complete,
    })
}

fn message(prefix: &str, placeholders: &HashMap<&str, &ast::Placeholder>, entry: ast::Message) -> Option<Message> {
    let name = names::type_name(prefix, &entry.tag.value);
    let field = |placeholder: &str| {
        let declared = placeholders.get(placeholder)?;
        let own_type = entry.overrides.iter().find(|(name, _)| name.value == placeholder);
        Some(Field {
            placeholder: placeholder.to_owned(),
            name: names::field_name(placeholder),
            field_type: own_type.map_or(declared.field_type, |&(_, field_type)| field_type)?,
            description: text(declared.description.as_ref()?),
            unit: None,
            enumeration: None,
            absent: None,
            tail: None,
            brackets: true,
        })
    };
    let fields = entry.placeholders().map(field).collect::<Option<_>>()?;
    let template = entry.template?;
    Some(Message {
        tag: entry.tag.value,
        name,
        template: template.text.value,
        pieces: template.pieces.ok()?,
        fields,
        kind: entry.kind?,
        severity: entry.severity?,
        facility: entry.facility?,
        description: text(&entry.description?),
        cause: entry.cause.as_ref().map(text),
        action: entry.action.as_ref().map(text),
        note: entry.note.as_ref().map(text),
        alternatives: entry
            .alternatives
            .into_iter()
            .map(|alternative| Some((alternative.text.value, alternative.pieces.ok()?)))
            .collect::<Option<_>>()?,
        deprecated: entry.deprecated.map(deprecation),
        tails: Vec::new(),
        tail_wordings: Vec::new(),
        is_tagged: true,
        since: None,
    })
}

/// Returns the string without surrounding whitespace, such as the line break at the end of a YAML block scalar.
fn text(text: &Spanned<String>) -> String {
    text.value.trim().to_owned()
}

/// Returns the deprecation note, such as `` use `KMD_OTHER`: reason ``.
fn deprecation(entry: ast::Deprecated) -> String {
    let replacement = entry.replacement.map(|tag| format!("use `{}`", tag.value));
    let note = entry.note.as_ref().map(text);
    replacement.into_iter().chain(note).collect::<Vec<_>>().join(": ")
}
