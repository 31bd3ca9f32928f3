//! What a call must know of the catalogue, in one literal.
//!
//! The generated `kmd_event!` hands it to the `event` macro with every call, so that a call needs no
//! file and compiles wherever the crate does. It is a raw string, which both sides copy without
//! looking inside, and its records are sorted, so that a call looks at ten of a thousand:
//!
//! ```text
//! PREFIX <tab> borrows|owns <tab> complete|partial
//! TAG <tab> template <tab> placeholder:type,placeholder:type
//! …
//! ```

use std::fmt::Write as _;

use proc_macro2::Literal;

use kmd_catalog::FieldType;
use kmd_catalog::model::Model;
use kmd_catalog::names;

/// The schema of a catalogue as a token. No part of it can hold a tab or a line break: `check` sees to
/// that for tags, templates and names.
pub(crate) fn literal(model: &Model) -> Literal {
    let borrows = if model.borrows { "borrows" } else { "owns" };
    let complete = if model.complete {
        "complete"
    } else {
        "partial"
    };
    let mut records: Vec<String> = model
        .messages
        .iter()
        .map(|message| {
            let fields: Vec<String> = message
                .fields
                .iter()
                .map(|field| format!("{}:{}", field.placeholder, field.field_type.as_str()))
                .collect();
            format!(
                "{}\t{}\t{}",
                message.tag,
                message.template,
                fields.join(",")
            )
        })
        .collect();
    records.sort_unstable();
    let mut text = format!("{}\t{borrows}\t{complete}", model.prefix);
    for record in records {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{record}");
    }
    raw_string(&text)
}

/// `r"text"` with as many `#` as `text` asks for.
fn raw_string(text: &str) -> Literal {
    let behind_quotes = text.split('"').skip(1);
    let longest = behind_quotes
        .map(|rest| rest.bytes().take_while(|&byte| byte == b'#').count())
        .max();
    let hashes = "#".repeat(longest.map_or(0, |longest| longest + 1));
    format!("r{hashes}\"{text}\"{hashes}")
        .parse()
        .unwrap_or_else(|_| Literal::string(text))
}

/// The text of a schema literal; `None` if it is no string.
pub(crate) fn text(literal: Literal) -> Option<String> {
    match syn::Lit::new(literal) {
        syn::Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

/// A schema, read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema<'s> {
    pub(crate) prefix: &'s str,
    /// Whether the event enum has a lifetime.
    pub(crate) borrows: bool,
    /// Whether every message of the file is here.
    pub(crate) complete: bool,
    records: &'s str,
}

/// A message in a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record<'s> {
    pub(crate) tag: &'s str,
    pub(crate) template: &'s str,
    fields: &'s str,
}

/// A field of a message in a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'s> {
    pub(crate) placeholder: &'s str,
    pub(crate) field_type: FieldType,
}

impl<'s> Schema<'s> {
    /// `None` if `text` was not written by [`literal`].
    pub(crate) fn read(text: &'s str) -> Option<Self> {
        let (head, records) = text.split_once('\n').unwrap_or((text, ""));
        let mut head = head.split('\t');
        Some(Self {
            prefix: head.next()?,
            borrows: head.next()? == "borrows",
            complete: head.next()? == "complete",
            records,
        })
    }

    /// All messages, sorted by tag.
    pub(crate) fn records(self) -> impl Iterator<Item = Record<'s>> {
        self.records.lines().filter_map(Record::read)
    }

    /// The message of a tag, found by bisection.
    pub(crate) fn find(self, tag: &str) -> Option<Record<'s>> {
        let bytes = self.records.as_bytes();
        let is_end = |&byte: &u8| byte == b'\n';
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle]
                .iter()
                .rposition(is_end)
                .map_or(low, |at| low + at + 1);
            let end = bytes[middle..high]
                .iter()
                .position(is_end)
                .map_or(high, |at| middle + at);
            let record = Record::read(self.records.get(start..end)?)?;
            match record.tag.cmp(tag) {
                std::cmp::Ordering::Equal => return Some(record),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

impl<'s> Record<'s> {
    fn read(line: &'s str) -> Option<Self> {
        let (tag, rest) = line.split_once('\t')?;
        let (template, fields) = rest.split_once('\t')?;
        Some(Self {
            tag,
            template,
            fields,
        })
    }

    /// The fields in template order.
    pub(crate) fn fields(self) -> impl Iterator<Item = Field<'s>> {
        self.fields.split(',').filter_map(|field| {
            let (placeholder, field_type) = field.split_once(':')?;
            let field_type = FieldType::from_name(field_type)?;
            Some(Field {
                placeholder,
                field_type,
            })
        })
    }
}

impl Field<'_> {
    /// Its name in Rust, without `r#`.
    pub(crate) fn name(self) -> String {
        names::field_name(self.placeholder)
    }
}
