//! Validation of a call. Its items are classified, the wrong items are paired with missing fields, and the mistakes are
//! reported in the order of the call.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use super::classify::{Classified, classify};
use super::help::{Message, unknown_tag};
use super::not_a_literal::diagnose;
use super::report::report;
use crate::diagnostic::Diagnostic;
use crate::message_table::{Entry, Field, MessageTable};

/// A validated call.
#[derive(Default)]
pub(super) struct Call<'m> {
    /// The tag and the braces, if the call is a struct literal.
    pub(super) literal: Option<(Ident, Option<Group>)>,
    /// The message of the tag, if the catalog has it.
    pub(super) entry: Option<Entry<'m>>,
    pub(super) items: Vec<Classified>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Validates the tokens of a call.
pub(super) fn validate(tokens: TokenStream, table: MessageTable<'_>) -> Call<'_> {
    let mut tokens: Vec<TokenTree> = ungroup(tokens).into_iter().collect();
    // A trailing comma is allowed, as in calls of other macros.
    if matches!(&tokens[..], [_, .., TokenTree::Punct(comma)] if comma.as_char() == ',') {
        tokens.pop();
    }
    // In `$tag:path { … }` of another macro, the tag is in a group.
    if let Some(TokenTree::Group(group)) = tokens.first() {
        if group.delimiter() == Delimiter::None {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            tokens.splice(..1, inside);
        }
    }
    let (tag, braces) = match &tokens[..] {
        [TokenTree::Ident(tag)] => (tag, None),
        [TokenTree::Ident(tag), TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => (tag, Some(group)),
        _ => {
            return Call { diagnostics: Vec::from_iter(diagnose(&tokens, table)), ..Call::default() };
        }
    };
    let name = tag.unraw().to_string();
    let entry = table.find(&name);
    let fields: Vec<Field<'_>> = entry.into_iter().flat_map(Entry::fields).collect();
    let body = braces.map(Group::stream).unwrap_or_default();
    let mut items = classify(body, &fields);
    let diagnostics = match entry {
        Some(entry) => {
            let message = Message::new(entry, table);
            report(&message, &mut items, tag.span(), braces.is_some())
        }
        // An incomplete catalog does not have all messages of its file, and the error in the file explains this.
        None => Vec::from_iter(table.complete.then(|| unknown_tag(tag.span(), &name, table))),
    };
    Call { literal: Some((tag.clone(), braces.cloned())), entry, items, diagnostics }
}

/// Returns the tokens without the invisible groups that a `$x:expr` or `$x:literal` of another macro puts around them.
fn ungroup(tokens: TokenStream) -> TokenStream {
    let mut iter = tokens.clone().into_iter();
    match (iter.next(), iter.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => ungroup(group.stream()),
        _ => tokens,
    }
}
