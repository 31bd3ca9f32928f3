//! Rules for enums. Every enum is a Rust type, and every word is a variant.

use std::collections::{HashMap, HashSet};

use super::validator::{Validator, not_an_identifier, same_identifier, unprintable, with_help};
use crate::ast::{Catalog, Message, Placeholder, Values, Word};
use crate::declarations::{Declarations, Enumeration};
use crate::diagnostics::Diagnostic;
use crate::field_type::FieldType;
use crate::names;
use crate::schema::{MAX_TAILS, MAX_WORDS};
use crate::snippet::is_unprintable;
use crate::span::{Span, Spanned};
use crate::suggest::{closest, recase, similar};
use crate::tail_wordings::tail_wordings;
use crate::template::{Piece, Template};

/// The variant of an open enum for other words.
const OTHER: &str = "Other";

/// Returns the enums with a list of words.
fn enums(catalog: &Catalog) -> impl Iterator<Item = (&Placeholder, &[Word])> {
    catalog.placeholders.iter().filter_map(|placeholder| match &placeholder.values {
        Some(Values::List(words)) if placeholder.field_type == Some(FieldType::Enum) => Some((placeholder, &**words)),
        _ => None,
    })
}

/// Reports words that do not map to unique variants, and words that cannot be in a message.
pub(super) fn words_map_to_rust_names(catalog: &Catalog, validator: &mut Validator<'_>) {
    for (placeholder, words) in enums(catalog) {
        if let Some(word) = words.get(MAX_WORDS) {
            let count = words.len();
            validator
                .report(word.text.span, || Diagnostic::new(format!("too many words: {count} (maximum {MAX_WORDS})")));
            validator.broken_enums.insert(placeholder.name.value.clone());
            continue;
        }
        let is_open = placeholder.open.as_ref().is_some_and(|open| open.value);
        let mut texts: HashSet<&str> = HashSet::new();
        let mut variants: HashMap<String, &str> = HashMap::new();
        for word in words {
            let text = &*word.text.value;
            let mistake = if texts.insert(text) {
                word_mistake(word, is_open, &mut variants)
            } else {
                Some((word.text.span, Diagnostic::new(format!("duplicate word `{text}`")).help("remove one")))
            };
            if let Some((span, mistake)) = mistake {
                validator.report(span, || mistake);
                validator.broken_enums.insert(placeholder.name.value.clone());
            }
        }
    }
    reject_messages(catalog, validator);
}

/// Returns the mistake in a word that no earlier word equals.
fn word_mistake<'w>(
    word: &'w Word,
    is_open: bool,
    variants: &mut HashMap<String, &'w str>,
) -> Option<(Span, Diagnostic)> {
    let text = &*word.text.value;
    if text.contains(is_unprintable) {
        return Some((word.text.span, unprintable("word")));
    }
    let variant = word.variant_name();
    let is_reserved =
        !names::is_identifier(&variant) || matches!(&*variant, "ALL" | "WORDS") || is_open && variant == OTHER;
    let first = variants.get(&variant);
    if is_variant(&variant) && !is_reserved && first.is_none() {
        variants.insert(variant, text);
        return None;
    }
    if let Some(Spanned { span, .. }) = word.variant {
        let diagnostic = match first {
            _ if !is_variant(&variant) => invalid_variant(&variant),
            Some(first) => same_identifier("words", text, first, &variant),
            None => Diagnostic::new(format!("variant name `{variant}` is reserved")),
        };
        return Some((span, diagnostic));
    }
    let diagnostic = match first {
        _ if text.is_empty() => Diagnostic::new("empty word without a variant name"),
        _ if variant.is_empty() => Diagnostic::new(format!("word `{text}` maps to no identifier")),
        Some(first) => same_identifier("words", text, first, &variant),
        None if !variant.is_ascii() => {
            Diagnostic::new(format!("word `{text}` maps to an identifier that is not ASCII: `{variant}`"))
        }
        None => not_an_identifier("word", text, &variant),
    };
    let quoted = text.replace('\'', "''");
    Some((word.text.span, diagnostic.help(format!("name its variant: `{{ Variant: '{quoted}' }}`"))))
}

fn invalid_variant(variant: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(format!("invalid variant name `{variant}`"));
    let suggested = recase(variant, names::variant_name);
    if is_variant(&suggested) {
        diagnostic.help(format!("use `{suggested}`"))
    } else {
        diagnostic.note("a variant name consists of letters and digits, and begins with a capital letter")
    }
}

