//! Rules for alternatives. A parser must be able to build an event from every alternative.

use std::collections::{HashMap, HashSet};

use super::validator::{Validator, with_help};
use crate::ast::{Catalog, Message};
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::suggest::{closest, similar};

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
                let span = validator.placeholder(&alternative.text, name);
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

/// Rejects alternatives that omit a placeholder whose type is not `text`. A parser sets an omitted `text` field to an
/// empty string. The other types do not have such a value.
pub(super) fn only_strings_are_missing(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declared = catalog.placeholders.iter();
    let declared: HashMap<&str, FieldType> =
        declared.filter_map(|placeholder| Some((&*placeholder.name.value, placeholder.field_type?))).collect();
    for message in &catalog.messages {
        let strict = strict_placeholders(message, &declared);
        for alternative in message.alternatives.iter().filter(|alternative| alternative.is_valid()) {
            let own: HashSet<&str> = alternative.placeholders().collect();
            if let Some(name) = strict.iter().find(|name| !own.contains(*name)) {
                validator.reject(message, alternative.text.span, || {
                    Diagnostic::new(format!("the alternative has no placeholder `{{{name}}}`"))
                        .note("only a placeholder of type `text` may be missing in an alternative")
                });
            }
        }
    }
}

/// Returns the placeholders of a message whose type is not `text`.
fn strict_placeholders<'m>(message: &'m Message, declared: &HashMap<&str, FieldType>) -> Vec<&'m str> {
    let is_strict = |name: &&str| {
        let own = message.overrides.iter().find(|(own, _)| own.value == **name);
        let field_type = own.map_or_else(|| declared.get(name).copied(), |(_, field_type)| *field_type);
        field_type.is_some_and(|field_type| field_type != FieldType::Text)
    };
    message.placeholders().filter(is_strict).collect()
}
