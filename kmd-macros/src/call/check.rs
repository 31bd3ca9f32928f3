//! The mistakes of a call, each with what to write instead.

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use super::parse::{Call, Fault, Field, Written};
use super::visible;
use crate::mistake::Mistake;
use crate::names;
use crate::schema::{self, Record, Schema};
use crate::suggest::{all_of, any_of, closest};

/// A call with all that is wrong in it.
pub(crate) struct Checked {
    pub(crate) event: Option<Event>,
    /// Values that go nowhere.
    pub(crate) leftover: Vec<TokenStream>,
    pub(crate) mistakes: Vec<Mistake>,
}

/// What is known of the event that is meant.
pub(crate) struct Event {
    pub(crate) tag: Ident,
    /// What stands in the braces.
    pub(crate) body: TokenStream,
    /// `None` if the tag is unknown.
    pub(crate) known: Option<Known>,
}

/// The event of a known tag.
pub(crate) struct Known {
    pub(crate) tag: String,
    /// The fields of the message that were given, in the order of the call.
    pub(crate) fields: Vec<Given>,
    /// Whether some field of the message cannot be filled.
    pub(crate) partial: bool,
}

/// A field of the message and its value.
pub(crate) struct Given {
    pub(crate) name: Ident,
    /// The trait that takes the value: the placeholder's name and type.
    pub(crate) taker: String,
    pub(crate) value: TokenStream,
}

/// Looks for mistakes in a call.
pub(crate) fn check(call: Call, schema: Schema<'_>) -> Checked {
    match call {
        Call::Malformed {
            tag,
            fault,
            tokens,
            values,
        } => Checked {
            event: None,
            leftover: values,
            mistakes: vec![Mistake::over(&tokens, form(fault, tag.as_deref(), schema))],
        },
        Call::Event { tag, body, fields } => {
            let name = tag.unraw().to_string();
            match schema.find(&name) {
                Some(record) => known(record, tag, body, fields, schema),
                None => unknown(&name, tag, body, fields, schema),
            }
        }
    }
}

/// What to say of a call of the wrong form.
fn form(fault: Fault, tag: Option<&str>, schema: Schema<'_>) -> String {
    let record = tag.and_then(|tag| schema.find(tag));
    if let (None, Some(tag)) = (record, tag) {
        return unknown_tag(tag, schema);
    }
    let what = match fault {
        Fault::Empty => "no tag",
        Fault::Quoted => "a tag stands without quotes",
        Fault::Path => "a tag stands without a path",
        Fault::NoTag => "not a tag",
        Fault::NoBraces => "the fields of an event stand in braces",
        Fault::Trailing => "nothing stands behind the fields of an event",
    };
    // Any message shows how a call looks.
    match record.or_else(|| schema.records().next()) {
        Some(record) => format!("{what}; write `{}`", example(record, schema)),
        None => what.to_owned(),
    }
}

/// `kmd_event!(KMD_X { field: … })`.
fn example(record: Record<'_>, schema: Schema<'_>) -> String {
    format!("{}!({})", names::macro_name(schema.prefix), literal(record))
}

fn literal(record: Record<'_>) -> String {
    names::literal(record.tag, record.fields().map(|field| field.placeholder))
}

fn unknown_tag(typed: &str, schema: Schema<'_>) -> String {
    let tags = || schema.records().map(|record| record.tag);
    let mut close = closest(typed, tags());
    if close.is_empty() {
        close = closest(&names::tag_like(schema.prefix, typed), tags());
    }
    let problem = format!("no message `{typed}` in the `{}` catalogue", schema.prefix);
    match close[..] {
        [] => format!(
            "{problem}; see `{}Tag` for all of them",
            names::type_prefix(schema.prefix)
        ),
        _ => format!("{problem}; did you mean {}?", any_of(close)),
    }
}

fn unknown(
    name: &str,
    tag: Ident,
    body: TokenStream,
    fields: Vec<Field>,
    schema: Schema<'_>,
) -> Checked {
    // A catalogue with an error lacks messages that its file has; the error says so.
    let mistakes = if schema.complete {
        vec![Mistake::at(tag.span(), unknown_tag(name, schema))]
    } else {
        Vec::new()
    };
    let leftover = fields.into_iter().filter_map(|field| match field {
        Field::Named { value, .. } if !value.is_empty() => Some(value),
        _ => None,
    });
    Checked {
        leftover: leftover.collect(),
        event: Some(Event {
            tag,
            body,
            known: None,
        }),
        mistakes,
    }
}

