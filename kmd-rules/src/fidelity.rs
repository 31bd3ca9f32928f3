//! How closely the rules of an engine follow the parser.

use std::fmt;

/// The differences between the rules for a message in an engine and the parser of `kmd-events`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fidelity {
    /// The tag of the message.
    pub tag: String,
    /// The differences. Without differences, the rules are exact.
    pub limits: Vec<Limit>,
}

impl Fidelity {
    /// Returns whether the rules read the same values as the parser from every line.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.limits.is_empty()
    }

    /// Returns whether the rules read the same values as the parser from every line that the catalog prints.
    #[must_use]
    pub fn is_exact_for_printed_lines(&self) -> bool {
        !self.limits.iter().any(Limit::concerns_printed_lines)
    }
}

/// A difference between the rules of an engine and the parser. A `String` is the name of a placeholder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// The engine cannot read the message, so the rules leave it out. The string is the reason.
    LeftOut(&'static str),
    /// A value ends at the first occurrence of the text that follows it. If the rest of the text does not match there, the
    /// message is not read.
    FirstOccurrence(String),
    /// A value can end at two places, and the engine may choose a different one than the parser.
    Ambiguous(String),
    /// A value stays a string, since the engine cannot convert it.
    Text(String),
    /// A value keeps the spelling of the line, although the parser changes it.
    Spelling(String),
    /// The values `inf` and `NaN` are not matched.
    Finite(String),
    /// The uses of a placeholder are not compared with each other.
    Repeated(String),
    /// A text can also be one of the messages with these tags, and is read as the first of them in the catalog.
    Overlap(Vec<String>),
    /// A text that continues after the message can also begin as one of the messages with these tags, and is read as the first
    /// of them in the catalog.
    SameBeginning(Vec<String>),
    /// A text with a tag that is not in the catalog can be read as the message, which has no tag.
    UnknownTag,
    /// A value can end at another place if the text continues after it.
    OpenEnd(String),
    /// A text that continues after the message is not matched.
    NoRest,
}

impl Limit {
    /// Returns whether the rules and the parser can differ for a line that the catalog prints.
    #[must_use]
    pub fn concerns_printed_lines(&self) -> bool {
        !matches!(self, Self::SameBeginning(_) | Self::UnknownTag | Self::OpenEnd(_) | Self::NoRest)
    }
}

/// Writes the difference in a few words, such as `{spi} stays a string`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LeftOut(reason) => write!(f, "left out: {reason}"),
            Self::FirstOccurrence(name) => write!(f, "{{{name}}} must not contain the text that follows it"),
            Self::Ambiguous(name) => write!(f, "{{{name}}} may end at a different place"),
            Self::Text(name) => write!(f, "{{{name}}} stays a string"),
            Self::Spelling(name) => write!(f, "{{{name}}} keeps the spelling of the line"),
            Self::Finite(name) => write!(f, "{{{name}}} is not read if it is `inf` or `NaN`"),
            Self::Repeated(name) => write!(f, "the uses of {{{name}}} are not compared with each other"),
            Self::Overlap(tags) => write!(f, "a text that is also one of {} is read as the first", listed(tags)),
            Self::SameBeginning(tags) => {
                write!(f, "a text that continues, and also begins as one of {}, is read as the first", listed(tags))
            }
            Self::UnknownTag => write!(f, "a text with an unknown tag can be read as this message"),
            Self::OpenEnd(name) => write!(f, "{{{name}}} may end at another place if the text continues"),
            Self::NoRest => write!(f, "a text that continues after the message is not read"),
        }
    }
}

/// Returns a list of tags, of which a long one is cut.
fn listed(tags: &[String]) -> String {
    match tags {
        [] => String::new(),
        [only] => only.clone(),
        [first, last] => format!("{first} or {last}"),
        [first, second, third] => format!("{first}, {second} or {third}"),
        [first, second, others @ ..] => format!("{first}, {second} or {} others", others.len()),
    }
}
