//! The code generator, which turns a model into the items that `catalog!` expands to.
//!
//! ```text
//! pub mod events {
//!     pub struct PmKeyNotSupported<'a> { pub r#type: Cow<'a, str> }     message_struct.rs, message_data.rs, printing.rs
//!     pub type KMD_PM_KEY_NOT_SUPPORTED<'a> = PmKeyNotSupported<'a>;
//!     impl TypedEvent for PmKeyNotSupported<'_> { … }
//! }
//! pub mod values {
//!     pub enum State { Up, Down }                                       value_enums.rs
//! }
//! pub enum KmdEvent<'a> { PmKeyNotSupported(events::PmKeyNotSupported<'a>), … }   event_enum.rs
//! pub enum KmdTag { PmKeyNotSupported, … }                             tag_enum.rs
//! impl Tag for KmdTag { … }                                             parsing.rs
//! pub type KmdRecord<'a> = Record<'a, KmdEvent<'a>, KmdTag>;
//! macro_rules! kmd_event { … }                                         macro_definition.rs
//! ```
//!
//! All paths are absolute or begin with the path of the runtime, so that neither the names nor the prelude of the
//! calling crate changes their meaning.

mod context;
mod docs;
mod event_enum;
mod macro_definition;
mod message_data;
mod message_struct;
mod parsing;
mod printing;
mod tag_enum;
mod value_enums;

use kmd_catalog::model::Model;
use proc_macro2::TokenStream;
use quote::quote;

use crate::catalog_macro::Arguments;

use self::context::Context;

