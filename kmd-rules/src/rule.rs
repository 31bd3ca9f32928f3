//! Lowers a message to a list of expressions, each of which is a sequence of literals and typed values.

use kmd_catalog::model::{Field, Message, Model};
use kmd_catalog::{FieldType, FormatSpec, Piece, Radix};

use crate::fidelity::{Fidelity, Limit};
use crate::names::FieldName;
use crate::overlaps::Overlaps;
use crate::pattern::{self, Boundary};

/// A message and the expressions for its texts, which are tried in order.
#[derive(Clone, Debug)]
pub(crate) struct Rule<'m> {
    pub(crate) message: &'m Message,
    /// The names of the fields, in the order of the message.
    pub(crate) names: Vec<FieldName>,
    pub(crate) expressions: Vec<Expression>,
    /// The other messages that can have the same text.
    pub(crate) overlaps: Overlaps,
}

/// A sequence that a whole text has to match.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    pub(crate) parts: Vec<Part>,
    /// Whether a rest can follow the parts, and what must not begin it.
    pub(crate) rest: Option<Boundary>,
    /// The fields that the wording does not have, and whose value is an empty string. Other fields that it does not have
    /// are absent.
    pub(crate) empty: Vec<usize>,
    /// The phase in which the expression is tried among those of other messages without a tag.
    pub(crate) phase: Phase,
}

/// The order in which the texts of messages without a tag are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    /// The template, with and without its tails.
    Template,
    /// The alternatives.
    Alternative,
    /// The template as the beginning of the text.
    Beginning,
}

impl Phase {
    /// All phases, in their order.
    pub(crate) const ALL: [Self; 3] = [Self::Template, Self::Alternative, Self::Beginning];
}

/// A part of an expression.
#[derive(Clone, Debug)]
pub(crate) enum Part {
    Literal(String),
    /// The first use of a placeholder: the index of its field, its format, and an expression for the value.
    Value(usize, FormatSpec, String),
    /// A further use of a placeholder in the same format.
    Again(usize, FormatSpec, String),
    /// A further use of a placeholder in another format.
    Reformatted(usize, FormatSpec, String),
}

impl<'m> Rule<'m> {
    /// Returns the rules for all messages without their overlaps, in the order of the catalog.
    pub(crate) fn of_model(model: &'m Model) -> Vec<Self> {
        model.messages.iter().map(|message| Self::new(message, model)).collect()
    }

    /// Returns the expressions of the messages without a tag, in the order in which the parser tries them.
    pub(crate) fn untagged(rules: &[Self]) -> Vec<(&Self, &Expression)> {
        let untagged = rules.iter().filter(|rule| !rule.message.is_tagged);
        let mut all: Vec<_> =
            untagged.flat_map(|rule| rule.expressions.iter().map(move |expression| (rule, expression))).collect();
        all.sort_by_key(|(_, expression)| expression.phase);
        all
    }

    fn new(message: &'m Message, model: &'m Model) -> Self {
        let lowering = Lowering { message, model };
        let whole = |pieces: &[Piece], phase| lowering.expression(lowering.parts(pieces), None, phase);
        let templates = || message.tail_wordings.iter().chain([&message.pieces]);
        let mut expressions = Vec::new();
        // A single expression serves texts with and without a rest, if its values do not depend on the rest. A message
        // without a tag competes with others, and a text without a rest comes first.
        let is_fixed = message.tail_wordings.is_empty() && lowering.has_fixed_values(&message.pieces);
        if !is_fixed || !message.alternatives.is_empty() || !message.is_tagged {
            expressions.extend(templates().map(|wording| whole(wording, Phase::Template)));
        }
        expressions.extend(message.alternatives.iter().map(|(_, wording)| whole(wording, Phase::Alternative)));
        expressions.extend(templates().flat_map(|wording| lowering.beginning(wording)));
        let names = FieldName::of_message(message);
        Self { message, names, expressions, overlaps: Overlaps::default() }
    }

    /// Returns the fidelity of each message, given the limits of an engine.
    pub(crate) fn fidelity(rules: &[Self], limits: impl Fn(&Self) -> Vec<Limit>) -> Vec<Fidelity> {
        rules.iter().map(|rule| Fidelity { tag: rule.message.tag.clone(), limits: limits(rule) }).collect()
    }