fn is_variant(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Reports enums that do not map to unique types.
pub(super) fn enums_map_to_rust_names(catalog: &Catalog, validator: &mut Validator<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (Placeholder { name: Spanned { span, value }, .. }, _) in enums(catalog) {
        let name = names::enum_name(value);
        if let Some(first) = seen.get(&name) {
            validator.report(*span, || same_identifier("enums", value, first, &name));
            validator.broken_enums.insert(value.clone());
        } else {
            seen.insert(name, value);
        }
    }
    reject_messages(catalog, validator);
}

/// Rejects the messages that use an enum with a mistake.
fn reject_messages(catalog: &Catalog, validator: &mut Validator<'_>) {
    if validator.broken_enums.is_empty() {
        return;
    }
    let declarations = Declarations::new(&catalog.placeholders);
    for message in &catalog.messages {
        let is_broken = |name: &str| {
            let enumeration = declarations.of(message, name).and_then(|declared| declared.enumeration);
            enumeration.is_some_and(|enumeration| validator.broken_enums.contains(&enumeration.owner.name.value))
        };
        if message.placeholders().any(is_broken) {
            validator.rejected.insert(message.tag.value.clone());
        }
    }
}

/// Reports `values` that name a placeholder without words of its own.
pub(super) fn shared_words_exist(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declared: HashMap<&str, &Placeholder> =
        catalog.placeholders.iter().map(|placeholder| (&*placeholder.name.value, placeholder)).collect();
    for placeholder in &catalog.placeholders {
        let (Some(Values::Shared(other)), Some(FieldType::Enum)) = (&placeholder.values, placeholder.field_type) else {
            continue;
        };
        let name = &placeholder.name.value;
        let Some(owner) = declared.get(&*other.value) else {
            validator.diagnostics.missing(other.span, || {
                let others = enums(catalog).map(|(other, _)| &*other.name.value);
                let close = similar("placeholder", &closest(&other.value, others));
                let has_close = close.is_some();
                let diagnostic = with_help(Diagnostic::new(format!("undeclared placeholder `{}`", other.value)), close);
                if has_close { diagnostic } else { diagnostic.help(format!("write `values: [{}, …]`", other.value)) }
            });
            continue;
        };
        if owner.field_type.is_some_and(|field_type| field_type != FieldType::Enum) {
            validator.report(other.span, || {
                Diagnostic::new(format!("placeholder `{}` is not an enum", other.value))
                    .note("`values` is a list of words, or the name of a placeholder of type `enum`")
            });
        } else if let Some(Values::Shared(third)) = &owner.values {
            validator.report(other.span, || {
                let diagnostic = Diagnostic::new(format!("placeholder `{}` has no words of its own", other.value));
                if third.value == *name { diagnostic } else { diagnostic.help(format!("use `{}`", third.value)) }
            });
        } else if let Some(open) = &placeholder.open {
            validator.report(open.span, || {
                Diagnostic::new(format!("unexpected key `open` in placeholder `{name}`"))
                    .help(format!("write it in placeholder `{}`, which declares the words", other.value))
            });
        }
    }
}

/// Rejects words that contain the text after their placeholder, if a parser could not tell where the word ends. The end
/// of a word of a closed enum is unknown only if the word begins with a shorter one and that text.
pub(super) fn words_end_before_the_next_text(catalog: &Catalog, validator: &mut Validator<'_>) {
    let declarations = Declarations::new(&catalog.placeholders);
    if enums(catalog).next().is_none() {
        return;
    }
    // Messages share their texts after an enum, such as a space.
    let mut checked: HashMap<(String, String), Option<Diagnostic>> = HashMap::new();
    for message in &catalog.messages {
        let mut known: HashSet<String> = HashSet::new();
        let mut check = |pieces: &[Piece]| {
            for pair in pieces.windows(2) {
                let [Piece::Placeholder(name, _), Piece::Literal(text)] = pair else {
                    continue;
                };
                let declared = declarations.of(message, name);
                let Some(enumeration) = declared.and_then(|declared| declared.enumeration) else {
                    continue;
                };
                let checked = checked.entry((name.clone(), text.clone()));
                let mistake = checked.or_insert_with(|| word_mistake_before(enumeration, name, text)).clone();
                if let Some(mistake) = mistake.filter(|_| known.insert(name.clone())) {
                    let mut templates = message.templates();
                    let template = templates.find(|template| template.placeholders().any(|other| other == name));
                    let span = template.map_or(message.tag.span, |template| validator.placeholder(template, name));
                    validator.reject(message, span, || mistake);
                }
            }
        };
        for template in message.templates() {
            check(template.pieces());
        }
        for pieces in tail_wordings_of(message) {
            check(&pieces);
        }
    }
}

/// Returns the texts of a message with tails, or none if there are too many.
fn tail_wordings_of(message: &Message) -> Vec<Vec<Piece>> {
    let tails: Vec<&[Piece]> = message.tails.iter().map(Template::pieces).collect();
    match &message.template {
        Some(template) if tails.len() <= MAX_TAILS => tail_wordings(template.pieces(), &tails),
        _ => Vec::new(),
    }
}

/// Returns the mistake if a word of an enum contains the text that follows it.
fn word_mistake_before(enumeration: Enumeration<'_>, name: &str, text: &str) -> Option<Diagnostic> {
    let words = || enumeration.words.iter().map(|word| &*word.text.value);
    let mut known: HashSet<&str> = HashSet::new();
    for word in words().filter(|word| word.contains(text)) {
        if known.is_empty() {
            known.extend(words());
        }
        let diagnostic = Diagnostic::new(format!("word `{word}` contains `{text}`, the text after `{{{name}}}`"));
        let mut shorter = word.match_indices(text).map(|(at, _)| &word[..at]);
        if let Some(shorter) = shorter.find(|shorter| known.contains(shorter)) {
            return Some(
                diagnostic
                    .help("change the text, or the order of the placeholders")
                    .note(format!("after the word `{shorter}`, the rest of the word could be the next value")),
            );
        }
        if enumeration.is_open() {
            let owner = &enumeration.owner.name.value;
            return Some(
                diagnostic
                    .help(format!("change the text, or remove `open` from placeholder `{owner}`"))
                    .note("the enum is open, so every word ends before that text"),
            );
        }
    }
    None
}
