//! Spans: values of types with a fixed form, and the literal text between them.

use kmd_catalog::model::{Field, Model};
use kmd_catalog::{FieldType, FormatSpec};

use crate::pattern::{Boundary, takes_any_text, words};
use crate::rule::{Expression, Part, Rule};

/// A span of an expression.
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// The names of its values with `_and_` between them.
    pub(super) name: String,
    pub(super) items: Vec<Item>,
    /// What can follow the span, if its text is the rest of the whole text.
    pub(super) rest: Option<Boundary>,
    /// Whether the whole span can be empty.
    pub(super) can_be_empty: bool,
    /// The fields that the wording does not have, and whose value is an empty string.
    pub(super) empty: Vec<usize>,
}

/// A part of a span.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Literal(String),
    /// A field, its format, and an expression for the value.
    Value(usize, FormatSpec, String),
    /// A field whose value can be any text.
    Text(usize),
    /// A further use of a value.
    Again(String),
}

/// Returns the span that begins with a part, and the index of the part after it. It ends before literal text with a
/// character that the span cannot contain, so the first occurrence of this text is the right one.
pub(super) fn span(
    rule: &Rule<'_>,
    expression: &Expression,
    from: usize,
    model: &Model,
) -> Result<(Span, usize), &'static str> {
    let mut items: Vec<Item> = Vec::new();
    let mut fields: Vec<&Field> = Vec::new();
    let mut literals = String::new();
    let mut can_be_empty = true;
    let mut at = from;
    for part in expression.parts.iter().skip(from) {
        match part {
            Part::Literal(literal) => {
                let is_inside =
                    |char: char| literals.contains(char) || fields.iter().any(|field| can_contain(field, char, model));
                if !literal.chars().all(is_inside) {
                    break;
                }
                literals += literal;
                can_be_empty = false;
                items.push(Item::Literal(literal.clone()));
            }
            Part::Value(index, ..) | Part::Again(index, ..) | Part::Reformatted(index, ..) => {
                let field = rule.message.fields.get(*index).ok_or("a value without a field")?;
                if takes_any_text(field, model) {
                    return Err("a value and a text are not separated");
                }
                can_be_empty &= words(field, model).any(str::is_empty);
                fields.push(field);
                items.push(match part {
                    Part::Value(index, format, value) => Item::Value(*index, *format, value.clone()),
                    Part::Again(.., value) | Part::Reformatted(.., value) => Item::Again(value.clone()),
                    Part::Literal(_) => continue,
                });
            }
        }
        at += 1;
    }
    let is_last = at == expression.parts.len();
    let rest = if is_last { expression.rest } else { None };
    let names: Vec<&str> = items
        .iter()
        .filter_map(|item| match item {
            Item::Value(index, ..) => Some(rule.name(*index)),
            _ => None,
        })
        .chain(rest.is_some().then_some("rest"))
        .collect();
    let name = if names.is_empty() { "again".to_owned() } else { names.join("_and_") };
    Ok((Span { name, items, rest, can_be_empty, empty: Vec::new() }, at))
}

/// Returns whether a character can occur in the text of a value.
fn can_contain(field: &Field, char: char, model: &Model) -> bool {
    let in_type = match field.field_type {
        FieldType::Text => true,
        FieldType::Enum => words(field, model).any(|word| word.contains(char)),
        FieldType::Ip => char.is_ascii_hexdigit() || ":.".contains(char),
        FieldType::Socket => char.is_ascii_hexdigit() || ":.%[]".contains(char),
        FieldType::Prefix => char.is_ascii_hexdigit() || ":./".contains(char),
        FieldType::Mac => char.is_ascii_hexdigit() || char == ':',
        FieldType::Bool => "truefals".contains(char),
        FieldType::F64 | FieldType::Duration => char.is_ascii_digit() || "-.".contains(char),
        _ => char.is_ascii_hexdigit() || "-xob".contains(char),
    };
    in_type || field.absent.as_ref().is_some_and(|absent| absent.contains(char))
}
