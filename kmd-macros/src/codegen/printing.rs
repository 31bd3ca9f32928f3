//! Statements that print an event, and the values of its fields.

use kmd_catalog::model::{Field, Message};
use kmd_catalog::{FieldType, FormatSpec, Piece, Radix};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::{Context, variant};
use crate::ident::checked;

/// Returns the statements that append the text: `out.push("VPN ");`, `out.push(&self.vpn_name);`, …
/// A tail is appended if it has a value, and all values for whose absence it has no word.
pub(super) fn statements(message: &Message, context: &Context<'_>) -> TokenStream {
    let mut statements = appended(&message.pieces, message, context);
    for (index, (_, pieces)) in message.tails.iter().enumerate() {
        let fields: Vec<&Field> = message.fields.iter().filter(|field| field.tail == Some(index)).collect();
        let is_some = |field: &&Field| {
            let name = checked(&field.name);
            quote!(::core::option::Option::is_some(&self.#name))
        };
        let mut needed = fields.iter().copied().filter(|field| field.absent.is_none()).peekable();
        let condition = if needed.peek().is_some() {
            let needed = needed.map(|field| is_some(&field));
            quote!(#(#needed)&&*)
        } else {
            let any = fields.iter().map(is_some);
            quote!(#(#any)||*)
        };
        let tail = appended(pieces, message, context);
        statements.extend(quote! {
            if #condition {
                #tail
            }
        });
    }
    statements
}

fn appended(pieces: &[Piece], message: &Message, context: &Context<'_>) -> TokenStream {
    let calls = pieces.iter().filter_map(|piece| call(piece, message, context));
    quote!(#(out.#calls;)*)
}

/// Returns the call of a method of `Output` that appends a piece. The usual types have methods of their own.
fn call(piece: &Piece, message: &Message, context: &Context<'_>) -> Option<TokenStream> {
    let (placeholder, format) = match piece {
        Piece::Literal(text) => return Some(quote!(push(#text))),
        Piece::Placeholder(placeholder, format) => (placeholder, *format),
    };
    let index = position(message, placeholder)?;
    let field = message.fields.get(index)?;
    let name = checked(&field.name);
    let is_usual = format.is_plain() && !field.is_optional();
    Some(match field.field_type {
        FieldType::Text if is_usual => quote!(push(&self.#name)),
        FieldType::Ip if is_usual => quote!(address(self.#name)),
        FieldType::Enum if is_usual => quote!(push(self.#name.as_str())),
        integer if is_usual && integer.is_integer() => quote!(integer(self.#name)),
        _ => {
            let (value, format) = (value(field, context), format_spec(format, context));
            quote!(value(#value, &Self::MESSAGE.placeholders()[#index], #format))
        }
    })
}

/// Returns the expression that converts a field to a `Value`.
fn value(field: &Field, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let name = checked(&field.name);
    let value = quote!(#runtime::__private::FieldValue::value(&self.#name));
    match field.unit {
        Some(unit) => {
            let unit = variant(unit);
            quote!(#runtime::Value::in_unit(#value, #runtime::DurationUnit::#unit))
        }
        None => value,
    }
}

/// Returns the pieces of a template as variants of `Piece`: `Literal("VPN ")`, `Placeholder(0)`, …
pub(super) fn pieces(pieces: &[Piece], message: &Message, context: &Context<'_>) -> Vec<TokenStream> {
    let piece = |piece: &Piece| match piece {
        Piece::Literal(text) => Some(quote!(Literal(#text))),
        Piece::Placeholder(name, format) => {
            let index = Literal::usize_unsuffixed(position(message, name)?);
            Some(if format.is_plain() {
                quote!(Placeholder(#index))
            } else {
                let format = format_spec(*format, context);
                quote!(Formatted(#index, #format))
            })
        }
    };
    pieces.iter().filter_map(piece).collect()
}

fn position(message: &Message, placeholder: &str) -> Option<usize> {
    message.fields.iter().position(|field| field.placeholder == *placeholder)
}

/// Returns a format, of which only the parts are set that differ from a plain one.
fn format_spec(format: FormatSpec, context: &Context<'_>) -> TokenStream {
    let runtime = &context.runtime;
    let FormatSpec { alternate, width, precision, radix } = format;
    let alternate = alternate.then(|| quote!(.with_alternate(true)));
    let width = (width > 0).then(|| quote!(.with_width(#width)));
    let precision = precision.map(|precision| quote!(.with_precision(#precision)));
    let radix = (radix != Radix::Decimal).then(|| {
        let radix = variant(radix);
        quote!(.with_radix(#runtime::Radix::#radix))
    });
    quote!(#runtime::FormatSpec::PLAIN #alternate #width #precision #radix)
}
