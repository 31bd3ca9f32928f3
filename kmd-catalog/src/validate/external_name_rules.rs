//! Rules for the names of placeholders in the conventions of others.

use std::collections::HashMap;

use super::validator::{Validator, too_long};
use crate::ast::{Catalog, ExternalNames, Placeholder};
use crate::diagnostics::Diagnostic;
use crate::schema::MAX_ATTRIBUTE_LEN;
use crate::span::Spanned;

/// Where engines have the text of a line and its process.
const TAKEN: [&str; 3] = ["message", "process.name", "body"];

impl ExternalNames {
    /// Returns the names with their conventions.
    fn all(&self) -> impl Iterator<Item = (&'static str, &Spanned<String>)> {
        let all = [("OpenTelemetry", &self.otel), ("the Elastic Common Schema", &self.ecs)];
        all.into_iter().filter_map(|(convention, name)| Some((convention, name.as_ref()?)))
    }
}

/// Reports names that are not names of attributes.
pub(super) fn names_are_attributes(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (convention, Spanned { span, value }) in catalog.placeholders.iter().flat_map(|it| it.names.all()) {
        if !is_attribute(value) {
            validator.report(*span, || {
                Diagnostic::new(format!("invalid name for {convention}: `{value}`")).note(
                    "a name consists of lower-case letters, digits, `_` and single dots, and begins with a letter",
                )
            });
        } else if value.len() > MAX_ATTRIBUTE_LEN {
            validator.report(*span, || too_long("name", value, MAX_ATTRIBUTE_LEN));
        }
    }
}

/// Reports names that rules for engines have for something else: the text of a line and its process, and everything below the
/// prefix of the catalog, such as `app.tag`.
pub(super) fn names_are_free(catalog: &Catalog, validator: &mut Validator<'_>) {
    let prefix = catalog.prefix.value.to_lowercase();
    for (_, Spanned { span, value }) in catalog.placeholders.iter().flat_map(|it| it.names.all()) {
        if overlap(&prefix, value) {
            validator.report(*span, || {
                Diagnostic::new(format!("the name `{value}` begins with the prefix of the catalog"))
                    .note("rules for engines use this prefix for values without such a name")
            });
        } else if TAKEN.iter().any(|taken| overlap(taken, value)) {
            validator.report(*span, || {
                Diagnostic::new(format!("the name `{value}` is that of a part of a line"))
                    .note("rules for engines read the text and the process there")
            });
        }
    }
}

/// Reports two placeholders of a message with the same name, because one value would replace the other. Nor can a name be the
/// beginning of another, since a dot is a level of an object.
pub(super) fn names_differ_in_a_message(catalog: &Catalog, validator: &mut Validator<'_>) {
    let placeholders: HashMap<&str, &Placeholder> =
        catalog.placeholders.iter().map(|placeholder| (&*placeholder.name.value, placeholder)).collect();
    let mut reported: Vec<(&str, &str)> = Vec::new();
    for message in &catalog.messages {
        let mut seen: Vec<(&'static str, &str, &str)> = Vec::new();
        for placeholder in message.placeholders().filter_map(|name| placeholders.get(name)) {
            let own = &*placeholder.name.value;
            for (convention, Spanned { span, value }) in placeholder.names.all() {
                let clash = seen.iter().find(|(other, name, _)| *other == convention && overlap(name, value));
                if let Some(&(_, name, first)) = clash {
                    if !reported.contains(&(first, own)) {
                        reported.push((first, own));
                        let tag = &message.tag.value;
                        let problem = if name == value { "have the same name" } else { "have overlapping names" };
                        validator.report(*span, || {
                            Diagnostic::new(format!("`{first}` and `{own}` of `{tag}` {problem} for {convention}"))
                        });
                    }
                }
                seen.push((convention, value, own));
            }
        }
    }
}

/// Returns whether two names are equal, or one is an object that contains the other.
fn overlap(one: &str, other: &str) -> bool {
    let contains = |object: &str, name: &str| {
        name.strip_prefix(object).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    contains(one, other) || contains(other, one)
}

fn is_attribute(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
    name.starts_with(|first: char| first.is_ascii_lowercase()) && name.split('.').all(is_part)
}
