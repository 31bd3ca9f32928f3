//! Which messages without a tag can have the same text. The parser reads such a text as none of them.

use kmd_catalog::model::{Field, Model};
use kmd_catalog::{FieldType, FormatSpec, Radix, Texts};

use crate::pattern;
use crate::rule::{Expression, Part, Phase, Rule};

/// The texts of an expression, and the phase in which it is tried.
type Phased = (Phase, Texts);

/// Returns the rules for all messages, in the order of the catalog.
pub(crate) fn lowered(model: &Model) -> Vec<Rule<'_>> {
    let mut rules = Rule::of_model(model);
    let all: Vec<Vec<Phased>> = rules.iter().map(|rule| phased(rule, model)).collect();
    for one in 0..all.len() {
        for other in one + 1..all.len() {
            let is_same = |phase| share(&all[one], phase, &all[other], Some(phase));
            let is_whole = is_same(Phase::Template) || is_same(Phase::Alternative);
            let is_beginning = is_same(Phase::Beginning);
            for (index, other) in [(one, other), (other, one)] {
                let tag = rules[other].message.tag.clone();
                let overlaps = &mut rules[index].overlaps;
                if is_whole {
                    overlaps.whole.push(tag);
                } else if is_beginning {
                    overlaps.beginning.push(tag);
                }
                overlaps.is_continued_by_others =
                    overlaps.is_continued_by_others || share(&all[index], Phase::Beginning, &all[other], None);
            }
        }
    }
    rules
}

/// Returns whether a text of a phase of one message can be one of another message, in the given phase or in any.
fn share(one: &[Phased], phase: Phase, other: &[Phased], other_phase: Option<Phase>) -> bool {
    let others = || other.iter().filter(|(of, _)| other_phase.is_none_or(|phase| *of == phase));
    let mut own = one.iter().filter(|(of, _)| *of == phase);
    own.any(|(_, one)| others().any(|(_, other)| one.can_have_one_of(other)))
}

/// Returns the texts of the expressions of a message without a tag, or nothing for a message with a tag.
fn phased(rule: &Rule<'_>, model: &Model) -> Vec<Phased> {
    let expressions = rule.expressions.iter().filter(|_| !rule.message.is_tagged);
    expressions.map(|expression| (expression.phase, texts(rule, expression, model))).collect()
}

fn texts(rule: &Rule<'_>, expression: &Expression, model: &Model) -> Texts {
    let mut texts = Texts::default();
    for part in &expression.parts {
        match part {
            Part::Literal(literal) => texts.add_literal(literal),
            Part::Value(index, format, _) | Part::Again(index, format, _) | Part::Reformatted(index, format, _) => {
                match rule.message.fields.get(*index) {
                    Some(field) if !pattern::takes_any_text(field, model) => {
                        let words = pattern::words(field, model).chain(field.absent.as_deref());
                        texts.add_value(|byte| can_contain(field, *format, byte), words);
                    }
                    _ => texts.add_any(),
                }
            }
        }
    }
    if expression.rest.is_some() {
        texts.add_any();
    }
    texts
}

/// Returns whether a value that is not a word can contain a byte.
fn can_contain(field: &Field, format: FormatSpec, byte: u8) -> bool {
    let is_or = |others: &[u8]| byte.is_ascii_hexdigit() || others.contains(&byte);
    match field.field_type {
        FieldType::Text | FieldType::Enum => false,
        FieldType::Ip => is_or(b":."),
        FieldType::Prefix => is_or(b":./"),
        FieldType::Socket => is_or(b":.%[]"),
        FieldType::Mac => is_or(b":"),
        FieldType::Bool => byte.is_ascii_lowercase(),
        FieldType::Duration => byte.is_ascii_digit() || byte == b'.',
        // Also `inf` and `NaN`.
        FieldType::F64 => byte.is_ascii_alphanumeric() || b".+-".contains(&byte),
        _ if format.radix == Radix::Decimal => byte.is_ascii_digit() || byte == b'-',
        _ => byte.is_ascii_alphanumeric() || byte == b'-',
    }
}
