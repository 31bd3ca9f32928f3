//! Rules for single templates and alternatives.

use super::validator::{Validator, unprintable};
use crate::ast::Catalog;
use crate::declarations::Declarations;
use crate::diagnostics::Diagnostic;
use crate::schema::{MAX_PLACEHOLDERS, MAX_TEMPLATE_LEN};
use crate::snippet::is_unprintable;
use crate::span::Spanned;
use crate::template::Piece;

/// Rejects malformed templates, whose placeholders are unknown.
pub(super) fn templates_parse(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in catalog.templates() {
        if let Err(error) = &template.pieces {
            validator.reject(message, template.text.span, || error.diagnostic());
        }
    }
}

/// Rejects empty templates and those that are not one line of plain text, since a message is one line of a log.
pub(super) fn templates_are_one_line(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in catalog.templates() {
        let Spanned { span, value } = &template.text;
        if value.is_empty() {
            validator
                .reject(message, *span, || Diagnostic::new("empty template").help("write the text of the message"));
        } else if value.contains(is_unprintable) {
            validator.reject(message, *span, || unprintable("template"));
        }
    }
}

/// Rejects templates that are too long or have too many placeholders. A syslog receiver should accept 2,048 bytes and
/// need not accept more (RFC 5424, section 6.1), and each piece takes time to compile.
pub(super) fn templates_fit_limits(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (message, template) in catalog.templates() {
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

/// Rejects adjacent placeholders, since a parser could not find the end of the first value. It can if one of them is an
/// enum that is not open.
pub(super) fn no_adjacent_placeholders(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    for (message, template) in catalog.templates() {
        let mut uses = template.uses();
        let mut last = None;
        let mut before = None;
        for piece in template.pieces() {
            let (first, second) = match piece {
                Piece::Literal(_) => {
                    (last, before) = (None, None);
                    continue;
                }
                Piece::Placeholder(..) => (std::mem::replace(&mut last, uses.next()), last),
            };
            let (Some(first), Some(second)) = (first, second) else {
                before = None;
                continue;
            };
            // A placeholder whose declaration has a mistake may be a closed enum.
            let is_closed = |name| declarations.of(message, name).is_none_or(|declared| declared.is_closed_enum());
            let may_be_empty = |name| declarations.of(message, name).is_some_and(|declared| declared.has_empty_word());
            // With an empty word between them, the values before and after it are adjacent.
            let (first, written) = match before.replace(first) {
                Some(before) if may_be_empty(first.name) => (before, format!("{before}{first}{second}")),
                _ => (first, format!("{first}{second}")),
            };
            if is_closed(first.name) || is_closed(second.name) {
                continue;
            }
            let span = validator.written(&template.text, &written);
            validator.reject(message, span, || {
                Diagnostic::new(format!(
                    "adjacent placeholders `{{{}}}` and `{{{}}}` are ambiguous",
                    first.name, second.name
                ))
                .help("separate them by text")
                .note("two placeholders may be adjacent if one of them is an `enum` that is not `open`")
            });
        }
    }
}
