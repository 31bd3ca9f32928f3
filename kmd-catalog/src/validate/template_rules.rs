//! Rules for single templates and alternatives.

use std::collections::HashSet;

use super::validator::{Validator, unprintable};
use crate::ast::Catalog;
use crate::declarations::{Declarations, Declared};
use crate::diagnostics::Diagnostic;
use crate::schema::{MAX_PLACEHOLDERS, MAX_TEMPLATE_LEN};
use crate::snippet::is_unprintable;
use crate::span::Spanned;
use crate::template::{Piece, Use};

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
        let pieces = template.pieces().iter();
        let uses: Vec<Option<Use<'_>>> =
            pieces.map(|piece| if matches!(piece, Piece::Literal(_)) { None } else { uses.next() }).collect();
        for (index, pair) in uses.windows(2).enumerate() {
            let &[Some(first), Some(second)] = pair else {
                continue;
            };
            // A placeholder whose declaration has a mistake may be a closed enum.
            let is_closed = |name| declarations.of(message, name).is_none_or(|declared| declared.is_closed_enum());
            let may_be_empty = |name| declarations.of(message, name).is_some_and(|declared| declared.has_empty_word());
            // With an empty word between them, the values before and after it are adjacent.
            let before = index.checked_sub(1).and_then(|before| uses[before]).filter(|_| may_be_empty(first.name));
            let (first, written) = match before {
                Some(before) => (before, format!("{before}{first}{second}")),
                None => (first, format!("{first}{second}")),
            };
            let note = if is_closed(first.name) || is_closed(second.name) {
                let pair = declarations.of(message, first.name).zip(declarations.of(message, second.name));
                let Some((one, other)) = pair.and_then(|(first, second)| joined_alike(&first, &second)) else {
                    continue;
                };
                format!("the text `{one}{other}` has two meanings")
            } else if before.is_some() {
                "the enum between them has an empty word".to_owned()
            } else {
                "two placeholders may be adjacent if one of them is an `enum` that is not `open`".to_owned()
            };
            let span = validator.written(&template.text, &written);
            validator.reject(message, span, || {
                Diagnostic::new(format!(
                    "adjacent placeholders `{{{}}}` and `{{{}}}` are ambiguous",
                    first.name, second.name
                ))
                .help("separate them by text")
                .note(note)
            });
        }
    }
}

/// The maximum number of pairs of words that are compared, so that the rule takes no time that an author would notice.
const MAX_PAIRS: usize = 100_000;

/// Returns two words of adjacent enums whose text is also that of two other words, or `None` if there are no such words.
fn joined_alike(first: &Declared<'_>, second: &Declared<'_>) -> Option<(String, String)> {
    let (first, second) = (first.enumeration?.words, second.enumeration?.words);
    if first.len() * second.len() > MAX_PAIRS {
        return None;
    }
    let mut texts = HashSet::new();
    let words = first.iter().flat_map(|one| second.iter().map(move |other| (&one.text.value, &other.text.value)));
    let mut words = words.map(|(one, other)| (one.clone(), other.clone()));
    words.find(|(one, other)| !texts.insert(format!("{one}{other}")))
}
