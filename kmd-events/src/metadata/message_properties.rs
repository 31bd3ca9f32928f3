//! The methods with which generated code sets the properties of a message.

use super::message::Message;
use super::message_kind::MessageKind;
use super::piece::Piece;
use super::placeholder::Placeholder;
#[cfg(feature = "tracing")]
use crate::call_site::CallSite;
use crate::{Facility, Severity};

/// Implements methods that set fields.
macro_rules! set {
    ($($(#[$cfg:meta])? $name:ident($($field:ident: $type:ty),*);)*) => {
        impl Message {$(
            $(#[$cfg])?
            #[doc(hidden)]
            #[must_use]
            pub const fn $name(self, $($field: $type),*) -> Self {
                Self { $($field,)* ..self }
            }
        )*}
    };
}

set! {
    with_kind(kind: MessageKind, severity: Severity, facility: Facility);
    with_description(description: &'static str);
    with_pieces(placeholders: &'static [Placeholder], pieces: &'static [Piece]);
    with_cause(cause: Option<&'static str>);
    with_action(action: Option<&'static str>);
    with_note(note: Option<&'static str>);
    with_deprecated(deprecated: Option<&'static str>);
    with_since(since: Option<&'static str>);
    with_source(source: Option<&'static str>);
    with_tagged(is_tagged: bool);
    with_alternatives(alternatives: &'static [&'static str], alternative_pieces: &'static [&'static [Piece]]);
    with_tails(
        tails: &'static [&'static str],
        tail_pieces: &'static [&'static [Piece]],
        tail_wordings: &'static [&'static [Piece]]
    );
    #[cfg(feature = "tracing")]
    with_call_site(call_site: CallSite);
}
