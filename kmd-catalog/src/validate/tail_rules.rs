//! Rules for tails. A parser must be able to tell which tails a text has.

use std::collections::HashMap;

use super::validator::Validator;
use crate::ast::Catalog;
use crate::declarations::Declarations;
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::schema::{MAX_PLACEHOLDERS, MAX_TAILS};
use crate::template::{Piece, Template};

/// Rejects messages with too many tails, since each selection of them is a text of its own, and tails with too many
/// placeholders.
pub(super) fn tails_are_few(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in &catalog.messages {
        if let Some(tail) = message.tails.get(MAX_TAILS) {
            let count = message.tails.len();
            validator.reject(message, tail.text.span, || {
                Diagnostic::new(format!("too many tails: {count} (maximum {MAX_TAILS})"))
            });
            continue;
        }
        let of_template = message.template.iter().flat_map(Template::placeholders).count();
        let count = message.placeholders().count();
        // A template with too many placeholders is reported as such.
        if let (Some(tail), true) = (message.tails.last(), count > MAX_PLACEHOLDERS && of_template <= MAX_PLACEHOLDERS)
        {
            validator.reject(message, tail.text.span, || {
                Diagnostic::new(format!("too many placeholders: {count} (maximum {MAX_PLACEHOLDERS})"))
                    .note("the placeholders of the tails count, too")
            });
        }
    }
}

/// Rejects tails that do not begin with text, by which a parser recognizes them, and tails without a placeholder, since
/// a message has such a tail if its fields are set.
pub(super) fn tails_are_parts(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in &catalog.messages {
        for tail in &message.tails {
            let first = tail.uses().next();
            match (tail.pieces(), first) {
                ([Piece::Placeholder(..), ..], Some(first)) => {
                    let span = validator.placeholder(tail, first.name);
                    validator.reject(message, span, || {
                        Diagnostic::new(format!("expected text at the beginning of the tail, found `{first}`"))
                            .help(format!("write the text before it, such as ` {first}`"))
                    });
                }
                ([Piece::Literal(text), ..], None) => validator.reject(message, tail.text.span, || {
                    let word = text.replace('\'', "''");
                    Diagnostic::new("tail without a placeholder")
                        .help("add a placeholder to the tail, or add the text to the template")
                        .help(format!(
                            "for a text that may be missing, add an enum with `values: ['{word}', {{ Without: '' }}]` to \
                             the template"
                        ))
                        .note("a text has a tail if the fields of the tail have values")
                }),
                _ => {}
            }
        }
    }
}

/// Rejects tails that end with a space. A line can lose the spaces at its end, so a parser reads a text without them first,
/// which then has no such tail.
pub(super) fn tails_do_not_end_with_a_space(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in &catalog.messages {
        for tail in &message.tails {
            if matches!(tail.pieces(), [.., Piece::Literal(text)] if text.ends_with(' ')) {
                validator.reject(message, tail.text.span, || {
                    Diagnostic::new("the tail ends with a space")
                        .help("begin the text after it with the space")
                        .note("a parser ignores the space at the end of a line")
                });
            }
        }
    }
}

/// Rejects a tail that begins like another one and goes on with a value of the same type, or with any text.
pub(super) fn tails_differ(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    for message in catalog.messages.iter().filter(|message| message.tails.len() > 1) {
        let begin = |tail: &Template| match tail.pieces() {
            [Piece::Literal(text), Piece::Placeholder(name, _), ..] => {
                Some((text.clone(), declarations.of(message, name)?.field_type))
            }
            _ => None,
        };
        let mut known: Vec<(String, FieldType)> = Vec::new();
        for tail in message.tails.iter().take(MAX_TAILS) {
            let Some((text, field_type)) = begin(tail) else {
                continue;
            };
            let is_alike = |(other, other_type): &(String, FieldType)| {
                *other == text && (*other_type == field_type || [*other_type, field_type].contains(&FieldType::Text))
            };
            if known.iter().any(is_alike) {
                validator.reject(message, tail.text.span, || {
                    Diagnostic::new("the tail begins like another tail")
                        .help("begin each tail with other text")
                        .note("a parser recognizes a tail by the text at its beginning")
                });
            }
            known.push((text, field_type));
        }
    }
}

/// Rejects tails with a placeholder that the template or another tail has, since it is one field with one value.
pub(super) fn tails_have_further_placeholders(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in catalog.messages.iter().filter(|message| !message.tails.is_empty()) {
        let template = message.template.iter().flat_map(Template::placeholders);
        let mut owners: HashMap<&str, &str> = template.map(|name| (name, "the template")).collect();
        for tail in &message.tails {
            for name in tail.placeholders() {
                if let Some(owner) = owners.insert(name, "another tail") {
                    let span = validator.placeholder(tail, name);
                    validator.reject(message, span, || {
                        Diagnostic::new(format!("placeholder `{{{name}}}` of the tail is also in {owner}"))
                            .help("declare another placeholder for the tail")
                    });
                }
            }
        }
    }
}
