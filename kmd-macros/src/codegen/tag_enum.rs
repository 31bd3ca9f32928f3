//! The enum of all tags of a catalog.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Traits, derive, lifetimes, optional};
use super::docs;
use crate::ident::checked;

/// Returns the enum, and the call of the macro that implements its methods and traits.
pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, .. } = context;
    let documentation = docs::tag_enum(&model.prefix);
    let derive = derive(Traits::Ordered);
    let lifetimes = lifetimes(model.borrows);
    let (prefix, process) = (&model.prefix, &model.process);
    let sd_id = optional(model.sd_id.as_deref());
    let has_untagged = model.messages.iter().any(|message| !message.is_tagged);
    let variants = model.messages.iter().map(|message| {
        let (name, tag, doc) = (checked(&message.name), &message.tag, format!("`{}`", message.tag));
        quote!(#[doc = #doc] #[doc(alias = #tag)] #name,)
    });
    let messages = model.messages.iter().map(|message| {
        let (name, tag) = (checked(&message.name), &message.tag);
        quote!(#name = #tag,)
    });
    let missing = context.missing();
    let missing_variant = missing.as_ref().map(|missing| quote!(#[doc(hidden)] #missing));
    quote! {
        #[doc = #documentation]
        #derive
        #[non_exhaustive]
        pub enum #tag {
            #(#variants)*
            #missing_variant
        }

        #runtime::__private::tag_enum! {
            #tag of #event #lifetimes
            catalog: (#prefix, #process, #sd_id, #has_untagged)
            messages: { #(#messages)* }
            missing: [#missing]
        }
    }
}
