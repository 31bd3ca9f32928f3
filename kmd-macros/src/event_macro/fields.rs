//! The mistakes in the fields of a call whose tag is right.

use proc_macro2::{Group, Ident, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use super::help::{assignment, literal, no_fields, takes};
use super::item::{Field, Written};
use super::pair::meant;
use super::validate::{Checked, Event, Given, Known};
use super::value::{is_out_of_range, is_plain, second, source};
use crate::diagnostic::Mistake;
use crate::message_table::{self, Record, Schema};
use kmd_catalog::FieldType;
use kmd_catalog::names;
use kmd_catalog::suggest::{all_of, any_of, closest};

/// Checks the fields one after the other, and then what they lack.
pub(super) fn check(
    record: Record<'_>,
    tag: Ident,
    braces: Option<Group>,
    fields: Vec<Field>,
    schema: Schema<'_>,
) -> Checked {
    let mut check = Fields {
        record,
        schema,
        all: record.fields().map(|field| (field.name(), field)).collect(),
        names: fields.iter().filter_map(name_of).collect(),
        given: Vec::new(),
        named: Vec::new(),
        unknown: Vec::new(),
        unnamed: Vec::new(),
        commas: Vec::new(),
        valueless: false,
        base: false,
        equals: false,
        leftover: Vec::new(),
        at: 0,
        mistakes: Vec::new(),
    };
    for field in fields {
        check.field(field);
        check.at += 1;
    }
    check.absences(&tag);
    // In the order of the call, what is missing last.
    check.mistakes.sort_by_key(|(at, _)| *at);
    Checked {
        event: Some(Event {
            tag,
            braces,
            known: Some(Known {
                tag: record.tag.to_owned(),
                partial: check.given.len() < check.all.len(),
                fields: check.given,
            }),
        }),
        leftover: check.leftover,
        mistakes: check
            .mistakes
            .into_iter()
            .map(|(_, mistake)| mistake)
            .collect(),
    }
}

fn name_of(field: &Field) -> Option<String> {
    match field {
        Field::Named { name, .. } => Some(name.unraw().to_string()),
        _ => None,
    }
}

/// The fields of one call.
struct Fields<'s> {
    record: Record<'s>,
    schema: Schema<'s>,
    /// The fields of the message by their names in Rust.
    all: Vec<(String, message_table::Field<'s>)>,
    /// All names of the call.
    names: Vec<String>,
    given: Vec<Given>,
    /// Fields that the call names, with a usable value or without.
    named: Vec<String>,
    /// Names that the message does not have.
    unknown: Vec<Unknown>,
    /// Values without a name, and where they stand among the fields.
    unnamed: Vec<(usize, Vec<TokenTree>)>,
    /// Commas with nothing before them, and where they stand among the fields.
    commas: Vec<(usize, Mistake)>,
    /// Whether the last field had no value, so that one may follow a comma too many.
    valueless: bool,
    /// Whether there is a `..base`.
    base: bool,
    /// Whether `=` was reported already.
    equals: bool,
    leftover: Vec<TokenStream>,
    /// Where the field that is looked at stands among the fields.
    at: usize,
    mistakes: Vec<(usize, Mistake)>,
}

/// A name that the message does not have.
struct Unknown {
    at: usize,
    name: Ident,
    /// Whether it stands without a value, so that it may be one.
    alone: bool,
}

impl<'s> Fields<'s> {
    fn report(&mut self, mistake: Mistake) {
        self.mistakes.push((self.at, mistake));
    }

    fn find(&self, name: &str) -> Option<message_table::Field<'s>> {
        let (_, field) = self.all.iter().find(|(known, _)| known == name)?;
        Some(*field)
    }

    fn field(&mut self, field: Field) {
        match field {
            Field::Named {
                name,
                written,
                value,
            } => self.named(name, written, value),
            Field::Base(tokens) => {
                self.base = true;
                let base: Vec<TokenTree> = tokens.clone().into_iter().skip(2).collect();
                self.hand_on(&base);
                let text = format!(
                    "an event has no defaults; write every field: `{}`",
                    literal(self.record)
                );
                self.report(Mistake::over(&tokens, text));
            }
            Field::Unnamed(tokens) => {
                self.unnamed(tokens);
                self.valueless = false;
            }
        }
    }

    fn named(&mut self, name: Ident, written: Written, value: TokenStream) {
        let plain = name.unraw().to_string();
        let valueless = std::mem::replace(&mut self.valueless, value.is_empty());
        let Some(field) = self.find(&plain) else {
            let alone = matches!(written, Written::Alone);
            // Behind a comma too many it is the value of the field before.
            if !(valueless && alone) {
                self.unknown.push(Unknown {
                    at: self.at,
                    name,
                    alone,
                });
            }
            self.leave(value);
            return;
        };
        if self.named.contains(&plain) {
            let text = format!("`{plain}` is given twice; remove one");
            self.report(Mistake::at(name.span(), text));
            self.leave(value);
            return;
        }
        self.named.push(plain.clone());
        if !value.is_empty() {
            self.spelling(written, field);
        }
        let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
        let fault = if let Some((at, next)) = self.forgotten_comma(&tokens) {
            let (before, mistake) = match &tokens[at - 1] {
                TokenTree::Punct(sign) if sign.as_char() == ';' => {
                    let text = "a field ends in a comma; write `,`";
                    (at - 1, Mistake::at(sign.span(), text))
                }
                _ => {
                    let text = format!("a comma is missing before `{next}`; write `, {next}`");
                    (at, Mistake::at(next.span(), text))
                }
            };
            self.hand_on(&tokens[..before]);
            self.hand_on(tokens.get(at + 2..).unwrap_or(&tokens[at..]));
            self.named.push(next.unraw().to_string());
            Some(mistake)
        } else if let Some(at) = second(&tokens) {
            self.hand_on(&tokens[..at]);
            self.hand_on(&tokens[at..]);
            let text =
                format!("`{plain}` takes one value; write a comma before the next, or remove it");
            Some(Mistake::at(tokens[at].span(), text))
        } else if value.is_empty() {
            let text = format!("`{plain}` has no value; {}", takes(field));
            Some(Mistake::at(name.span(), text))
        } else if is_out_of_range(&value, field) {
            Some(Mistake::over(&value, takes(field)))
        } else {
            None
        };
        if let Some(mistake) = fault {
            self.report(mistake);
            return;
        }
        // A keyword is written as it is and is a raw name in the struct.
        let raw = crate::ident::ident(&plain, name.span()).unwrap_or(name);
        self.given.push(Given {
            name: raw,
            taker: names::taker(field.placeholder, field.field_type),
            value,
        });
    }

    /// What is wrong with the way in which a field was written.
    fn spelling(&mut self, written: Written, field: message_table::Field<'_>) {
        let name = field.name();
        let (tokens, text) = match written {
            Written::Equals(sign) if !self.equals => {
                self.equals = true;
                (sign, "a field takes a colon; write `:`".to_owned())
            }
            Written::Quoted(tokens) => {
                let text = format!("a field is written without quotes; write `{name}`");
                (tokens, text)
            }
            Written::Attribute(tokens) => {
                let text = "a field of an event has no attributes; remove it".to_owned();
                (tokens, text)
            }
            Written::Hyphens(tokens) => {
                let text = format!("a field is written with `_`; write `{name}`");
                (tokens, text)
            }
            Written::Alone | Written::Colon | Written::Equals(_) => return,
        };
        self.report(Mistake::over(&tokens, text));
    }

    /// `name` of `value name: value` or `value name` and its place, if it is a field that the call has
    /// nowhere else.
    fn forgotten_comma(&self, value: &[TokenTree]) -> Option<(usize, Ident)> {
        let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Alone);
        (1..value.len()).find_map(|at| {
            let TokenTree::Ident(name) = &value[at] else {
                return None;
            };
            let ends = at + 1 == value.len() && is_plain(&value[..at]);
            let is_field = ends || colon(value.get(at + 1));
            (is_field && self.is_free(&name.unraw().to_string())).then(|| (at, name.clone()))
        })
    }

    /// A value that goes nowhere.
    fn leave(&mut self, value: TokenStream) {
        if !value.is_empty() {
            self.leftover.push(value);
        }
    }

    /// Lets the compiler see as used what surely is a value.
    fn hand_on(&mut self, tokens: &[TokenTree]) {
        if is_plain(tokens) {
            self.leftover.push(tokens.iter().cloned().collect());
        }
    }

    fn unnamed(&mut self, tokens: Vec<TokenTree>) {
        match &tokens[..] {
            [TokenTree::Punct(comma)] if comma.as_char() == ',' => {
                let text = "a comma too many; remove it";
                let mistake = Mistake::at(comma.span(), text);
                self.commas.push((self.at, mistake));
            }
            [TokenTree::Ident(name), TokenTree::Ident(next)]
                if self.is_own(name) && self.is_free(&next.unraw().to_string()) =>
            {
                let text = format!("a comma is missing before `{next}`; write `, {next}`");
                self.report(Mistake::at(next.span(), text));
                self.hand_on(&tokens[..1]);
                self.hand_on(&tokens[1..]);
                self.named.push(name.unraw().to_string());
                self.named.push(next.unraw().to_string());
            }
            // `name.clone()`, which rustc proposes for a `name` that was moved.
            [TokenTree::Ident(name), TokenTree::Punct(sign), ..]
                if matches!(sign.as_char(), '.' | '?')
                    && self.is_free(&name.unraw().to_string())
                    && is_plain(&tokens) =>
            {
                let plain = name.unraw().to_string();
                let text = format!(
                    "`{plain}` stands alone or before a colon; write `{plain}: {}`",
                    source(&tokens)
                );
                self.report(Mistake::over(&tokens.iter().cloned().collect(), text));
                self.hand_on(&tokens);
                self.named.push(plain);
            }
            [TokenTree::Ident(name), value @ ..] if self.is_free(&name.unraw().to_string()) => {
                let plain = name.unraw().to_string();
                let text = format!("`{plain}` has no colon; write `{plain}:`");
                self.report(Mistake::at(name.span(), text));
                self.hand_on(value);
                self.named.push(plain);
            }
            // The value of the field before, behind a comma too many.
            _ if self.valueless => self.hand_on(&tokens),
            _ => {
                self.hand_on(&tokens);
                self.unnamed.push((self.at, tokens));
            }
        }
    }

    fn is_own(&self, name: &Ident) -> bool {
        self.find(&name.unraw().to_string()).is_some()
    }

    /// Whether `name` is a field that the call does not name.
    fn is_free(&self, name: &str) -> bool {
        let taken = |names: &[String]| names.iter().any(|given| given == name);
        self.find(name).is_some() && !taken(&self.names) && !taken(&self.named)
    }

    /// Reports what the call lacks, and what it has instead.
    fn absences(&mut self, tag: &Ident) {
        let all = self.all.clone();
        let missing = all.iter().filter(|(name, _)| !self.named.contains(name));
        let mut missing: Vec<&str> = missing.map(|(name, _)| &**name).collect();
        let unknown = std::mem::take(&mut self.unknown);
        let names: Vec<String> = unknown
            .iter()
            .map(|it| it.name.unraw().to_string())
            .collect();
        let meant = meant(&names, &missing);
        missing.retain(|field| !meant.iter().any(|meant| meant.first() == Some(field)));

        let mut strangers = 0;
        for ((unknown, name), meant) in unknown.into_iter().zip(names).zip(meant) {
            self.at = unknown.at;
            if !meant.is_empty() {
                let text = format!("{}; did you mean {}?", self.no_field(&name), any_of(meant));
                self.report(Mistake::at(unknown.name.span(), text));
            } else if unknown.alone && !self.unnamed.is_empty() {
                self.unnamed.push((unknown.at, vec![unknown.name.into()]));
            } else {
                strangers += 1;
                self.stranger(&unknown.name, &name, strangers);
            }
        }
        let nameless = !self.unnamed.is_empty();
        let assigned = nameless.then(|| self.nameless(&missing)).flatten();
        missing.retain(|field| assigned.as_deref() != Some(*field));
        // Names and values that stand for nothing stand for what is missing.
        let is_more = nameless && assigned.is_none();
        if missing.is_empty() || self.base || is_more || strangers >= missing.len() {
            self.mistakes.append(&mut self.commas);
            return;
        }
        let write: Vec<String> = missing
            .iter()
            .filter_map(|name| self.find(name).map(assignment))
            .collect();
        let text = format!(
            "`{}` lacks {}; write `{}`\nits text is: {}",
            self.record.tag,
            all_of(missing.iter().copied()),
            write.join(", "),
            self.record.template,
        );
        self.at = usize::MAX;
        self.report(Mistake::at(tag.span(), text));
    }

    fn no_field(&self, name: &str) -> String {
        format!("`{}` has no field `{name}`", self.record.tag)
    }

    /// A name that stands for no missing field, the `count`-th of this call.
    fn stranger(&mut self, name: &Ident, plain: &str, count: usize) {
        let all = || self.all.iter().map(|(name, _)| &**name);
        let text = if self.all.is_empty() {
            if count > 1 {
                return;
            }
            no_fields(self.record, self.schema)
        } else if let Some(close) = closest(plain, all()).first() {
            format!("{}; did you mean `{close}`?", self.no_field(plain))
        } else {
            format!("{}; it has {}", self.no_field(plain), all_of(all()))
        };
        self.report(Mistake::at(name.span(), text));
    }

    /// Values without names, all in one mistake; gives the field that is meant, if that can be told.
    fn nameless(&mut self, missing: &[&str]) -> Option<String> {
        let mut unnamed = std::mem::take(&mut self.unnamed);
        unnamed.sort_by_key(|(at, _)| *at);
        self.at = unnamed.first().map_or(self.at, |(at, _)| *at);
        let value = match &unnamed[..] {
            [(_, value)] if is_plain(value) => Some(&value[..]),
            _ => None,
        };
        let meant = self.meant_by(value, missing);
        let text = if self.all.is_empty() {
            no_fields(self.record, self.schema)
        } else if let Some(field) = meant {
            let write = value.map_or_else(|| assignment(field), |value| assigned(field, value));
            format!("a value without a name; write `{write}`")
        } else if missing.is_empty() {
            format!("not a field; write `{}`", literal(self.record))
        } else {
            format!(
                "every value needs the name of its field; write `{}`",
                literal(self.record)
            )
        };
        let tokens = unnamed
            .iter()
            .flat_map(|(_, tokens)| tokens.clone())
            .collect();
        self.report(Mistake::over(&tokens, text));
        meant.map(message_table::Field::name)
    }

    /// The field that is missing, or the one of those that is called like the value.
    fn meant_by(
        &self,
        value: Option<&[TokenTree]>,
        missing: &[&str],
    ) -> Option<message_table::Field<'s>> {
        let field = match (missing, value.and_then(<[TokenTree]>::last)) {
            ([only], _) => only,
            (_, Some(TokenTree::Ident(last))) => missing.iter().find(|field| last == **field)?,
            _ => return None,
        };
        self.find(field)
    }
}

/// `field: value`; only texts are taken by reference, and a plain value has no other sign in front.
fn assigned(field: message_table::Field<'_>, value: &[TokenTree]) -> String {
    let value = match value {
        [TokenTree::Punct(_), rest @ ..] if field.field_type != FieldType::Text => rest,
        _ => value,
    };
    format!("{}: {}", field.name(), source(value))
}
