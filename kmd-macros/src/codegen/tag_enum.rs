//! The enum of all tags of a catalog.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, lifetimes, optional};
use super::docs;
use crate::ident::checked;

/// Returns the call of the macro that defines the enum and implements its methods and traits.
pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, .. } = context;
    let documentation = docs::tag_enum(&model.prefix);
    let lifetimes = lifetimes(model.borrows);
    let (prefix, process) = (&model.prefix, &model.process);
    let sd_id = optional(model.sd_id.as_deref());
    let has_untagged = model.messages.iter().any(|message| !message.is_tagged);
    let messages = model.messages.iter().map(|message| {
        let (name, tag, doc) = (checked(&message.name), &message.tag, format!("`{}`", message.tag));
        quote!(#name = #tag #doc,)
    });
    let missing = context.missing();
    quote! {
        #runtime::__private::tag_enum! {
            #tag of #event #lifetimes
            documentation: #documentation,
            catalog: { prefix: #prefix, process: #process, sd_id: #sd_id, has_untagged: #has_untagged }
            messages: { #(#messages)* }
            missing: [#missing]
        }
    }
}
