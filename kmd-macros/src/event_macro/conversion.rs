//! Conversions of the values in a call to the types of their fields.

use kmd_catalog::FieldType;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::value::{is_none, is_unfinished, last_span};
use crate::message_table::Field;

/// How a value becomes the value of a field.
#[derive(Clone, Debug)]
pub(super) enum Conversion {
    /// The value has the type of the field.
    Identity,
    /// A trait or function converts the value: its path below `kmd-events`.
    Function(&'static [&'static str]),
    /// The value is formatted, with `Display` or `Debug`, after `%` or `?`.
    Formatted { sigil: Punct, is_optional: bool },
}

impl Conversion {
    /// Returns the conversion of a value for a field. `sigil` is valid for the field.
    pub(super) fn new(field: Field<'_>, value: &[TokenTree], sigil: Option<Punct>) -> Self {
        if let Some(sigil) = sigil {
            return Self::Formatted { sigil, is_optional: field.is_optional };
        }
        // These values have any type, so that the type of a trait's argument is not known.
        if is_unfinished(value) || field.is_optional && is_none(value) {
            return Self::Identity;
        }
        match (field.field_type, field.is_optional) {
            (FieldType::Text, false) => Self::Function(&["IntoText", "into_text"]),
            (FieldType::Ip, false) => Self::Function(&["IntoIp", "into_ip"]),
            (FieldType::Text, true) => Self::Function(&["__private", "optional_text"]),
            (FieldType::Ip, true) => Self::Function(&["__private", "IntoOptionalIp", "into_optional_ip"]),
            _ => Self::Identity,
        }
    }

    /// Returns `name: value`, `name: (function)(value)` or `name: (IntoText::into_text)(format_args!("{}", value))`.
    pub(super) fn assignment(&self, name: &Ident, value: &[TokenTree], runtime: &TokenStream) -> TokenStream {
        match self {
            Self::Identity => quote!(#name: #(#value)*),
            Self::Function(path) => {
                let function = located(runtime, path, value.first());
                let argument = parenthesized(value);
                quote!(#name: #function #argument)
            }
            Self::Formatted { sigil, is_optional } => {
                let place = sigil.span();
                let mut format = Literal::string(if sigil.as_char() == '%' { "{}" } else { "{:?}" });
                format.set_span(Span::call_site().located_at(place));
                // The invisible group keeps `a = b` from being a named argument.
                let value = Group::new(Delimiter::None, value.iter().cloned().collect());
                let function = located(runtime, &["IntoText", "into_text"], Some(&sigil.clone().into()));
                let at = Span::call_site().located_at(place);
                let text = quote_spanned!(at=> #function(::core::format_args!(#format, #value)));
                if *is_optional { quote!(#name: ::core::option::Option::Some(#text)) } else { quote!(#name: #text) }
            }
        }
    }
}

/// Returns a value in parentheses, located at its last token. If the value is not complete, rustc underlines the closing
/// parenthesis.
pub(super) fn parenthesized(value: &[TokenTree]) -> Group {
    let mut group = Group::new(Delimiter::Parenthesis, value.iter().cloned().collect());
    group.set_span(Span::call_site().located_at(last_span(value)));
    group
}

/// Returns a function of `kmd-events` in parentheses, located at `place`, so that rustc underlines this place if a
/// value has the wrong type.
///
/// The parentheses have the syntax context of this macro and begin the call, so that the lint `unused_parens` does not
/// mistake parentheses around a value for those of an argument.
pub(super) fn located(runtime: &TokenStream, path: &[&str], place: Option<&TokenTree>) -> Group {
    let place = place.map_or_else(Span::call_site, TokenTree::span);
    let at = Span::call_site().located_at(place);
    let runtime = runtime.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(place));
        token
    });
    let segments = path.iter().flat_map(|segment| {
        let colon = |spacing| {
            let mut colon = Punct::new(':', spacing);
            colon.set_span(at);
            colon.into()
        };
        [colon(Spacing::Joint), colon(Spacing::Alone), Ident::new(segment, at).into()]
    });
    let mut function = Group::new(Delimiter::Parenthesis, runtime.chain(segments).collect());
    function.set_span(at);
    function
}
