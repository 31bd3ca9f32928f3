//! The items of one message: its struct, alias, catalog entry and implementations of traits.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::{Context, derive};
use super::docs::{self, FACILITY, INTO_OWNED, KIND, MESSAGE, SEVERITY, TAG, TEMPLATE};
use crate::ident::checked;
use kmd_catalog::model::{Field, Message};
use kmd_catalog::{FieldType, Piece, names};

pub(super) fn items(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { runtime, tag, .. } = context;
    let doc = docs::message(message, &context.model.prefix, &context.tags);
    let name = checked(&message.name);
    let documented = &message.tag;
    let alias = format_ident!("{documented}");
    let lifetime = message.borrows().then(|| quote!(<'a>));
    let anonymous = message.borrows().then(|| quote!(<'_>));
    let derive = derive(false);
    let deprecated = message.deprecated.as_ref().map(|note| quote!(#[deprecated(note = #note)]));
    let fields = message.fields.iter().map(|field| {
        let doc = docs::field(field);
        let (name, rust_type) = (checked(&field.name), context.rust_type(field.field_type));
        quote!(#[doc = #doc] pub #name: #rust_type)
    });
    let body = if message.fields.is_empty() { quote!(;) } else { quote!({ #(#fields,)* }) };
    let template = &message.template;
    let kind = format_ident!("{}", message.kind.variant);
    let severity = format_ident!("{}", message.severity.variant);
    let facility = format_ident!("{}", message.facility.variant);
    let message_data = message_data(message, context);
    let parts = parts(message);
    let display = if let [Piece::Literal(text)] = &message.pieces[..] {
        quote!(f.write_str(#text))
    } else {
        quote!(#runtime::__private::display(self, f))
    };
    let values = message.fields.iter().map(|field| value(field, context));
    let build = build(message, context);
    let tracing = tracing(message, context);
    let into_owned = message.borrows().then(|| into_owned(message, context));
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

            #build
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name #anonymous {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }

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
                #(#runtime::__private::Output::#parts;)*
            }
            #tracing
        }
    }
}

/// Returns the method that emits the event to `tracing`, if that feature of `kmd-events` is enabled.
fn tracing(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, .. } = context;
    let (name, tag, process) = (checked(&message.name), &message.tag, &model.process);
    let fields = message.fields.iter().map(|field| {
        let kind = format_ident!("{}", tracing_kind(field.field_type));
        let (name, mut key) = (checked(&field.name), names::field_name(&field.placeholder));
        // Every `tracing` event has fields with these names. `key` of `kmd-events` does the same for `log`.
        if matches!(&*key, "tag" | "message") {
            key.push('_');
        }
        quote!(#key: #kind #name)
    });
    quote!(#runtime::__private::tracing! { self, #name, #process, #tag, { #(#fields),* } })
}

/// Returns the catalog entry: `Message { catalog: …, tag: …, … }`.
fn message_data(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { runtime, tag: tags, .. } = context;
    let Message { tag, description, alternatives, .. } = message;
    let placeholders = message.fields.iter().map(|field| {
        let (name, description) = (&field.placeholder, &field.description);
        let field_type = format_ident!("{}", format!("{:?}", field.field_type));
        quote! {
            #runtime::Placeholder::new(#name, #runtime::FieldType::#field_type, #description)
        }
    });
    let template_pieces = pieces(&message.pieces, message, context);
    let texts = alternatives.iter().map(|(text, _)| text);
    let alternative_pieces = alternatives.iter().map(|(_, wording)| pieces(wording, message, context));
    let mut set = TokenStream::new();
    let texts_of = [
        ("cause", &message.cause),
        ("action", &message.action),
        ("note", &message.note),
        ("deprecated", &message.deprecated),
    ];
    for (name, text) in texts_of {
        if let Some(text) = text {
            let name = format_ident!("{name}");
            set.extend(quote!(#name: ::core::option::Option::Some(#text),));
        }
    }
    if !alternatives.is_empty() {
        set.extend(quote!(alternatives: &[#(#texts),*], alternative_pieces: &[#(#alternative_pieces),*],));
    }
    quote! {
        #runtime::Message {
            kind: Self::KIND,
            severity: Self::SEVERITY,
            facility: Self::FACILITY,
            description: #description,
            placeholders: &[#(#placeholders),*],
            pieces: #template_pieces,
            #set
            ..#runtime::Message::new(super::#tags::CATALOG, #tag, Self::TEMPLATE)
        }
    }
}

fn pieces(pieces: &[Piece], message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let pieces = pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(quote!(#runtime::Piece::Literal(#text))),
        Piece::Placeholder(name, _) => {
            let mut fields = message.fields.iter();
            let index = fields.position(|field| field.placeholder == *name)?;
            Some(quote!(#runtime::Piece::Placeholder(#index)))
        }
    });
    quote!(&[#(#pieces),*])
}

/// Returns the calls that append the pieces of the template: `push(out, "VPN ")`, `push(out, &self.vpn_name)`, …
fn parts(message: &Message) -> impl Iterator<Item = TokenStream> {
    message.pieces.iter().filter_map(|piece| match piece {
        Piece::Literal(text) => Some(quote!(push(out, #text))),
        Piece::Placeholder(name, _) => {
            let field = message.field(name)?;
            let name = checked(&field.name);
            Some(match field.field_type {
                FieldType::Text => quote!(push(out, &self.#name)),
                FieldType::Ip => quote!(address(out, self.#name)),
                _ => quote!(integer(out, self.#name)),
            })
        }
    })
}

/// Returns the expression that converts a field to a `Value`.
fn value(field: &Field, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&field.name);
    quote!(#runtime::__private::FieldValue::value(&self.#name))
}

/// Returns the kind of a field for the macro that emits events to `tracing`.
fn tracing_kind(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::Text => "text",
        FieldType::Ip => "address",
        _ => "number",
    }
}

/// Returns the function that builds the struct from values in template order.
fn build(message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&message.name);
    let fields = message.fields.iter().enumerate().map(|(index, field)| {
        let name = checked(&field.name);
        quote!(#name: #runtime::__private::field(values, #index))
    });
    let lifetime = if message.borrows() { quote!('a) } else { quote!('_) };
    quote! {
        #[inline]
        pub(super) fn build(values: #runtime::__private::Values<'_, #lifetime>) -> Self {
            #name { #(#fields),* }
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
            #name::build(&mut #runtime::__private::owned_values(&self))
        }
    }
}
