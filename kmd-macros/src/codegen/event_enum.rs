//! The enum of all events of a catalog, with the type of its records.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, lifetimes};
use super::docs;
use crate::ident::checked;

/// Returns the call of the macro that defines the enum and the type, and implements their methods and traits.
pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, record, .. } = context;
    let (documentation, record_documentation) = (docs::event_enum(model), docs::record(&model.prefix, record));
    let lifetimes = lifetimes(model.borrows);
    let text = if model.borrows { quote!('a) } else { quote!('_) };
    let messages = model.messages.iter().map(|message| {
        let (name, doc) = (checked(&message.name), docs::variant(message));
        let lifetime = message.borrows().then(|| quote!('a));
        quote!(#name [#lifetime] #doc,)
    });
    let missing = context.missing().map(|missing| {
        let used = if model.borrows { quote!(&'a ()) } else { quote!(()) };
        quote!(#missing #used)
    });
    quote! {
        #runtime::__private::event_enum! {
            #event #lifetimes of #tag
            documentation: #documentation,
            record: #record #record_documentation,
            text: #text
            messages: { #(#messages)* }
            missing: [#missing]
        }
    }
}
