//! Expressions of grok, which Logstash and Elasticsearch share: `%{NAME:field:type}` is a named pattern.

use std::fmt::Write as _;

use kmd_catalog::FieldType;

use crate::conversion::Conversion;
use crate::escape::escape;
use crate::rule::{Expression, Part, Rule};

/// The patterns of a file, each with a name.
pub(super) struct Definitions {
    /// The beginning of the names.
    prefix: String,
    all: Vec<(String, String)>,
}

/// The names and the types that an engine gives to captured values.
pub(super) trait Captures {
    /// Returns the name of a field.
    fn field(&self, rule: &Rule<'_>, index: usize) -> String;
    /// Returns the name of the rest.
    fn rest(&self) -> String;
    /// Returns the type for a conversion, if grok has it.
    fn type_name(&self, conversion: Conversion) -> Option<&'static str>;
}

impl Definitions {
    pub(super) fn new(namespace: &str) -> Self {
        Self { prefix: namespace.to_uppercase(), all: Vec::new() }
    }

    /// Returns the name of a pattern. If another pattern has the name, a number follows it.
    pub(super) fn name(&mut self, kind: &str, pattern: &str) -> String {
        let base = format!("{}_{kind}", self.prefix);
        let has_base =
            |name: &str| name.strip_prefix(&base).is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_digit()));
        let same_kind = || self.all.iter().filter(|(name, _)| has_base(name));
        if let Some((name, _)) = same_kind().find(|(_, other)| other == pattern) {
            return name.clone();
        }
        let name = match same_kind().count() {
            0 => base,
            count => format!("{base}{}", count + 1),
        };
        self.all.push((name.clone(), pattern.to_owned()));
        name
    }

    /// Returns the patterns that expressions use, in order.
    pub(super) fn used<'d>(&'d self, expressions: &[String]) -> Vec<(&'d str, &'d str)> {
        let is_used = |name: &str| {
            let uses = [format!("%{{{name}}}"), format!("%{{{name}:")];
            expressions.iter().any(|expression| uses.iter().any(|part| expression.contains(part)))
        };
        self.all.iter().filter(|(name, _)| is_used(name)).map(|(name, pattern)| (&**name, &**pattern)).collect()
    }

    /// Returns an expression in grok for the text after `head`.
    pub(super) fn expression(
        &mut self,
        rule: &Rule<'_>,
        expression: &Expression,
        head: &str,
        captures: &dyn Captures,
    ) -> String {
        let values = rule.conversions(expression);
        // A dot matches every character, and `^` and `$` would be the ends of lines.
        let mut text = format!(r"(?m)\A{head}");
        for part in &expression.parts {
            match part {
                Part::Literal(literal) => text += &escape(literal),
                Part::Value(index, _, value) => {
                    let name = self.name(kind(rule, *index), value);
                    // The word for a missing value is compared before a conversion.
                    let of_field = values.iter().find(|(other, field, _)| other == index && field.absent.is_none());
                    let suffix = of_field.and_then(|(.., conversion)| captures.type_name(*conversion));
                    let suffix = suffix.map(|name| format!(":{name}")).unwrap_or_default();
                    let _ = write!(text, "%{{{name}:{}{suffix}}}", captures.field(rule, *index));
                }
                Part::Again(index, _, value) | Part::Reformatted(index, _, value) => {
                    let _ = write!(text, "%{{{}}}", self.name(kind(rule, *index), value));
                }
            }
        }
        if let Some(boundary) = expression.rest {
            let _ = write!(text, "%{{{}:{}}}", self.name("REST", boundary.rest()), captures.rest());
        }
        text += r"\z";
        for &index in &expression.empty {
            let _ = write!(text, "%{{{}:{}}}", self.name("EMPTY", "(?:)"), captures.field(rule, index));
        }
        text
    }
}

/// Returns a name for the pattern of a field.
fn kind(rule: &Rule<'_>, index: usize) -> &'static str {
    match rule.message.fields.get(index).map(|field| field.field_type) {
        Some(FieldType::Ip) => "IP",
        Some(FieldType::Socket) => "SOCKET",
        Some(FieldType::Prefix) => "PREFIX",
        Some(FieldType::Mac) => "MAC",
        Some(FieldType::Bool) => "BOOL",
        Some(FieldType::Enum) => "WORD",
        Some(FieldType::F64) => "NUMBER",
        Some(FieldType::Duration) => "DURATION",
        Some(integer) if integer.is_integer() => "INTEGER",
        _ => "TEXT",
    }
}
