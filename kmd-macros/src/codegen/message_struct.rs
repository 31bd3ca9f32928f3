//! The items of one message: its struct, alias, catalog entry and implementations of traits.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::context::{Context, Traits, derive, variant};
use super::docs;
use super::message_data::{self, placeholder};
use super::printing::{pieces, statements};
use crate::ident::checked;
use kmd_catalog::model::Message;
use kmd_catalog::{FieldType, Piece};

pub(super) fn items(message: &Message, context: &Context<'_>) -> TokenStream {
    let doc = docs::message(message, context);
    let name = checked(&message.name);
    let documented = &message.tag;
    let alias = format_ident!("{documented}");
    let lifetime = message.borrows().then(|| quote!(<'a>));
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
    let implementation = implementation(message, context);
    quote! {
        #[doc = #doc]
        #[doc(alias = #documented)]
        #derive
        pub struct #name #lifetime #body

        #[doc = #doc]
        #deprecated
        pub type #alias #lifetime = #name #lifetime;

        #implementation
        #comparison
    }
}

/// Returns the call of the macro that implements the methods and traits of the struct.
fn implementation(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, tag, .. } = context;
    let name = checked(&message.name);
    let lifetime = message.borrows().then(|| quote!('a));
    let kind = format_ident!("{}", message.kind.variant);
    let severity = format_ident!("{}", message.severity.variant);
    let facility = format_ident!("{}", message.facility.variant);
    let Message { tag: documented, template, description, .. } = message;
    let process = &model.process;
    let fields = message.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let (name, placeholder) = (checked(&field.name), placeholder(field, context));
        let unit = field.unit.map(variant);
        let unit = unit.map(|unit| quote!(in #unit));
        quote!(#index #name #unit: #placeholder)
    });
    let pieces = pieces(&message.pieces, message, context);
    let set = message_data::set(message, context);
    let recorded = message_data::recorded(message);
    let display = match &message.pieces[..] {
        [Piece::Literal(text)] if message.tails.is_empty() => Some(text),
        _ => None,
    };
    let print = statements(message, context);
    quote! {
        #runtime::__private::message! {
            #name [#lifetime] in #tag, #process
            #documented #kind #severity #facility
            template: #template,
            description: #description,
            fields: { #(#fields)* }
            pieces: [#(#pieces)*]
            set: { #set }
            recorded: { #recorded }
            display: { #display }
            print: |self, out| { #print }
        }
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
