//! A mistake in Rust code that calls one of the macros: what is wrong and which tokens are.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

/// One compile error to be.
#[derive(Debug)]
pub(crate) struct Mistake {
    /// The first and the last of the wrong tokens.
    spans: (Span, Span),
    text: String,
}

impl Mistake {
    /// A mistake at one token.
    pub(crate) fn at(span: Span, text: impl Into<String>) -> Self {
        Self {
            spans: (span, span),
            text: text.into(),
        }
    }

    /// A mistake that covers all of `tokens`; the whole macro call if there are none.
    pub(crate) fn over(tokens: &TokenStream, text: impl Into<String>) -> Self {
        let mut spans = tokens.clone().into_iter().map(|token| token.span());
        let first = spans.next().unwrap_or_else(Span::call_site);
        Self {
            spans: (first, spans.last().unwrap_or(first)),
            text: text.into(),
        }
    }

    /// `::core::compile_error! { "text" }`, an item or an expression.
    ///
    /// The compiler underlines a macro call from its first token to its last, so these two carry the
    /// spans of the wrong tokens.
    pub(crate) fn to_compile_error(&self) -> TokenStream {
        let (first, last) = self.spans;
        let punct = |char, spacing| {
            let mut punct = Punct::new(char, spacing);
            punct.set_span(first);
            TokenTree::from(punct)
        };
        let ident = |name| TokenTree::from(Ident::new(name, first));
        let mut text = Literal::string(&self.text);
        text.set_span(last);
        let mut braces = Group::new(Delimiter::Brace, TokenTree::from(text).into());
        braces.set_span(last);
        [
            punct(':', Spacing::Joint),
            punct(':', Spacing::Alone),
            ident("core"),
            punct(':', Spacing::Joint),
            punct(':', Spacing::Alone),
            ident("compile_error"),
            punct('!', Spacing::Alone),
            braces.into(),
        ]
        .into_iter()
        .collect()
    }
}

impl From<syn::Error> for Mistake {
    fn from(error: syn::Error) -> Self {
        Self::at(error.span(), error.to_string())
    }
}
