//! The nodes of the YAML tree.

use crate::span::{Span, Spanned};

/// A value and its position.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) span: Span,
    pub(crate) value: Value,
    /// The comment after an unquoted string. It may be meant as a part of the string.
    pub(crate) trailing_comment: Option<Span>,
}

impl Node {
    pub(crate) fn new(span: Span, value: Value) -> Self {
        Self { span, value, trailing_comment: None }
    }
}

#[derive(Debug)]
pub(crate) enum Value {
    Scalar(String),
    /// An empty value, `~` or `null`.
    Null,
    Mapping(Vec<Entry>),
    Sequence(Vec<Node>),
    /// A value whose mistake was reported.
    Error,
}

impl Value {
    /// Returns the kind of the value for diagnostics, with an article.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Scalar(_) => "a string",
            Self::Null | Self::Error => "nothing",
            Self::Mapping(_) => "a mapping",
            Self::Sequence(_) => "a list",
        }
    }
}

/// A key of a mapping and its value.
pub(crate) type Entry = (Spanned<String>, Node);
