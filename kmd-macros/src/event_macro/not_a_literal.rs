//! What somebody meant who wrote neither a tag nor a tag with fields in braces.

use std::ops::Range;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

use super::help::{example, no_fields, unknown_tag};
use super::item::{Field, field};
use super::split;
use super::value::is_plain;
use crate::diagnostic::Mistake;
use crate::message_table::{Record, Schema};
use kmd_catalog::names;

/// The one mistake of `tokens`, and what of them can be handed on as values.
pub(super) fn explain(tokens: &[TokenTree], schema: Schema<'_>) -> (Mistake, Vec<TokenStream>) {
    let Some(tag) = tag(tokens, schema) else {
        let text = such_as("no tag; write one", schema);
        return (Mistake::over(&stream(tokens), text), Vec::new());
    };
    let after = &tokens[tag.place.end..];
    let mistake = match schema.find(&tag.text) {
        Some(record) => known(tokens, &tag, record, schema),
        None if tag.written == Written::Quoted && tag.text.contains(' ') => {
            let what = "the text of an event comes from the catalogue; write its tag";
            let text = such_as(what, schema);
            Mistake::over(&stream(&tokens[tag.place]), text)
        }
        None => {
            let text = unknown_tag(&tag.text, schema);
            Mistake::over(&stream(&tokens[tag.place]), text)
        }
    };
    (mistake, values(after, schema))
}

/// `what`, with a call of some message as an example.
fn such_as(what: &str, schema: Schema<'_>) -> String {
    match schema.records().next() {
        Some(record) => format!("{what}, as in `{}`", example(record, schema)),
        None => what.to_owned(),
    }
}

/// What looks like the tag of a call.
struct Tag {
    place: Range<usize>,
    text: String,
    written: Written,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Plain,
    /// `"KMD_X"`
    Quoted,
    /// `KMD-X`
    Parts,
}

/// The first token that is a tag or begins like one; else a text in quotes; else the first name.
fn tag(tokens: &[TokenTree], schema: Schema<'_>) -> Option<Tag> {
    let all = || (0..tokens.len()).filter_map(|start| tag_at(tokens, start, schema));
    let is_like_tag = |tag: &Tag| {
        let rest = tag.text.strip_prefix(schema.prefix);
        schema.find(&tag.text).is_some() || rest.is_some_and(|rest| rest.starts_with('_'))
    };
    let is_text = |tag: &Tag| tag.written == Written::Quoted && tag.text.contains(' ');
    let first = || {
        let mut first = all().next()?;
        // The last name of a path, with the place of all of it.
        let in_path = |token: &&TokenTree| match token {
            TokenTree::Ident(_) => true,
            TokenTree::Punct(punct) => punct.as_char() == ':',
            _ => false,
        };
        let rest = &tokens[first.place.start..];
        let path = rest.iter().take_while(in_path).count();
        if let Some(TokenTree::Ident(last)) = path.checked_sub(1).map(|last| &rest[last]) {
            first.text = last.to_string();
            first.place.end = first.place.end.max(first.place.start + path);
        }
        Some(first)
    };
    all()
        .find(is_like_tag)
        .or_else(|| all().find(is_text))
        .or_else(first)
}

/// A name, names with `-` or `.` between them, or a text in quotes.
fn tag_at(tokens: &[TokenTree], start: usize, schema: Schema<'_>) -> Option<Tag> {
    match &tokens[start] {
        TokenTree::Literal(literal) => {
            let text = syn::parse_str::<syn::LitStr>(&literal.to_string()).ok()?;
            Some(Tag {
                place: start..start + 1,
                text: text.value(),
                written: Written::Quoted,
            })
        }
        TokenTree::Ident(name) => {
            let mut text = name.to_string();
            let mut end = start + 1;
            if schema.find(&text).is_some() {
                return Some(Tag {
                    place: start..end,
                    text,
                    written: Written::Plain,
                });
            }
            while let [TokenTree::Punct(sign), TokenTree::Ident(word), ..] = &tokens[end..] {
                if !matches!(sign.as_char(), '-' | '.') {
                    break;
                }
                text.extend(["_", &word.to_string()]);
                end += 2;
            }
            Some(Tag {
                written: if end == start + 1 {
                    Written::Plain
                } else {
                    Written::Parts
                },
                place: start..end,
                text,
            })
        }
        _ => None,
    }
}

