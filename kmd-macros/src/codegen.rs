//! The code generator, which turns a model into the items that `catalog!` expands to.
//!
//! ```text
//! pub mod events {
//!     pub struct PmKeyNotSupported<'a> { pub r#type: Cow<'a, str> }
//!     pub type KMD_PM_KEY_NOT_SUPPORTED<'a> = PmKeyNotSupported<'a>;
//!     message! { PmKeyNotSupported … }               message_struct.rs, message_data.rs, printing.rs
//!         impl TypedEvent for PmKeyNotSupported<'_> { … }
//! }
//! pub mod values {
//!     pub enum State { Up, Down }                    value_enums.rs
//! }
//! pub enum KmdEvent<'a> { PmKeyNotSupported(events::PmKeyNotSupported<'a>), … }
//! event_enum! { KmdEvent … }                         event_enum.rs
//!     pub type KmdRecord<'a> = Record<'a, KmdEvent<'a>, KmdTag>;
//! pub enum KmdTag { PmKeyNotSupported, … }
//! tag_enum! { KmdTag … }                             tag_enum.rs
//!     impl Tag for KmdTag { … }
//! macro_rules! kmd_event { … }                       macro_definition.rs
//! ```
//!
//! Methods and traits are in the macros `message!`, `event_enum!` and `tag_enum!` of `kmd-events`. Without them, a
//! catalog would take a third longer to expand. The types are not, so that the compiler shows the call of `catalog!` as
//! the place where they are defined.
//!
//! All paths are absolute or begin with the path of the runtime, so that neither the names nor the prelude of the
//! calling crate changes their meaning.

mod context;
mod docs;
mod event_enum;
mod macro_definition;
mod message_data;
mod message_struct;
#[cfg(test)]
mod only_strings;
mod printing;
mod prose;
mod tag_enum;
mod value_enums;

use kmd_catalog::model::Model;
use proc_macro2::TokenStream;
use quote::quote;

use crate::catalog_macro::Arguments;

use self::context::Context;

/// Generates all items of a catalog.
pub(crate) fn items(model: &Model, arguments: &Arguments) -> TokenStream {
    let context = Context::new(model, arguments.runtime.clone());
    let messages = model.messages.iter().map(|message| message_struct::items(message, &context));
    let check = macro_definition::module_check(arguments, &context.runtime);
    let values = value_enums::items(&context);
    let event = event_enum::items(&context);
    let tag = tag_enum::items(&context);
    let serde = serde(&context);
    let call = macro_definition::items(&context, arguments);
    let doc = docs::events_module(&model.prefix);
    quote! {
        #check
        #[doc = #doc]
        pub mod events {
            #(#messages)*
        }
        #values
        #event
        #tag
        #serde
        #call
    }
}

/// Returns the call of the macro that implements the traits of serde, if that feature of `kmd-events` is enabled.
fn serde(context: &Context<'_>) -> TokenStream {
    let Context { model, runtime, event, tag, .. } = context;
    let lifetime = model.borrows.then(|| quote!(<'a>));
    quote!(#runtime::__private::serde! { #event #lifetime, #tag })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kmd_catalog::load;

    use crate::catalog_macro::Arguments;

    /// Compares the expansion of a catalog with a file in `snapshots`. After a change, run
    /// `UPDATE=1 cargo test -p kmd-macros snapshot` and review every changed line.
    fn check(catalog: &str, arguments: &Arguments) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
        let loaded = load(&folder, &[&format!("{catalog}.yaml")]);
        assert_eq!(loaded.diagnostics, []);
        let items = super::items(&loaded.model.expect("a model"), arguments);
        let file = syn::parse2(items).expect("Rust");
        let generated = prettyplease::unparse(&file);
        let snapshot = folder.join(catalog).with_extension("rs");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&snapshot, &generated).expect("written");
        }
        let expected = std::fs::read_to_string(&snapshot).expect("the snapshot");
        assert!(generated == expected, "the expansion of {catalog}.yaml has changed:\n{generated}");
    }

    #[test]
    fn the_expansion_matches_the_snapshot() {
        check("small", &syn::parse_quote!(kmd_events; pub "small.yaml", in crate::app));
    }

    /// The catalog has each type, optional or not, and all properties that few messages have.
    #[test]
    fn the_expansion_of_all_types_matches_the_snapshot() {
        check("all_types", &syn::parse_quote!(kmd_events; "all_types.yaml"));
    }
}