    /// Returns the limits of all engines with regular expressions.
    pub(crate) fn limits(&self, model: &Model, compares: bool) -> Vec<Limit> {
        let mut limits: Vec<Limit> = Vec::new();
        for expression in &self.expressions {
            for (index, part) in expression.parts.iter().enumerate() {
                let limit = match part {
                    Part::Value(field, ..) if self.is_ambiguous(expression, index, model) => {
                        Limit::Ambiguous(self.placeholder(*field))
                    }
                    Part::Again(field, ..) if !compares => Limit::Repeated(self.placeholder(*field)),
                    Part::Reformatted(field, ..) => Limit::Repeated(self.placeholder(*field)),
                    _ => continue,
                };
                limits.push(limit);
            }
        }
        let Overlaps { whole, beginning, .. } = &self.overlaps;
        limits.extend((!whole.is_empty()).then(|| Limit::Overlap(whole.clone())));
        limits.extend((!beginning.is_empty()).then(|| Limit::SameBeginning(beginning.clone())));
        if self.begins_like_a_tag(model) {
            limits.push(Limit::UnknownTag);
        }
        let open_ends = self.expressions.iter().filter_map(|expression| self.open_end(expression, model));
        limits.extend(open_ends.map(Limit::OpenEnd));
        let spelled = self.expressions.iter().flat_map(|expression| &expression.parts).filter_map(|part| match part {
            Part::Value(index, format, _) => Some((self.message.fields.get(*index)?, format)),
            _ => None,
        });
        for (field, format) in spelled {
            let name = || field.placeholder.clone();
            limits.extend(match field.field_type {
                FieldType::F64 => Some(Limit::Finite(name())),
                FieldType::Mac if format.radix == Radix::UpperHex => Some(Limit::Spelling(name())),
                FieldType::Socket if !field.brackets => Some(Limit::Spelling(name())),
                _ => None,
            });
        }
        let mut seen = std::collections::HashSet::new();
        limits.retain(|limit| seen.insert(limit.clone()));
        limits
    }

    fn placeholder(&self, field: usize) -> String {
        self.message.fields.get(field).map(|field| field.placeholder.clone()).unwrap_or_default()
    }

    /// Returns the fields of the values of an expression.
    pub(crate) fn fields<'r>(&'r self, expression: &'r Expression) -> impl Iterator<Item = &'r Field> {
        expression.parts.iter().filter_map(|part| match part {
            Part::Value(index, ..) => self.message.fields.get(*index),
            _ => None,
        })
    }

    /// Returns the placeholder at the open end of an expression, if its values have different boundaries and a value before
    /// them can be any text.
    fn open_end(&self, expression: &Expression, model: &Model) -> Option<String> {
        let Part::Value(index, format, _) = expression.parts.last()? else { return None };
        let field = self.message.fields.get(*index)?;
        let ends = pattern::values(field, *format, model);
        let is_mixed = ends.windows(2).any(|pair| pair[0].1 != pair[1].1);
        let has_text = self.fields(expression).any(|field| pattern::takes_any_text(field, model));
        (expression.rest.is_some() && is_mixed && has_text).then(|| field.placeholder.clone())
    }

    /// Returns whether a text without a tag can begin like a tag that is not in the catalog.
    fn begins_like_a_tag(&self, model: &Model) -> bool {
        let prefix = format!("{}_", model.prefix);
        let fits = |text: &str| text.starts_with(&prefix) || prefix.starts_with(text);
        let begins = |expression: &Expression| match expression.parts.first() {
            Some(Part::Literal(literal)) => fits(literal),
            Some(Part::Value(index, ..)) => self.message.fields.get(*index).is_some_and(|field| {
                let mut words = pattern::words(field, model).chain(field.absent.as_deref());
                pattern::takes_any_text(field, model) || words.any(fits)
            }),
            _ => false,
        };
        !self.message.is_tagged && self.expressions.iter().any(begins)
    }

