//! The data that every step of the code generator needs.

use std::collections::HashSet;

use kmd_catalog::model::Model;
use kmd_catalog::{FieldType, names};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

/// The model and the names that the generated items have in common.
pub(super) struct Context<'m> {
    pub(super) model: &'m Model,
    /// The crate `kmd-events`.
    pub(super) runtime: TokenStream,
    /// `KmdEvent`.
    pub(super) event: Ident,
    /// `KmdTag`.
    pub(super) tag: Ident,
    /// `KmdRecord`.
    pub(super) record: Ident,
    /// The tags of the catalog.
    pub(super) tags: HashSet<&'m str>,
}

impl<'m> Context<'m> {
    pub(super) fn new(model: &'m Model, runtime: TokenStream) -> Self {
        let prefix = names::type_prefix(&model.prefix);
        Self {
            model,
            runtime,
            event: format_ident!("{prefix}Event"),
            tag: format_ident!("{prefix}Tag"),
            record: format_ident!("{prefix}Record"),
            tags: model.messages.iter().map(|message| &*message.tag).collect(),
        }
    }

    /// Returns the lifetime `<'a>` of the event enum if it borrows.
    pub(super) fn lifetime(&self) -> Option<TokenStream> {
        self.model.borrows.then(|| quote!(<'a>))
    }

    /// Returns the hidden variant of a catalog with errors, which represents the messages that were left out. It
    /// ensures that both enums have a variant and that the lifetime is used.
    pub(super) fn missing(&self) -> Option<Ident> {
        (!self.model.complete).then(|| format_ident!("__Missing"))
    }

    /// Returns the Rust type of a field.
    pub(super) fn rust_type(&self, field_type: FieldType) -> TokenStream {
        let runtime = &self.runtime;
        match field_type {
            FieldType::Text => quote!(#runtime::__private::Cow<'a, ::core::primitive::str>),
            FieldType::Ip => quote!(::core::net::IpAddr),
            integer => {
                let name = format_ident!("{}", integer.as_str());
                quote!(::core::primitive::#name)
            }
        }
    }
}

/// Returns `#[derive(…)]` with paths that do not need a prelude.
pub(super) fn derive(ordered: bool) -> TokenStream {
    let ordered = ordered.then(|| quote!(::core::marker::Copy, ::core::cmp::PartialOrd, ::core::cmp::Ord,));
    quote! {
        #[::core::prelude::v1::derive(
            ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,
            #ordered
        )]
    }
}

/// Returns `Some(text)` or `None` with paths that do not need a prelude.
pub(super) fn optional(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote!(::core::option::Option::None), |text| quote!(::core::option::Option::Some(#text)))
}
