//! The names of attributes, and the strings of expressions.

use crate::conversion::Conversion;
use crate::quoted::quoted;
use crate::rule::{Expression, Rule};
use crate::yaml::is_printable;

/// Returns the name of the attribute for a field.
pub(super) fn attribute(rule: &Rule<'_>, index: usize, namespace: &str) -> String {
    let otel = rule.names.get(index).and_then(|name| name.otel.clone());
    otel.unwrap_or_else(|| format!("{namespace}.{}", rule.name(index)))
}

/// Returns the group that shows which wording matched, for the wordings whose numbers are converted otherwise than those
/// of the first one. No field has capital letters.
pub(super) fn wording_group(number: usize) -> String {
    format!("WORDING_{number}")
}

/// Returns the number of the batch of an expression, from 1, and the number of batches.
pub(super) fn batch_of(rule: &Rule<'_>, expression: &Expression) -> (usize, usize) {
    let all: Vec<&Expression> = rule.expressions.iter().collect();
    let batches = rule.batches(&all);
    let is_in = |others: &[&Expression]| others.iter().any(|other| std::ptr::eq(*other, expression));
    let number = batches.iter().position(|batch| is_in(&batch.expressions)).map_or(1, |at| at + 1);
    (number, batches.len())
}

/// Returns whether the processor converts the text of a value.
pub(super) fn is_converted(conversion: Conversion) -> bool {
    conversion != Conversion::Text
}

/// Returns a literal for a string, which is the same in the expressions of operators and of the processor.
pub(super) fn string(text: &str) -> String {
    quoted("\"", text, "\"", |char| match char {
        '"' | '\\' => Some(format!("\\{char}")),
        '$' => Some(r"\x24".to_owned()),
        _ => (!is_printable(char)).then(|| format!("\\U{:08x}", u32::from(char))),
    })
}