/// Generates all items of a catalog.
pub(crate) fn items(model: &Model, arguments: &Arguments) -> TokenStream {
    let runtime = &arguments.runtime;
    let context = Context::new(model, quote!(#runtime));
    let messages = model.messages.iter().map(|message| message_struct::items(message, &context));
    let check = macro_definition::module_check(arguments, &context.runtime);
    let values = value_enums::items(&context);
    let event = event_enum::items(&context);
    let tag = tag_enum::items(&context);
    let parsing = parsing::items(&context);
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
        #parsing
        #call
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use kmd_catalog::load;
    use kmd_catalog::model::Model;

    use crate::catalog_macro::Arguments;

    /// Compares the expansion of a catalog with a file in `snapshots`. After a change, run
    /// `UPDATE=1 cargo test -p kmd-macros snapshot` and review every changed line.
    fn check(model: &Model, arguments: &Arguments, snapshot: &str) {
        let file = syn::parse2(super::items(model, arguments)).expect("Rust");
        let generated = prettyplease::unparse(&file);
        let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(snapshot);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&snapshot, &generated).expect("written");
        }
        let expected = std::fs::read_to_string(&snapshot).expect("the snapshot");
        assert!(generated == expected, "{} has changed:\n{generated}", snapshot.display());
    }

    #[test]
    fn the_expansion_matches_the_snapshot() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
        let loaded = load(&folder, &["small.yaml"]);
        assert_eq!(loaded.diagnostics, []);
        let arguments = syn::parse_quote!(kmd_events; pub "small.yaml", in crate::app);
        check(&loaded.model.expect("a model"), &arguments, "small.rs");
    }

    /// The catalog has each type, optional or not, and all properties that few messages have.
    #[test]
    fn the_expansion_of_all_types_matches_the_snapshot() {
        let arguments = syn::parse_quote!(kmd_events; "all_types.yaml");
        check(&all_types(), &arguments, "all_types.rs");
    }

    fn all_types() -> Model {
        use kmd_catalog::model::{Enum, Field, Message, Removed, Word};
        use kmd_catalog::{FieldType, FormatSpec, Piece, Radix, Unit, keywords};

        let literal = |text: &str| Piece::Literal(text.to_owned());
        let plain = |name: &str| Piece::Placeholder(name.to_owned(), FormatSpec::default());
        let formatted = |name: &str, format| Piece::Placeholder(name.to_owned(), format);
        let field = |name: &str, field_type| Field {
            placeholder: name.to_owned(),
            name: name.replace('-', "_"),
            field_type,
            description: format!("The {name}."),
            unit: None,
            enumeration: None,
            absent: None,
            tail: None,
            brackets: true,
        };
        let word = |text: &str, variant: &str| Word { text: text.to_owned(), variant: variant.to_owned() };
        let message = |tag: &str, name: &str, template: &str, pieces, fields| Message {
            tag: tag.to_owned(),
            name: name.to_owned(),
            template: template.to_owned(),
            pieces,
            fields,
            kind: keywords::KINDS[1],
            severity: keywords::SEVERITIES[6],
            facility: keywords::FACILITIES[3],
            description: "Something happened.".to_owned(),
            cause: None,
            action: None,
            note: None,
            tails: Vec::new(),
            tail_wordings: Vec::new(),
            is_tagged: true,
            since: None,
            alternatives: Vec::new(),
            deprecated: None,
        };
        let types = message(
            "LAB_ALL",
            "All",
            "{phase}{mode}: {serial:#06X} {ratio:.3} {elapsed} ms at {bench} from {net}, {mac:X}, {on}, {size}, {user}",
            vec![
                plain("phase"),
                plain("mode"),
                literal(": "),
                formatted("serial", FormatSpec { alternate: true, width: 6, precision: None, radix: Radix::UpperHex }),
                literal(" "),
                formatted("ratio", FormatSpec { precision: Some(3), ..FormatSpec::default() }),
                literal(" "),
                plain("elapsed"),
                literal(" ms at "),
                plain("bench"),
                literal(" from "),
                plain("net"),
                literal(", "),
                formatted("mac", FormatSpec { radix: Radix::UpperHex, ..FormatSpec::default() }),
                literal(", "),
                plain("on"),
                literal(", "),
                plain("size"),
                literal(", "),
                plain("user"),
            ],
            vec![
                Field { enumeration: Some(0), ..field("phase", FieldType::Enum) },
                Field { enumeration: Some(1), ..field("mode", FieldType::Enum) },
                field("serial", FieldType::U32),
                field("ratio", FieldType::F64),
                Field { unit: Some(Unit::Milliseconds), ..field("elapsed", FieldType::Duration) },
                Field { brackets: false, ..field("bench", FieldType::Socket) },
                field("net", FieldType::Prefix),
                field("mac", FieldType::Mac),
                field("on", FieldType::Bool),
                field("size", FieldType::Usize),
                Field { absent: Some("unknown".to_owned()), ..field("user", FieldType::Text) },
            ],
        );
        let tails = Message {
            tails: vec![
                (" by {user}".to_owned(), vec![literal(" by "), plain("user")]),
                (
                    ", {phase} {load:.1} s".to_owned(),
                    vec![
                        literal(", "),
                        plain("phase"),
                        literal(" "),
                        formatted("load", FormatSpec { precision: Some(1), ..FormatSpec::default() }),
                        literal(" s"),
                    ],
                ),
            ],
            // Only the first of the three, which is enough for the generated code.
            tail_wordings: vec![vec![literal("Done by "), plain("user")]],
            is_tagged: false,
            since: Some("2.0".to_owned()),
            ..message(
                "LAB_DONE",
                "Done",
                "Done",
                vec![literal("Done")],
                vec![
                    Field { tail: Some(0), ..field("user", FieldType::Text) },
                    Field { tail: Some(1), enumeration: Some(0), ..field("phase", FieldType::Enum) },
                    Field { tail: Some(1), unit: Some(Unit::Seconds), ..field("load", FieldType::Duration) },
                ],
            )
        };
        let hostile = message(
            "LAB_H",
            "H",
            "{out} {state:02}",
            vec![plain("out"), literal(" "), plain("state")],
            vec![
                Field { enumeration: Some(2), ..field("out", FieldType::Enum) },
                Field { absent: Some("-".to_owned()), ..field("state", FieldType::F64) },
            ],
        );
        let enumeration = |name: &str, words, is_open| Enum {
            name: name.to_owned(),
            description: format!("A {name}."),
            words,
            is_open,
        };
        Model {
            prefix: "LAB".to_owned(),
            process: "labd".to_owned(),
            sd_id: None,
            enums: vec![
                enumeration("Phase", vec![word("cooling down", "CoolingDown"), word("", "Unknown")], false),
                enumeration("Mode", vec![word("fast", "Fast")], true),
                enumeration("Option", vec![word("ok", "Ok"), word("none", "None"), word("string", "String")], false),
            ],
            messages: vec![types, tails, hostile],
            removed: vec![Removed {
                tag: "LAB_STARTED".to_owned(),
                replacement: Some("LAB_ALL".to_owned()),
                note: Some("it has\nmore".to_owned()),
            }],
            borrows: true,
            complete: true,
        }
    }
}
