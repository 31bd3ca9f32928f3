//! Rules for placeholders: names, declarations and uses.

use std::collections::{HashMap, HashSet};
use std::net::{IpAddr, SocketAddr};

use heck::ToKebabCase as _;

use super::validator::{Validator, not_an_identifier, same_identifier, too_long, unprintable, with_help};
use crate::ast::{Catalog, Message, Values, Word};
use crate::declarations::Declarations;
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::names;
use crate::schema::MAX_NAME_LEN;
use crate::snippet::is_unprintable;
use crate::span::{Span, Spanned};
use crate::suggest::{closest, recase, similar};

const NAME: &str = "a name consists of lower-case letters, digits and `-`, and begins with a letter";

/// Reports invalid placeholder names. A name is a PARAM-NAME in RFC 5424, and the field is named after it.
pub(super) fn names_are_valid(catalog: &Catalog, validator: &mut Validator<'_>) {
    for Spanned { span, value } in catalog.declared() {
        if !is_name(value) {
            validator.report(*span, || {
                let diagnostic = Diagnostic::new(format!("invalid placeholder name `{value}`"));
                match suggest_name(value) {
                    Some(name) => diagnostic.help(format!("use `{name}`")),
                    None => diagnostic.note(NAME),
                }
            });
        } else if value.len() > MAX_NAME_LEN {
            validator.report(*span, || {
                too_long("placeholder", value, MAX_NAME_LEN).note("its name is a PARAM-NAME of RFC 5424, section 6")
            });
        }
    }
}

/// Reports placeholder names that do not map to unique identifiers, since every placeholder is a field.
pub(super) fn names_map_to_rust_names(catalog: &Catalog, validator: &mut Validator<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut unusable: HashSet<&str> = HashSet::new();
    for Spanned { span, value } in catalog.declared() {
        let name = names::field_name(value);
        if !is_name(value) {
            unusable.insert(value);
        } else if !names::is_identifier(&name) {
            unusable.insert(value);
            validator.report(*span, || not_an_identifier("placeholder", value, &name).help("choose another name"));
        } else if let Some(first) = seen.get(&name) {
            unusable.insert(value);
            validator.report(*span, || same_identifier("placeholders", value, first, &name));
        } else {
            seen.insert(name, value);
        }
    }
    for message in &catalog.messages {
        if message.placeholders().any(|name| unusable.contains(name)) {
            validator.rejected.insert(message.tag.value.clone());
        }
    }
}

/// Reports undeclared placeholders. The type and the description of a placeholder are declared once for all messages.
pub(super) fn placeholders_are_declared(catalog: &Catalog, validator: &mut Validator<'_>) {
    let mut known: HashSet<&str> = catalog.declared().map(|name| &*name.value).collect();
    let suggested: Vec<String> = catalog.declared().filter_map(|name| suggest_name(&name.value)).collect();
    known.extend(suggested.iter().map(String::as_str));
    // An undeclared name that resembles no declared name is reported once, since one declaration fixes all its uses.
    let mut reported: HashSet<&str> = HashSet::new();
    for message in &catalog.messages {
        for name in message.placeholders().filter(|name| !known.contains(name)) {
            validator.rejected.insert(message.tag.value.clone());
            if reported.contains(name) {
                continue;
            }
            let mut templates = message.template_and_tails();
            let template = templates.find(|template| template.placeholders().any(|other| other == name));
            let span = template.map_or(message.tag.span, |template| validator.placeholder(template, name));
            let suggested = &mut validator.suggested;
            validator.diagnostics.missing(span, || {
                let recased = suggest_name(name);
                let declared = catalog.declared().map(|name| &*name.value);
                let close = closest(recased.as_deref().unwrap_or(name), declared);
                if close.is_empty() {
                    reported.insert(name);
                }
                suggested.extend(close.iter().map(|&name| name.to_owned()));
                undeclared(name, recased.as_deref(), &close)
            });
        }
    }
}

fn undeclared(name: &str, recased: Option<&str>, close: &[&str]) -> Diagnostic {
    let declare = |name: &str| format!("add `{name}: {{ type: text, description: … }}` to `placeholders`");
    if !is_name(name) {
        let diagnostic = Diagnostic::new(format!("invalid placeholder name `{name}`"));
        return match (close.first(), recased) {
            (Some(close), _) => diagnostic.help(format!("use `{{{close}}}`")),
            (None, Some(recased)) => diagnostic.help(format!("use `{{{recased}}}`, and {}", declare(recased))),
            (None, None) => diagnostic.note(NAME),
        };
    }
    let diagnostic = Diagnostic::new(format!("undeclared placeholder `{{{name}}}`"));
    match similar("placeholder", close) {
        Some(similar) => diagnostic.help(similar).help(format!("to declare a new one, {}", declare(name))),
        None => diagnostic.help(declare(name)),
    }
}

