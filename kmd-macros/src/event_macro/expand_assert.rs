//! `assert_logged!` and `assert_not_logged!`: a log, a message and patterns to a call of the search.
//!
//! ```text
//! (R::__private::function)(&(log), "X", &[("field", "pattern"), …], &|event: &_, seen: &mut _| {
//!     let &X { field: ref value, .. } = event;
//!     let value = R::__private::FieldValue::matched(value);
//!     seen.push(R::__private::check(matches!(value, pattern), &value));
//! })
//! ```
//!
//! The compiler finds unknown messages and fields, missing fields and wrong types, since they are in a pattern.

use std::slice;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};

use super::conversion::located;
use super::expand_log::reference;
use super::split::{at_first_comma, fields};
use super::token_text::token_text;
use super::value::{found, is_punct};
use crate::diagnostic::Diagnostic;

/// What the call expects of a field.
enum Matcher {
    /// A variable or a constant with which the value is compared.
    Name(Ident),
    /// A pattern, possibly with a condition.
    Pattern(TokenStream),
}

/// The arguments of a call.
struct Arguments {
    log: Vec<TokenTree>,
    /// The path of the message.
    message: Vec<TokenTree>,
    fields: Vec<(Ident, Matcher)>,
    /// The `..` at the end.
    rest: Vec<TokenTree>,
    /// The span of the fields.
    span: Span,
}

/// Expands `(runtime path) function call`. The macros of `kmd-events` add the first two parts.
pub(super) fn expand(input: TokenStream) -> TokenStream {
    let parts = |input: ParseStream<'_>| -> syn::Result<(Group, Ident, TokenStream)> {
        Ok((input.parse()?, input.parse()?, input.parse()?))
    };
    let Ok((runtime, function, call)) = parts.parse2(input) else {
        return Diagnostic::spanning(&[], "call `assert_logged!` of `kmd-events`").to_compile_error();
    };
    match arguments(call) {
        Ok(arguments) => expression(&runtime.stream(), &function, &arguments),
        Err(diagnostic) => diagnostic.to_compile_error(),
    }
}

