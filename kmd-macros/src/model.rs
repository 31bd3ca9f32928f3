//! The catalogue as it is generated: checked entries with their Rust names.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

use crate::check::Report;
use crate::entry::{self, FieldType};
use crate::names;
use crate::template::{self, Piece};

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) prefix: String,
    pub(crate) process: String,
    pub(crate) messages: Vec<Message>,
    /// Whether this is all of the file: an error leaves messages out.
    pub(crate) complete: bool,
}

#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) tag: String,
    /// The struct, and the variant of both enums.
    pub(crate) name: Ident,
    pub(crate) template: String,
    pub(crate) pieces: Vec<Piece>,
    /// A field a placeholder, in the order of first use.
    pub(crate) fields: Vec<Field>,
    pub(crate) kind: entry::Word,
    pub(crate) severity: entry::Word,
    pub(crate) facility: entry::Word,
    pub(crate) description: String,
    pub(crate) cause: Option<String>,
    pub(crate) action: Option<String>,
    pub(crate) note: Option<String>,
    /// What to do instead of using it.
    pub(crate) deprecated: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Field {
    /// The documented name.
    pub(crate) placeholder: String,
    pub(crate) name: Ident,
    pub(crate) field_type: FieldType,
    pub(crate) description: String,
}

impl Model {
    /// Whether some field borrows, so that the enum needs a lifetime (an unused one is E0392).
    pub(crate) fn borrows(&self) -> bool {
        self.messages.iter().any(Message::borrows)
    }
}

impl Message {
    pub(crate) fn borrows(&self) -> bool {
        self.fields
            .iter()
            .any(|field| field.field_type == FieldType::Text)
    }

    /// The field of a placeholder of the template.
    pub(crate) fn field(&self, placeholder: &str) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| field.placeholder == placeholder)
    }
}

/// What `report` did not refuse; `complete` says whether reading left nothing out before.
pub(crate) fn resolve(catalog: entry::Catalog, report: &Report, complete: bool) -> Model {
    let placeholders: HashMap<&str, &entry::Placeholder> = catalog
        .placeholders
        .iter()
        .map(|placeholder| (&*placeholder.name.text, placeholder))
        .collect();
    let messages = catalog
        .messages
        .into_iter()
        .filter(|message| !report.refused.contains(&message.tag.text))
        .filter_map(|entry| message(&catalog.prefix.text, &placeholders, entry))
        .collect();
    Model {
        prefix: catalog.prefix.text,
        process: catalog.process.text,
        messages,
        complete: complete && report.problems.is_empty(),
    }
}

fn message(
    prefix: &str,
    placeholders: &HashMap<&str, &entry::Placeholder>,
    entry: entry::Message,
) -> Option<Message> {
    let name = names::identifier(
        &names::type_name(prefix, &entry.tag.text),
        Span::call_site(),
    )?;
    let pieces = template::parse(&entry.template.text).ok()?;
    let field = |placeholder: &str| {
        let declared = placeholders.get(placeholder)?;
        let own_type = entry
            .types
            .iter()
            .find(|(name, _)| name.text == placeholder);
        Some(Field {
            placeholder: placeholder.to_owned(),
            name: names::identifier(&names::field_name(placeholder), Span::call_site())?,
            field_type: own_type.map_or(declared.field_type, |&(_, field_type)| field_type),
            description: declared.description.text.trim().to_owned(),
        })
    };
    let fields = template::placeholder_names(&pieces)
        .map(field)
        .collect::<Option<_>>()?;
    let text = |text: entry::Text| text.text.trim().to_owned();
    Some(Message {
        tag: entry.tag.text,
        name,
        template: entry.template.text,
        fields,
        pieces,
        kind: entry.kind,
        severity: entry.severity,
        facility: entry.facility,
        description: text(entry.description),
        cause: entry.cause.map(text),
        action: entry.action.map(text),
        note: entry.note.map(text),
        deprecated: entry.deprecated.map(advice),
    })
}

/// `` use `KMD_OTHER`: why ``.
fn advice(entry: entry::Deprecated) -> String {
    let instead = entry.instead.map(|tag| format!("use `{}`", tag.text));
    let note = entry.note.map(|note| note.text.trim().to_owned());
    instead
        .into_iter()
        .chain(note)
        .collect::<Vec<_>>()
        .join(": ")
}
