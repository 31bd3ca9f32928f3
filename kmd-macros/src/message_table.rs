//! The data about a catalog that a call needs, in one literal.
//!
//! The generated `kmd_event!` passes the literal to the `event` macro with every call, so that a call does not read a
//! file and compiles wherever the crate does. The literal is a raw string, which is copied without being unescaped. Its
//! entries are sorted, so that a call reads about ten of a thousand entries. It has the Rust names of types and fields,
//! since converting them from tags and placeholders would take a fifth of the time of a call:
//!
//! ```text
//! PREFIX <tab> Prefix <tab> borrows|owns <tab> complete|partial
//! -TAG <tab> replacement <tab> note                           a removed tag
//! =Enum <tab> Variant,Variant
//! TAG <tab> Name <tab> template <tab> field:type,field:type
//! TAG <tab> Name <tab> template <tab> field:=Enum,field:type?,field:type?0 <tab> tail
//! …
//! ```
//!
//! A `?` after a type marks a field that may be left out, and the number after it is the index of its tail. A `-` after
//! that marks a field that may be left out of the tail, because an absent value has a word.

use std::fmt::Write as _;

use kmd_catalog::model::{self, Message, Model};
use kmd_catalog::{FieldType, names};
use proc_macro2::Literal;

/// Returns the message table of a catalog as a token. Validation rejects tabs and line breaks in tags, templates and
/// names, so they can separate the parts.
pub(crate) fn literal(model: &Model) -> Literal {
    let borrows = if model.borrows { "borrows" } else { "owns" };
    let complete = if model.complete { "complete" } else { "partial" };
    let mut entries: Vec<String> = model.messages.iter().map(|message| entry(message, model)).collect();
    entries.extend(model.removed.iter().map(|removed| {
        let text = |text: &Option<String>| text.as_deref().unwrap_or_default().to_owned();
        // A note may have several lines.
        let note = text(&removed.note);
        let note: Vec<&str> = note.split_whitespace().collect();
        format!("-{}\t{}\t{}", removed.tag, text(&removed.replacement), note.join(" "))
    }));
    entries.extend(model.enums.iter().map(|enumeration| {
        let variants = enumeration.words.iter().map(|word| &*word.variant);
        let variants: Vec<&str> = variants.chain(enumeration.is_open.then_some("Other")).collect();
        format!("={}\t{}", enumeration.name, variants.join(","))
    }));
    entries.sort_unstable();
    let type_prefix = names::type_prefix(&model.prefix);
    let mut text = format!("{}\t{type_prefix}\t{borrows}\t{complete}", model.prefix);
    for entry in entries {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{entry}");
    }
    raw_string(&text)
}

/// Returns the line of a message.
fn entry(message: &Message, model: &Model) -> String {
    let field = |field: &model::Field| {
        let enumeration = field.enumeration.and_then(|index| model.enums.get(index));
        let field_type = enumeration
            .map_or_else(|| field.field_type.as_str().to_owned(), |enumeration| format!("={}", enumeration.name));
        let optional = if field.is_optional() { "?" } else { "" };
        let tail = field.tail.map(|tail| tail.to_string()).unwrap_or_default();
        let word = if field.tail.is_some() && field.absent.is_some() { "-" } else { "" };
        format!("{}:{field_type}{optional}{tail}{word}", field.name)
    };
    let fields: Vec<String> = message.fields.iter().map(field).collect();
    let mut entry = format!("{}\t{}\t{}\t{}", message.tag, message.name, message.template, fields.join(","));
    for (tail, _) in &message.tails {
        entry.extend(["\t", tail]);
    }
    entry
}

/// Returns `r"text"` with as many `#` as `text` requires.
pub(crate) fn raw_string(text: &str) -> Literal {
    let after_quotes = text.split('"').skip(1);
    let longest = after_quotes.map(|rest| rest.bytes().take_while(|&byte| byte == b'#').count()).max();
    let hashes = "#".repeat(longest.map_or(0, |longest| longest + 1));
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(text))
}

/// The messages of a catalog, as a call sees them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MessageTable<'s> {
    pub(crate) prefix: &'s str,
    /// The beginning of the names of its types, such as `Kmd`.
    pub(crate) type_prefix: &'s str,
    /// Whether the event enum has a lifetime.
    pub(crate) borrows: bool,
    /// Whether the table has every message of the file.
    pub(crate) complete: bool,
    /// Whether the call is one of the log macro, which has the sink before the message.
    pub(crate) logs: bool,
    entries: &'s str,
}

/// One message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'s> {
    pub(crate) tag: &'s str,
    /// The name of the struct and the variant.
    pub(crate) name: &'s str,
    pub(crate) template: &'s str,
    fields: &'s str,
    tails: &'s str,
}

