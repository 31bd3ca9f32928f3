//! Validates a call: classifies its items, pairs the wrong ones with missing fields, and reports in the order of the call.

use std::collections::HashSet;

use kmd_catalog::{FieldType, names};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use super::help::{assignment, set_all, unknown_tag};
use super::item::{self, Item, Syntax};
use super::value::{first, found, is_simple_expr, second_expr};
use super::{not_a_literal, report, ungroup};
use crate::diagnostic::Diagnostic;
use crate::message_table::{Entry, Field, MessageTable};

/// A validated call.
pub(super) struct Call {
    /// `None` if the call is not a struct literal.
    pub(super) event: Option<Event>,
    /// Values that are not part of the event.
    pub(super) unused: Vec<TokenStream>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A struct literal.
pub(super) struct Event {
    pub(super) tag: Ident,
    pub(super) braces: Option<Group>,
    /// `None` if the tag is unknown.
    pub(super) known: Option<Known>,
}

/// The values of a message of the catalog.
pub(super) struct Known {
    pub(super) tag: String,
    /// The fields with a value, in the order of the call.
    pub(super) values: Vec<Value>,
    /// Whether a field has no value.
    pub(super) incomplete: bool,
}

/// A field with its value.
pub(super) struct Value {
    pub(super) name: Ident,
    pub(super) field_type: FieldType,
    pub(super) value: TokenStream,
}

/// Validates the tokens of a call.
pub(super) fn call(tokens: TokenStream, table: MessageTable<'_>) -> Call {
    let mut tokens: Vec<TokenTree> = ungroup(tokens).into_iter().collect();
    // As in a call of any macro, a comma may end it.
    if matches!(&tokens[..], [_, .., TokenTree::Punct(comma)] if comma.as_char() == ',') {
        tokens.pop();
    }
    // `$tag:path { … }` of another macro.
    if let Some(TokenTree::Group(group)) = tokens.first() {
        if group.delimiter() == Delimiter::None {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            tokens.splice(..1, inside);
        }
    }
    match &tokens[..] {
        [TokenTree::Ident(tag)] => struct_literal(tag, None, table),
        [TokenTree::Ident(tag), TokenTree::Group(group)]
            if group.delimiter() == Delimiter::Brace =>
        {
            struct_literal(tag, Some(group), table)
        }
        _ => Call {
            event: None,
            unused: not_a_literal::values(tokens.iter().skip(1).cloned().collect(), table),
            diagnostics: not_a_literal::diagnose(&tokens, table)
                .into_iter()
                .collect(),
        },
    }
}

fn struct_literal(tag: &Ident, braces: Option<&Group>, table: MessageTable<'_>) -> Call {
    let name = tag.unraw().to_string();
    let body = braces.map(Group::stream).unwrap_or_default();
    let (known, unused, diagnostics) = if let Some(entry) = table.find(&name) {
        let message = Message {
            entry,
            macro_name: names::macro_name(table.prefix),
            fields: entry.fields().map(|field| (field.name(), field)).collect(),
        };
        let mut items = message.classify(body);
        let diagnostics = report::report(&message, &mut items, tag, braces.is_some());
        let (known, unused) = message.values(items);
        (Some(known), unused, diagnostics)
    } else {
        // A catalog with an error does not have all messages of its file. The error in the file explains it.
        let unknown = table
            .complete
            .then(|| unknown_tag(tag.span(), &name, table));
        let unused = not_a_literal::values(body, table);
        (None, unused, unknown.into_iter().collect())
    };
    Call {
        event: Some(Event {
            tag: tag.clone(),
            braces: braces.cloned(),
            known,
        }),
        unused,
        diagnostics,
    }
}

/// The message of a call.
pub(super) struct Message<'m> {
    pub(super) entry: Entry<'m>,
    /// `kmd_event`.
    pub(super) macro_name: String,
    /// All fields with their names in Rust.
    pub(super) fields: Vec<(String, Field<'m>)>,
}

/// An item of a call, judged alone.
pub(super) struct Judged<'m> {
    pub(super) kind: Kind,
    /// The field that it names first in the call.
    pub(super) field: Option<Field<'m>>,
    /// Its value, and any other expression in it.
    values: Vec<TokenStream>,
    pub(super) diagnostic: Option<Diagnostic>,
}

pub(super) enum Kind {
    /// Sets the field of this name.
    Set(Ident),
    /// Names a field without a value.
    NoValue,
    /// Has a name that the message does not have, and whether it is shorthand.
    Unknown(Ident, bool),
    /// Has no name.
    Unnamed(Vec<TokenTree>),
    /// Is `..base`, which stands for any number of fields.
    Base,
    /// Has a mistake that needs no field to be explained.
    Invalid,
    /// Is part of the mistake before it.
    Silent,
}

