//! The expression that a call expands to.
//!
//! ```text
//! correct      <P::KmdEvent<'_>>::X(P::events::KMD_X { number: value, text: (R::IntoText::into_text)(value),
//!               left_out: None, … })
//! wrong        (<P::KmdEvent<'_>>::X(completed literal), rust_analyzer!(literal as typed),
//!               (use_value)(value), …, compile_error!{…}, …).0
//! unknown tag  (unreachable_value::<P::KmdEvent<'_>>(), rust_analyzer!(literal as typed),
//!               (use_value)(value), …, compile_error!{…}).0
//! ```
//!
//! The expression is never a block, since a block drops the temporaries of its last expression. The errors come last.
//! Before the values, they would keep an editor from completing code within the values.

use proc_macro2::{Delimiter, Group, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};

use super::classify::Kind;
use super::conversion::parenthesized;
use super::validate::Call;
use super::value::{last_span, without_sigils};
use crate::diagnostic::Diagnostic;
use crate::ident::checked;
use crate::message_table::MessageTable;

/// The paths that the generated code uses.
pub(crate) struct Paths {
    /// The path of the crate `kmd-events` in the calling crate.
    pub(crate) runtime: TokenStream,
    /// The module that contains `catalog!`.
    pub(crate) module: TokenStream,
}

/// Returns the expression of a validated call.
pub(crate) fn expression(call: &Call<'_>, table: MessageTable<'_>, paths: &Paths) -> TokenStream {
    let event = event(call, paths, &event_type(table, paths));
    with_diagnostics(&event, std::iter::empty(), call, paths)
}

/// Returns the type of the event enum.
pub(super) fn event_type(table: MessageTable<'_>, paths: &Paths) -> TokenStream {
    let module = &paths.module;
    let name = format_ident!("{}Event", table.type_prefix);
    let lifetime = table.borrows.then(|| quote!(<'_>));
    quote!(#module::#name #lifetime)
}

/// Returns `result`, which contains the event of a call, with the errors of the call and the values that they leave
/// unused. `others` are unused as well.
pub(super) fn with_diagnostics(
    result: &TokenStream,
    others: impl Iterator<Item = TokenStream>,
    call: &Call<'_>,
    paths: &Paths,
) -> TokenStream {
    let Paths { runtime, module } = paths;
    if call.entry.is_some() && call.diagnostics.is_empty() {
        return result.clone();
    }
    let literal = call.literal.as_ref().map(|(tag, braces)| {
        let body = braces.as_ref().map(|braces| without_sigils(braces.stream()));
        quote!(#runtime::__private::rust_analyzer!(#module::events::#tag { #body }),)
    });
    let unused = call.items.iter().filter_map(|item| match item.kind {
        Kind::Set(..) => None,
        _ => Some(&item.value).filter(|value| !value.is_empty()).map(|value| parenthesized(value).into_token_stream()),
    });
    let unused = others.map(|value| quote!((#value))).chain(unused);
    let errors = call.diagnostics.iter().map(Diagnostic::to_compile_error);
    // The parentheses around the function keep rustc from reporting those around a value; see `located`.
    quote! {
        (#result, #literal #((#runtime::__private::use_value) #unused,)* #(#errors,)*).0
    }
}

/// Returns the event with the values of the call, or an unreachable value if the message is unknown.
pub(super) fn event(call: &Call<'_>, paths: &Paths, event_type: &TokenStream) -> TokenStream {
    let Paths { runtime, module } = paths;
    let (Some((tag, braces)), Some(entry)) = (&call.literal, call.entry) else {
        return quote!(#runtime::__private::unreachable_value::<#event_type>());
    };
    let mut fields = TokenStream::new();
    let mut set: Vec<String> = Vec::new();
    for item in &call.items {
        if let (Kind::Set(name, conversion), Some(field)) = (&item.kind, &item.field) {
            fields.extend(conversion.assignment(name, &item.value, runtime));
            fields.extend(comma_after(&item.value));
            set.push(field.clone());
        }
    }
    let mut is_complete = true;
    for field in entry.fields() {
        if set.iter().any(|set| set == field.name) {
            continue;
        }
        if field.is_optional {
            let name = checked(field.name);
            fields.extend(quote!(#name: ::core::option::Option::None,));
        } else {
            is_complete = false;
        }
    }
    if !is_complete {
        fields.extend(quote!(..#runtime::__private::unreachable_value()));
    }
    // The expression begins and ends at the tokens of the call, so that rustc underlines them. The token at the tag is
    // a `<`, since it has no meaning that an editor could show there.
    let at = module.clone().into_iter().next();
    let at = at.map_or_else(Span::call_site, |token| token.span());
    let mut begin = Punct::new('<', Spacing::Alone);
    begin.set_span(at.located_at(tag.span()));
    let fields = quote!(#module::events::#tag { #fields });
    let mut payload = Group::new(Delimiter::Parenthesis, fields);
    payload.set_span(at.located_at(braces.as_ref().map_or(tag.span(), Group::span)));
    let variant = checked(entry.name);
    quote!(#begin #event_type>::#variant #payload)
}

/// Returns the comma after a value, located at the last token of the value.
///
/// The compiler reports it if the value is not complete. Every field has one, since the compiler forgets a field that
/// is not complete before the closing brace, and then reports that it is missing.
fn comma_after(value: &[TokenTree]) -> TokenStream {
    let mut comma = Punct::new(',', Spacing::Alone);
    comma.set_span(last_span(value));
    TokenTree::from(comma).into()
}
