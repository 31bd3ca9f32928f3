//! Rules for single templates and alternatives.

use super::validator::Validator;
use crate::ast::{Catalog, Message};
use crate::diagnostics::Diagnostic;
use crate::schema::{MAX_PLACEHOLDERS, MAX_TEMPLATE_LEN};
use crate::snippet::is_unprintable;
use crate::span::Spanned;
use crate::template::{Piece, Template};

/// Returns each template and alternative with its message.
fn templates(catalog: &Catalog) -> impl Iterator<Item = (&Message, &Template)> {
    catalog.messages.iter().flat_map(|message| message.templates().map(move |template| (message, template)))
}

/// Rejects malformed templates, whose placeholders are unknown.
pub(super) fn templates_parse(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in templates(catalog) {
        if let Err(error) = &template.pieces {
            validator.reject(message, template.text.span, || error.diagnostic());
        }
    }
}

/// Rejects empty templates and those that are not one line of plain text, since a message is one line of a log.
pub(super) fn templates_are_one_line(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in templates(catalog) {
        let Spanned { span, value } = &template.text;
        if value.is_empty() {
            validator
                .reject(message, *span, || Diagnostic::new("empty template").help("write the text of the message"));
        } else if value.contains(is_unprintable) {
            validator.reject(message, *span, || {
                Diagnostic::new("template contains a line break, a control character or a change of text direction")
                    .note("a message is one line of plain text")
            });
        }
    }
}

/// Rejects templates that are too long or have too many placeholders. A syslog receiver should accept 2,048 bytes and
/// need not accept more (RFC 5424, section 6.1), and each piece takes time to compile.
pub(super) fn templates_fit_limits(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in templates(catalog) {
        let Spanned { span, value } = &template.text;
        let placeholders = template.placeholders().count();
        if value.len() > MAX_TEMPLATE_LEN {
            let message_text = format!("template too long: {} bytes (maximum {MAX_TEMPLATE_LEN})", value.len());
            validator.reject(message, *span, || Diagnostic::new(message_text));
        } else if placeholders > MAX_PLACEHOLDERS {
            let message_text = format!("too many placeholders: {placeholders} (maximum {MAX_PLACEHOLDERS})");
            validator.reject(message, *span, || Diagnostic::new(message_text));
        }
    }
}

/// Rejects adjacent placeholders, since a parser could not find the end of the first value.
pub(super) fn no_adjacent_placeholders(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in templates(catalog) {
        for pair in template.pieces().windows(2) {
            if let [Piece::Placeholder(first, _), Piece::Placeholder(second, _)] = pair {
                let mut span = validator.placeholder(&template.text, first);
                if span != template.text.span {
                    span.end += second.len() + 2;
                }
                validator.reject(message, span, || {
                    Diagnostic::new(format!("adjacent placeholders `{{{first}}}` and `{{{second}}}` are ambiguous"))
                        .help("separate them by text")
                });
            }
        }
    }
}
