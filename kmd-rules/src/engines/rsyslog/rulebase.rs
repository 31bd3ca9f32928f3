//! The lines of the rule base.

use kmd_catalog::model::Model;
use serde_json::{Value, json};

use super::liblognorm::{Lines, alternative, literal, parser};
use super::occurrences::ends_at_first_occurrence;
use super::span::{Span, span};
use super::whole::whole;
use crate::pattern::takes_any_text;
use crate::rule::{Expression, Part, Rule};

/// Returns the lines for a message, or the reason why liblognorm cannot read it.
pub(super) fn lines(rule: &Rule<'_>, model: &Model) -> Result<Lines, &'static str> {
    let is_cut = ends_at_first_occurrence(rule, model).next().is_some();
    if let Some(lines) = is_cut.then(|| whole(rule, model)).flatten() {
        return Ok(lines);
    }
    let mut lines: Vec<String> = Vec::new();
    let mut spans: Vec<Span> = Vec::new();
    for (number, expression) in rule.expressions.iter().enumerate() {
        // The rule for texts with a rest also reads those without one.
        if expression.rest.is_none() && rule.expressions.iter().any(|other| continues(other, expression)) {
            continue;
        }
        let mut of_expression = Vec::new();
        let line = line(rule, expression, number, model, &mut of_expression)?;
        spans.extend(of_expression);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    Ok(Lines { lines, spans, is_exact: false })
}

/// Returns whether an expression has the same parts as another one, and a rest.
fn continues(expression: &Expression, other: &Expression) -> bool {
    let is_same = |(one, other): (&Part, &Part)| match (one, other) {
        (Part::Literal(one), Part::Literal(other)) => one == other,
        (Part::Value(one, ..), Part::Value(other, ..))
        | (Part::Again(one, ..), Part::Again(other, ..))
        | (Part::Reformatted(one, ..), Part::Reformatted(other, ..)) => one == other,
        _ => false,
    };
    expression.rest.is_some()
        && expression.parts.len() == other.parts.len()
        && expression.parts.iter().zip(&other.parts).all(is_same)
}

fn line(
    rule: &Rule<'_>,
    expression: &Expression,
    number: usize,
    model: &Model,
    spans: &mut Vec<Span>,
) -> Result<String, &'static str> {
    let mut line = String::new();
    if rule.message.is_tagged {
        line += &literal(&format!("{}:", rule.message.tag));
        line.push(' ');
    }
    for &field in &expression.empty {
        line += &parser(&json!({ "type": "literal", "name": rule.name(field), "text": "" }));
    }
    let parts = &expression.parts;
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let index = match part {
            Part::Literal(text) => {
                line += &literal(text);
                at += 1;
                continue;
            }
            Part::Value(index, ..) | Part::Again(index, ..) | Part::Reformatted(index, ..) => *index,
        };
        let field = rule.message.fields.get(index).ok_or("a value without a field")?;
        if !takes_any_text(field, model) {
            let (span, next) = span(rule, expression, at, model)?;
            let end = if next == parts.len() { End::Text } else { end(parts, next - 1)? };
            line += &capture(&span.name, &end, None, span.can_be_empty, number);
            spans.push(span);
            at = next;
            continue;
        }
        if at == 0 && !rule.message.is_tagged {
            return Err("a text without a tag begins with a value that can be any text");
        }
        let name = if matches!(part, Part::Value(..)) { rule.name(index) } else { "-" };
        let absent = field.absent.as_deref().filter(|_| name != "-");
        let end = if at + 1 == parts.len() {
            if expression.rest.is_some() {
                return Err("a text that is used again and a rest are not separated");
            }
            End::Text
        } else {
            end(parts, at)?
        };
        line += &capture(name, &end, absent, true, number);
        at += 1;
    }
    // A span at the end has the rest.
    if expression.rest.is_some()
        && !matches!(parts.last(), Some(Part::Value(..) | Part::Again(..) | Part::Reformatted(..)))
    {
        line += "%rest:rest%";
    }
    Ok(line)
}

/// Where a value ends.
enum End<'e> {
    /// At the end of the text.
    Text,
    /// At the first occurrence of a text.
    Before(&'e str),
}

fn end(parts: &[Part], at: usize) -> Result<End<'_>, &'static str> {
    match parts.get(at + 1) {
        Some(Part::Literal(literal)) => Ok(End::Before(literal)),
        _ => Err("a text and a value are not separated"),
    }
}

/// Returns a parser for a value. Parsers at the same place in a text are tried by their priority: those of an earlier
/// expression first, then the word for no value, the empty value, and other values.
fn capture(name: &str, end: &End<'_>, absent: Option<&str>, can_be_empty: bool, number: usize) -> String {
    let value = match end {
        End::Text => json!({ "type": "rest", "name": name }),
        End::Before(text) if text.chars().count() == 1 && text.len() == 1 => {
            json!({ "type": "char-to", "name": name, "extradata": text })
        }
        End::Before(text) => json!({ "type": "string-to", "name": name, "extradata": text }),
    };
    let mut parsers = Vec::new();
    if let Some(absent) = absent {
        parsers.push(json!({ "type": "literal", "text": absent }));
    }
    if can_be_empty && matches!(end, End::Before(_)) {
        parsers.push(json!({ "type": "literal", "name": name, "text": "" }));
    }
    parsers.push(value);
    if parsers.len() > 1 {
        for (order, parser) in parsers.iter_mut().enumerate() {
            if let Value::Object(parser) = parser {
                parser.insert("priority".into(), (number * 10 + order + 1).into());
            }
        }
    }
    match &*parsers {
        [only] => parser(only),
        parsers => alternative(parsers),
    }
}