/// What is wrong around or with a tag that the catalogue has.
fn known(tokens: &[TokenTree], tag: &Tag, record: Record<'_>, schema: Schema<'_>) -> Mistake {
    let (before, after) = (&tokens[..tag.place.start], &tokens[tag.place.end..]);
    let (what, place) = if !before.is_empty() {
        (what_is_before(before), before)
    } else if tag.written == Written::Quoted {
        (
            "a tag is written without quotes",
            &tokens[tag.place.clone()],
        )
    } else if tag.written == Written::Parts {
        ("a tag is written with `_`", &tokens[tag.place.clone()])
    } else if let Some((dot, method)) = method(after) {
        let text = format!(
            "a method comes after the call; write `{}!(…).{method}()`",
            names::macro_name(schema.prefix)
        );
        return Mistake::over(&stream(&after[dot..]), text);
    } else if record.fields().next().is_none() {
        return Mistake::over(&stream(after), no_fields(record, schema));
    } else {
        let is_brace = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        match after.iter().position(is_brace) {
            Some(0) => ("nothing follows the braces", &after[1..]),
            Some(at) => ("the braces come right after the tag", &after[..at]),
            None => ("fields are written in braces", after),
        }
    };
    let text = format!("{what}; write `{}`", example(record, schema));
    Mistake::over(&stream(place), text)
}

/// The method of `KMD_X.to_string()` or `KMD_X { … }.to_string()`, and where its dot is.
fn method(after: &[TokenTree]) -> Option<(usize, &Ident)> {
    let dot = usize::from(matches!(after.first(), Some(TokenTree::Group(_))));
    match after.get(dot..) {
        Some([TokenTree::Punct(sign), TokenTree::Ident(name), ..]) if sign.as_char() == '.' => {
            Some((dot, name))
        }
        _ => None,
    }
}

fn what_is_before(before: &[TokenTree]) -> &'static str {
    let names_a_level = |token: &TokenTree| {
        let TokenTree::Ident(name) = token else {
            return false;
        };
        matches!(
            &*name.to_string(),
            "Severity" | "Facility" | "Level" | "Kind"
        )
    };
    if before.iter().any(names_a_level) {
        "severity and facility come from the catalogue"
    } else if matches!(before, [.., TokenTree::Punct(colon)] if colon.as_char() == ':') {
        "a tag is written without a path"
    } else {
        "the tag comes first"
    }
}

/// What surely are values among `tokens`, and no tags: they are handed on, so that their variables are used.
fn values(tokens: &[TokenTree], schema: Schema<'_>) -> Vec<TokenStream> {
    let mut values = Vec::new();
    for item in split::fields(stream(tokens)) {
        let groups = item.iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(group),
            _ => None,
        });
        let begins_with_group = matches!(item.first(), Some(TokenTree::Group(_)));
        let mut fields = groups
            .filter(|group| begins_with_group || group.delimiter() == Delimiter::Brace)
            .peekable();
        if fields.peek().is_some() {
            for group in fields {
                values.extend(values_of_fields(group.stream()));
            }
        } else {
            let is_value = |value: &TokenStream| {
                is_plain_stream(value) && schema.find(&value.to_string()).is_none()
            };
            values.extend(value(field(item)).filter(is_value));
        }
    }
    values
}

/// The values of fields; those with a name are taken as they are.
fn values_of_fields(tokens: TokenStream) -> impl Iterator<Item = TokenStream> {
    split::fields(tokens)
        .into_iter()
        .map(field)
        .filter_map(value)
}

/// What is surely a value of something that stands between two commas.
pub(super) fn value(field: Field) -> Option<TokenStream> {
    match field {
        Field::Named { value, .. } => (!value.is_empty()).then_some(value),
        Field::Unnamed(tokens) => is_plain(&tokens).then(|| stream(&tokens)),
        Field::Base(_) => None,
    }
}

fn is_plain_stream(tokens: &TokenStream) -> bool {
    is_plain(&tokens.clone().into_iter().collect::<Vec<_>>())
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}
