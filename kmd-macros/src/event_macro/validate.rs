//! The mistakes of a call, each with what to write instead.

use proc_macro2::{Group, Ident, TokenStream};
use syn::ext::IdentExt as _;

use super::help::unknown_tag;
use super::item::{Call, Field};
use super::{fields, not_a_literal};
use crate::diagnostic::Mistake;
use crate::message_table::Schema;

/// A call with all that is wrong in it.
pub(super) struct Checked {
    pub(super) event: Option<Event>,
    /// Values that go nowhere.
    pub(super) leftover: Vec<TokenStream>,
    pub(super) mistakes: Vec<Mistake>,
}

/// What is known of the event that is meant.
pub(super) struct Event {
    pub(super) tag: Ident,
    pub(super) braces: Option<Group>,
    /// `None` if the tag is unknown.
    pub(super) known: Option<Known>,
}

/// The event of a known tag.
pub(super) struct Known {
    pub(super) tag: String,
    /// The fields of the message that were given, in the order of the call.
    pub(super) fields: Vec<Given>,
    /// Whether some field of the message cannot be filled.
    pub(super) partial: bool,
}

/// A field of the message and its value.
pub(super) struct Given {
    pub(super) name: Ident,
    /// The trait that takes the value: the placeholder's name and type.
    pub(super) taker: String,
    pub(super) value: TokenStream,
}

/// Looks for mistakes in a call.
pub(super) fn check(call: Call, schema: Schema<'_>) -> Checked {
    match call {
        Call::Other(tokens) => {
            let (mistake, leftover) = not_a_literal::explain(&tokens, schema);
            Checked {
                event: None,
                leftover,
                mistakes: vec![mistake],
            }
        }
        Call::Event {
            tag,
            braces,
            fields,
        } => {
            let name = tag.unraw().to_string();
            match schema.find(&name) {
                Some(record) => fields::check(record, tag, braces, fields, schema),
                None => unknown(&name, tag, braces, fields, schema),
            }
        }
    }
}

fn unknown(
    name: &str,
    tag: Ident,
    braces: Option<Group>,
    fields: Vec<Field>,
    schema: Schema<'_>,
) -> Checked {
    // A catalogue with an error lacks messages that its file has; the error says so.
    let mistakes = if schema.complete {
        vec![Mistake::at(tag.span(), unknown_tag(name, schema))]
    } else {
        Vec::new()
    };
    Checked {
        leftover: fields
            .into_iter()
            .filter_map(not_a_literal::value)
            .collect(),
        event: Some(Event {
            tag,
            braces,
            known: None,
        }),
        mistakes,
    }
}
