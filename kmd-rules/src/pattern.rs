//! Regular expressions for the values of a placeholder.
//!
//! They use only syntax that all engines share: literals, classes, groups without a capture, alternatives and bounded or
//! lazy repetitions. Alternatives are in the order in which the parser tries values: the longest first.

mod address;
mod number;

use kmd_catalog::model::{Enum, Field, Model};
use kmd_catalog::{FieldType, FormatSpec, Unit};

pub(crate) use self::address::{v4, v6};
pub(crate) use self::number::{base, range};
use crate::escape::escape;

/// An expression for any string, the shortest first.
pub(crate) const ANY: &str = ".*?";

/// The text that must not follow a value at the open end of a text, because it would be a part of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Boundary {
    /// Nothing.
    None,
    /// A letter, a digit, `_`, `%`, or a dot before a digit.
    Word,
    /// The same, or a colon before a hexadecimal digit or another colon.
    Colon,
}

impl Boundary {
    /// Returns an expression for the rest of a text after the value.
    pub(crate) fn rest(self) -> &'static str {
        match self {
            Self::None => ".*",
            Self::Word => r"(?:[^0-9A-Za-z_%.].*|\.(?:[^0-9].*)?)?",
            Self::Colon => r"(?:[^0-9A-Za-z_%.:].*|\.(?:[^0-9].*)?|:(?:[^0-9A-Fa-f:].*)?)?",
        }
    }
}

/// Returns whether a value of a field can be any string.
pub(crate) fn takes_any_text(field: &Field, model: &Model) -> bool {
    field.borrows(model)
}

/// Returns the expression for a value of a field in a format.
pub(crate) fn value(field: &Field, format: FormatSpec, model: &Model) -> String {
    let all: Vec<String> = values(field, format, model).into_iter().map(|(pattern, _)| pattern).collect();
    alternatives(&all)
}

/// Returns the expressions for a value of a field at the open end of a text, each with what must not follow.
pub(crate) fn values(field: &Field, format: FormatSpec, model: &Model) -> Vec<(String, Boundary)> {
    let word = |pattern: String| vec![(pattern, Boundary::Word)];
    let mut values = match field.field_type {
        _ if takes_any_text(field, model) => vec![(ANY.to_owned(), Boundary::None)],
        FieldType::Enum => words_by_boundary(field, model),
        FieldType::Ip => vec![(address::v4(), Boundary::Word), (address::v6(), Boundary::Colon)],
        FieldType::Socket => word(address::socket(field.brackets)),
        FieldType::Prefix => word(address::prefix()),
        FieldType::Mac => vec![(address::mac(format), Boundary::Colon)],
        FieldType::Bool => word("(?:true|false)".to_owned()),
        FieldType::F64 => word(number::float(format)),
        FieldType::Duration => word(number::duration(format, field.unit.unwrap_or(Unit::Seconds))),
        integer => word(number::integer(integer, format)),
    };
    if let (Some(absent), Some((first, _))) = (&field.absent, values.first_mut()) {
        *first = alternatives(&[escape(absent), std::mem::take(first)]);
    }
    values
}

/// Returns the words of a field, which are those of its enum.
pub(crate) fn words<'m>(field: &Field, model: &'m Model) -> impl Iterator<Item = &'m str> {
    let words = field.enumeration.and_then(|index| model.enums.get(index)).map(|Enum { words, .. }| words);
    words.into_iter().flatten().map(|word| &*word.text)
}

/// Returns expressions for the words of an enum, the longest first, by what may follow them.
fn words_by_boundary(field: &Field, model: &Model) -> Vec<(String, Boundary)> {
    let mut words: Vec<&str> = words(field, model).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let ends_as_word = |word: &&str| word.ends_with(|end: char| end.is_ascii_alphanumeric());
    let of = |words: Vec<&str>| alternatives(&words.into_iter().map(escape).collect::<Vec<_>>());
    let (closed, open): (Vec<&str>, Vec<&str>) = words.into_iter().partition(ends_as_word);
    let groups = [(closed, Boundary::Word), (open, Boundary::None)];
    groups.into_iter().filter(|(words, _)| !words.is_empty()).map(|(words, end)| (of(words), end)).collect()
}

/// Returns an expression that matches each text that one of several expressions matches.
pub(crate) fn alternatives(all: &[String]) -> String {
    match all {
        [only] => only.clone(),
        all => format!("(?:{})", all.join("|")),
    }
}

/// Returns whether a character can occur in a value of a type, or after its beginning.
pub(crate) fn can_contain(field_type: FieldType, char: char) -> bool {
    match field_type {
        FieldType::Text | FieldType::Enum => true,
        FieldType::Ip => char.is_ascii_hexdigit() || matches!(char, ':' | '.'),
        FieldType::Socket => char.is_ascii_hexdigit() || matches!(char, ':' | '.' | '%' | ']'),
        FieldType::Prefix => char.is_ascii_hexdigit() || matches!(char, ':' | '.' | '/'),
        FieldType::Mac => char.is_ascii_hexdigit() || char == ':',
        FieldType::Bool => false,
        FieldType::F64 | FieldType::Duration => char.is_ascii_digit() || char == '.',
        _ => char.is_ascii_hexdigit() || matches!(char, 'x' | 'o' | 'b'),
    }
}