    /// Returns whether a value could end at two places. Values that can be any text end at the first place in all engines,
    /// and so do the words of enums.
    fn is_ambiguous(&self, expression: &Expression, index: usize, model: &Model) -> bool {
        let Some(Part::Value(field, ..)) = expression.parts.get(index) else { return false };
        let Some(field) = self.message.fields.get(*field) else { return false };
        if pattern::takes_any_text(field, model) || matches!(field.field_type, FieldType::Enum) {
            return false;
        }
        let can_contain = |char| pattern::can_contain(field.field_type, char);
        let Some(Part::Literal(literal)) = expression.parts.get(index + 1) else {
            // Next to a word, or at the end.
            return index + 1 < expression.parts.len();
        };
        if literal.chars().any(|char| !can_contain(char)) {
            return false;
        }
        // An address, a colon and a port: digits have no colon, so the last colon before other text is the one.
        let Some(Part::Value(next, ..)) = expression.parts.get(index + 2) else {
            return index + 2 < expression.parts.len() || expression.rest.is_some();
        };
        let is_port = literal == ":" && self.message.fields.get(*next).is_some_and(|it| it.field_type.is_integer());
        let ends = match expression.parts.get(index + 3) {
            // At the open end, the parser too takes the longest address.
            None => true,
            Some(Part::Literal(after)) => after.chars().any(|char| !can_contain(char)),
            Some(_) => false,
        };
        !(is_port && ends)
    }
}

/// What the lowering of a message needs.
struct Lowering<'m> {
    message: &'m Message,
    model: &'m Model,
}

impl Lowering<'_> {
    fn field(&self, placeholder: &str) -> Option<(usize, &Field)> {
        self.message.fields.iter().enumerate().find(|(_, field)| field.placeholder == placeholder)
    }

    fn parts(&self, pieces: &[Piece]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for piece in pieces {
            parts.push(match piece {
                Piece::Literal(literal) => Part::Literal(literal.clone()),
                Piece::Placeholder(name, format) => {
                    let Some((index, field)) = self.field(name) else { continue };
                    let value = pattern::value(field, *format, self.model);
                    let first = parts.iter().find_map(|part| match part {
                        Part::Value(other, format, _) if *other == index => Some(*format),
                        _ => None,
                    });
                    match first {
                        None => Part::Value(index, *format, value),
                        Some(first) if first == *format => Part::Again(index, *format, value),
                        Some(_) => Part::Reformatted(index, *format, value),
                    }
                }
            });
        }
        parts
    }

    /// Returns whether no value can be any text, so that what follows the text does not change the values.
    fn has_fixed_values(&self, pieces: &[Piece]) -> bool {
        pieces.iter().all(|piece| match piece {
            Piece::Literal(_) => true,
            Piece::Placeholder(name, _) => {
                self.field(name).is_some_and(|(_, field)| !pattern::takes_any_text(field, self.model))
            }
        })
    }

    /// Returns the expressions for texts that begin with a wording. A wording that ends with any text has none, because its
    /// last value takes the rest.
    fn beginning(&self, pieces: &[Piece]) -> Vec<Expression> {
        let parts = self.parts(pieces);
        let expression = |parts, rest| self.expression(parts, Some(rest), Phase::Beginning);
        let Some(Part::Value(index, format, _)) = parts.last() else {
            return vec![expression(parts, Boundary::None)];
        };
        let (index, format) = (*index, *format);
        let Some(field) = self.message.fields.get(index) else { return Vec::new() };
        if pattern::takes_any_text(field, self.model) {
            return Vec::new();
        }
        let before = &parts[..parts.len() - 1];
        let ends = pattern::values(field, format, self.model);
        // All values in one expression, so that the values before them are as short as possible. What may follow some of
        // them but not others is left to further expressions.
        let Some(strictest) = ends.iter().map(|(_, boundary)| *boundary).max() else { return Vec::new() };
        let all: Vec<String> = ends.iter().map(|(value, _)| value.clone()).collect();
        let laxer = ends.into_iter().filter(|(_, boundary)| *boundary < strictest);
        [(pattern::alternatives(&all), strictest)]
            .into_iter()
            .chain(laxer)
            .map(|(value, boundary)| {
                let mut parts = before.to_vec();
                parts.push(Part::Value(index, format, value));
                expression(parts, boundary)
            })
            .collect()
    }

    fn expression(&self, parts: Vec<Part>, rest: Option<Boundary>, phase: Phase) -> Expression {
        let has = |field: usize| parts.iter().any(|part| matches!(part, Part::Value(index, ..) if *index == field));
        let fields = self.message.fields.iter().enumerate();
        let empty =
            fields.filter(|(index, field)| !field.is_optional() && !has(*index)).map(|(index, _)| index).collect();
        Expression { parts, rest, empty, phase }
    }
}