fn known(
    record: Record<'_>,
    tag: Ident,
    body: TokenStream,
    fields: Vec<Field>,
    schema: Schema<'_>,
) -> Checked {
    let mut check = Fields {
        record,
        schema,
        all: record.fields().map(|field| (field.name(), field)).collect(),
        given: Vec::new(),
        named: Vec::new(),
        misspelt: Vec::new(),
        leftover: Vec::new(),
        mistakes: Vec::new(),
        equals: false,
    };
    let names: Vec<String> = fields.iter().filter_map(name_of).collect();
    for field in fields {
        check.field(field, &names);
    }
    let partial = check.missing(&tag);
    Checked {
        event: Some(Event {
            tag,
            body,
            known: Some(Known {
                tag: record.tag.to_owned(),
                fields: check.given,
                partial,
            }),
        }),
        leftover: check.leftover,
        mistakes: check.mistakes,
    }
}

fn name_of(field: &Field) -> Option<String> {
    match field {
        Field::Named { name, .. } => Some(name.unraw().to_string()),
        _ => None,
    }
}

/// The fields of one call, checked one after the other.
struct Fields<'s> {
    record: Record<'s>,
    schema: Schema<'s>,
    /// The fields of the message by their names in Rust.
    all: Vec<(String, schema::Field<'s>)>,
    given: Vec<Given>,
    /// Fields that the call names, with a usable value or without.
    named: Vec<String>,
    /// Fields that a misspelt name probably stands for.
    misspelt: Vec<String>,
    leftover: Vec<TokenStream>,
    mistakes: Vec<Mistake>,
    /// Whether `=` was reported already.
    equals: bool,
}

