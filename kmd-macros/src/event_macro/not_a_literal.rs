//! Diagnoses calls that are neither a tag nor a tag with fields in braces.

use kmd_catalog::names;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::help::{example, no_fields, unknown_tag};
use super::item::{Item, Syntax};
use super::split;
use super::value::{first, found, is_simple_expr, second_expr};
use crate::diagnostic::Diagnostic;
use crate::message_table::{Entry, MessageTable};

/// Returns the error for `tokens`. An unknown tag of an incomplete catalog has none: the error in the file explains it.
pub(super) fn diagnose(tokens: &[TokenTree], table: MessageTable<'_>) -> Option<Diagnostic> {
    let Some((token, rest)) = tokens.split_first() else {
        let diagnostic = Diagnostic::spanning(&[], "expected the tag of a message");
        return Some(with_example(diagnostic, table));
    };
    let literal = syn::parse2::<syn::LitStr>(token.clone().into()).ok();
    let tag = match token {
        TokenTree::Ident(tag) => tag.to_string(),
        _ => literal.as_ref().map_or(String::new(), syn::LitStr::value),
    };
    let not_a_tag = |found: &str| {
        let message = format!("expected the tag of a message, found {found}");
        Diagnostic::spanned(token.span(), message)
    };
    match (table.find(&tag), literal) {
        (Some(entry), None) => Some(after_tag(rest, entry, table)),
        (Some(entry), Some(_)) => {
            let help = format!("remove the quotes: `{}`", example(entry, table));
            Some(not_a_tag("string literal").help(help))
        }
        (None, Some(_)) if tag.contains(' ') => {
            let diagnostic = with_example(not_a_tag("string literal"), table);
            Some(diagnostic.note("the catalog defines the text"))
        }
        (None, None) if tag.is_empty() => Some(with_example(not_a_tag(&found(tokens)), table)),
        (None, _) => table
            .complete
            .then(|| unknown_tag(token.span(), &tag, table)),
    }
}

fn with_example(diagnostic: Diagnostic, table: MessageTable<'_>) -> Diagnostic {
    match table.entries().next() {
        Some(entry) => diagnostic.help(format!("for example `{}`", example(entry, table))),
        None => diagnostic,
    }
}

/// Returns the error for the tokens after a tag of the catalog.
fn after_tag(rest: &[TokenTree], entry: Entry<'_>, table: MessageTable<'_>) -> Diagnostic {
    let is_dot = |token: &TokenTree| matches!(token, TokenTree::Punct(dot) if dot.as_char() == '.');
    let after_end = match rest {
        [TokenTree::Group(group), rest @ ..] if group.delimiter() == Delimiter::Brace => rest,
        [dot, ..] if is_dot(dot) => rest,
        _ => &[],
    };
    if !after_end.is_empty() {
        let message = format!("expected end of input, found {}", found(after_end));
        let diagnostic = Diagnostic::spanning(after_end, message);
        // rustc proposes a method at this place where a string is expected.
        match after_end {
            [dot, TokenTree::Ident(method), ..] if is_dot(dot) => diagnostic.help(format!(
                "call the method on the event: `{}!(…).{method}()`",
                names::macro_name(table.prefix)
            )),
            _ => diagnostic,
        }
    } else if entry.fields().next().is_none() {
        no_fields(rest, entry, &names::macro_name(table.prefix))
    } else {
        let message = format!("expected `{{` after the tag, found {}", found(rest));
        let help = format!("use struct literal syntax: `{}`", example(entry, table));
        Diagnostic::spanning(first(rest), message).help(help)
    }
}

/// Returns the values in the tokens of a wrong call, so that rustc does not report their variables as unused.
pub(super) fn values(tokens: TokenStream, table: MessageTable<'_>) -> Vec<TokenStream> {
    let mut values = Vec::new();
    for item in split::fields(tokens) {
        match &item[..] {
            [TokenTree::Group(group), ..] => values.extend(self::values(group.stream(), table)),
            // A struct literal.
            [.., TokenTree::Ident(_), TokenTree::Group(group)]
                if group.delimiter() == Delimiter::Brace =>
            {
                values.extend(self::values(group.stream(), table));
            }
            _ => {
                values.extend(value(item).filter(|value| table.find(&value.to_string()).is_none()))
            }
        }
    }
    values
}

/// Returns the value of an item if it is an expression.
fn value(item: Vec<TokenTree>) -> Option<TokenStream> {
    let (value, is_named) = match Item::parse(item) {
        Item::Field { value, syntax, .. } => (value, matches!(syntax, Syntax::Colon)),
        Item::Other(tokens) => (tokens.into_iter().collect(), false),
        Item::Base(_) | Item::NoComma(..) => return None,
    };
    let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
    let is_expr =
        is_simple_expr(&tokens) || is_named && !tokens.is_empty() && second_expr(&tokens).is_none();
    is_expr.then_some(value)
}
