//! Parsers, each with an expression.

use std::fmt::Write as _;

use crate::conversion::{Conversion, Integer};
use crate::dialect::Dialect;
use crate::escape::escape;
use crate::names::FieldName;
use crate::rule::{Expression, Part, Rule};
use crate::yaml;

/// A parser.
pub(super) struct Parser {
    pub(super) name: String,
    regex: String,
    /// The keys with a type.
    types: Vec<String>,
}

impl Parser {
    /// Returns the parser as an item of a list.
    pub(super) fn yaml(&self) -> String {
        let mut text =
            format!("  - name: {}\n    format: regex\n    regex: {}\n", self.name, yaml::scalar(&self.regex));
        if !self.types.is_empty() {
            let _ = writeln!(text, "    types: {}", self.types.join(" "));
        }
        text + "    skip_empty_values: false\n"
    }
}

/// Returns the name of the type for a conversion, if there is one. An integer of 64 bits without a sign would wrap.
pub(super) fn type_name(conversion: Conversion) -> Option<&'static str> {
    match conversion {
        Conversion::Integer(integer) if integer.base == 10 && integer.fits_i64() => Some("integer"),
        Conversion::Integer(Integer { base: 16, least: 0, .. }) => Some("hex"),
        Conversion::Number => Some("float"),
        Conversion::Boolean => Some("bool"),
        _ => None,
    }
}

/// Returns the parsers for texts of a message, in the order in which they are tried.
pub(super) fn parsers(rule: &Rule<'_>, expressions: &[&Expression], namespace: &str) -> Vec<Parser> {
    let with_prefix = |name: &FieldName| FieldName { name: format!("{namespace}_{}", name.name), ..name.clone() };
    let names = rule.names.iter().map(with_prefix).collect();
    let rule = Rule { names, ..rule.clone() };
    let all = expressions.iter().flat_map(|expression| without_absent_numbers(&rule, expression));
    let tag = rule.message.tag.to_lowercase();
    all.enumerate()
        .map(|(index, expression)| parser(&rule, &expression, namespace, format!("{tag}_{}", index + 1)))
        .collect()
}

fn parser(rule: &Rule<'_>, expression: &Expression, namespace: &str, name: String) -> Parser {
    let mut regex = rule.regex(expression, Dialect::ONIGURUMA).text;
    if let (Some(_), Some(at)) = (expression.rest, regex.rfind("(?<rest>")) {
        regex.insert_str(at + "(?<".len(), &format!("{namespace}_"));
    }
    let tag = &rule.message.tag;
    if rule.message.is_tagged {
        let group = format!("(?<{namespace}_tag>{tag})");
        let start = Dialect::ONIGURUMA.start.len();
        regex.replace_range(start..start + tag.len(), &group);
    } else {
        // An empty value shows which message was found.
        let _ = write!(regex, "(?<{}>)", found_key(namespace, tag));
    }
    for &index in &expression.empty {
        let _ = write!(regex, "(?<{}>)", rule.name(index));
    }
    let types = rule.conversions(expression).into_iter().filter_map(|(index, _, conversion)| {
        let type_name = type_name(conversion)?;
        Some(format!("{}:{type_name}", rule.name(index)))
    });
    Parser { name, regex, types: types.collect() }
}

/// Returns the key that shows that a message without a tag was found.
pub(super) fn found_key(namespace: &str, tag: &str) -> String {
    format!("{namespace}_is_{tag}")
}

/// Returns an expression for each choice of the numbers that are missing, since the word for a missing one would be
/// converted to 0.
fn without_absent_numbers(rule: &Rule<'_>, expression: &Expression) -> Vec<Expression> {
    let mut all = vec![expression.clone()];
    for (index, field, conversion) in rule.conversions(expression) {
        let Some(absent) = field.absent.as_ref().filter(|_| type_name(conversion).is_some()) else { continue };
        all = all.iter().flat_map(|it| [with_absent(it, index, absent), with_number(it, index, absent)]).collect();
    }
    all
}

/// Returns the expression with the word for a missing value.
fn with_absent(expression: &Expression, field: usize, absent: &str) -> Expression {
    let mut expression = expression.clone();
    for part in &mut expression.parts {
        if matches!(part, Part::Value(index, ..) | Part::Again(index, ..) if *index == field) {
            *part = Part::Literal(absent.to_owned());
        }
    }
    expression
}

/// Returns the expression without the word for a missing value, which is the first alternative.
fn with_number(expression: &Expression, field: usize, absent: &str) -> Expression {
    let mut expression = expression.clone();
    let word = format!("(?:{}|", escape(absent));
    for part in &mut expression.parts {
        if let Part::Value(index, _, value) = part {
            let number = value.strip_prefix(&word).and_then(|value| value.strip_suffix(')')).map(str::to_owned);
            if let Some(number) = number.filter(|_| *index == field) {
                // The number can have alternatives of its own.
                *value = format!("(?:{number})");
            }
        }
    }
    expression
}
