//! Rules for alternatives. A parser must be able to build an event from every alternative.

use std::collections::{HashMap, HashSet};

use super::validator::{Validator, with_help};
use crate::ast::{Catalog, Message};
use crate::declarations::Declarations;
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::suggest::{closest, similar};
use crate::template::{Piece, Template};

/// Rejects placeholders in an alternative that the template does not have, since they are not fields of the event.
pub(super) fn no_further_placeholders(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in catalog.messages.iter().filter(|message| message.has_template()) {
        let own: HashSet<&str> = message.placeholders().collect();
        for alternative in &message.alternatives {
            for name in alternative.placeholders() {
                // A suggested placeholder was probably meant to be in the template.
                if own.contains(name) || validator.suggested.contains(name) {
                    continue;
                }
                let span = validator.placeholder(alternative, name);
                validator.reject(message, span, || {
                    let diagnostic = Diagnostic::new(format!(
                        "the template of `{}` has no placeholder `{{{name}}}`",
                        message.tag.value
                    ))
                    .note("an alternative has only placeholders of the template");
                    with_help(diagnostic, similar("placeholder", &closest(name, message.placeholders())))
                });
            }
        }
    }
}

/// Reports alternatives with the text of the template or of another alternative, since they accept nothing more.
pub(super) fn alternatives_differ(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in &catalog.messages {
        let template = message.template.iter().map(|template| (template.pieces(), "the template"));
        let mut earlier: HashMap<&[Piece], &str> = template.collect();
        for alternative in message.alternatives.iter().filter(|alternative| alternative.is_valid()) {
            if let Some(other) = earlier.get(alternative.pieces()) {
                validator.report(alternative.text.span, || {
                    Diagnostic::new(format!("the alternative is the same as {other}")).help("remove it")
                });
            }
            earlier.entry(alternative.pieces()).or_insert("another alternative");
        }
    }
}

/// Rejects alternatives that omit a placeholder whose value can neither be an empty string nor be absent. A parser sets
/// an omitted `text` field to an empty string.
pub(super) fn only_strings_are_missing(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    for message in catalog.messages.iter().filter(|message| !message.alternatives.is_empty()) {
        let strict = strict_placeholders(message, &declarations);
        for alternative in message.alternatives.iter().filter(|alternative| alternative.is_valid()) {
            let own: HashSet<&str> = alternative.placeholders().collect();
            if let Some(name) = strict.iter().find(|name| !own.contains(*name)) {
                validator.reject(message, alternative.text.span, || {
                    Diagnostic::new(format!("the alternative has no placeholder `{{{name}}}`"))
                        .note("only a placeholder of type `text` or with `absent` may be missing in an alternative")
                });
            }
        }
    }
}

/// Returns the placeholders of a template that must have a value other than an empty string.
pub(super) fn strict_placeholders<'m>(message: &'m Message, declarations: &Declarations<'m>) -> Vec<&'m str> {
    let is_strict = |name: &&str| {
        let declared = declarations.of(message, name);
        declared.is_some_and(|declared| declared.field_type != FieldType::Text && declared.absent.is_none())
    };
    message.template.iter().flat_map(Template::placeholders).filter(is_strict).collect()
}
