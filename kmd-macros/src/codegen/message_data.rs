//! The catalog entry of a message, with its placeholders.

use kmd_catalog::model::{Field, Message};
use kmd_catalog::{FieldType, names};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::{Context, optional, variant};
use super::printing::pieces;
use crate::ident::checked;

/// Returns `Message { catalog: …, tag: …, … }`. Properties that few messages have are only set if they are present.
pub(super) fn message_data(message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { runtime, tag: tags, .. } = context;
    let Message { tag, description, alternatives, tails, .. } = message;
    let placeholders = message.fields.iter().map(|field| placeholder(field, context));
    let template_pieces = pieces(&message.pieces, message, context);
    let mut set = TokenStream::new();
    let texts_of = [
        ("cause", &message.cause),
        ("action", &message.action),
        ("note", &message.note),
        ("deprecated", &message.deprecated),
        ("since", &message.since),
        ("source", &message.source),
    ];
    for (name, text) in texts_of {
        if text.is_some() {
            let (name, text) = (format_ident!("{name}"), optional(text.as_ref()));
            set.extend(quote!(#name: #text,));
        }
    }
    let all_pieces = |wordings: &[Vec<_>]| {
        let pieces = wordings.iter().map(|wording| pieces(wording, message, context));
        quote!(&[#(#pieces),*])
    };
    let split = |wordings: &[(String, Vec<_>)]| {
        let texts = wordings.iter().map(|(text, _)| text);
        let pieces = wordings.iter().map(|(_, wording)| pieces(wording, message, context));
        (quote!(&[#(#texts),*]), quote!(&[#(#pieces),*]))
    };
    if !alternatives.is_empty() {
        let (texts, pieces) = split(alternatives);
        set.extend(quote!(alternatives: #texts, alternative_pieces: #pieces,));
    }
    if !tails.is_empty() {
        let ((texts, pieces), wordings) = (split(tails), all_pieces(&message.tail_wordings));
        set.extend(quote!(tails: #texts, tail_pieces: #pieces, tail_wordings: #wordings,));
    }
    if !message.is_tagged {
        set.extend(quote!(is_tagged: false,));
    }
    let base = quote!(#runtime::Message::new(super::#tags::CATALOG, #tag, Self::TEMPLATE));
    let with_call_site = with_call_site(&base, message, context);
    quote! {
        #runtime::Message {
            kind: Self::KIND,
            severity: Self::SEVERITY,
            facility: Self::FACILITY,
            description: #description,
            placeholders: &[#(#placeholders),*],
            pieces: #template_pieces,
            #set
            ..#with_call_site
        }
    }
}

/// Returns the call of the macro that adds the call site of `tracing` to a message, if that feature of `kmd-events` is
/// enabled.
fn with_call_site(base: &TokenStream, message: &Message, context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, .. } = context;
    let (name, tag, process) = (checked(&message.name), &message.tag, &model.process);
    let fields = message.fields.iter().enumerate().map(|(index, field)| {
        let kind = format_ident!("{}", recorded_kind(field.field_type));
        let mut key = names::field_name(&field.placeholder);
        // Every `tracing` event has fields with these names. `key` of `kmd-events` does the same for `log`.
        if matches!(&*key, "tag" | "message" | "context") {
            key.push('_');
        }
        quote!(#key: #kind #index)
    });
    quote!(#runtime::__private::tracing! { #base, #name, #process, #tag, { #(#fields),* } })
}

/// Returns the name by which the macro knows how `tracing` records values of a type.
fn recorded_kind(field_type: FieldType) -> &'static str {
    match field_type {
        FieldType::Text | FieldType::Enum => "text",
        FieldType::U8 | FieldType::U16 | FieldType::U32 | FieldType::U64 | FieldType::Usize => "unsigned",
        FieldType::I8 | FieldType::I16 | FieldType::I32 | FieldType::I64 | FieldType::Isize => "signed",
        FieldType::F64 => "float",
        FieldType::Bool => "bool",
        FieldType::Ip | FieldType::Socket | FieldType::Prefix | FieldType::Mac | FieldType::Duration => "display",
    }
}

/// Returns `Placeholder::new(…)`, within a literal that sets the further properties if the placeholder has any.
fn placeholder(field: &Field, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let (name, description) = (&field.placeholder, &field.description);
    let field_type = variant(field.field_type);
    let mut set = TokenStream::new();
    if let Some(unit) = field.unit {
        let unit = variant(unit);
        set.extend(quote!(unit: ::core::option::Option::Some(#runtime::DurationUnit::#unit),));
    }
    if let Some(enumeration) = context.enumeration(field) {
        let name = checked(&enumeration.name);
        set.extend(quote!(words: super::values::#name::WORDS,));
        if enumeration.is_open {
            set.extend(quote!(is_open: true,));
        }
    }
    if field.is_optional() {
        set.extend(quote!(is_optional: true,));
    }
    if field.absent.is_some() {
        let absent = optional(field.absent.as_ref());
        set.extend(quote!(absent: #absent,));
    }
    if !field.brackets {
        set.extend(quote!(brackets: false,));
    }
    let new = quote!(#runtime::Placeholder::new(#name, #runtime::FieldType::#field_type, #description));
    if set.is_empty() { new } else { quote!(#runtime::Placeholder { #set ..#new }) }
}
