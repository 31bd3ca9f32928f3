//! The items of one message: its struct, alias, catalog entry and implementations of traits.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::{Context, Traits, derive};
use super::docs::{self, FACILITY, INTO_OWNED, KIND, MESSAGE, SEVERITY, TAG, TEMPLATE};
use super::message_data::message_data;
use super::printing::{statements, value};
use crate::ident::checked;
use kmd_catalog::model::Message;
use kmd_catalog::{FieldType, Piece};

pub(super) fn items(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { runtime, tag, .. } = context;
    let doc = docs::message(message, context);
    let name = checked(&message.name);
    let documented = &message.tag;
    let alias = format_ident!("{documented}");
    let borrows = message.borrows();
    let lifetime = borrows.then(|| quote!(<'a>));
    let anonymous = borrows.then(|| quote!(<'_>));
    let has_float = message.fields.iter().any(|field| field.field_type == FieldType::F64);
    let derive = derive(if has_float { Traits::Cloned } else { Traits::Compared });
    let comparison = has_float.then(|| comparison(message, context));
    let deprecated = message.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
    let fields = message.fields.iter().map(|field| {
        let doc = docs::field(field, message);
        let (name, rust_type) = (checked(&field.name), context.rust_type(field));
        quote!(#[doc = #doc] pub #name: #rust_type)
    });
    let body = if message.fields.is_empty() { quote!(;) } else { quote!({ #(#fields,)* }) };
    let template = &message.template;
    let kind = format_ident!("{}", message.kind.variant);
    let severity = format_ident!("{}", message.severity.variant);
    let facility = format_ident!("{}", message.facility.variant);
    let message_data = message_data(message, context);
    let print = statements(message, context);
    let display = match &message.pieces[..] {
        [Piece::Literal(text)] if message.tails.is_empty() => quote!(f.write_str(#text)),
        _ => quote!(#runtime::__private::display(self, f)),
    };
    let values = message.fields.iter().map(|field| value(field, context));
    let event_struct = event_struct(message, context);
    let into_owned = borrows.then(|| into_owned(message, context));
    quote! {
        #[doc = #doc]
        #[doc(alias = #documented)]
        #derive
        pub struct #name #lifetime #body

        #[doc = #doc]
        #deprecated
        pub type #alias #lifetime = #name #lifetime;

        impl #lifetime #name #lifetime {
            #[doc = #TAG]
            pub const TAG: super::#tag = super::#tag::#name;
            #[doc = #SEVERITY]
            pub const SEVERITY: #runtime::Severity = #runtime::Severity::#severity;
            #[doc = #FACILITY]
            pub const FACILITY: #runtime::Facility = #runtime::Facility::#facility;
            #[doc = #KIND]
            pub const KIND: #runtime::MessageKind = #runtime::MessageKind::#kind;
            #[doc = #TEMPLATE]
            pub const TEMPLATE: &'static ::core::primitive::str = #template;
            #[doc = #MESSAGE]
            pub const MESSAGE: &'static #runtime::Message = &#message_data;

            #into_owned
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name #anonymous {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #name #anonymous {}

        #[automatically_derived]
        #[doc(hidden)]
        impl #runtime::__private::TypedEvent for #name #anonymous {
            #[inline]
            fn message(&self) -> &'static #runtime::Message {
                Self::MESSAGE
            }
            fn with_values<'e>(&'e self, then: #runtime::__private::Then<'_, 'e>) {
                then(&[#(#values),*]);
            }
            #[inline]
            fn print<O: #runtime::__private::Output>(&self, out: &mut O) {
                #print
            }
        }

        #event_struct
        #comparison
    }
}

/// Returns the traits that a struct with an `f64` cannot derive. Two numbers are equal if their bits are.
fn comparison(message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&message.name);
    let anonymous = message.borrows().then(|| quote!(<'_>));
    quote! {
        #[automatically_derived]
        impl ::core::cmp::PartialEq for #name #anonymous {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                #runtime::__private::same_values(self, other)
            }
        }

        #[automatically_derived]
        impl ::core::cmp::Eq for #name #anonymous {}

        #[automatically_derived]
        impl ::core::hash::Hash for #name #anonymous {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                #runtime::__private::hash_values(self, state);
            }
        }
    }
}

/// Returns the implementation of the trait that builds the struct from values in template order.
fn event_struct(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { runtime, tag, .. } = context;
    let name = checked(&message.name);
    let lifetime = message.borrows().then(|| quote!(<'a>));
    let fields = message.fields.iter().enumerate().map(|(index, field)| {
        let name = checked(&field.name);
        quote!(#name: #runtime::__private::field(values, #index))
    });
    quote! {
        #[automatically_derived]
        #[doc(hidden)]
        impl<'a> #runtime::__private::EventStruct<'a> for #name #lifetime {
            type Tag = super::#tag;
            const MESSAGE: &'static #runtime::Message = Self::MESSAGE;
            #[inline]
            fn build(values: #runtime::__private::Values<'_, 'a>) -> Self {
                #name { #(#fields),* }
            }
        }
    }
}

/// Returns the method that converts the event into one that owns its strings.
fn into_owned(message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&message.name);
    quote! {
        #[doc = #INTO_OWNED]
        #[must_use]
        #[inline]
        pub fn into_owned(self) -> #name<'static> {
            #runtime::__private::EventStruct::build(&mut #runtime::__private::owned_values(&self))
        }
    }
}
