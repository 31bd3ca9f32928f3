//! The items of one message: its struct, alias, catalog entry and implementations of traits.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::context::{Context, Traits, derive, lifetimes, variant};
use super::docs;
use super::message_data::{self, placeholder};
use super::printing::{pieces, statements};
use super::prose::markdown;
use crate::ident::checked;
use kmd_catalog::model::Message;
use kmd_catalog::{FieldType, Piece};

/// Returns the struct, its alias, and the call of the macro that implements its methods and traits.
pub(super) fn items(message: &Message, context: &Context<'_>) -> TokenStream {
    let name = checked(&message.name);
    let tag = &message.tag;
    let alias = format_ident!("{tag}");
    // Both are escaped or built once, since that takes longer than copying them.
    let documentation = Literal::string(&docs::message(message, context));
    let lifetime = message.borrows().then(|| quote!(<'a>));
    let has_float = message.fields.iter().any(|field| field.field_type == FieldType::F64);
    let derive = if has_float { &derive(Traits::Cloned) } else { &context.derive };
    let comparison = has_float.then(|| comparison(message, context));
    let body = body(message, context);
    // Rustdoc shows the note as Markdown, too.
    let note = message.deprecated.as_ref().map(|note| markdown(note, |_| false));
    let deprecated = note.map(|note| quote!(#[deprecated(note = #note)]));
    let implementation = implementation(message, context);
    quote! {
        #[doc = #documentation]
        #[doc(alias = #tag)]
        #derive
        pub struct #name #lifetime #body

        #[doc = #documentation]
        #deprecated
        pub type #alias #lifetime = #name #lifetime;

        #implementation
        #comparison
    }
}

/// Returns the call of the macro that implements the methods and traits of the struct.
fn implementation(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag: tags, .. } = context;
    let Message { tag, template, description, .. } = message;
    let (name, process) = (checked(&message.name), &model.process);
    let lifetimes = lifetimes(message.borrows());
    let whole = model.borrows.then(|| quote!('a));
    let kind = format_ident!("{}", message.kind.variant);
    let severity = format_ident!("{}", message.severity.variant);
    let facility = format_ident!("{}", message.facility.variant);
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
        // A call would take as long as printing the text.
        [Piece::Literal(text)] if message.tails.is_empty() => quote!(#[inline] |self, f| { f.write_str(#text) }),
        _ => quote!(|self, f| { #runtime::__private::display(self, f) }),
    };
    let print = statements(message, context);
    quote! {
        #runtime::__private::message! {
            #name #lifetimes of #event [#whole], #tags, #process
            #tag #kind #severity #facility
            template: #template,
            description: #description,
            fields: { #(#fields)* }
            pieces: [#(#pieces)*]
            set: { #set }
            recorded: { #recorded }
            display: #display
            print: |out| { #print }
        }
    }
}

/// Returns the fields of the struct in braces, or a semicolon if it has none.
fn body(message: &Message, context: &Context<'_>) -> TokenStream {
    if message.fields.is_empty() {
        return quote!(;);
    }
    let fields = message.fields.iter().map(|field| {
        let doc = docs::field(field, message);
        let (name, rust_type) = (checked(&field.name), context.rust_type(field));
        quote!(#[doc = #doc] pub #name: #rust_type)
    });
    quote!({ #(#fields,)* })
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
