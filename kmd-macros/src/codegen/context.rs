//! The data that every step of the code generator needs.

use std::collections::HashSet;
use std::fmt::Debug;

use kmd_catalog::model::{Enum, Field, Model};
use kmd_catalog::{FieldType, names};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use crate::ident::checked;

/// The model and the names that the generated items have in common.
pub(super) struct Context<'m> {
    pub(super) model: &'m Model,
    /// The crate `kmd-events`.
    pub(super) runtime: TokenTree,
    /// `KmdEvent`.
    pub(super) event: Ident,
    /// `KmdTag`.
    pub(super) tag: Ident,
    /// `KmdRecord`.
    pub(super) record: Ident,
    /// The traits that most types derive.
    pub(super) derive: TokenStream,
    /// The tags of the catalog.
    pub(super) tags: HashSet<&'m str>,
}

impl<'m> Context<'m> {
    pub(super) fn new(model: &'m Model, runtime: TokenTree) -> Self {
        let prefix = names::type_prefix(&model.prefix);
        Self {
            model,
            runtime,
            event: format_ident!("{prefix}Event"),
            tag: format_ident!("{prefix}Tag"),
            record: format_ident!("{prefix}Record"),
            derive: derive(Traits::Compared),
            tags: model.messages.iter().map(|message| &*message.tag).collect(),
        }
    }

    /// Returns the hidden variant of a catalog with errors, which represents the messages that were left out. It
    /// ensures that both enums have a variant and that the lifetime is used.
    pub(super) fn missing(&self) -> Option<Ident> {
        (!self.model.complete).then(|| format_ident!("__Missing"))
    }

    /// Returns the enum of a field, or `None` if the field has another type.
    pub(super) fn enumeration(&self, field: &Field) -> Option<&'m Enum> {
        field.enumeration.and_then(|index| self.model.enums.get(index))
    }

    /// Returns the Rust type of a field in the module `events`.
    pub(super) fn rust_type(&self, field: &Field) -> TokenStream {
        let runtime = &self.runtime;
        let plain = match field.field_type {
            FieldType::Text => quote!(#runtime::__private::Cow<'a, ::core::primitive::str>),
            FieldType::Ip => quote!(::core::net::IpAddr),
            FieldType::Socket => quote!(::core::net::SocketAddr),
            FieldType::Prefix => quote!(#runtime::IpPrefix),
            FieldType::Mac => quote!([::core::primitive::u8; 6]),
            FieldType::Duration => quote!(::core::time::Duration),
            FieldType::Enum => {
                let enumeration = self.enumeration(field);
                let name = checked(enumeration.map_or("", |enumeration| &enumeration.name));
                let lifetime = field.borrows(self.model).then(|| quote!(<'a>));
                quote!(super::values::#name #lifetime)
            }
            number => {
                let name = format_ident!("{}", number.as_str());
                quote!(::core::primitive::#name)
            }
        };
        if field.is_optional() { quote!(::core::option::Option<#plain>) } else { plain }
    }
}

/// The traits that a generated type derives. Each set contains the one before it.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Traits {
    /// `Clone` and `Debug`.
    Cloned,
    /// Also `Eq` and `Hash`.
    Compared,
    /// Also `Copy` and `Ord`.
    Ordered,
}

/// Returns `#[derive(…)]` with paths that do not need a prelude.
pub(super) fn derive(traits: Traits) -> TokenStream {
    let compared =
        (traits >= Traits::Compared).then(|| quote!(::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,));
    let ordered =
        (traits >= Traits::Ordered).then(|| quote!(::core::marker::Copy, ::core::cmp::PartialOrd, ::core::cmp::Ord,));
    quote! {
        #[::core::prelude::v1::derive(::core::clone::Clone, ::core::fmt::Debug, #compared #ordered)]
    }
}

/// Returns the lifetimes of a type for the macros of the runtime: `['a] ['_] ['static]` if it borrows, or else empty
/// brackets.
pub(super) fn lifetimes(borrows: bool) -> TokenStream {
    if borrows { quote!(['a] ['_] ['static]) } else { quote!([] [] []) }
}

/// Returns `Some(value)` or `None` with paths that do not need a prelude.
pub(super) fn optional(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(::core::option::Option::None), |value| quote!(::core::option::Option::Some(#value)))
}

/// Returns the identifier of an enum variant of `kmd-catalog`. The enums of the same name in `kmd-events` have the same
/// variants.
pub(super) fn variant(value: impl Debug) -> Ident {
    format_ident!("{}", format!("{value:?}"))
}