impl<'m> Message<'m> {
    pub(super) fn find(&self, name: &str) -> Option<Field<'m>> {
        let (_, field) = self.fields.iter().find(|(known, _)| known == name)?;
        Some(*field)
    }

    fn classify(&self, body: TokenStream) -> Vec<Judged<'m>> {
        let mut seen = HashSet::new();
        let mut all: Vec<Judged<'m>> = Vec::new();
        for item in item::items(body, |name| self.find(name).is_some()) {
            let mut judged = self.judge(item, &mut seen);
            let is_value = match &judged.kind {
                Kind::Unnamed(tokens) => is_simple_expr(tokens),
                Kind::Unknown(_, is_shorthand) => *is_shorthand,
                _ => false,
            };
            // `name: , value`
            if is_value && matches!(all.last(), Some(last) if matches!(last.kind, Kind::NoValue)) {
                judged.kind = Kind::Silent;
            }
            all.push(judged);
        }
        all
    }

    fn judge(&self, item: Item, seen: &mut HashSet<String>) -> Judged<'m> {
        match item {
            Item::Field {
                name,
                syntax,
                value,
            } => self.judge_field(name, syntax, value, seen),
            Item::Base(tokens) => {
                let what = "base expression (`..`) is not supported";
                let diagnostic =
                    Diagnostic::spanning(&tokens, format!("{what} in `{}!`", self.macro_name))
                        .help(set_all(self.entry));
                Judged::new(Kind::Base, None, simple(&tokens[2..]), Some(diagnostic))
            }
            Item::NoComma(instead) => {
                let mut diagnostic = expected(",", std::slice::from_ref(&instead));
                if let TokenTree::Ident(field) = &instead {
                    diagnostic = diagnostic.help(format!("add a comma before `{field}`"));
                }
                Judged::new(Kind::Silent, None, None, Some(diagnostic))
            }
            Item::Other(tokens) => match item::name(&tokens) {
                // `name value` or `name (value)`
                Some(name)
                    if !is_simple_expr(&tokens)
                        || matches!(tokens[1], TokenTree::Group(_))
                            && self.find(&name).is_some() =>
                {
                    let field = self.find(&name).filter(|_| seen.insert(name));
                    let diagnostic = expected(":", &tokens[1..]);
                    Judged::new(Kind::Invalid, field, simple(&tokens[1..]), Some(diagnostic))
                }
                _ => {
                    let value = simple(&tokens);
                    Judged::new(Kind::Unnamed(tokens), None, value, None)
                }
            },
        }
    }

    fn judge_field(
        &self,
        name: Ident,
        syntax: Syntax,
        value: TokenStream,
        seen: &mut HashSet<String>,
    ) -> Judged<'m> {
        let plain = name.unraw().to_string();
        let Some(field) = self.find(&plain) else {
            let is_shorthand = matches!(syntax, Syntax::Shorthand);
            return Judged::new(Kind::Unknown(name, is_shorthand), None, [value], None);
        };
        if !seen.insert(plain.clone()) {
            let message = format!("field `{plain}` specified more than once");
            let diagnostic = Diagnostic::spanned(name.span(), message);
            return Judged::new(Kind::Invalid, Some(field), [value], Some(diagnostic));
        }
        if value.is_empty() {
            let message = format!("expected a value for field `{plain}`");
            let diagnostic = Diagnostic::spanned(name.span(), message)
                .help(format!("add the value: `{}`", assignment(field)));
            return Judged::new(Kind::NoValue, Some(field), None, Some(diagnostic));
        }
        let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
        if let Some(at) = second_expr(&tokens) {
            let diagnostic = expected(",", &tokens[at..]);
            let values = simple(&tokens[..at])
                .into_iter()
                .chain(simple(&tokens[at..]));
            return Judged::new(Kind::Invalid, Some(field), values, Some(diagnostic));
        }
        let diagnostic = match syntax {
            Syntax::Equals(sign) => {
                let help = format!("replace {} with a colon", found(&sign));
                Some(expected(":", &sign).help(help))
            }
            Syntax::Shorthand | Syntax::Colon => None,
        };
        // A keyword is written as it is and is a raw identifier in the struct.
        let name = crate::ident::ident(&plain, name.span()).unwrap_or(name);
        Judged::new(Kind::Set(name), Some(field), [value], diagnostic)
    }

    /// Returns the values of the event, and those that are not part of it.
    fn values(&self, items: Vec<Judged<'m>>) -> (Known, Vec<TokenStream>) {
        let (mut values, mut unused) = (Vec::new(), Vec::new());
        for mut item in items {
            if let (Kind::Set(name), Some(field)) = (item.kind, item.field) {
                values.extend(item.values.pop().map(|value| Value {
                    name,
                    field_type: field.field_type,
                    value,
                }));
            }
            unused.append(&mut item.values);
        }
        let known = Known {
            tag: self.entry.tag.to_owned(),
            incomplete: values.len() < self.fields.len(),
            values,
        };
        (known, unused)
    }
}

impl<'m> Judged<'m> {
    fn new(
        kind: Kind,
        field: Option<Field<'m>>,
        values: impl IntoIterator<Item = TokenStream>,
        diagnostic: Option<Diagnostic>,
    ) -> Self {
        Self {
            kind,
            field,
            values: values
                .into_iter()
                .filter(|value| !value.is_empty())
                .collect(),
            diagnostic,
        }
    }
}

fn expected(sign: &str, instead: &[TokenTree]) -> Diagnostic {
    let message = format!("expected `{sign}`, found {}", found(instead));
    Diagnostic::spanning(first(instead), message)
}

/// Returns `tokens` if they are certainly an expression.
fn simple(tokens: &[TokenTree]) -> Option<TokenStream> {
    is_simple_expr(tokens).then(|| tokens.iter().cloned().collect())
}
