//! The generated items that parse events: by tag, by text alone, from a line, and with serde.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{self, PARSE, PARSE_EXACT, RECOGNIZE, RECOGNIZE_EXACT};
use crate::ident::checked;

pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, record, .. } = context;
    let lifetime = context.lifetime();
    let anonymous = model.borrows.then(|| quote!(<'_>));
    let a = lifetime.as_ref().map_or(quote!('_), |_| quote!('a));
    let parameter = lifetime.as_ref().map(|_| quote!('a));
    let doc = docs::record(&model.prefix, record);
    let implementation = implementation(context);
    quote! {
        impl #tag {
            #[doc = #PARSE]
            pub fn parse(
                self,
                text: &::core::primitive::str,
            ) -> ::core::result::Result<#runtime::Parsed<'_, #event #anonymous>, #runtime::ParseEventError<'_>> {
                #runtime::__private::parse(self, text)
            }

            #[doc = #PARSE_EXACT]
            pub fn parse_exact(
                self,
                text: &::core::primitive::str,
            ) -> ::core::result::Result<#event #anonymous, #runtime::ParseEventError<'_>> {
                #runtime::__private::parse_exact(self, text)
            }
        }

        impl #lifetime #event #lifetime {
            #[doc = #RECOGNIZE]
            pub fn recognize(
                text: &#parameter ::core::primitive::str,
            ) -> ::core::result::Result<#runtime::Parsed<#a, Self>, #runtime::RecognizeError<#tag>> {
                #runtime::__private::recognize::<#tag>(text)
            }

            #[doc = #RECOGNIZE_EXACT]
            pub fn recognize_exact(
                text: &#parameter ::core::primitive::str,
            ) -> ::core::result::Result<Self, #runtime::RecognizeError<#tag>> {
                #runtime::__private::recognize_exact::<#tag>(text)
            }
        }

        #[doc = #doc]
        pub type #record<'a> = #runtime::Record<'a, #event #lifetime, #tag>;

        #implementation

        #runtime::__private::serde! { #event #lifetime, #tag }
    }
}

/// Returns the implementation of `Tag`, which code that is generic over catalogs uses.
fn implementation(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, tag, event, .. } = context;
    let names: Vec<_> = model.messages.iter().map(|message| checked(&message.name)).collect();
    let missing = context.missing();
    let missing = missing.as_slice();
    let of = |lifetime: TokenStream| model.borrows.then(|| quote!(<#lifetime>));
    let (a, anonymous, fixed) = (of(quote!('a)), of(quote!('_)), of(quote!('static)));
    let tags = model.messages.iter().map(|message| &message.tag);
    quote! {
        #[automatically_derived]
        impl #runtime::Tag for #tag {
            type Event<'a> = #event #a;
            const ALL: &'static [Self] = Self::ALL;
            const CATALOG: &'static #runtime::Catalog = Self::CATALOG;
            fn set() -> &'static #runtime::__private::MessageSet {
                const TAGS: &[&::core::primitive::str] = &[#(#tags),*];
                const SLOTS: &[::core::primitive::u32] =
                    &#runtime::__private::slots::<{ #runtime::__private::slot_count(TAGS.len()) }>(TAGS);
                const SET: &#runtime::__private::MessageSet = &#runtime::__private::MessageSet {
                    catalog: #tag::CATALOG,
                    messages: &[#(events::#names::MESSAGE),*],
                    tags: #runtime::__private::TagTable::new(TAGS, SLOTS),
                };
                SET
            }

            fn message(self) -> &'static #runtime::Message {
                self.message()
            }

            fn into_owned(event: #event #anonymous) -> #event #fixed {
                event.into_owned()
            }

            fn build<'a>(self, values: #runtime::__private::Values<'_, 'a>) -> #event #a {
                match self {
                    #(Self::#names => #event::#names(#runtime::__private::EventStruct::build(values)),)*
                    #(Self::#missing => #event::#missing(::core::marker::PhantomData),)*
                }
            }
        }
    }
}
