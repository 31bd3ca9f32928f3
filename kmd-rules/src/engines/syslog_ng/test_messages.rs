//! Examples of the patterns, which `pdbtool test` runs.

use std::fmt::Write as _;

use kmd_catalog::{FieldType, Radix};

use super::database::Database;
use super::limits::limits;
use super::xml::xml;
use crate::examples::Example;
use crate::fidelity::Limit;
use crate::rule::{Part, Rule};

/// Writes examples with their values.
pub(super) fn write(file: &mut String, examples: &[&Example], rule: &Rule<'_>, database: &Database<'_>) {
    let (process, namespace) = (&database.model.process, &database.namespace);
    let limits = limits(rule, database.model);
    let is_exact = !limits.iter().any(|limit| matches!(limit, Limit::Ambiguous(_)));
    if examples.is_empty() {
        return;
    }
    let _ = writeln!(file, "<examples>");
    for example in examples {
        let _ = writeln!(file, "<example>");
        let _ = writeln!(file, "<test_message program='{}'>{}</test_message>", xml(process), xml(&example.text));
        let _ = writeln!(file, "<test_values>");
        let mut value = |name: &str, value: &str| {
            let _ = writeln!(file, "<test_value name='{namespace}.{}'>{}</test_value>", xml(name), xml(value));
        };
        value("tag", &example.tag);
        for (placeholder, text) in &example.values {
            let field = rule.message.fields.iter().enumerate().find(|(_, field)| field.placeholder == *placeholder);
            let Some((index, _)) = field else { continue };
            let text = match text.as_str() {
                Some(text) => text.to_owned(),
                None => text.to_string(),
            };
            if is_exact && is_spelled_as_value(rule, index) {
                value(rule.name(index), &text);
            }
        }
        if is_exact && !example.rest.is_empty() {
            value("rest", &example.rest);
        }
        let _ = writeln!(file, "</test_values>\n</example>");
    }
    let _ = writeln!(file, "</examples>");
}

/// Returns whether the text of a value in a line is the value itself. If it is not, the example does not check it.
fn is_spelled_as_value(rule: &Rule<'_>, index: usize) -> bool {
    let Some(field) = rule.message.fields.get(index) else { return false };
    let parts = rule.expressions.iter().flat_map(|expression| &expression.parts);
    let mut formats = parts.filter_map(|part| match part {
        Part::Value(it, format, _) if *it == index => Some(format),
        _ => None,
    });
    formats.all(|format| match field.field_type {
        FieldType::F64 | FieldType::Duration => false,
        FieldType::Mac => format.radix != Radix::UpperHex,
        FieldType::Socket => field.brackets,
        integer if integer.is_integer() => format.radix == Radix::Decimal && format.width == 0,
        _ => true,
    })
}
