//! The data about a catalog that a call needs, in one literal.
//!
//! The generated `kmd_event!` passes the literal to the `event` macro with every call, so that a call does not read a
//! file and compiles wherever the crate does. The literal is a raw string, which is copied without being unescaped. Its
//! entries are sorted, so that a call reads about ten of a thousand entries:
//!
//! ```text
//! PREFIX <tab> borrows|owns <tab> complete|partial
//! TAG <tab> template <tab> placeholder:type,placeholder:type
//! …
//! ```

use std::fmt::Write as _;

use kmd_catalog::model::Model;
use kmd_catalog::{FieldType, names};
use proc_macro2::Literal;

/// Returns the message table of a catalog as a token. Validation rejects tabs and line breaks in tags, templates and
/// names, so they can separate the parts.
pub(crate) fn literal(model: &Model) -> Literal {
    let borrows = if model.borrows { "borrows" } else { "owns" };
    let complete = if model.complete { "complete" } else { "partial" };
    let mut entries: Vec<String> = model
        .messages
        .iter()
        .map(|message| {
            let fields: Vec<String> = message
                .fields
                .iter()
                .map(|field| format!("{}:{}", field.placeholder, field.field_type.as_str()))
                .collect();
            format!("{}\t{}\t{}", message.tag, message.template, fields.join(","))
        })
        .collect();
    entries.sort_unstable();
    let mut text = format!("{}\t{borrows}\t{complete}", model.prefix);
    for entry in entries {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{entry}");
    }
    raw_string(&text)
}

/// Returns `r"text"` with as many `#` as `text` requires.
fn raw_string(text: &str) -> Literal {
    let after_quotes = text.split('"').skip(1);
    let longest = after_quotes.map(|rest| rest.bytes().take_while(|&byte| byte == b'#').count()).max();
    let hashes = "#".repeat(longest.map_or(0, |longest| longest + 1));
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(text))
}

/// The messages of a catalog, as a call sees them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MessageTable<'s> {
    pub(crate) prefix: &'s str,
    /// Whether the event enum has a lifetime.
    pub(crate) borrows: bool,
    /// Whether the table has every message of the file.
    pub(crate) complete: bool,
    entries: &'s str,
}

/// One message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'s> {
    pub(crate) tag: &'s str,
    pub(crate) template: &'s str,
    fields: &'s str,
}

/// A field of a message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'s> {
    pub(crate) placeholder: &'s str,
    pub(crate) field_type: FieldType,
}

impl<'s> MessageTable<'s> {
    /// Parses the text of a literal.
    pub(crate) fn parse(text: &'s str) -> Option<Self> {
        let (head, entries) = text.split_once('\n').unwrap_or((text, ""));
        let mut head = head.split('\t');
        Some(Self {
            prefix: head.next()?,
            borrows: head.next()? == "borrows",
            complete: head.next()? == "complete",
            entries,
        })
    }

    /// Returns all messages, sorted by tag.
    pub(crate) fn entries(self) -> impl Iterator<Item = Entry<'s>> {
        self.entries.lines().filter_map(Entry::parse)
    }

    /// Finds the message of a tag by bisection.
    pub(crate) fn find(self, tag: &str) -> Option<Entry<'s>> {
        let bytes = self.entries.as_bytes();
        let is_end = |&byte: &u8| byte == b'\n';
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(is_end).map_or(low, |at| low + at + 1);
            let end = bytes[middle..high].iter().position(is_end).map_or(high, |at| middle + at);
            let entry = Entry::parse(self.entries.get(start..end)?)?;
            match entry.tag.cmp(tag) {
                std::cmp::Ordering::Equal => return Some(entry),
                std::cmp::Ordering::Less => low = end + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        None
    }
}

impl<'s> Entry<'s> {
    fn parse(line: &'s str) -> Option<Self> {
        let (tag, rest) = line.split_once('\t')?;
        let (template, fields) = rest.split_once('\t')?;
        Some(Self { tag, template, fields })
    }

    /// Returns the fields in the order of the template.
    pub(crate) fn fields(self) -> impl Iterator<Item = Field<'s>> {
        self.fields.split(',').filter_map(|field| {
            let (placeholder, field_type) = field.split_once(':')?;
            let field_type = FieldType::from_name(field_type)?;
            Some(Field { placeholder, field_type })
        })
    }
}

impl Field<'_> {
    /// Returns the name of the field in Rust, without `r#`.
    pub(crate) fn name(self) -> String {
        names::field_name(self.placeholder)
    }
}
