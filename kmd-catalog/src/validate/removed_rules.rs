//! Rules for tags that were removed. A removed tag is never used again, since old lines contain it.

use std::collections::HashSet;

use super::validator::{Validator, too_long};
use crate::ast::Catalog;
use crate::diagnostics::Diagnostic;
use crate::names::{is_prefix, is_tag_of};
use crate::schema::MAX_TAG_LEN;
use crate::span::Spanned;

/// Reports removed tags that are still messages, and those that never were valid tags.
pub(super) fn tags_are_gone(catalog: &Catalog, validator: &mut Validator<'_>) {
    let tags: HashSet<&str> = catalog.messages.iter().map(|message| &*message.tag.value).collect();
    let prefix = &catalog.prefix.value;
    // A tag without a replacement and a note was reported.
    let complete = catalog.removed.iter().filter(|removed| removed.replacement.is_some() || removed.note.is_some());
    for Spanned { span, value } in complete.map(|removed| &removed.tag) {
        if tags.contains(&**value) {
            validator.report(*span, || {
                Diagnostic::new(format!("removed tag `{value}` is also a message"))
                    .help("remove it from `removed`, or give the message another tag")
            });
        } else if is_prefix(prefix) && !is_tag_of(prefix, value) {
            validator.report(*span, || {
                Diagnostic::new(format!("invalid tag `{value}`"))
                    .note(format!("a tag is `{prefix}_`, and then capital letters, digits and `_`"))
            });
        } else if value.len() > MAX_TAG_LEN {
            validator.report(*span, || too_long("tag", value, MAX_TAG_LEN));
        }
    }
}
