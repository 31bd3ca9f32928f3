//! The enum of all events of a catalog, with the type of its records.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, lifetimes};
use super::docs;
use crate::ident::checked;

/// Returns the enum, and the call of the macro that implements its methods and traits and defines the type.
pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, record, derive, .. } = context;
    let (documentation, record_documentation) = (docs::event_enum(model), docs::record(&model.prefix, record));
    let lifetimes = lifetimes(model.borrows);
    let lifetime = model.borrows.then(|| quote!(<'a>));
    let text = if model.borrows { quote!('a) } else { quote!('_) };
    let variants = model.messages.iter().map(|message| {
        let (name, doc) = (checked(&message.name), docs::variant(message));
        let lifetime = message.borrows().then(|| quote!(<'a>));
        quote!(#[doc = #doc] #name(events::#name #lifetime),)
    });
    let names = model.messages.iter().map(|message| checked(&message.name));
    let missing = context.missing();
    let missing_variant = missing.as_ref().map(|missing| {
        let used = if model.borrows { quote!(&'a ()) } else { quote!(()) };
        quote!(#[doc(hidden)] #missing(::core::marker::PhantomData<#used>))
    });
    quote! {
        #[doc = #documentation]
        #derive
        #[non_exhaustive]
        #[must_use = "building an event does not log it"]
        pub enum #event #lifetime {
            #(#variants)*
            #missing_variant
        }

        #runtime::__private::event_enum! {
            #event #lifetimes of #tag
            record: #record #record_documentation,
            text: #text
            messages: { #(#names)* }
            missing: [#missing]
        }
    }
}
