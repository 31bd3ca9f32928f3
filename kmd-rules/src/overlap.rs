//! Which messages without a tag can have the same text. The parser reads such a text as none of them.

use kmd_catalog::Model;

use crate::rule::{Expression, Part, Rule};

/// Returns the rules for all messages, in the order of the catalog.
pub(crate) fn lowered(model: &Model) -> Vec<Rule<'_>> {
    let mut rules = Rule::of_model(model);
    let overlaps: Vec<Vec<String>> = rules.iter().map(|rule| tags(rule, &rules)).collect();
    for (rule, overlaps) in rules.iter_mut().zip(overlaps) {
        rule.overlaps = overlaps;
    }
    rules
}

/// Returns the tags of the other messages that can have a text of a message without a tag.
fn tags(rule: &Rule<'_>, rules: &[Rule<'_>]) -> Vec<String> {
    if rule.message.is_tagged {
        return Vec::new();
    }
    let others = rules.iter().filter(|other| !other.message.is_tagged && other.message.tag != rule.message.tag);
    let overlap = |other: &&Rule<'_>| {
        rule.expressions.iter().any(|one| other.expressions.iter().any(|other| may_overlap(one, other)))
    };
    others.filter(overlap).map(|other| other.message.tag.clone()).collect()
}

/// Returns whether two expressions of the same phase can match the same text, as far as the literals at its beginning and at
/// its end show.
fn may_overlap(one: &Expression, other: &Expression) -> bool {
    let (begin, other_begin) = (literal(one.parts.first()), literal(other.parts.first()));
    let (end, other_end) = (end(one), end(other));
    one.phase == other.phase
        && (begin.starts_with(other_begin) || other_begin.starts_with(begin))
        && (end.ends_with(other_end) || other_end.ends_with(end))
}

fn literal(part: Option<&Part>) -> &str {
    match part {
        Some(Part::Literal(literal)) => literal,
        _ => "",
    }
}

fn end(expression: &Expression) -> &str {
    if expression.rest.is_some() { "" } else { literal(expression.parts.last()) }
}