/// Reports unused placeholders, since a reader would search for their messages in vain. In a file without messages,
/// placeholders may be for the messages of another catalog.
pub(super) fn placeholders_are_used(catalog: &Catalog, validator: &mut Validator<'_>) {
    // A missing or malformed template may use any placeholder.
    if catalog.messages.is_empty() || !catalog.messages.iter().all(Message::has_template) {
        return;
    }
    let mut used: HashSet<&str> = catalog.messages.iter().flat_map(Message::placeholders).collect();
    used.extend(catalog.placeholders.iter().filter_map(|placeholder| match &placeholder.values {
        Some(Values::Shared(other)) => Some(&*other.value),
        _ => None,
    }));
    let messages: HashSet<Option<Span>> =
        catalog.messages.iter().map(|message| validator.source.file_span(message.tag.span.start)).collect();
    for Spanned { span, value } in catalog.declared() {
        let is_used = used.contains(&**value) || validator.suggested.contains(value);
        // An invalid name was reported as such.
        if is_name(value) && !is_used && messages.contains(&validator.source.file_span(span.start)) {
            validator.diagnostics.unused(*span, || {
                let diagnostic = Diagnostic::new(format!("unused placeholder `{value}`"))
                    .help(format!("remove it, or use `{{{value}}}` in a template"));
                match printf_conversion(catalog) {
                    Some((conversion, tag)) => {
                        diagnostic.note(format!("`{conversion}` in the template of `{tag}` is literal text"))
                    }
                    None => diagnostic,
                }
            });
        }
    }
}

/// Returns the first conversion of `printf` in a template, which was probably meant as a placeholder, and the tag of its
/// message.
fn printf_conversion(catalog: &Catalog) -> Option<(&'static str, &str)> {
    catalog.messages.iter().find_map(|message| {
        let text = &message.template.as_ref()?.text.value;
        let conversion = ["%s", "%d", "%u"].into_iter().find(|conversion| text.contains(conversion))?;
        Some((conversion, &*message.tag.value))
    })
}

/// Rejects type overrides for placeholders that the message does not have. The name is probably misspelled.
pub(super) fn overrides_are_used(catalog: &Catalog, validator: &mut Validator<'_>) {
    for message in catalog.messages.iter().filter(|message| message.has_template()) {
        let used: HashSet<&str> = message.placeholders().collect();
        for Spanned { span, value } in message.overrides.iter().map(|own| &own.name) {
            if !used.contains(&**value) && !validator.suggested.contains(value) {
                validator.reject(message, *span, || {
                    let diagnostic = Diagnostic::new(format!(
                        "the template of `{}` has no placeholder `{{{value}}}`",
                        message.tag.value
                    ));
                    with_help(diagnostic, similar("placeholder", &closest(value, message.placeholders())))
                });
            }
        }
    }
}

/// Reports words for absent values that a parser could not tell from a value.
pub(super) fn absent_words_are_valid(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    for placeholder in &catalog.placeholders {
        let words = declarations.enumeration(placeholder).map_or(&[][..], |enumeration| enumeration.words);
        let mistake =
            placeholder.absent.as_ref().and_then(|absent| absent_mistake(absent, words, placeholder.field_type));
        if let (Some(mistake), Some(absent)) = (mistake, &placeholder.absent) {
            validator.report(absent.span, || mistake);
        }
    }
    for message in &catalog.messages {
        for own in &message.overrides {
            let declared = declarations.of(message, &own.name.value);
            let enumeration = declared.and_then(|declared| declared.enumeration);
            let words = enumeration.map_or(&[][..], |enumeration| enumeration.words);
            let field_type = declared.map(|declared| declared.field_type);
            let mistake = own.absent.as_ref().and_then(|absent| absent_mistake(absent, words, field_type));
            if let (Some(mistake), Some(absent)) = (mistake, &own.absent) {
                validator.reject(message, absent.span, || mistake);
            }
        }
    }
}

fn absent_mistake(absent: &Spanned<String>, words: &[Word], field_type: Option<FieldType>) -> Option<Diagnostic> {
    let word = &absent.value;
    if word.is_empty() {
        Some(
            Diagnostic::new("empty word for an absent value")
                .help("write the word, or put the part that may be missing into a `tail`"),
        )
    } else if word.contains(is_unprintable) {
        Some(unprintable("word"))
    } else if words.iter().any(|other| other.text.value == *word) {
        Some(
            Diagnostic::new(format!("word `{word}` for an absent value is also a value"))
                .help("remove the word from `values`, or remove `absent`"),
        )
    } else {
        field_type.filter(|&field_type| is_value(word, field_type)).map(|field_type| {
            Diagnostic::new(format!("word `{word}` for an absent value is also a value"))
                .help("write a word that is not a value of the type")
                .note(format!("the placeholder has the type `{}`", field_type.as_str()))
        })
    }
}

/// Returns whether a word could be a value of a type that has only some texts.
fn is_value(word: &str, field_type: FieldType) -> bool {
    match field_type {
        FieldType::Ip => word.parse::<IpAddr>().is_ok(),
        FieldType::Socket => word.parse::<SocketAddr>().is_ok(),
        FieldType::Bool => word.parse::<bool>().is_ok(),
        FieldType::F64 | FieldType::Duration => word.parse::<f64>().is_ok(),
        field_type => field_type.is_integer() && word.parse::<i128>().is_ok(),
    }
}

fn is_name(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.starts_with(|char: char| char.is_ascii_lowercase()) && text.bytes().all(fits)
}

/// Returns the valid name that was probably meant, such as `remote-address` for `remote_address`. Returns `None` if
/// `text` is valid or no valid name is similar.
fn suggest_name(text: &str) -> Option<String> {
    let name = recase(text, str::to_kebab_case);
    (!is_name(text) && is_name(&name) && names::is_identifier(&names::field_name(&name))).then_some(name)
}
