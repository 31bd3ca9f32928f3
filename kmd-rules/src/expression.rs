//! Expressions as regular expressions.

use crate::dialect::{Capture, Dialect};
use crate::escape::escape;
use crate::names::FieldName;
use crate::rule::{Expression, Part, Rule};

/// A regular expression, and the parts of a text that its groups capture, in order.
#[derive(Debug)]
pub(crate) struct Regex {
    pub(crate) text: String,
    pub(crate) groups: Vec<Group>,
}

/// The part of a text that a group captures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// The value of the field with an index.
    Field(usize),
    /// The rest of the text.
    Rest,
}

impl Rule<'_> {
    /// Returns an expression for the beginning of a text: the tag, a colon and a space, or nothing.
    pub(crate) fn head(&self) -> String {
        if self.message.is_tagged { format!("{}: ", self.message.tag) } else { String::new() }
    }

    /// Returns an expression as a regular expression for the tag and the text.
    pub(crate) fn regex(&self, expression: &Expression, dialect: Dialect) -> Regex {
        let mut text = format!("{}{}", dialect.start, self.head());
        let mut groups = Vec::new();
        for part in &expression.parts {
            match part {
                Part::Literal(literal) => text += &escape(literal),
                Part::Value(index, _, value) => {
                    text += &dialect.capture(self.name(*index), value);
                    groups.push(Group::Field(*index));
                }
                Part::Again(index, ..) if dialect.compares => {
                    let number = groups.iter().position(|group| *group == Group::Field(*index)).map_or(0, |at| at + 1);
                    text += &dialect.again(self.name(*index), number);
                }
                Part::Again(.., value) | Part::Reformatted(.., value) => text.extend(["(?:", value, ")"]),
            }
        }
        if let Some(boundary) = expression.rest {
            text += &dialect.capture("rest", boundary.rest());
            groups.push(Group::Rest);
        }
        text += dialect.end;
        Regex { text, groups }
    }

    /// Returns the name of a field.
    pub(crate) fn name(&self, index: usize) -> &str {
        self.names.get(index).map_or("", |FieldName { name, .. }| name)
    }
}

impl Dialect {
    /// Returns an expression that captures a value.
    fn capture(self, name: &str, value: &str) -> String {
        match self.capture {
            Capture::PythonName => format!("(?P<{name}>{value})"),
            Capture::Name => format!("(?<{name}>{value})"),
            Capture::Number => format!("({value})"),
        }
    }

    /// Returns an expression for the text of a group.
    fn again(self, name: &str, number: usize) -> String {
        match self.capture {
            Capture::PythonName => format!("(?P={name})"),
            Capture::Name => format!(r"\k<{name}>"),
            // A digit can follow.
            Capture::Number => format!(r"(?:\{number})"),
        }
    }
}
