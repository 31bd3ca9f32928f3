//! The enum of all events of a catalog.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::context::{Context, Traits, derive};
use super::docs::{self, APPEND_TO, GET_FACILITY, GET_PRIORITY, GET_SEVERITY, GET_TAG, INTO_OWNED, MUST_USE_EVENT};
use crate::ident::checked;

pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, .. } = context;
    let lifetime = context.lifetime();
    let fixed = model.borrows.then(|| quote!(<'static>));
    let derive = derive(Traits::Compared);
    let doc = docs::event_enum(model);
    let names: Vec<Ident> = model.messages.iter().map(|message| checked(&message.name)).collect();
    let names: Vec<&Ident> = names.iter().collect();
    let docs = model.messages.iter().map(docs::variant);
    let payloads: Vec<TokenStream> = model
        .messages
        .iter()
        .map(|message| {
            let name = checked(&message.name);
            let lifetime = message.borrows().then(|| quote!(<'a>));
            quote!(events::#name #lifetime)
        })
        .collect();
    let conversions = conversions(&names, &payloads, context);
    let traits = traits(&names, context);
    let missing = context.missing();
    let missing = missing.as_slice();
    let used = context.lifetime().map_or_else(|| quote!(()), |_| quote!(&'a ()));
    quote! {
        #[doc = #doc]
        #derive
        #[non_exhaustive]
        #[must_use = #MUST_USE_EVENT]
        pub enum #event #lifetime {
            #(#[doc = #docs] #names(#payloads),)*
            #(#[doc(hidden)] #missing(::core::marker::PhantomData<#used>),)*
        }

        impl #lifetime #event #lifetime {
            #[doc = #GET_TAG]
            #[must_use]
            pub const fn tag(&self) -> #tag {
                match self {
                    #(Self::#names(_) => #tag::#names,)*
                    #(Self::#missing(_) => #tag::#missing,)*
                }
            }

            #[doc = #GET_SEVERITY]
            #[must_use]
            pub const fn severity(&self) -> #runtime::Severity {
                self.tag().severity()
            }

            #[doc = #GET_FACILITY]
            #[must_use]
            pub const fn facility(&self) -> #runtime::Facility {
                self.tag().facility()
            }

            #[doc = #GET_PRIORITY]
            #[must_use]
            pub const fn priority(&self) -> ::core::primitive::u8 {
                self.tag().priority()
            }

            #[doc = #APPEND_TO]
            pub fn append_to(&self, out: &mut #runtime::__private::String) {
                #runtime::__private::TypedEvent::print(self, out);
            }

            #[doc = #INTO_OWNED]
            pub fn into_owned(self) -> #event #fixed {
                #runtime::Tag::build(self.tag(), &mut #runtime::__private::owned_values(&self))
            }
        }

        #traits
        #conversions
    }
}

/// Returns the implementations of traits, which delegate to the structs.
fn traits(names: &[&Ident], context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, .. } = context;
    let anonymous = model.borrows.then(|| quote!(<'_>));
    let fixed = model.borrows.then(|| quote!(<'static>));
    let missing = context.missing();
    let missing = missing.as_slice();
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #event #anonymous {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    #(Self::#names(event) => ::core::fmt::Display::fmt(event, f),)*
                    #(Self::#missing(_) => loop {},)*
                }
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #event #anonymous {}

        #[automatically_derived]
        impl #runtime::CatalogEvent for #event #anonymous {
            type Tag = #tag;

            fn tag(&self) -> #tag {
                self.tag()
            }

            fn into_owned(self) -> #event #fixed {
                self.into_owned()
            }
        }

        #[automatically_derived]
        #[doc(hidden)]
        impl #runtime::__private::TypedEvent for #event #anonymous {
            fn message(&self) -> &'static #runtime::Message {
                self.tag().message()
            }
            fn with_values<'e>(&'e self, then: #runtime::__private::Then<'_, 'e>) {
                match self {
                    #(Self::#names(event) => #runtime::__private::TypedEvent::with_values(event, then),)*
                    #(Self::#missing(_) => loop {},)*
                }
            }
            fn print<O: #runtime::__private::Output>(&self, out: &mut O) {
                match self {
                    #(Self::#names(event) => #runtime::__private::TypedEvent::print(event, out),)*
                    #(Self::#missing(_) => loop {},)*
                }
            }
        }
    }
}

/// Returns the conversions from the structs.
fn conversions(names: &[&Ident], payloads: &[TokenStream], context: &Context<'_>) -> TokenStream {
    let event = &context.event;
    let lifetime = context.lifetime();
    quote! {
        #(
            #[automatically_derived]
            impl #lifetime ::core::convert::From<#payloads> for #event #lifetime {
                fn from(event: #payloads) -> Self {
                    Self::#names(event)
                }
            }
        )*
    }
}
