//! Values that the rule base ends too early.

use kmd_catalog::Model;

use crate::pattern::takes_any_text;
use crate::rule::{Expression, Part, Rule};

/// Returns the placeholders whose value the rule base ends at the first occurrence of what follows, while the parser
/// may not.
pub(super) fn ends_at_first_occurrence<'r>(rule: &'r Rule<'_>, model: &'r Model) -> impl Iterator<Item = String> + 'r {
    rule.expressions.iter().flat_map(move |expression| {
        expression.parts.iter().enumerate().filter_map(move |(at, part)| {
            let Part::Value(index, ..) = part else { return None };
            let field = rule.message.fields.get(*index)?;
            let is_text = takes_any_text(field, model);
            (is_text && !is_followed_by_text(rule, expression, at, model)).then(|| field.placeholder.clone())
        })
    })
}

/// Returns whether only literal text and values that can be any text follow a value, up to such a value at the end. If
/// a text can be split at all, it can be split at the first occurrences, which is what the parser does.
fn is_followed_by_text(rule: &Rule<'_>, expression: &Expression, at: usize, model: &Model) -> bool {
    let is_text = |part: &Part| match part {
        Part::Value(index, ..) => rule.message.fields.get(*index).is_some_and(|field| takes_any_text(field, model)),
        _ => false,
    };
    let after = || expression.parts.iter().skip(at);
    expression.rest.is_none()
        && after().all(|part| is_text(part) || matches!(part, Part::Literal(_)))
        && after().last().is_some_and(is_text)
}
