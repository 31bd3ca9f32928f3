//! Rules for descriptions, causes, actions, notes, releases and sources.

use super::validator::Validator;
use crate::ast::{Catalog, Message};
use crate::diagnostics::Diagnostic;
use crate::snippet::is_unprintable;
use crate::span::Spanned;

/// Reports empty descriptions, causes, actions, notes, releases and sources, since their content was probably forgotten.
pub(super) fn no_empty_strings(catalog: &Catalog, validator: &mut Validator<'_>) {
    for Spanned { span, value } in strings(catalog) {
        if value.trim().is_empty() {
            validator.report(*span, || {
                Diagnostic::new("empty string").help("write the string, or remove the key if it is optional")
            });
        }
    }
}

/// Reports control characters, since a terminal that shows the string would obey them, and characters that change the
/// direction of text, since those change the display of other text. Line breaks and tabs are allowed.
pub(super) fn no_control_characters(catalog: &Catalog, validator: &mut Validator<'_>) {
    let is_wrong = |char: char| is_unprintable(char) && !matches!(char, '\n' | '\t');
    for Spanned { span, value } in strings(catalog) {
        if value.contains(is_wrong) {
            validator.report(*span, || {
                Diagnostic::new("string contains a control character or a change of text direction")
                    .note("programs show the string in terminals")
            });
        }
    }
}

/// Returns the strings that programs show to people.
fn strings(catalog: &Catalog) -> impl Iterator<Item = &Spanned<String>> {
    let of_placeholders = catalog.placeholders.iter().map(|placeholder| &placeholder.description);
    let of_messages = catalog.messages.iter().flat_map(|message| {
        let Message { description, cause, action, note, since, source, .. } = message;
        [description, cause, action, note, since, source]
    });
    let of_deprecated = catalog.messages.iter().filter_map(|message| message.deprecated.as_ref()?.note.as_ref());
    let of_removed = catalog.removed.iter().filter_map(|removed| removed.note.as_ref());
    of_placeholders.chain(of_messages).flatten().chain(of_deprecated).chain(of_removed)
}
