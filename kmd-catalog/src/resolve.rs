//! The step from the AST to the model.

use std::collections::{HashMap, HashSet};

use crate::ast::{self, Placeholder};
use crate::declarations::{Declarations, Enumeration};
use crate::field_type::FieldType;
use crate::model::{Enum, Field, Message, Model, Removed, Word};
use crate::names;
use crate::span::Spanned;
use crate::tail_wordings::tail_wordings;
use crate::template::{Piece, Template};
use crate::validate::Findings;

/// Builds a model of all messages that are complete and not rejected. Returns `None` if the prefix is invalid.
pub(crate) fn resolve(catalog: ast::Catalog, findings: &Findings, complete: bool) -> Option<Model> {
    if !names::is_prefix(&catalog.prefix.value) {
        return None;
    }
    let declarations = Declarations::new(&catalog.placeholders);
    let mut resolver = Resolver { prefix: &catalog.prefix.value, declarations, enums: HashMap::new() };
    let enums = resolver.enums(&catalog.placeholders, &catalog.messages, findings);
    let tags: HashSet<String> = catalog.messages.iter().map(|message| message.tag.value.clone()).collect();
    let mut messages: Vec<Message> = catalog
        .messages
        .into_iter()
        .filter(|message| !findings.rejected.contains(&message.tag.value))
        .filter_map(|entry| resolver.message(entry))
        .collect();
    for message in &mut messages {
        message.borrows = message.fields.iter().any(|field| field.is_borrowed(&enums));
    }
    let removed = catalog.removed.into_iter().filter(|removed| !tags.contains(&removed.tag.value));
    let removed = removed.map(|removed| Removed {
        replacement: removed.replacement.as_ref().map(text),
        note: removed.note.as_ref().map(text),
        tag: removed.tag.value,
    });
    Some(Model {
        borrows: messages.iter().any(Message::borrows) || !complete && catalog.placeholders.iter().any(may_borrow),
        removed: removed.collect(),
        process: catalog.process.as_ref().map(text).unwrap_or_default(),
        sd_id: catalog.sd_id.as_ref().map(text),
        prefix: catalog.prefix.value,
        enums,
        messages,
        complete,
    })
}

/// Returns whether values of a placeholder may borrow. A placeholder with an invalid type may be meant to be of type
/// `text`.
fn may_borrow(placeholder: &Placeholder) -> bool {
    match placeholder.field_type {
        None | Some(FieldType::Text) => true,
        Some(FieldType::Enum) => placeholder.open.as_ref().is_some_and(|open| open.value),
        Some(_) => false,
    }
}

struct Resolver<'r> {
    prefix: &'r str,
    declarations: Declarations<'r>,
    /// The index of each enum by the placeholder that declares it.
    enums: HashMap<&'r str, usize>,
}

impl<'r> Resolver<'r> {
    /// Returns the enums that messages use. An enum without mistakes exists even if its messages have mistakes, since
    /// a program may name it.
    fn enums(&mut self, placeholders: &'r [Placeholder], messages: &[ast::Message], findings: &Findings) -> Vec<Enum> {
        let mut used: HashSet<&str> = HashSet::new();
        for message in messages {
            let declared = message.placeholders().filter_map(|name| self.declarations.of(message, name));
            used.extend(declared.filter_map(|declared| Some(&*declared.enumeration?.owner.name.value)));
        }
        let mut enums = Vec::new();
        for placeholder in placeholders {
            let name = &*placeholder.name.value;
            if !used.contains(name) || findings.broken_enums.contains(name) {
                continue;
            }
            let enumeration = self.declarations.enumeration(placeholder);
            if let Some(enumeration) = enumeration.and_then(enum_of) {
                self.enums.insert(name, enums.len());
                enums.push(enumeration);
            }
        }
        enums
    }

    fn field(&self, message: &ast::Message, placeholder: &str, tail: Option<usize>) -> Option<Field> {
        let declared = self.declarations.of(message, placeholder)?;
        let enumeration = match declared.enumeration {
            Some(enumeration) => Some(*self.enums.get(&*enumeration.owner.name.value)?),
            None => None,
        };
        Some(Field {
            placeholder: placeholder.to_owned(),
            name: names::field_name(placeholder),
            field_type: declared.field_type,
            description: text(declared.placeholder.description.as_ref()?),
            unit: declared.unit.filter(|_| declared.field_type == FieldType::Duration),
            enumeration,
            absent: declared.absent.map(|absent| absent.value.clone()),
            tail,
            brackets: declared.placeholder.brackets,
            otel: declared.placeholder.names.otel.as_ref().map(text),
            ecs: declared.placeholder.names.ecs.as_ref().map(text),
        })
    }

    fn message(&self, entry: ast::Message) -> Option<Message> {
        if entry.has_wrong_tail {
            return None;
        }
        let mut fields = Vec::new();
        for (index, template) in entry.template_and_tails().enumerate() {
            for placeholder in template.placeholders() {
                fields.push(self.field(&entry, placeholder, index.checked_sub(1))?);
            }
        }
        let template = entry.template?;
        let pieces = template.pieces.ok()?;
        let tails: Vec<(String, Vec<Piece>)> = parsed(entry.tails)?;
        Some(Message {
            name: names::type_name(self.prefix, &entry.tag.value),
            tag: entry.tag.value,
            template: template.text.value,
            tail_wordings: tail_wordings(&pieces, &tails.iter().map(|(_, pieces)| &**pieces).collect::<Vec<_>>()),
            pieces,
            fields,
            kind: entry.kind?,
            severity: entry.severity?,
            facility: entry.facility?,
            description: text(&entry.description?),
            cause: entry.cause.as_ref().map(text),
            action: entry.action.as_ref().map(text),
            note: entry.note.as_ref().map(text),
            tails,
            is_tagged: entry.is_tagged,
            since: entry.since.as_ref().map(text),
            source: entry.source.as_ref().map(text),
            alternatives: parsed(entry.alternatives)?,
            deprecated: entry.deprecated.map(deprecation),
            borrows: false,
        })
    }
}

/// Returns the enum with its Rust names, or `None` if its description is missing.
fn enum_of(enumeration: Enumeration<'_>) -> Option<Enum> {
    let word = |word: &ast::Word| Word { text: word.text.value.clone(), variant: word.variant_name() };
    Some(Enum {
        name: names::enum_name(&enumeration.owner.name.value),
        description: text(enumeration.owner.description.as_ref()?),
        words: enumeration.words.iter().map(word).collect(),
        is_open: enumeration.is_open(),
    })
}

/// Returns the text and the pieces of each template, or `None` if one is malformed.
fn parsed(templates: Vec<Template>) -> Option<Vec<(String, Vec<Piece>)>> {
    templates.into_iter().map(|template| Some((template.text.value, template.pieces.ok()?))).collect()
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