/// Parses the arguments.
fn arguments(call: TokenStream) -> Result<Arguments, Diagnostic> {
    const EXAMPLE: &str = "for example `assert_logged!(log, APP_LOGIN { user: \"ada\", .. })`";
    let tokens: Vec<TokenTree> = call.into_iter().collect();
    let (log, message) = match at_first_comma(&tokens) {
        Some((log, message)) if !log.is_empty() && !message.is_empty() => (log, message),
        _ => {
            let text = "expected a log, `,` and a message";
            return Err(Diagnostic::spanning(tokens.split_at(tokens.len().saturating_sub(1)).1, text).help(EXAMPLE));
        }
    };
    let message = match message {
        [message @ .., comma] if is_punct(comma, ",") => message,
        message => message,
    };
    let (message, group) = match message {
        [message @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => (message, Some(group)),
        message => (message, None),
    };
    let Some(end) = message.last() else {
        return Err(Diagnostic::spanning(&tokens, "expected a message before the fields").help(EXAMPLE));
    };
    if let Some(comma) = message.iter().find(|token| is_punct(token, ",")) {
        return Err(Diagnostic::spanned(comma.span(), "expected `)` after the message, found `,`").help(EXAMPLE));
    }
    let is_fields =
        |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    let after_fields = message.iter().skip_while(|token| !is_fields(token)).nth(1);
    if let Some(wrong) = after_fields {
        let diagnostic = Diagnostic::spanned(
            wrong.span(),
            format!("expected `)` after the message, found {}", found(slice::from_ref(wrong))),
        );
        return Err(match wrong {
            TokenTree::Ident(word) if word == "if" => {
                diagnostic.help("write the condition after the pattern of a field, such as `port: p if p > 1023`")
            }
            _ => diagnostic.help(EXAMPLE),
        });
    }
    let is_path = |token: &TokenTree| matches!(token, TokenTree::Ident(_)) || is_punct(token, ":");
    if let Some(wrong) = message.iter().find(|token| !is_path(token)) {
        return Err(Diagnostic::spanned(wrong.span(), format!("expected a message, found `{wrong}`")).help(EXAMPLE));
    }
    let mut arguments = Arguments {
        log: log.to_vec(),
        message: message.to_vec(),
        fields: Vec::new(),
        rest: Vec::new(),
        span: group.map_or_else(|| end.span(), Group::span),
    };
    for tokens in fields(group.map(Group::stream).unwrap_or_default()) {
        match &tokens[..] {
            [one, two] if is_punct(one, ".") && is_punct(two, ".") => arguments.rest = tokens,
            [TokenTree::Ident(name)] => arguments.fields.push((raw(name), Matcher::Name(raw(name)))),
            [TokenTree::Ident(field), colon, TokenTree::Ident(name)] if is_punct(colon, ":") && name != "_" => {
                arguments.fields.push((raw(field), Matcher::Name(name.clone())));
            }
            [TokenTree::Ident(field), colon, and, TokenTree::Ident(name)]
                if is_punct(colon, ":") && is_punct(and, "&") =>
            {
                let text = format!("expected a name or a pattern, found `&{name}`");
                return Err(Diagnostic::spanned(and.span(), text).help(format!("write `{field}: {name}`")));
            }
            [.., TokenTree::Literal(literal), one, _] if is_punct(one, ".") && literal.to_string().ends_with('"') => {
                return Err(Diagnostic::spanned(one.span(), "expected `,`, found `..`"));
            }
            [TokenTree::Ident(field), colon, pattern @ ..] if is_punct(colon, ":") && !pattern.is_empty() => {
                let pattern = pattern.iter().cloned().collect();
                arguments.fields.push((raw(field), Matcher::Pattern(pattern)));
            }
            wrong => {
                let found: TokenStream = wrong.iter().cloned().collect();
                let text = format!("expected `field: pattern`, found `{found}`");
                return Err(Diagnostic::spanning(wrong, text).help(EXAMPLE));
            }
        }
    }
    for (index, (field, _)) in arguments.fields.iter().enumerate() {
        if arguments.fields[..index].iter().any(|(earlier, _)| earlier == field) {
            let text = format!("field `{}` specified more than once", field.unraw());
            return Err(Diagnostic::spanned(field.span(), text));
        }
    }
    Ok(arguments)
}

/// Returns the name of a field, which is raw if it is a keyword.
fn raw(name: &Ident) -> Ident {
    crate::ident::ident(&name.to_string(), name.span()).unwrap_or_else(|| name.clone())
}

/// Returns the call of the search.
fn expression(runtime: &TokenStream, function: &Ident, arguments: &Arguments) -> TokenStream {
    let Arguments { log, message, fields, rest, span } = arguments;
    let private = quote!(#runtime::__private);
    // Code in the call cannot see these names.
    let name = |name: &str| Ident::new(name, Span::mixed_site());
    let (event, seen) = (name("event"), name("seen"));
    let values: Vec<Ident> =
        (0..fields.len()).map(|index| format_ident!("value_{index}", span = Span::mixed_site())).collect();
    let names = fields.iter().map(|(field, _)| field);
    let expected = fields.iter().map(|(field, matcher)| {
        let field = field.unraw().to_string();
        let pattern = match matcher {
            Matcher::Name(name) => name.unraw().to_string(),
            Matcher::Pattern(pattern) => token_text(&pattern.clone().into_iter().collect::<Vec<_>>()),
        };
        quote!((#field, #pattern))
    });
    let rest_expected = (!rest.is_empty()).then(|| quote!(("..", "")));
    let expected = expected.chain(rest_expected);
    let checks = fields.iter().zip(&values).map(|((_, matcher), value)| match matcher {
        Matcher::Name(name) => {
            let is_equal = quote_spanned!(Span::call_site().located_at(name.span())=> #value == *expected);
            quote! {{
                let expected = &#name;
                #private::check_name(#is_equal, &#value, expected)
            }}
        }
        Matcher::Pattern(pattern) => quote!(#private::check(::core::matches!(#value, #pattern), &#value)),
    });
    let mut bound = Group::new(Delimiter::Brace, quote!(#(#names: ref #values,)* #(#rest)*));
    bound.set_span(*span);
    let path: TokenStream = message.iter().cloned().collect();
    let tag = token_text(message);
    let function = located(runtime, &["__private", &function.to_string()], log.first());
    let log = reference(log);
    quote! {
        #function(#log, #tag, &[#(#expected),*], &|#event: &_, #seen: &mut #private::Seen| {
            let &#path #bound = #event;
            #(
                let #values = #private::FieldValue::matched(#values);
                #seen.push(#checks);
            )*
        })
    }
}
