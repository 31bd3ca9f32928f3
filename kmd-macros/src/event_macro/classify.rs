//! Classification of the items of a call, each by itself.

use std::collections::HashSet;

use kmd_catalog::FieldType;
use proc_macro2::{Ident, Punct, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use super::conversion::Conversion;
use super::help::assignment;
use super::item::Item;
use super::split;
use super::value::{first, found, is_punct, is_simple_expr, second_expr, to_source};
use crate::diagnostic::Diagnostic;
use crate::message_table::Field;

/// A classified item.
pub(super) struct Classified {
    pub(super) kind: Kind,
    /// The field of the message that the item names, without `r#`.
    pub(super) field: Option<String>,
    /// The value. It is empty if it is missing or if the item is not parsed far enough.
    pub(super) value: Vec<TokenTree>,
    /// A mistake that is visible in the item alone.
    pub(super) diagnostic: Option<Diagnostic>,
}

pub(super) enum Kind {
    /// Sets the field with this name.
    Set(Ident, Conversion),
    /// Has a name that is not a field of the message.
    Unknown { name: Ident, is_shorthand: bool },
    /// Has a value without a name.
    Unnamed(Vec<TokenTree>),
    /// Is `..base`.
    Base(Vec<TokenTree>),
    /// Has another mistake, and may hide a field of another name.
    Invalid { hides_field: bool },
}

/// Classifies the items in the braces of a call for a message with `fields`.
pub(super) fn classify(body: TokenStream, fields: &[Field<'_>]) -> Vec<Classified> {
    let mut seen = HashSet::new();
    let items = split::fields(body).into_iter().map(Item::parse);
    let mut items: Vec<Classified> = items
        .map(|item| match item {
            Item::Field { name, sign, sigil, value } => field(name, &sign, sigil, value, fields, &mut seen),
            Item::Other(tokens) => other(tokens, fields),
        })
        .collect();
    // `name: , value` is one mistake.
    let mut lacks_value = false;
    items.retain(|item| {
        let is_late_value = lacks_value && item.is_bare_value();
        lacks_value = item.field.is_some() && item.value.is_empty();
        !is_late_value
    });
    items
}

fn field(
    name: Ident,
    sign: &[TokenTree],
    sigil: Option<Punct>,
    value: Vec<TokenTree>,
    fields: &[Field<'_>],
    seen: &mut HashSet<String>,
) -> Classified {
    let plain = name.unraw().to_string();
    let Some(&field) = fields.iter().find(|field| field.name == plain) else {
        let is_shorthand = sign.is_empty();
        return Classified::new(Kind::Unknown { name, is_shorthand }, None, value);
    };
    let (diagnostic, hides_field) = if !seen.insert(plain.clone()) {
        let message = format!("field `{plain}` specified more than once");
        (Diagnostic::spanned(name.span(), message), false)
    } else if value.is_empty() {
        let message = format!("expected a value for field `{plain}`");
        let help = format!("add the value: `{}`", assignment(field));
        (Diagnostic::spanned(name.span(), message).help(help), false)
    } else if let Some(at) = second_expr(&value) {
        (expected(",", &value[at..]), true)
    } else if let Some(sigil) = sigil.as_ref().filter(|_| field.field_type != FieldType::Text) {
        (misplaced(sigil, field, &value), false)
    } else {
        // A keyword is written without `r#` in a call, but the field of the struct is a raw identifier.
        let name = crate::ident::ident(&plain, name.span()).unwrap_or(name);
        let is_wrong = sign.first().is_some_and(|sign| is_punct(sign, "="));
        let help = format!("replace {} with a colon", found(sign));
        return Classified {
            diagnostic: is_wrong.then(|| expected(":", sign).help(help)),
            ..Classified::new(Kind::Set(name, Conversion::new(field, &value, sigil)), Some(plain), value)
        };
    };
    Classified {
        diagnostic: Some(diagnostic),
        ..Classified::new(Kind::Invalid { hides_field }, Some(plain), if hides_field { Vec::new() } else { value })
    }
}

fn other(tokens: Vec<TokenTree>, fields: &[Field<'_>]) -> Classified {
    let first_name = match &tokens[0] {
        TokenTree::Ident(name) => name.unraw().to_string(),
        _ => String::new(),
    };
    let is_field = fields.iter().any(|field| field.name == first_name);
    let is_group = matches!(tokens.get(1), Some(TokenTree::Group(_)));
    let kind = match &tokens[..] {
        [dot, second, ..] if is_punct(dot, ".") && is_punct(second, ".") => Kind::Base(tokens),
        // `name value`, or `name (value)`, which could be a call.
        [TokenTree::Ident(_), rest @ ..] if is_field && is_group || !is_simple_expr(&tokens) => {
            let kind = Kind::Invalid { hides_field: true };
            let name = Some(first_name).filter(|_| is_field);
            let diagnostic = expected(":", rest);
            return Classified {
                diagnostic: Some(match hyphenated(&tokens, fields) {
                    Some(field) => diagnostic.help(format!("write `{}` with an underscore", field.name)),
                    None => diagnostic,
                }),
                ..Classified::new(kind, name, Vec::new())
            };
        }
        _ => Kind::Unnamed(tokens),
    };
    Classified::new(kind, None, Vec::new())
}

/// Returns the field whose name the tokens begin with, written with hyphens as in the catalog.
fn hyphenated<'m>(tokens: &[TokenTree], fields: &[Field<'m>]) -> Option<Field<'m>> {
    let name = tokens.iter().map_while(|token| match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        token => is_punct(token, "-").then(|| "_".to_owned()),
    });
    let name: String = name.collect();
    fields.iter().find(|field| name.contains('_') && field.name == name).copied()
}

impl Classified {
    fn new(kind: Kind, field: Option<String>, value: Vec<TokenTree>) -> Self {
        Self { kind, field, value, diagnostic: None }
    }

    fn is_bare_value(&self) -> bool {
        match &self.kind {
            Kind::Unknown { is_shorthand, .. } => *is_shorthand,
            Kind::Unnamed(tokens) => is_simple_expr(tokens),
            _ => false,
        }
    }
}

/// Returns the diagnostic for a `%` or `?` before the value of a field that is not text.
fn misplaced(sigil: &Punct, field: Field<'_>, value: &[TokenTree]) -> Diagnostic {
    let (sigil, name) = (sigil.clone(), field.name);
    let message = format!("unexpected `{}` before the value of field `{name}`", sigil.as_char());
    let note = format!(
        "`%` and `?` format the value of a field of type `text`, and `{name}` has the type `{}`",
        field.field_type.as_str()
    );
    let diagnostic = Diagnostic::spanned(sigil.span(), message);
    let diagnostic = if is_simple_expr(value) {
        diagnostic.help(format!("remove it: `{name}: {}`", to_source(value)))
    } else {
        diagnostic
    };
    diagnostic.note(note)
}

fn expected(sign: &str, instead: &[TokenTree]) -> Diagnostic {
    let message = format!("expected `{sign}`, found {}", found(instead));
    Diagnostic::spanning(first(instead), message)
}
