//! The data of the catalog entry of a message and of its placeholders.

use kmd_catalog::FieldType;
use kmd_catalog::model::{Field, Message};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::context::{Context, optional, variant};
use super::printing::pieces;
use crate::ident::checked;

/// Returns the methods of `Message` that few messages need: `with_cause(Some("…")) with_tagged(false) …`
pub(super) fn set(message: &Message, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let Message { alternatives, tails, .. } = message;
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
            let (name, text) = (format_ident!("with_{name}"), optional(text.as_ref()));
            set.extend(quote!(#name(#text)));
        }
    }
    let all_pieces = |wordings: &[Vec<_>]| {
        let wordings = wordings.iter().map(|wording| {
            let pieces = pieces(wording, message, context);
            quote!(&[#(#runtime::Piece::#pieces),*])
        });
        quote!(&[#(#wordings),*])
    };
    let split = |wordings: &[(String, Vec<_>)]| {
        let (texts, wordings): (Vec<_>, Vec<_>) = wordings.iter().cloned().unzip();
        (quote!(&[#(#texts),*]), all_pieces(&wordings))
    };
    if !alternatives.is_empty() {
        let (texts, pieces) = split(alternatives);
        set.extend(quote!(with_alternatives(#texts, #pieces)));
    }
    if !tails.is_empty() {
        let ((texts, pieces), wordings) = (split(tails), all_pieces(&message.tail_wordings));
        set.extend(quote!(with_tails(#texts, #pieces, #wordings)));
    }
    if !message.is_tagged {
        set.extend(quote!(with_tagged(false)));
    }
    set
}

/// Returns the fields as `tracing` records them: `"user": text 0, …`
pub(super) fn recorded(message: &Message) -> TokenStream {
    let fields = message.fields.iter().enumerate().map(|(index, field)| {
        let index = Literal::usize_unsuffixed(index);
        let kind = format_ident!("{}", recorded_kind(field.field_type));
        let mut key = field.name.clone();
        // Every `tracing` event has fields with these names. `key` of `kmd-events` does the same for `log`.
        if matches!(&*key, "tag" | "message" | "context") {
            key.push('_');
        }
        quote!(#key: #kind #index)
    });
    quote!(#(#fields),*)
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

/// Returns `Text, "user-name", "Name of the user." { with_option() … }`: the type, the name and the description of a
/// placeholder, and the methods that set its further properties.
pub(super) fn placeholder(field: &Field, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let (name, description) = (&field.placeholder, &field.description);
    let field_type = variant(field.field_type);
    let unit = field.unit.map(variant);
    let unit = unit.map(|unit| quote!(with_unit(#runtime::DurationUnit::#unit)));
    let words = context.enumeration(field).map(|enumeration| {
        let (name, is_open) = (checked(&enumeration.name), enumeration.is_open);
        quote!(with_words(super::values::#name::WORDS, #is_open))
    });
    let option = field.is_optional().then(|| quote!(with_option()));
    let absent = field.absent.as_ref().map(|word| quote!(with_absent(#word)));
    let address = (!field.brackets).then(|| quote!(with_bare_address()));
    quote!(#field_type, #name, #description { #unit #words #option #absent #address })
}
