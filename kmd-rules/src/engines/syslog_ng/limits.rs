//! How the patterns differ from the parser.

use kmd_catalog::Model;

use crate::conversion::{Conversion, Integer};
use crate::dialect::Dialect;
use crate::fidelity::Limit;
use crate::rule::{Part, Rule};

/// Returns the limits of a message.
pub(super) fn limits(rule: &Rule<'_>, model: &Model) -> Vec<Limit> {
    let mut limits = rule.limits(model, Dialect::PCRE.compares);
    let values = rule.expressions.iter().flat_map(|expression| {
        expression.parts.iter().enumerate().filter_map(move |(at, part)| match part {
            Part::Value(index, format, _) | Part::Again(index, format, _) => Some((expression, at, *index, *format)),
            _ => None,
        })
    });
    for (expression, at, index, format) in values {
        let Some(field) = rule.message.fields.get(index) else { continue };
        let is_text = matches!(Conversion::new(field, format), Conversion::Integer(Integer { base, .. }) if base != 10);
        let more = [
            is_text.then(|| Limit::Text(field.placeholder.clone())),
            rule.depends_on_earlier(expression, at, model).then(|| Limit::Ambiguous(field.placeholder.clone())),
        ];
        for limit in more.into_iter().flatten() {
            if !limits.contains(&limit) {
                limits.push(limit);
            }
        }
    }
    limits
}