/// A tag that the catalog had once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Removed<'s> {
    /// The tag to use instead, or an empty string.
    pub(crate) replacement: &'s str,
    /// The reason, or an empty string.
    pub(crate) note: &'s str,
}

/// A field of a message.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'s> {
    /// The name of the field in Rust, without `r#`.
    pub(crate) name: &'s str,
    pub(crate) field_type: FieldType,
    /// The name of the enum, if that is the type.
    pub(crate) enumeration: Option<&'s str>,
    /// Whether a call may leave the field out.
    pub(crate) is_optional: bool,
    /// The index of the tail that has the placeholder.
    pub(crate) tail: Option<usize>,
    /// Whether the tail can be printed without the value.
    pub(crate) has_absent_word: bool,
}

impl<'s> MessageTable<'s> {
    /// Parses the source of a literal. It is a raw string, so its text is a part of its source.
    pub(crate) fn parse(source: &'s str) -> Option<Self> {
        let (_, text) = source.strip_prefix('r')?.split_once('"')?;
        let (text, _) = text.rsplit_once('"')?;
        let (head, entries) = text.split_once('\n').unwrap_or((text, ""));
        let mut head = head.split('\t');
        Some(Self {
            prefix: head.next()?,
            type_prefix: head.next()?,
            borrows: head.next()? == "borrows",
            complete: head.next()? == "complete",
            logs: false,
            entries,
        })
    }

    /// Returns the table for a call of the log macro.
    pub(crate) fn for_log(self) -> Self {
        Self { logs: true, ..self }
    }

    /// Returns all messages, sorted by tag.
    pub(crate) fn entries(self) -> impl Iterator<Item = Entry<'s>> {
        self.entries.lines().filter(|line| !line.starts_with(['-', '='])).filter_map(Entry::parse)
    }

    /// Finds the message of a tag.
    pub(crate) fn find(self, tag: &str) -> Option<Entry<'s>> {
        let has_mark = tag.starts_with(['-', '=']);
        self.line(tag).filter(|_| !has_mark).and_then(Entry::parse)
    }

    /// Finds a tag that was removed from the catalog.
    pub(crate) fn removed(self, tag: &str) -> Option<Removed<'s>> {
        let mut parts = self.line(&format!("-{tag}"))?.split('\t').skip(1);
        Some(Removed { replacement: parts.next()?, note: parts.next()? })
    }

    /// Returns the names of the variants of an enum.
    pub(crate) fn variants(self, enumeration: &str) -> impl Iterator<Item = &'s str> {
        let line = self.line(&format!("={enumeration}"));
        let variants = line.and_then(|line| line.split_once('\t')).map_or("", |(_, variants)| variants);
        variants.split(',').filter(|variant| !variant.is_empty())
    }

    /// Finds the line that begins with `key` by bisection.
    fn line(self, key: &str) -> Option<&'s str> {
        let mut lines = self.entries;
        while !lines.is_empty() {
            let mut middle = lines.len() / 2;
            while !lines.is_char_boundary(middle) {
                middle -= 1;
            }
            let (before, after) = lines.split_at(middle);
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let end = after.find('\n').map_or(lines.len(), |at| middle + at);
            let line = lines.get(start..end)?;
            lines = match line.split('\t').next()?.cmp(key) {
                std::cmp::Ordering::Equal => return Some(line),
                std::cmp::Ordering::Less => lines.get(end + 1..).unwrap_or_default(),
                std::cmp::Ordering::Greater => &lines[..start.saturating_sub(1)],
            };
        }
        None
    }
}

impl<'s> Entry<'s> {
    fn parse(line: &'s str) -> Option<Self> {
        let (tag, rest) = line.split_once('\t')?;
        let (name, rest) = rest.split_once('\t')?;
        let (template, rest) = rest.split_once('\t')?;
        let (fields, tails) = rest.split_once('\t').unwrap_or((rest, ""));
        Some(Self { tag, name, template, fields, tails })
    }

    /// Returns the fields in the order of the template and its tails.
    pub(crate) fn fields(self) -> impl Iterator<Item = Field<'s>> {
        self.fields.split(',').filter_map(Field::parse)
    }

    /// Returns the template of a tail.
    pub(crate) fn tail(self, index: usize) -> Option<&'s str> {
        self.tails.split('\t').nth(index)
    }
}

impl<'s> Field<'s> {
    fn parse(text: &'s str) -> Option<Self> {
        let (name, rest) = text.split_once(':')?;
        let (type_name, tail) = rest.split_once('?').unwrap_or((rest, ""));
        let has_absent_word = tail.ends_with('-');
        let tail = tail.trim_end_matches('-').parse().ok();
        let enumeration = type_name.strip_prefix('=');
        let field_type = enumeration.map_or_else(|| FieldType::from_name(type_name), |_| Some(FieldType::Enum))?;
        Some(Self { name, field_type, enumeration, is_optional: rest.contains('?'), tail, has_absent_word })
    }
}
