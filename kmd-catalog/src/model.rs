//! The catalogue as it is generated: checked entries with their Rust names.

use std::collections::{HashMap, HashSet};

use crate::ast;
use crate::field_type::FieldType;
use crate::keywords::Keyword;
use crate::names;
use crate::template::Piece;
use crate::validate;

#[derive(Debug)]
pub struct Model {
    pub prefix: String,
    pub process: String,
    pub sd_id: Option<String>,
    pub messages: Vec<Message>,
    /// Whether some field borrows, so that the enum needs a lifetime (an unused one is E0392).
    pub borrows: bool,
    /// Whether this is all of the file: an error leaves messages out.
    pub complete: bool,
}

#[derive(Debug)]
pub struct Message {
    pub tag: String,
    /// The struct, and the variant of both enums.
    pub name: String,
    pub template: String,
    pub pieces: Vec<Piece>,
    /// A field a placeholder, in the order of first use.
    pub fields: Vec<Field>,
    pub kind: Keyword,
    pub severity: Keyword,
    pub facility: Keyword,
    pub description: String,
    pub cause: Option<String>,
    pub action: Option<String>,
    pub note: Option<String>,
    /// Other wordings, for reading alone, and the pieces of each.
    pub alternatives: Vec<(String, Vec<Piece>)>,
    /// What to do instead of using it.
    pub deprecated: Option<String>,
}

#[derive(Debug)]
pub struct Field {
    /// The documented name.
    pub placeholder: String,
    pub name: String,
    pub field_type: FieldType,
    pub description: String,
}

impl Message {
    pub fn borrows(&self) -> bool {
        self.fields
            .iter()
            .any(|field| field.field_type == FieldType::Text)
    }

    /// The field of a placeholder of the template.
    pub fn field(&self, placeholder: &str) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| field.placeholder == placeholder)
    }
}

/// All messages that have what it takes and are not `refused`; `None` where no names can be made.
pub fn resolve(catalog: ast::Catalog, refused: &HashSet<String>, complete: bool) -> Option<Model> {
    if !validate::is_prefix(&catalog.prefix.text) {
        return None;
    }
    let placeholders: HashMap<&str, &ast::Placeholder> = catalog
        .placeholders
        .iter()
        .map(|placeholder| (&*placeholder.name.text, placeholder))
        .collect();
    // One of an unknown type was probably meant to be a text.
    let texts = catalog.placeholders.iter().any(|placeholder| {
        let field_type = placeholder.field_type;
        field_type.is_none_or(|field_type| field_type == FieldType::Text)
    });
    let messages: Vec<Message> = catalog
        .messages
        .into_iter()
        .filter(|message| !refused.contains(&message.tag.text))
        .filter_map(|entry| message(&catalog.prefix.text, &placeholders, entry))
        .collect();
    Some(Model {
        borrows: messages.iter().any(Message::borrows) || !complete && texts,
        prefix: catalog.prefix.text,
        process: catalog.process.as_ref().map(text).unwrap_or_default(),
        sd_id: catalog.sd_id.as_ref().map(text),
        messages,
        complete,
    })
}

fn message(
    prefix: &str,
    placeholders: &HashMap<&str, &ast::Placeholder>,
    entry: ast::Message,
) -> Option<Message> {
    let name = names::type_name(prefix, &entry.tag.text);
    let field = |placeholder: &str| {
        let declared = placeholders.get(placeholder)?;
        let own_type = entry
            .types
            .iter()
            .find(|(name, _)| name.text == placeholder);
        Some(Field {
            placeholder: placeholder.to_owned(),
            name: names::field_name(placeholder),
            field_type: own_type.map_or(declared.field_type, |&(_, field_type)| field_type)?,
            description: text(declared.description.as_ref()?),
        })
    };
    let fields = entry.placeholders().map(field).collect::<Option<_>>()?;
    let template = entry.template?;
    Some(Message {
        tag: entry.tag.text,
        name,
        template: template.text.text,
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
            .map(|wording| Some((wording.text.text, wording.pieces.ok()?)))
            .collect::<Option<_>>()?,
        deprecated: entry.deprecated.map(advice),
    })
}

/// A block text of YAML ends with a line break, which is not meant.
fn text(text: &ast::Text) -> String {
    text.text.trim().to_owned()
}

/// `` use `KMD_OTHER`: why ``.
fn advice(entry: ast::Deprecated) -> String {
    let instead = entry.instead.map(|tag| format!("use `{}`", tag.text));
    let note = entry.note.as_ref().map(text);
    instead
        .into_iter()
        .chain(note)
        .collect::<Vec<_>>()
        .join(": ")
}
