//! A form of a text: an expression, and the types of its values.

use std::fmt::Write as _;

use kmd_catalog::model::{Field, Model};
use kmd_catalog::{FieldType, FormatSpec, Radix};

use super::literal::string;
use super::segment::Segment;
use super::shared::Shared;
use super::value::value;
use crate::conversion::{Conversion, Integer};
use crate::dialect::Dialect;
use crate::rule::{Expression, Part, Phase, Rule};

/// Returns the forms of a message as arrays, each on a line. A form that continues another one of the list has its index and
/// an expression for the rest.
pub(super) fn forms(rule: &Rule<'_>, expressions: &[&Expression], shared: &Shared, model: &Model) -> String {
    let mut lines = String::new();
    let mut known: Vec<Form> = Vec::new();
    for expression in expressions {
        let form = Form::new(rule, expression, shared, model);
        let first = known
            .iter()
            .position(|other| other.rest.is_empty() && (&other.text, &other.types) == (&form.text, &form.types));
        let _ = match first {
            Some(first) => writeln!(lines, "    [{first}, {}],", string(&form.rest)),
            None => writeln!(lines, "    {},", form.array()),
        };
        known.push(form);
    }
    lines
}

/// The parts of a form.
struct Form {
    text: String,
    /// A group for the rest, or an empty string.
    rest: String,
    /// The members of an object with the types of the values that are not strings.
    types: String,
}

impl Form {
    fn new(rule: &Rule<'_>, expression: &Expression, shared: &Shared, model: &Model) -> Self {
        let mut text = String::new();
        let mut groups = 0;
        for segment in Segment::split(&expression.parts, rule.message, model) {
            let (regex, values) = regex(rule, segment.parts, shared);
            if segment.is_atomic {
                groups += 1;
                // JavaScript has no atomic groups, but it does not go back into what is ahead.
                let _ = write!(text, "(?=({regex}))\\{groups}");
            } else {
                text += &regex;
            }
            groups += values;
        }
        let rest = expression.rest.map(|rest| format!("(?<rest>{})", shared.of(rest.rest())));
        Self { text, rest: rest.unwrap_or_default(), types: types(rule, expression) }
    }

    fn array(&self) -> String {
        let text = string(&format!("{}{}", self.text, self.rest));
        if self.types.is_empty() { format!("[{text}]") } else { format!("[{text}, {{{}}}]", self.types) }
    }
}

/// Returns the regular expression for some parts of an expression, and the number of its groups.
fn regex(rule: &Rule<'_>, parts: &[Part], shared: &Shared) -> (String, usize) {
    let mut parts = parts.to_vec();
    for part in &mut parts {
        if let Part::Value(index, format, pattern) | Part::Reformatted(index, format, pattern) = part {
            if let Some(field) = rule.message.fields.get(*index) {
                *pattern = shared.of(&value(field, *format, pattern));
            }
        }
    }
    let expression = Expression { parts, rest: None, empty: Vec::new(), phase: Phase::Template };
    let regex = rule.regex(&expression, Dialect::JAVASCRIPT);
    // The functions read the tag before they use the expression, and they add the anchors.
    let head = format!("{}{}", Dialect::JAVASCRIPT.start, rule.head());
    let text = regex.text.strip_prefix(&head).and_then(|text| text.strip_suffix(Dialect::JAVASCRIPT.end));
    (text.unwrap_or(&regex.text).to_owned(), regex.groups.len())
}

/// Returns the members of an object with the types of the values that are not strings.
fn types(rule: &Rule<'_>, expression: &Expression) -> String {
    let values = expression.parts.iter().filter_map(|part| match part {
        Part::Value(index, format, _) => {
            let field = rule.message.fields.get(*index)?;
            let name = type_of(field, *format);
            match &field.absent {
                Some(absent) => Some((*index, format!("[{}, {}]", string(&name), string(absent)))),
                None => (name != "text").then(|| (*index, string(&name))),
            }
        }
        _ => None,
    });
    let empty = expression.empty.iter().map(|index| (*index, string("empty")));
    let members = values.chain(empty).map(|(index, name)| format!("{}: {name}", rule.name(index)));
    members.collect::<Vec<_>>().join(", ")
}

/// Returns the name of a type: `integer`, with the prefix of its base and, if it is signed, its bits, or another name.
fn type_of(field: &Field, format: FormatSpec) -> String {
    match Conversion::new(field, format) {
        Conversion::Number => "number".to_owned(),
        Conversion::Boolean => "boolean".to_owned(),
        Conversion::Integer(Integer { base: 10, .. }) => "integer".to_owned(),
        Conversion::Integer(Integer { least, greatest, base, .. }) => {
            let prefix = match base {
                16 => "0x",
                8 => "0o",
                _ => "0b",
            };
            let bits = (greatest.unsigned_abs() + least.unsigned_abs()).count_ones();
            if least < 0 { format!("integer {prefix} {bits}") } else { format!("integer {prefix}") }
        }
        Conversion::Text => match field.field_type {
            FieldType::Mac if format.radix == Radix::UpperHex => "mac",
            FieldType::Socket if !field.brackets => "socket",
            _ => "text",
        }
        .to_owned(),
    }
}
