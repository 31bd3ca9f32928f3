//! The compile errors of the macros.

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;

/// A compile error with its `help:` and `note:` lines.
#[derive(Debug)]
pub(crate) struct Diagnostic {
    /// The spans of the first and the last wrong token.
    spans: (Span, Span),
    message: String,
    help: Vec<String>,
    notes: Vec<String>,
}

impl Diagnostic {
    /// Creates a diagnostic at one token.
    pub(crate) fn spanned(span: Span, message: impl Into<String>) -> Self {
        Self { spans: (span, span), message: message.into(), help: Vec::new(), notes: Vec::new() }
    }

    /// Creates a diagnostic that covers `tokens`, or the whole macro call if `tokens` is empty.
    pub(crate) fn spanning(tokens: &[TokenTree], message: impl Into<String>) -> Self {
        let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
        Self { spans: (span(tokens.first()), span(tokens.last())), ..Self::spanned(Span::call_site(), message) }
    }

    /// Adds a `help:` line.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Adds a `note:` line.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Returns the message, followed by each help and each note on a line of its own.
    fn text(&self) -> String {
        let mut text = self.message.clone();
        for (label, lines) in [("help", &self.help), ("note", &self.notes)] {
            for line in lines {
                text.extend(["\n", label, ": ", line]);
            }
        }
        text
    }

    /// Returns `compile_error! { "text" }`, which is valid as an item and as an expression.
    ///
    /// The compiler underlines a macro call from its first token to its last, so these two carry the spans of the wrong
    /// tokens.
    pub(crate) fn to_compile_error(&self) -> TokenStream {
        let (first, last) = self.spans;
        let mut text = Literal::string(&self.text());
        text.set_span(last);
        let mut braces = Group::new(Delimiter::Brace, TokenTree::from(text).into());
        braces.set_span(last);
        // `::core` with the span of the caller would not be found in a crate of edition 2015. The macro is built into the
        // compiler, so it needs no prelude.
        quote_spanned!(first=> compile_error! #braces)
    }
}

/// Converts a diagnostic to an error that a parser of `syn` can return.
impl From<Diagnostic> for syn::Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::new(diagnostic.spans.0, diagnostic.text())
    }
}
