//! Rules for descriptions, causes, actions, notes, releases and sources.

use super::validator::Validator;
use crate::ast::{Catalog, Message};
use crate::diagnostics::Diagnostic;
use crate::span::Spanned;

/// Reports empty descriptions, causes, actions, notes, releases and sources, since their content was probably forgotten.
pub(super) fn no_empty_strings(catalog: &Catalog, validator: &mut Validator<'_>) {
    let of_placeholders = catalog.placeholders.iter().map(|placeholder| &placeholder.description);
    let of_messages = catalog.messages.iter().flat_map(|message| {
        let Message { description, cause, action, note, since, source, .. } = message;
        [description, cause, action, note, since, source]
    });
    let of_deprecated = catalog.messages.iter().filter_map(|message| message.deprecated.as_ref()?.note.as_ref());
    let of_removed = catalog.removed.iter().filter_map(|removed| removed.note.as_ref());
    let strings = of_placeholders.chain(of_messages).flatten().chain(of_deprecated).chain(of_removed);
    for Spanned { span, value } in strings {
        if value.trim().is_empty() {
            validator.report(*span, || {
                Diagnostic::new("empty string").help("write the string, or remove the key if it is optional")
            });
        }
    }
}
