//! The expression that a call becomes.
//!
//! ```text
//! correct      <P::KmdEvent<'_>>::X(P::events::KMD_X { field: P::events::__fields::field_u16::take(value), … })
//! mistaken     (<P::KmdEvent<'_>>::X(literal made whole), ide!(literal as typed), ignore(value), …, compile_error!{…}, …).0
//! unknown tag  (missing::<P::KmdEvent<'_>>(), ide!(literal as typed), ignore(value), …, compile_error!{…}).0
//! ```
//!
//! Never a block: temporaries of a block's tail end with it. The errors come last: in front they would
//! keep an editor from completing inside the values.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream};
use quote::{format_ident, quote};

use super::Paths;
use super::validate::{Checked, Event, Known};
use super::value::is_unfinished;
use crate::message_table::Schema;
use kmd_catalog::names;

/// The expression of a checked call.
pub(crate) fn expression(checked: &Checked, schema: Schema<'_>, paths: &Paths) -> TokenStream {
    let Paths { runtime, module } = paths;
    let event = checked.event.as_ref();
    let known = event.and_then(|event| Some((event, event.known.as_ref()?)));
    let name = format_ident!("{}Event", names::type_prefix(schema.prefix));
    let lifetime = schema.borrows.then(|| quote!(<'_>));
    let event_type = quote!(#module::#name #lifetime);
    let whole = if let Some((event, known)) = known {
        whole(event, known, schema, paths, &event_type)
    } else {
        quote!(#runtime::__private::missing::<#event_type>())
    };
    if known.is_some() && checked.mistakes.is_empty() {
        return whole;
    }
    let typed = event.map(|Event { tag, braces, .. }| {
        let body = braces.as_ref().map(Group::stream);
        quote!(#runtime::__private::ide!(#module::events::#tag { #body }),)
    });
    let leftover = &checked.leftover;
    let errors = checked
        .mistakes
        .iter()
        .map(crate::diagnostic::Mistake::to_compile_error);
    quote! {
        (#whole, #typed #(#runtime::__private::ignore(#leftover),)* #(#errors,)*).0
    }
}

/// The event with the values that are there.
fn whole(
    event: &Event,
    known: &Known,
    schema: Schema<'_>,
    paths: &Paths,
    event_type: &TokenStream,
) -> TokenStream {
    let Paths { runtime, module } = paths;
    let tag = &event.tag;
    let variant = format_ident!("{}", names::type_name(schema.prefix, &known.tag));
    let fields = known.fields.iter().map(|field| {
        let (name, value) = (&field.name, &field.value);
        if is_unfinished(value) {
            return quote!(#name: #value);
        }
        let taker = Ident::new(&field.taker, Span::mixed_site());
        quote!(#name: #module::events::__fields::#taker::take(#value))
    });
    let rest = known
        .partial
        .then(|| quote!(..#runtime::__private::missing()));
    let fields: Vec<TokenStream> = fields.chain(rest).collect();
    // The expression begins and ends where the tokens of the call do, so that rustc underlines them, and
    // where a text is wanted proposes `.to_string()` behind them and not in the source of this crate. A `<`
    // has no meaning that an editor could show at the tag.
    let at = module.clone().into_iter().next();
    let at = at.map_or_else(Span::call_site, |token| token.span());
    let mut begin = Punct::new('<', Spacing::Alone);
    begin.set_span(at.located_at(tag.span()));
    let end = event.braces.as_ref().map_or(tag.span(), Group::span);
    let fields = quote!(#module::events::#tag { #(#fields),* });
    let mut payload = Group::new(Delimiter::Parenthesis, fields);
    payload.set_span(at.located_at(end));
    quote!(#begin #event_type>::#variant #payload)
}
