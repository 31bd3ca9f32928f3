//! The text after a value. Its parser looks ahead at this text, to end where the parser of `kmd-events` does.

use kmd_catalog::FieldType;
use kmd_catalog::model::{Field, Model};

use crate::escape::escape;
use crate::pattern::{Boundary, takes_any_text, words};
use crate::rule::{Expression, Part, Rule};

/// Where a value ends.
pub(super) enum End {
    /// At the end of the text.
    Text,
    /// At the first occurrence of a text that the value cannot contain.
    First(String),
    /// At a colon and a port before this.
    Port(String),
    /// Before the rest of the text, all of which has to match.
    Rest(String),
}

/// Returns whether a value can be an empty text.
pub(super) fn can_be_empty(field: &Field, model: &Model) -> bool {
    takes_any_text(field, model) || words(field, model).any(str::is_empty)
}

/// Returns whether a character can occur in the text of a value.
fn can_contain(field: &Field, char: char) -> bool {
    let in_type = match field.field_type {
        FieldType::Text | FieldType::Enum => true,
        FieldType::Ip => char.is_ascii_hexdigit() || ":.".contains(char),
        FieldType::Socket => char.is_ascii_hexdigit() || ":.%[]".contains(char),
        FieldType::Prefix => char.is_ascii_hexdigit() || ":./".contains(char),
        FieldType::Mac => char.is_ascii_hexdigit() || char == ':',
        FieldType::Bool => char.is_ascii_lowercase(),
        _ => char.is_ascii_hexdigit() || "-.xob".contains(char),
    };
    in_type || field.absent.as_ref().is_some_and(|absent| absent.contains(char))
}

/// Returns whether a value is used again in an expression.
pub(super) fn is_used_again(expression: &Expression, at: usize) -> bool {
    let Some(Part::Value(field, ..)) = expression.parts.get(at) else { return false };
    expression.parts.iter().any(|part| matches!(part, Part::Again(other, ..) if other == field))
}

impl Rule<'_> {
    /// Returns an expression for the whole text of an expression.
    pub(super) fn whole(&self, expression: &Expression) -> String {
        self.sequence(expression, 0, None)
    }

    /// Returns an expression for the text after a part, up to the end.
    pub(super) fn after(&self, expression: &Expression, at: usize) -> String {
        self.sequence(expression, at + 1, None)
    }

    /// Returns where a value ends.
    pub(super) fn end(&self, expression: &Expression, at: usize, model: &Model) -> End {
        let parts = &expression.parts;
        let field = match parts.get(at) {
            Some(Part::Value(field, ..)) => self.message.fields.get(*field),
            _ => None,
        };
        let rest = || End::Rest(self.rest(expression, at));
        let Some(field) = field else { return rest() };
        if parts.len() == at + 1 && expression.rest.is_none() {
            return End::Text;
        }
        if takes_any_text(field, model) || field.field_type == FieldType::Enum {
            return rest();
        }
        let Some(Part::Literal(literal)) = parts.get(at + 1) else { return rest() };
        if literal.chars().any(|char| !can_contain(field, char)) {
            return End::First(literal.clone());
        }
        let is_port = literal == ":" && field.field_type == FieldType::Ip && field.absent.is_none();
        let port = match parts.get(at + 2) {
            Some(Part::Value(port, ..)) if is_port => self.message.fields.get(*port),
            _ => None,
        };
        let is_decimal = port.is_some_and(|port| port.field_type == FieldType::U16 && port.absent.is_none());
        match parts.get(at + 3) {
            None if is_decimal && expression.rest.is_none() => End::Port(r"\z".to_owned()),
            Some(Part::Literal(after)) if is_decimal && after.chars().any(|char| !can_contain(field, char)) => {
                End::Port(escape(after))
            }
            _ => rest(),
        }
    }

    /// Returns whether the end of a value, or of its second use, depends on a value before it, at which its parser
    /// cannot look back.
    pub(super) fn depends_on_earlier(&self, expression: &Expression, at: usize, model: &Model) -> bool {
        let (before, from) = expression.parts.split_at(at);
        let is_earlier = |field: usize| before.iter().any(|part| matches!(part, Part::Value(it, ..) if *it == field));
        let needs_earlier = |part: &Part| match part {
            Part::Again(field, ..) if is_earlier(*field) => {
                let field = self.message.fields.get(*field);
                field.is_none_or(|field| takes_any_text(field, model) || field.field_type == FieldType::Enum)
            }
            _ => false,
        };
        match from.first() {
            Some(Part::Again(..)) => from.first().is_some_and(needs_earlier),
            _ => matches!(self.end(expression, at, model), End::Rest(_)) && from.iter().any(needs_earlier),
        }
    }

    /// Returns an expression for the text after a value. If the value is used again, it is the group 1.
    fn rest(&self, expression: &Expression, at: usize) -> String {
        self.sequence(expression, at + 1, is_used_again(expression, at).then_some(at))
    }

    /// Returns an expression for the parts from an index on. The group 1 is that of the part `captured`.
    fn sequence(&self, expression: &Expression, from: usize, captured: Option<usize>) -> String {
        let mut text = String::new();
        let mut groups: Vec<usize> = Vec::new();
        if let Some(Part::Value(field, ..)) = captured.and_then(|at| expression.parts.get(at)) {
            groups.push(*field);
        }
        for (at, part) in expression.parts.iter().enumerate().skip(from) {
            let piece = match part {
                Part::Literal(literal) => escape(literal),
                Part::Value(field, _, value) if is_used_again(expression, at) => {
                    groups.push(*field);
                    format!("({value})")
                }
                Part::Again(field, _, value) => match groups.iter().position(|group| group == field) {
                    // A digit can follow.
                    Some(at) => format!(r"(?:\{})", at + 1),
                    None => value.clone(),
                },
                Part::Value(.., value) | Part::Reformatted(.., value) => value.clone(),
            };
            text += &piece;
        }
        let more = if self.needs_rest(expression) { r"(?!\z)" } else { "" };
        match expression.rest {
            // The rest can be any text.
            Some(Boundary::None) => format!("{text}{more}"),
            Some(boundary) => format!(r"{text}{more}{}\z", boundary.rest()),
            None => format!(r"{text}\z"),
        }
    }

    /// Returns whether an expression is only for texts with a rest, since another one is for the others. So only one
    /// pattern matches a text, and `pdbtool test` reports no conflict.
    pub(super) fn needs_rest(&self, expression: &Expression) -> bool {
        expression.rest.is_some() && self.expressions.iter().any(|other| other.rest.is_none())
    }
}
