//! The hidden traits through which a call hands over its values: one a placeholder and type.
//!
//! Each exists for its error message alone. A value of the wrong type is an unsatisfied trait bound, and
//! `on_unimplemented` lets it speak of the placeholder; `do_not_recommend` keeps rustc from listing the
//! blanket impl's bound instead. For an integer that bound has a single solution, so a literal infers.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Context;
use kmd_catalog::FieldType;
use kmd_catalog::names;

pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let fields = context
        .model
        .messages
        .iter()
        .flat_map(|message| &message.fields);
    let takers: BTreeMap<String, _> = fields
        .map(|field| (names::taker(&field.placeholder, field.field_type), field))
        .collect();
    let takers = takers.iter().map(|(name, field)| {
        one(
            &field.placeholder,
            field.field_type,
            &format_ident!("{name}"),
            context,
        )
    });
    quote! {
        #[doc(hidden)]
        pub mod __fields {
            #(#takers)*
        }
    }
}

fn one(
    placeholder: &str,
    field_type: FieldType,
    name: &proc_macro2::Ident,
    context: &Context<'_>,
) -> TokenStream {
    let runtime = &context.runtime;
    let rust_type = context.rust_type(field_type);
    let message = format!("placeholder `{placeholder}` takes {}", field_type.takes());
    let note = field_type.conversion();
    let lifetime = (field_type == FieldType::Text).then(|| quote!(<'a>));
    let (generics, convert) = match field_type {
        FieldType::Text => (
            quote!(<'a, T: #runtime::__private::IntoText<'a>>),
            quote!(#runtime::__private::IntoText::into_text(value)),
        ),
        FieldType::Ip => (
            quote!(<T: #runtime::__private::IntoIp>),
            quote!(#runtime::__private::IntoIp::into_ip(value)),
        ),
        _ => (
            quote!(<T: #runtime::__private::Same<#rust_type>>),
            quote!(#runtime::__private::Same::same(value)),
        ),
    };
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = "`{Self}` given here", note = #note)]
        pub trait #name #lifetime: ::core::marker::Sized {
            fn take(value: Self) -> #rust_type;
        }
        #[diagnostic::do_not_recommend]
        impl #generics #name #lifetime for T {
            fn take(value: Self) -> #rust_type {
                #convert
            }
        }
    }
}
