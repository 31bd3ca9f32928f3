//! Reports the mistakes of a call whose tag is known.

use kmd_catalog::suggest::{all_of, closest};
use proc_macro2::{Ident, TokenTree};
use syn::ext::IdentExt as _;

use super::help::{assignment, literal, no_fields, similar};
use super::pair::pair;
use super::validate::{Judged, Kind, Message};
use super::value::{first, found, is_simple_expr, to_source};
use crate::diagnostic::Diagnostic;

/// Returns the diagnostics in the order of the call, the one for missing fields last.
pub(super) fn report(
    message: &Message<'_>,
    items: &mut [Judged<'_>],
    tag: &Ident,
    has_braces: bool,
) -> Vec<Diagnostic> {
    let is_set = |name: &str| {
        let mut fields = items.iter().filter_map(|item| item.field);
        fields.any(|field| field.name() == name)
    };
    let names = message.fields.iter().map(|(name, _)| &**name);
    let mut missing: Vec<&str> = names.filter(|name| !is_set(name)).collect();
    let pairs = pairs(items, &mut missing);
    let is_unpaired = |(item, pair): (&Judged<'_>, &Vec<&str>)| {
        let is_wrong = matches!(
            item.kind,
            Kind::Unknown(..) | Kind::Unnamed(_) | Kind::Invalid
        );
        is_wrong && item.field.is_none() && pair.is_empty()
    };
    // Each of these stands for a missing field, whichever it is.
    let unpaired = items
        .iter()
        .zip(&pairs)
        .filter(|&it| is_unpaired(it))
        .count();
    let has_base = items.iter().any(|item| matches!(item.kind, Kind::Base));
    let is_positional = items
        .iter()
        .any(|item| matches!(item.kind, Kind::Unnamed(_)));

    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for (item, pair) in items.iter_mut().zip(&pairs) {
        let diagnostic = match &item.kind {
            Kind::Unknown(name, is_shorthand)
                if pair.is_empty() && *is_shorthand && is_positional =>
            {
                Some(unnamed(message, &[name.clone().into()], pair, &missing))
            }
            Kind::Unknown(name, _) => Some(unknown(message, name, pair, &missing)),
            Kind::Unnamed(tokens) => Some(unnamed(message, tokens, pair, &missing)),
            _ => item.diagnostic.take(),
        };
        // A mistake that is made several times is reported once.
        let is_new =
            |new: &Diagnostic| diagnostics.iter().all(|old| old.message() != new.message());
        diagnostics.extend(diagnostic.filter(is_new));
    }
    if missing.len() > unpaired && !has_base {
        diagnostics.push(missing_fields(message, &missing, tag, has_braces));
    }
    diagnostics
}

/// Returns for each item the missing fields that it may stand for, and removes the closest ones from `missing`.
fn pairs<'f>(items: &[Judged<'_>], missing: &mut Vec<&'f str>) -> Vec<Vec<&'f str>> {
    let name = |item: &Judged<'_>| match &item.kind {
        Kind::Unknown(name, _) => name.unraw().to_string(),
        _ => String::new(),
    };
    let names: Vec<String> = items.iter().map(name).collect();
    let mut pairs = pair(&names, missing);
    missing.retain(|field| pairs.iter().all(|pair| pair.first() != Some(field)));
    for (item, pair) in items.iter().zip(&mut pairs) {
        let Kind::Unnamed(tokens) = &item.kind else {
            continue;
        };
        // `value.name`, or the only field that is left.
        let has_name = |field: &&&str| {
            tokens
                .iter()
                .any(|token| matches!(token, TokenTree::Ident(name) if name == *field))
        };
        let named = missing.iter().find(has_name);
        let only = missing.first().filter(|_| missing.len() == 1);
        pair.extend(named.or(only).filter(|_| is_simple_expr(tokens)));
        missing.retain(|field| pair.first() != Some(field));
    }
    pairs
}

fn unknown(message: &Message<'_>, name: &Ident, pair: &[&str], missing: &[&str]) -> Diagnostic {
    let token = TokenTree::from(name.clone());
    if message.fields.is_empty() {
        return no_fields(&[token], message.entry, &message.macro_name);
    }
    let plain = name.unraw().to_string();
    let text = format!(
        "message `{}` has no field named `{plain}`",
        message.entry.tag
    );
    let diagnostic = Diagnostic::spanned(name.span(), text);
    let close = if pair.is_empty() {
        closest(&plain, message.fields.iter().map(|(name, _)| &**name))
    } else {
        pair.to_vec()
    };
    if close.is_empty() {
        diagnostic.note(available(message, missing))
    } else {
        diagnostic.help(similar("field", &close))
    }
}

fn unnamed(
    message: &Message<'_>,
    tokens: &[TokenTree],
    pair: &[&str],
    missing: &[&str],
) -> Diagnostic {
    if message.fields.is_empty() {
        return no_fields(tokens, message.entry, &message.macro_name);
    }
    let diagnostic = if is_simple_expr(tokens) {
        Diagnostic::spanning(tokens, "expected field, found expression")
    } else {
        Diagnostic::spanning(
            first(tokens),
            format!("expected field, found {}", found(tokens)),
        )
    };
    match pair.first() {
        Some(field) => diagnostic.help(format!("name the field: `{field}: {}`", to_source(tokens))),
        None => diagnostic.note(available(message, missing)),
    }
}

fn available(message: &Message<'_>, missing: &[&str]) -> String {
    if missing.is_empty() {
        format!("all fields of `{}` are already set", message.entry.tag)
    } else {
        format!("available fields are: {}", all_of(missing.iter().copied()))
    }
}

/// The most missing fields that are named in a message, as in those of rustc.
const MAX_NAMED: usize = 3;

fn missing_fields(
    message: &Message<'_>,
    missing: &[&str],
    tag: &Ident,
    has_braces: bool,
) -> Diagnostic {
    let plural = if missing.len() == 1 { "" } else { "s" };
    let names = match missing.len().checked_sub(MAX_NAMED) {
        None | Some(0) => all_of(missing.iter().copied()),
        Some(others) => {
            let named: Vec<String> = missing[..MAX_NAMED]
                .iter()
                .map(|name| format!("`{name}`"))
                .collect();
            let plural = if others == 1 { "" } else { "s" };
            format!("{} and {others} other field{plural}", named.join(", "))
        }
    };
    let entry = message.entry;
    let help = if has_braces {
        let fields = missing
            .iter()
            .filter_map(|name| message.find(name).map(assignment));
        format!("add `{}`", fields.collect::<Vec<_>>().join(", "))
    } else {
        format!("write `{}!({})`", message.macro_name, literal(entry))
    };
    Diagnostic::spanned(
        tag.span(),
        format!("missing field{plural} {names} in `{}`", entry.tag),
    )
    .help(help)
    .note(format!("its text is `{}`", entry.template))
}
