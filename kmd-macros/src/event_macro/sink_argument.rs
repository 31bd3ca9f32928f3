//! The first argument of a log macro: the sink, which a comma separates from the call.

use kmd_catalog::names;
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use super::help::{Message, literal};
use super::not_a_literal::with_example;
use super::split;
use super::value::{is_punct, is_simple_expr, to_source};
use crate::diagnostic::Diagnostic;
use crate::message_table::MessageTable;

/// The arguments of a log macro.
#[derive(Default)]
pub(super) struct LogArguments {
    /// The tokens of the sink. They are empty if it is missing.
    pub(super) sink: Vec<TokenTree>,
    /// The tokens of the call. They are empty if the message is missing.
    pub(super) call: TokenStream,
    /// A value that is neither the sink nor part of the call.
    pub(super) unused: TokenStream,
    pub(super) diagnostic: Option<Diagnostic>,
}

/// Separates the sink from the call.
pub(super) fn separate(tokens: TokenStream, table: MessageTable<'_>) -> LogArguments {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let without_comma = match &tokens[..] {
        [rest @ .., comma] if !rest.is_empty() && is_punct(comma, ",") => rest,
        all => all,
    };
    if split::at_first_comma(without_comma).is_none() {
        return without_separator(without_comma, table);
    }
    let Some((sink, call)) = split::at_first_comma(&tokens) else {
        return LogArguments::default();
    };
    if sink.is_empty() {
        let diagnostic = Diagnostic::spanning(&tokens[..1], "expected a sink, found `,`");
        let diagnostic = Some(with_example(diagnostic, table));
        return LogArguments { call: call.iter().cloned().collect(), diagnostic, ..LogArguments::default() };
    }
    if let [TokenTree::Literal(_)] = sink {
        return literal_as_sink(&sink[0], call, table);
    }
    if let [TokenTree::Ident(tag), rest @ ..] = sink {
        if is_message(tag, rest, table) {
            let unused = if is_simple_expr(call) { call.iter().cloned().collect() } else { TokenStream::new() };
            return LogArguments { unused, ..without_sink(sink, tag, call, table) };
        }
    }
    LogArguments { sink: sink.to_vec(), call: call.iter().cloned().collect(), ..LogArguments::default() }
}

/// Returns the arguments of a call without a comma between the sink and the message.
fn without_separator(tokens: &[TokenTree], table: MessageTable<'_>) -> LogArguments {
    let Some(last) = tokens.last() else {
        let diagnostic = Diagnostic::spanning(&[], "expected a sink and the tag of a message");
        return LogArguments { diagnostic: Some(with_example(diagnostic, table)), ..LogArguments::default() };
    };
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Ident(tag) = token else {
            continue;
        };
        let (sink, call) = tokens.split_at(at);
        let follows_path = sink.last().is_some_and(|token| is_punct(token, ":.&"));
        if follows_path || !is_message(tag, &call[1..], table) {
            continue;
        }
        if sink.is_empty() {
            return without_sink(call, tag, &[], table);
        }
        let text = format!("expected `,` after the sink, found `{tag}`");
        let help = format!("add a comma: `{}, {tag}`", to_source(sink));
        let diagnostic = Diagnostic::spanned(tag.span(), text);
        let diagnostic = Some(if is_simple_expr(sink) { diagnostic.help(help) } else { diagnostic });
        let call = call.iter().cloned().collect();
        return LogArguments { sink: sink.to_vec(), call, diagnostic, ..LogArguments::default() };
    }
    if let [literal @ TokenTree::Literal(_)] = tokens {
        return literal_as_sink(literal, &[], table);
    }
    let diagnostic = Diagnostic::spanned(last.span(), "expected `,` and the tag of a message after the sink");
    let diagnostic = Some(with_example(diagnostic, table));
    LogArguments { sink: tokens.to_vec(), diagnostic, ..LogArguments::default() }
}

/// Returns the arguments of a call that has a literal in place of the sink, such as the text of another log macro.
fn literal_as_sink(literal: &TokenTree, call: &[TokenTree], table: MessageTable<'_>) -> LogArguments {
    let quoted: Option<syn::LitStr> = syn::parse2(literal.clone().into()).ok();
    let found = if quoted.is_some() { "string literal".to_owned() } else { format!("`{literal}`") };
    let diagnostic = Diagnostic::spanned(literal.span(), format!("expected a sink, found {found}"));
    let mut diagnostic = with_example(diagnostic, table);
    if quoted.is_some_and(|text| text.value().contains(' ')) {
        diagnostic = diagnostic.note("the catalog defines the text");
    }
    // What follows a text is its arguments and not a message.
    let is_call = matches!(call, [TokenTree::Ident(tag), rest @ ..] if is_message(tag, rest, table));
    let call = if is_call { call.iter().cloned().collect() } else { TokenStream::new() };
    LogArguments { call, diagnostic: Some(diagnostic), ..LogArguments::default() }
}

/// Returns the arguments of a call that begins with the message. `rest` follows it, which may be the sink.
fn without_sink(call: &[TokenTree], tag: &Ident, rest: &[TokenTree], table: MessageTable<'_>) -> LogArguments {
    let entry = table.find(&tag.unraw().to_string());
    let log = names::log_macro_name(table.prefix);
    let diagnostic = Diagnostic::spanned(tag.span(), format!("expected a sink, found message `{tag}`"));
    let diagnostic = match entry {
        Some(entry) if is_simple_expr(rest) => {
            diagnostic.help(format!("put the sink first: `{log}!({}, {})`", to_source(rest), literal(entry)))
        }
        Some(entry) => {
            let example = Message::new(entry, table).example();
            diagnostic.help(format!("put a sink before the message: `{example}`"))
        }
        None => diagnostic.help(format!("put a sink before the message: `{log}!(sink, {tag})`")),
    };
    LogArguments { call: call.iter().cloned().collect(), diagnostic: Some(diagnostic), ..LogArguments::default() }
}

/// Returns whether `tag` and the tokens after it are a message: a known tag, or one that looks like a tag of the
/// catalog.
fn is_message(tag: &Ident, rest: &[TokenTree], table: MessageTable<'_>) -> bool {
    let has_form = match rest {
        [] => true,
        [TokenTree::Group(group)] => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    let name = tag.unraw().to_string();
    has_form && (table.find(&name).is_some() || !rest.is_empty() && names::is_tag_of(table.prefix, &name))
}