impl Fields<'_> {
    /// `names` are all names of the call.
    fn field(&mut self, field: Field, names: &[String]) {
        match field {
            Field::Named {
                name,
                written,
                value,
            } => self.named(name, written, value, names),
            Field::Base(tokens) => {
                let text = format!(
                    "an event has no defaults; write every field: `{}`",
                    literal(self.record)
                );
                self.mistakes.push(Mistake::over(&tokens, text));
            }
            Field::Unnamed(tokens) => {
                let text = format!("not a field; write `{}`", literal(self.record));
                self.mistakes
                    .extend(tokens.first().map(|token| Mistake::at(token.span(), text)));
            }
        }
    }

    fn named(&mut self, name: Ident, written: Written, value: TokenStream, names: &[String]) {
        let plain = name.unraw().to_string();
        let Some(&(_, field)) = self.all.iter().find(|(known, _)| *known == plain) else {
            let text = self.no_such_field(&plain, names);
            self.mistakes.push(Mistake::at(name.span(), text));
            self.leftover.push(value);
            return;
        };
        if self.named.contains(&plain) {
            let text = format!("`{plain}` is given twice; remove one");
            self.mistakes.push(Mistake::at(name.span(), text));
            self.leftover.push(value);
            return;
        }
        self.named.push(plain.clone());
        match written {
            Written::Equals(sign) if !self.equals => {
                self.equals = true;
                let text = format!(
                    "a value stands behind a colon; write `{}`",
                    example(self.record, self.schema)
                );
                self.mistakes.push(Mistake::over(&sign, text));
            }
            Written::Quoted(tokens) => {
                let text = format!("a field stands without quotes; write `{plain}: …`");
                self.mistakes.push(Mistake::over(&tokens, text));
            }
            Written::Attribute(tokens) => {
                let text = "a field of an event has no attributes; remove it";
                self.mistakes.push(Mistake::over(&tokens, text));
            }
            Written::Hyphens(tokens) => {
                let text = format!(
                    "the field of `{}` is `{plain}`; write `{plain}: …`",
                    field.placeholder
                );
                self.mistakes.push(Mistake::over(&tokens, text));
            }
            _ => {}
        }
        let fault = if let Some(next) = self.forgotten_comma(&value, names) {
            let text = format!("a comma is missing before `{next}`; write `, {next}: …`");
            self.misspelt.push(next.unraw().to_string());
            Some(Mistake::at(next.span(), text))
        } else if value.is_empty() {
            let text = format!("`{plain}` has no value; {}", takes(field));
            Some(Mistake::at(name.span(), text))
        } else if is_out_of_range(&value, field) {
            Some(Mistake::over(&value, takes(field)))
        } else {
            None
        };
        if let Some(mistake) = fault {
            self.mistakes.push(mistake);
            return;
        }
        // A keyword is written as it is and is a raw name in the struct.
        let raw = names::identifier(&plain, name.span()).unwrap_or(name);
        self.given.push(Given {
            name: raw,
            taker: taker(field.placeholder, field.field_type.as_str()),
            value,
        });
    }

    /// `name` of `value name: value`, if it is a field that the call has nowhere else.
    fn forgotten_comma(&self, value: &TokenStream, names: &[String]) -> Option<Ident> {
        let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
        tokens.windows(2).skip(1).find_map(|pair| match pair {
            [TokenTree::Ident(name), TokenTree::Punct(punct)]
                if punct.as_char() == ':' && punct.spacing() == Spacing::Alone =>
            {
                let plain = name.unraw().to_string();
                let is_field = self.all.iter().any(|(known, _)| *known == plain);
                (is_field && !names.contains(&plain)).then(|| name.clone())
            }
            _ => None,
        })
    }

    fn no_such_field(&mut self, typed: &str, names: &[String]) -> String {
        let tag = self.record.tag;
        let problem = format!("`{tag}` has no field `{typed}`");
        if self.all.is_empty() {
            return format!("{problem}, nor any other; write `{tag}`");
        }
        // Rather one that is not given elsewhere in the call.
        let free = self.all.iter().map(|(name, _)| &**name);
        let free = free.filter(|name| !names.iter().any(|given| given == name));
        let mut close = closest(typed, free);
        if let Some(meant) = close.first() {
            self.misspelt.push((*meant).to_owned());
        } else {
            close = closest(typed, self.all.iter().map(|(name, _)| &**name));
        }
        match close.first() {
            Some(meant) => format!("{problem}; did you mean `{meant}`?"),
            None => format!(
                "{problem}; it has {}",
                all_of(self.all.iter().map(|(name, _)| &**name))
            ),
        }
    }

    /// Reports what the call lacks; says whether some field has no usable value.
    fn missing(&mut self, tag: &Ident) -> bool {
        let is_meant = |name: &String| self.named.contains(name) || self.misspelt.contains(name);
        let names = || self.all.iter().map(|(name, _)| name);
        let missing: Vec<&str> = names()
            .filter(|name| !is_meant(name))
            .map(|name| &**name)
            .collect();
        if !missing.is_empty() {
            let write: Vec<String> = missing.iter().map(|name| format!("{name}: …")).collect();
            let text = format!(
                "`{}` lacks {}; write `{}`\nits text is: {}",
                self.record.tag,
                all_of(missing.iter().copied()),
                write.join(", "),
                self.record.template,
            );
            self.mistakes.push(Mistake::at(tag.span(), text));
        }
        self.given.len() < self.all.len()
    }
}

/// The hidden trait of a placeholder and type: `remote_port_u16`.
pub(crate) fn taker(placeholder: &str, field_type: &str) -> String {
    format!("{}_{field_type}", names::field_name(placeholder))
}

fn takes(field: schema::Field<'_>) -> String {
    format!(
        "placeholder `{}` takes {}",
        field.placeholder,
        field.field_type.takes()
    )
}

/// Whether `value` is an integer literal that does not fit; rustc would not name the placeholder.
fn is_out_of_range(value: &TokenStream, field: schema::Field<'_>) -> bool {
    let Some((least, greatest)) = field.field_type.range() else {
        return false;
    };
    let mut tokens = bare(value.clone()).into_iter().peekable();
    let minus =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '-');
    let negative = tokens.next_if(minus).is_some();
    let (Some(token), None) = (tokens.next(), tokens.next()) else {
        return false;
    };
    let Some(TokenTree::Literal(literal)) = visible(token.into()).into_iter().next() else {
        return false;
    };
    let syn::Lit::Int(integer) = syn::Lit::new(literal) else {
        return false;
    };
    // Of another type: that is the placeholder's trait to say.
    if !integer.suffix().is_empty() && integer.suffix() != field.field_type.as_str() {
        return false;
    }
    match integer.base10_digits().parse::<i128>() {
        Ok(value) => {
            let value = if negative { -value } else { value };
            value < least || value > greatest
        }
        Err(_) => true,
    }
}

/// Without what stands around a value and does not change it.
fn bare(value: TokenStream) -> TokenStream {
    let value = visible(value);
    let mut tokens = value.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Parenthesis => {
            bare(group.stream())
        }
        _ => value,
    }
}
