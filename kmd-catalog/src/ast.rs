//! The catalogue as it is written: what `read` finds and `check` looks at, each text with its place.
//! What is missing or wrong in itself is `None`; it was reported, and the rest is looked at all the same.

use crate::field_type::FieldType;
use crate::keywords::Keyword;
use crate::template::{self, Piece, TemplateError};

/// A place in a file; line and column count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// A text and where it stands.
#[derive(Clone, Debug)]
pub struct Text {
    pub at: Position,
    pub text: String,
}

#[derive(Debug)]
pub struct Catalog {
    pub prefix: Text,
    pub process: Option<Text>,
    pub sd_id: Option<Text>,
    pub placeholders: Vec<Placeholder>,
    pub messages: Vec<Message>,
}

/// An entry under the catalogue's `placeholders:`.
#[derive(Debug)]
pub struct Placeholder {
    pub name: Text,
    pub field_type: Option<FieldType>,
    pub description: Option<Text>,
}

/// An entry under `messages:`.
#[derive(Debug)]
pub struct Message {
    pub tag: Text,
    pub template: Option<Template>,
    pub kind: Option<Keyword>,
    pub severity: Option<Keyword>,
    pub facility: Option<Keyword>,
    pub description: Option<Text>,
    pub cause: Option<Text>,
    pub action: Option<Text>,
    pub note: Option<Text>,
    /// Other wordings, for reading alone.
    pub alternatives: Vec<Template>,
    pub deprecated: Option<Deprecated>,
    /// Types that differ in this message alone.
    pub types: Vec<(Text, Option<FieldType>)>,
}

impl Message {
    /// Whether there is a template that can be read.
    pub fn is_readable(&self) -> bool {
        self.template.as_ref().is_some_and(Template::is_readable)
    }

    /// The placeholders of the template, each once; none where it is missing or broken.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.template.iter().flat_map(Template::placeholders)
    }
}

/// A template and what it consists of.
#[derive(Debug)]
pub struct Template {
    pub text: Text,
    pub pieces: Result<Vec<Piece>, TemplateError>,
    placeholders: Vec<Box<str>>,
}

impl Template {
    /// Whether it says something that is a template.
    pub fn is_readable(&self) -> bool {
        !self.pieces().is_empty()
    }

    /// The parts; none where it is broken.
    pub fn pieces(&self) -> &[Piece] {
        self.pieces.as_deref().unwrap_or_default()
    }

    /// The placeholders, each once, in the order of their first use.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.placeholders.iter().map(|name| &**name)
    }
}

impl From<Text> for Template {
    fn from(text: Text) -> Self {
        let pieces = template::parse(&text.text);
        let placeholders = template::placeholder_names(pieces.as_deref().unwrap_or_default());
        Self {
            placeholders: placeholders.map(Box::from).collect(),
            text,
            pieces,
        }
    }
}

/// That a message should not be used any more, and why or what instead.
#[derive(Debug)]
pub struct Deprecated {
    pub instead: Option<Text>,
    pub note: Option<Text>,
}
