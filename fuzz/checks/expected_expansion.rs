//! The expansions that calls must have, and their comparison token by token, with the spacing of the operators.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};
use syn::ext::IdentExt as _;

use crate::message_table::raw_string;

/// The conversions of a field, each with the type in the message table.
pub(crate) const KINDS: [(&str, Option<&[&str]>); 6] = [
    ("u64", None),
    ("text", Some(&["IntoText", "into_text"])),
    ("ip?", Some(&["__private", "IntoOptionalIp", "into_optional_ip"])),
    ("bool", None),
    ("ip", Some(&["IntoIp", "into_ip"])),
    ("text?", Some(&["__private", "optional_text"])),
];

/// Returns the first tokens of a call: the paths and the table of a message with these fields.
pub(crate) fn table(names: &[Ident]) -> TokenStream {
    let fields = names.iter().zip(KINDS.iter().cycle()).map(|(name, (kind, _))| format!("{}:{kind}", name.unraw()));
    let fields: Vec<String> = fields.collect();
    let table = raw_string(&format!("ZQX\tZqx\tborrows\tcomplete\nZQX_REAL\tReal\tx\t{}", fields.join(",")));
    quote!((kmd_events) (crate) #table)
}

/// Returns `name: value` or `name: (path)(value)`.
pub(crate) fn assignment(name: &Ident, path: Option<&[&str]>, value: &TokenStream) -> TokenStream {
    let Some(path) = path.filter(|path| !has_any_type(value, path)) else {
        return quote!(#name: #value);
    };
    let path = path.iter().map(|segment| format_ident!("{segment}"));
    quote!(#name: (kmd_events::#(#path)::*)(#value))
}

/// Returns whether a value is not converted, since its type would not be known: `todo!()`, and `None` in an optional
/// field.
fn has_any_type(value: &TokenStream, path: &[&str]) -> bool {
    let mut tokens = value.clone().into_iter();
    // An invisible group is a value that another macro has parsed.
    if matches!(tokens.next(), None | Some(TokenTree::Group(_))) {
        return false;
    }
    let last = tokens.last().map_or_else(|| value.to_string(), |last| last.to_string());
    let may_be_macro = value.clone().into_iter().nth(1).is_some_and(|second| second.to_string() == "!");
    if last != "None" && !may_be_macro {
        return false;
    }
    match syn::parse2(value.clone()) {
        Ok(syn::Expr::Macro(call)) => {
            call.attrs.is_empty() && ["todo", "unimplemented"].iter().any(|name| call.mac.path.is_ident(name))
        }
        // A jump has any type, too, and a word before `None` is taken for a part of its path.
        Ok(
            syn::Expr::Return(syn::ExprReturn { attrs, expr: Some(value), .. })
            | syn::Expr::Break(syn::ExprBreak { attrs, label: None, expr: Some(value), .. }),
        ) => attrs.is_empty() && has_any_type(&value.to_token_stream(), path),
        Ok(syn::Expr::Path(value)) if path.contains(&"__private") => {
            let has_arguments = value.path.segments.iter().any(|segment| !segment.arguments.is_none());
            value.attrs.is_empty() && value.qself.is_none() && !has_arguments
        }
        _ => false,
    }
}

/// Returns the expansion of a call with these fields.
pub(crate) fn event(fields: &[TokenStream]) -> TokenStream {
    quote!(<crate::ZqxEvent<'_> >::Real(crate::events::ZQX_REAL { #(#fields,)* }))
}

/// Returns the expansion of a call of the log macro.
pub(crate) fn log(sink: &TokenStream, event: &TokenStream) -> TokenStream {
    quote! {
        match (kmd_events::__private::enabled)(&(#sink), crate::events::Real::MESSAGE) {
            ::core::option::Option::Some(sink) => sink.log(&#event),
            ::core::option::Option::None => ::core::result::Result::Ok(()),
        }
    }
}

/// Returns the expansion of an assertion, without the list of the patterns as text.
pub(crate) fn assertion(log: &TokenStream, patterns: &[TokenStream; 3]) -> TokenStream {
    let checks = patterns.iter().enumerate().map(|(at, pattern)| {
        let value = format_ident!("value_{at}");
        quote! {
            let #value = kmd_events::__private::FieldValue::matched(#value);
            seen.push(kmd_events::__private::check(::core::matches!(#value, #pattern), &#value));
        }
    });
    quote! {
        (kmd_events::__private::expect_logged)(
            &(#log), "ZQX_REAL", &[],
            &|event: &_, seen: &mut kmd_events::__private::Seen| {
                let &ZQX_REAL { first: ref value_0, second: ref value_1, third: ref value_2, } = event;
                #(#checks)*
            }
        )
    }
}

/// Empties the list of the patterns as text, which has its own tests.
pub(crate) fn without_texts(expansion: TokenStream) -> TokenStream {
    let mut all: Vec<TokenTree> = expansion.into_iter().collect();
    if let Some(TokenTree::Group(arguments)) = all.last() {
        let mut inside: Vec<TokenTree> = arguments.stream().into_iter().collect();
        // `&(log), "TAG", &[…], …`
        if let Some(TokenTree::Group(texts)) = inside.get_mut(6) {
            *texts = Group::new(texts.delimiter(), TokenStream::new());
        }
        let arguments = Group::new(arguments.delimiter(), inside.into_iter().collect());
        all.pop();
        all.push(arguments.into());
    }
    all.into_iter().collect()
}

/// Compares the expansion of a call with the expected one.
pub(crate) fn compare(
    head: &TokenStream,
    text: &str,
    expand: impl Fn(TokenStream) -> TokenStream,
    call: &TokenStream,
    expected: &TokenStream,
) -> Result<(), String> {
    let expansion = expand(quote!(#head #call));
    if is_same(&expansion, expected) {
        return Ok(());
    }
    Err(format!("{text}\nin the call\n{call}\nbecame\n{expansion}\ninstead of\n{expected}"))
}

/// Returns whether two streams have the same tokens with the same spacing.
fn is_same(one: &TokenStream, other: &TokenStream) -> bool {
    let (mut one, mut other) = (one.clone().into_iter(), other.clone().into_iter());
    loop {
        let is_same = match (one.next(), other.next()) {
            (None, None) => return true,
            (Some(TokenTree::Group(one)), Some(TokenTree::Group(other))) => {
                one.delimiter() == other.delimiter() && is_same(&one.stream(), &other.stream())
            }
            (Some(TokenTree::Ident(one)), Some(TokenTree::Ident(other))) => one == other,
            (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(other))) => {
                one.as_char() == other.as_char() && one.spacing() == other.spacing()
            }
            (Some(TokenTree::Literal(one)), Some(TokenTree::Literal(other))) => one.to_string() == other.to_string(),
            _ => false,
        };
        if !is_same {
            return false;
        }
    }
}
