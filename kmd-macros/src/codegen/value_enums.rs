//! The module `values`: one enum for the words of each `enum` placeholder.

use kmd_catalog::model::Enum;
use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Traits, derive};
use super::docs::{self, OTHER_WORD};
use crate::ident::checked;

/// Generates the module if the catalog has enums.
pub(super) fn items(context: &Context<'_>) -> Option<TokenStream> {
    let enums = &context.model.enums;
    let doc = docs::values_module(&context.model.prefix);
    let items = enums.iter().map(|enumeration| item(enumeration, context));
    (!enums.is_empty()).then(|| quote!(#[doc = #doc] pub mod values { #(#items)* }))
}

/// Generates an enum. The macro `words` implements its methods and traits.
fn item(enumeration: &Enum, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let Enum { description, words, is_open, .. } = enumeration;
    let name = checked(&enumeration.name);
    let variants: Vec<_> = words.iter().map(|word| checked(&word.variant)).collect();
    let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
    let docs = texts.iter().map(|text| docs::word(text));
    let (kind, traits) = if *is_open { (quote!(open), Traits::Cloned) } else { (quote!(closed), Traits::Ordered) };
    let derive = derive(traits);
    let lifetime = is_open.then(|| quote!(<'a>));
    let other =
        is_open.then(|| quote!(#[doc = #OTHER_WORD] Other(#runtime::__private::Cow<'a, ::core::primitive::str>),));
    quote! {
        #[doc = #description]
        #derive
        pub enum #name #lifetime {
            #(#[doc = #docs] #variants,)*
            #other
        }

        #runtime::__private::words! { #kind #name { #(#variants = #texts),* } }
    }
}
