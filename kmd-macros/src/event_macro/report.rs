//! Diagnostics for a call whose tag is known.

use std::collections::HashSet;

use kmd_catalog::suggest::{all_of, closest, similar};
use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt as _;

use super::classify::{Classified, Kind};
use super::help::{Message, assignment, no_fields, set_all};
use super::pair::pair;
use super::value::{first, found, is_simple_expr, to_source};
use crate::diagnostic::Diagnostic;
use crate::message_table::Field;

/// Returns the diagnostics in the order of the call, the one for missing fields last.
pub(super) fn report(message: &Message<'_>, items: &mut [Classified], tag: Span, has_braces: bool) -> Vec<Diagnostic> {
    let is_right = |item: &Classified| matches!(item.kind, Kind::Set(..)) && item.diagnostic.is_none();
    let is_set = |name: &str| items.iter().any(|item| item.field.as_deref() == Some(name));
    // Most calls have no mistakes. This check saves a tenth of the time that they take.
    if items.iter().all(is_right) && message.entry.fields().all(|field| is_set(field.name)) {
        return Vec::new();
    }
    let mut unset = message.names();
    unset.retain(|name| !is_set(name));
    let tails: Vec<usize> =
        message.entry.fields().filter(|field| is_set(field.name)).filter_map(|field| field.tail).collect();
    let in_tails = message.names_in_tails();
    let pairs = pairs(items, &mut unset, &in_tails);
    let is_unnamed = |item: &Classified| matches!(item.kind, Kind::Unnamed(_));
    let has_unnamed = items.iter().any(is_unnamed);

    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    // The number of missing fields that another mistake explains.
    let mut explained: usize = 0;
    for (item, pair) in items.iter_mut().zip(&pairs) {
        let (explains, diagnostic) = match &item.kind {
            // The item may be a value or a name.
            Kind::Unknown { name, is_shorthand } if *is_shorthand && has_unnamed && pair.is_empty() => {
                let token = name.clone().into();
                (1, Some(unnamed(message, &[token], pair, &unset)))
            }
            Kind::Unknown { name, .. } => {
                let token = name.clone().into();
                (1, Some(unknown(message, token, pair, &unset)))
            }
            Kind::Unnamed(tokens) => (1, Some(unnamed(message, tokens, pair, &unset))),
            Kind::Base(tokens) => (usize::MAX, Some(base(message, tokens))),
            Kind::Invalid { hides_field: true } => (1, item.diagnostic.take()),
            Kind::Set(..) | Kind::Invalid { .. } => (0, item.diagnostic.take()),
        };
        if pair.is_empty() {
            explained = explained.saturating_add(explains);
        }
        // A repeated mistake is reported once.
        diagnostics.extend(diagnostic.filter(|new| {
            let mut old = diagnostics.iter();
            old.all(|old| old.message() != new.message())
        }));
    }
    // An optional field may be left out, except from a tail that has another value.
    let is_missing = |field: &Field<'_>| {
        let is_in_tail = field.tail.is_some_and(|tail| tails.contains(&tail));
        let is_needed = !field.is_optional || is_in_tail && !field.has_absent_word;
        is_needed && unset.contains(&field.name)
    };
    let missing: Vec<Field<'_>> = message.entry.fields().filter(is_missing).collect();
    if missing.len() > explained {
        diagnostics.push(missing_fields(message, &missing, tag, has_braces));
    }
    diagnostics
}

/// Returns the missing fields that each item may be meant for, and removes the closest ones from `missing`.
fn pairs<'f>(items: &[Classified], missing: &mut Vec<&'f str>, in_tails: &[&str]) -> Vec<Vec<&'f str>> {
    let name = |item: &Classified| match &item.kind {
        Kind::Unknown { name, .. } => name.unraw().to_string(),
        _ => String::new(),
    };
    let names: Vec<String> = items.iter().map(name).collect();
    let mut pairs = pair(&names, missing, in_tails);
    missing.retain(|field| pairs.iter().all(|pair| pair.first() != Some(field)));
    for (item, pair) in items.iter().zip(&mut pairs) {
        let Kind::Unnamed(tokens) = &item.kind else {
            continue;
        };
        // The field is named in `value.name`, or it is the only one left.
        let names: Vec<String> = tokens.iter().map(ToString::to_string).collect();
        let mut named = missing.iter().filter(|field| names.iter().any(|name| name == *field));
        let usual = usual(missing, in_tails);
        let only = usual.first().filter(|_| usual.len() == 1);
        pair.extend(named.next().or(only).filter(|_| is_simple_expr(tokens)));
        missing.retain(|field| pair.first() != Some(field));
    }
    pairs
}

