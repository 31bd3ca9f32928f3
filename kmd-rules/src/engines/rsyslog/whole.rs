//! Messages whose whole text is a span.
//!
//! liblognorm ends a text at the first occurrence of what follows it. A regular expression does not, but it is slower,
//! so it is used only if it is short.

use kmd_catalog::model::Model;

use super::liblognorm::{Lines, literal, rest};
use super::span::{Item, Span};
use super::split::{condition, statements};
use crate::pattern::takes_any_text;
use crate::rule::{Expression, Part, Rule};

/// The greatest length of all statements for a message. rsyslog compiles each expression when it starts, and those for
/// several addresses would need hundreds of megabytes.
const LIMIT: usize = 40_000;

/// Returns the line for a message, with one span for everything after the text that all of its wordings begin with.
/// Returns `None` if there is no such text, or the statements would be long.
pub(super) fn whole(rule: &Rule<'_>, model: &Model) -> Option<Lines> {
    let heads = rule.expressions.iter().map(|expression| match expression.parts.first() {
        Some(Part::Literal(head)) if !head.starts_with(' ') => Some(&**head),
        _ => None,
    });
    let head = heads.reduce(|one, other| Some(common(one?, other?)))??;
    if head.is_empty() && !rule.message.is_tagged {
        return None;
    }
    let first = rule.expressions.iter().flat_map(|expression| &expression.parts).find_map(|part| match part {
        Part::Value(index, ..) => Some(rule.name(*index)),
        _ => None,
    })?;
    let name = format!("{first}_and_more");
    let spans: Option<Vec<Span>> = rule
        .expressions
        .iter()
        .map(|expression| {
            let items = items(rule, expression, head.len(), model)?;
            let (rest, empty) = (expression.rest, expression.empty.clone());
            Some(Span { name: name.clone(), items, rest, can_be_empty: true, empty })
        })
        .collect();
    let spans = spans?;
    let length: usize = spans.iter().map(|span| condition(span, "").len() + statements(span, rule, "").len()).sum();
    if length > LIMIT {
        return None;
    }
    let tag = if rule.message.is_tagged { format!("{}: ", rule.message.tag) } else { String::new() };
    let line = format!("{tag}{}{}", literal(head), rest(&name));
    Some(Lines { lines: vec![line], spans, is_exact: true })
}

/// Returns the text that two texts begin with.
fn common<'t>(one: &'t str, other: &str) -> &'t str {
    let same = one.char_indices().zip(other.chars()).take_while(|((_, one), other)| one == other);
    let end = same.last().map_or(0, |((at, char), _)| at + char.len_utf8());
    one.get(..end).unwrap_or_default()
}

/// Returns the items of an expression after the beginning of its text.
fn items(rule: &Rule<'_>, expression: &Expression, after: usize, model: &Model) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    for (at, part) in expression.parts.iter().enumerate() {
        match part {
            Part::Literal(literal) => {
                let literal = literal.get(if at == 0 { after } else { 0 }..)?;
                if !literal.is_empty() {
                    items.push(Item::Literal(literal.to_owned()));
                }
            }
            Part::Value(index, format, value) => {
                let is_text = takes_any_text(rule.message.fields.get(*index)?, model);
                items.push(if is_text { Item::Text(*index) } else { Item::Value(*index, *format, value.clone()) });
            }
            Part::Again(..) | Part::Reformatted(..) => return None,
        }
    }
    Some(items)
}
