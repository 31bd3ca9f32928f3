//! Diagnostics for calls that are neither a tag nor a tag with fields in braces.

use proc_macro2::{Delimiter, Ident, TokenTree};

use super::help::{Message, no_fields, unknown_tag};
use super::value::{first, found, is_punct};
use crate::diagnostic::Diagnostic;
use crate::message_table::MessageTable;

/// Returns the error for `tokens`. Returns `None` for an unknown tag of an incomplete catalog, since the error in the
/// file explains it.
pub(super) fn diagnose(tokens: &[TokenTree], table: MessageTable<'_>) -> Option<Diagnostic> {
    let Some((token, rest)) = tokens.split_first() else {
        let diagnostic = Diagnostic::spanning(&[], "expected the tag of a message");
        return Some(with_example(diagnostic, table));
    };
    if let Some((path, tag)) = path_of_tag(tokens, table) {
        let diagnostic = Diagnostic::spanning(path, "expected the tag of a message, found a path");
        return Some(diagnostic.help(format!("write only the tag: `{tag}`")));
    }
    let quoted: Option<syn::LitStr> = syn::parse2(token.clone().into()).ok();
    let (tag, found) = match (token, &quoted) {
        (TokenTree::Ident(tag), _) => (tag.to_string(), String::new()),
        (_, Some(quoted)) => (quoted.value(), "string literal".to_owned()),
        _ => (String::new(), found(tokens)),
    };
    let message = format!("expected the tag of a message, found {found}");
    let expected_tag = Diagnostic::spanning(first(tokens), message);
    let message = table.find(&tag).map(|entry| Message::new(entry, table));
    match message {
        Some(message) if quoted.is_none() => Some(after_tag(rest, &message)),
        Some(message) => Some(expected_tag.help(format!("remove the quotes: `{}`", message.example()))),
        None if tag.contains(' ') => Some(with_example(expected_tag, table).note("the catalog defines the text")),
        None if tag.is_empty() => Some(with_example(expected_tag, table)),
        None => table.complete.then(|| unknown_tag(token.span(), &tag, table)),
    }
}

/// Returns the path at the beginning of a call and the tag of the catalog at its end, as in `events::KMD_X { … }`.
fn path_of_tag<'t>(tokens: &'t [TokenTree], table: MessageTable<'_>) -> Option<(&'t [TokenTree], &'t Ident)> {
    let path = match tokens {
        [path @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => path,
        path => path,
    };
    let is_path = |token: &TokenTree| matches!(token, TokenTree::Ident(_)) || is_punct(token, ":");
    match path {
        [.., colon, TokenTree::Ident(tag)] if is_punct(colon, ":") && path.iter().all(is_path) => {
            table.find(&tag.to_string()).map(|_| (path, tag))
        }
        _ => None,
    }
}

pub(super) fn with_example(diagnostic: Diagnostic, table: MessageTable<'_>) -> Diagnostic {
    match table.entries().next() {
        Some(entry) => {
            let example = Message::new(entry, table).example();
            diagnostic.help(format!("for example `{example}`"))
        }
        None => diagnostic,
    }
}

/// Returns the error for the tokens after a tag of the catalog.
fn after_tag(rest: &[TokenTree], message: &Message<'_>) -> Diagnostic {
    let after_end = match rest {
        [TokenTree::Group(group), rest @ ..] if group.delimiter() == Delimiter::Brace => rest,
        [dot, ..] if is_punct(dot, ".") => rest,
        _ => &[],
    };
    let text = format!("expected end of input, found {}", found(after_end));
    let unexpected = Diagnostic::spanning(after_end, text);
    match after_end {
        // rustc suggests a method call at this place if it expects a string.
        [dot, TokenTree::Ident(method), ..] if is_punct(dot, ".") => {
            unexpected.help(format!("call the method on the event: `{}!(…).{method}()`", message.event_macro_name()))
        }
        [] if message.names().is_empty() => no_fields(rest, message),
        [] => {
            let text = format!("expected `{{` after the tag, found {}", found(rest));
            let help = format!("use struct literal syntax: `{}`", message.example());
            Diagnostic::spanning(first(rest), text).help(help)
        }
        _ => unexpected,
    }
}