/// Returns the names outside of tails, or all of them if there are no others.
fn usual<'f>(names: &[&'f str], in_tails: &[&str]) -> Vec<&'f str> {
    let outside = names.iter().copied().filter(|name| !in_tails.contains(name));
    let outside: Vec<&str> = outside.collect();
    if outside.is_empty() { names.to_vec() } else { outside }
}

fn unknown(message: &Message<'_>, name: TokenTree, pair: &[&str], missing: &[&str]) -> Diagnostic {
    let names = message.names();
    if names.is_empty() {
        return no_fields(&[name], message);
    }
    let plain = name.to_string();
    let plain = plain.trim_start_matches("r#");
    let tag = message.entry.tag;
    let text = format!("message `{tag}` has no field named `{plain}`");
    let diagnostic = Diagnostic::spanned(name.span(), text);
    let close = match pair {
        [] => closest(plain, names.iter().copied()),
        _ => pair.to_vec(),
    };
    match similar("field", &close) {
        Some(help) => diagnostic.help(help),
        None => diagnostic.note(available(message, missing)),
    }
}

fn unnamed(message: &Message<'_>, tokens: &[TokenTree], pair: &[&str], missing: &[&str]) -> Diagnostic {
    let diagnostic = if message.names().is_empty() {
        return no_fields(tokens, message);
    } else if is_simple_expr(tokens) {
        Diagnostic::spanning(tokens, "expected field, found expression")
    } else {
        let text = format!("expected field, found {}", found(tokens));
        Diagnostic::spanning(first(tokens), text)
    };
    match pair.first() {
        Some(field) => diagnostic.help(format!("name the field: `{field}: {}`", to_source(tokens))),
        None => diagnostic.note(available(message, missing)),
    }
}

fn base(message: &Message<'_>, tokens: &[TokenTree]) -> Diagnostic {
    let what = "base expression (`..`) is not supported";
    Diagnostic::spanning(tokens, format!("{what} in `{}!`", message.macro_name())).help(set_all(message.entry))
}

fn available(message: &Message<'_>, missing: &[&str]) -> String {
    if missing.is_empty() {
        format!("all fields of `{}` are already set", message.entry.tag)
    } else {
        format!("available fields are: {}", all_of(usual(missing, &message.names_in_tails())))
    }
}

fn missing_fields(message: &Message<'_>, missing: &[Field<'_>], tag: Span, has_braces: bool) -> Diagnostic {
    let all: Vec<&str> = missing.iter().map(|field| field.name).collect();
    // rustc names the same number of fields.
    let names = match &all[..] {
        [name] => format!("field `{name}`"),
        [a, b, c, _] => format!("fields `{a}`, `{b}`, `{c}` and 1 other field"),
        [a, b, c, _, rest @ ..] => {
            let others = rest.len() + 1;
            format!("fields `{a}`, `{b}`, `{c}` and {others} other fields")
        }
        _ => format!("fields {}", all_of(all)),
    };
    let entry = message.entry;
    let help = if has_braces {
        let fields: Vec<String> = missing.iter().copied().map(assignment).collect();
        format!("add `{}`", fields.join(", "))
    } else {
        format!("write `{}`", message.example())
    };
    let mut notes: Vec<String> = Vec::new();
    if missing.iter().any(|field| !field.is_optional) {
        notes.push(format!("its text is `{}`", entry.template));
    }
    for field in missing {
        let tail = field.tail.and_then(|tail| entry.tail(tail));
        notes.extend(tail.map(|tail| format!("the optional text `{tail}` has all of its values or none")));
        notes.extend(message.variants(*field));
    }
    let diagnostic = Diagnostic::spanned(tag, format!("missing {names} in `{}`", entry.tag)).help(help);
    let mut seen = HashSet::new();
    notes.into_iter().filter(|note| seen.insert(note.clone())).fold(diagnostic, Diagnostic::note)
}
