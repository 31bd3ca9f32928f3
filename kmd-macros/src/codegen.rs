//! From the model to Rust: the items that `catalog!` stands for.
//!
//! ```text
//! pub mod events {
//!     pub struct PmKeyNotSupported<'a> { pub r#type: Cow<'a, str> }     message.rs
//!     pub type KMD_PM_KEY_NOT_SUPPORTED<'a> = PmKeyNotSupported<'a>;
//! }
//! pub enum KmdEvent<'a> { PmKeyNotSupported(events::PmKeyNotSupported<'a>), … }   event.rs
//! pub enum KmdTag { PmKeyNotSupported, … }                             tag.rs
//! impl Tag for KmdTag { … }                                             reading.rs
//! pub type KmdRecord<'a> = Record<'a, KmdEvent<'a>, KmdTag>;
//! macro_rules! kmd_event { … }                                         call.rs
//! ```
//!
//! All paths are absolute or begin at the runtime's path, so nothing that a crate defines or leaves out
//! of its prelude changes their meaning.

mod docs;
mod event_enum;
mod macro_definition;
mod message_struct;
mod parsing;
mod tag_enum;

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::catalog_macro::Arguments;
use kmd_catalog::FieldType;
use kmd_catalog::model::Model;
use kmd_catalog::names;

/// What every step needs.
pub(crate) struct Context<'m> {
    model: &'m Model,
    /// The crate `kmd-events`.
    runtime: TokenStream,
    /// `KmdEvent`.
    event: Ident,
    /// `KmdTag`.
    tag: Ident,
    /// `KmdRecord`.
    record: Ident,
    /// The documented tags.
    tags: HashSet<&'m str>,
}

/// All items of a catalogue.
pub(crate) fn items(model: &Model, arguments: &Arguments) -> TokenStream {
    let prefix = names::type_prefix(&model.prefix);
    let runtime = &arguments.runtime;
    let context = Context {
        model,
        runtime: quote!(#runtime),
        event: format_ident!("{prefix}Event"),
        tag: format_ident!("{prefix}Tag"),
        record: format_ident!("{prefix}Record"),
        tags: model.messages.iter().map(|message| &*message.tag).collect(),
    };
    let messages = model
        .messages
        .iter()
        .map(|message| message_struct::items(message, &context));
    let check = macro_definition::module_check(arguments, &context.runtime);
    let event = event_enum::items(&context);
    let tag = tag_enum::items(&context);
    let reading = parsing::items(&context);
    let call = macro_definition::items(&context, arguments);
    let doc = format!(
        "The messages of the `{}` catalogue: a struct each, and under its documented tag an alias of it.",
        model.prefix
    );
    quote! {
        #check
        #[doc = #doc]
        pub mod events {
            #(#messages)*
        }
        #event
        #tag
        #reading
        #call
    }
}

impl Context<'_> {
    /// `<'a>` of the event enum, if it borrows.
    fn lifetime(&self) -> Option<TokenStream> {
        self.model.borrows.then(|| quote!(<'a>))
    }

    /// A variant in place of the messages that an error in the file left out, so that both enums have one
    /// and a lifetime is used; nothing makes it.
    fn missing(&self) -> Option<Ident> {
        (!self.model.complete).then(|| format_ident!("__Missing"))
    }

    /// The Rust type of a field.
    fn rust_type(&self, field_type: FieldType) -> TokenStream {
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

/// `#[derive(…)]` by paths that need no prelude.
fn derive(ordered: bool) -> TokenStream {
    let ordered = ordered.then(|| {
        quote!(
            ::core::marker::Copy,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
        )
    });
    quote! {
        #[::core::prelude::v1::derive(
            ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash,
            #ordered
        )]
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kmd_catalog::load;

    /// All that three messages become. After a change: `UPDATE=1 cargo test -p kmd-macros snapshot`,
    /// and read every line of what changed.
    #[test]
    fn snapshot_of_a_small_catalog() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
        let loaded = load(&folder, "small.yaml");
        assert_eq!(loaded.diagnostics, []);
        let arguments = syn::parse_quote!(kmd_events; pub "small.yaml", in crate::app);
        let items = super::items(&loaded.model.expect("a model"), &arguments);
        let file = syn::parse2(items).expect("Rust");
        let generated = prettyplease::unparse(&file);
        let snapshot = folder.join("small.rs");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&snapshot, &generated).expect("written");
        }
        let expected = std::fs::read_to_string(&snapshot).expect("the snapshot");
        assert!(
            generated == expected,
            "the expansion of small.yaml has changed:\n{generated}"
        );
    }
}
