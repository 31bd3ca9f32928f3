//! How closely the rules of an engine follow the parser.

use std::fmt;

/// The rules for a message in an engine, compared with the parser of `kmd-events`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fidelity {
    /// The tag of the message.
    pub tag: String,
    /// What differs from the parser. If nothing does, the rules are exact.
    pub limits: Vec<Limit>,
}

impl Fidelity {
    /// Returns whether the rules yield what the parser does for every line.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.limits.is_empty()
    }

    /// Returns whether the rules yield what the parser does for every line that the catalog prints.
    #[must_use]
    pub fn is_exact_for_printed_lines(&self) -> bool {
        !self.limits.iter().any(Limit::concerns_printed_lines)
    }
}

/// A difference between the rules of an engine and the parser. The strings are names of placeholders.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// The engine cannot express the message, so the rules leave it out.
    LeftOut(&'static str),
    /// A value ends at the first place where the text after it occurs, even if the rest of the text does not match there.
    FirstOccurrence(String),
    /// A value can end at two places, and the engine may choose another one than the parser.
    Ambiguous(String),
    /// Only IPv4 addresses are matched.
    Ipv4Only(String),
    /// An empty value is not matched.
    NotEmpty(String),
    /// A value stays a string, since the engine cannot convert it.
    Text(String),
    /// A value has the spelling of the line, and the parser gives it another.
    Spelling(String),
    /// `inf` and `NaN` are not matched.
    Finite(String),
    /// The second use of a placeholder is not compared with the first.
    Repeated(String),
    /// Texts are accepted that are not of the type, such as a number out of range.
    Unchecked(String),
    /// A text without the space after its tag is not matched.
    Space,
    /// A text that continues after the message is not matched.
    NoRest,
    /// A text that continues after the message is matched, and its rest is not captured.
    RestLost,
}

impl Limit {
    /// Returns whether there are lines that the catalog prints for which the rules and the parser differ.
    #[must_use]
    pub fn concerns_printed_lines(&self) -> bool {
        !matches!(self, Self::Repeated(_) | Self::Unchecked(_) | Self::Space | Self::NoRest | Self::RestLost)
    }
}

/// Writes the difference in a few words, like `{spi}: stays a string`.
impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LeftOut(reason) => write!(f, "left out: {reason}"),
            Self::FirstOccurrence(name) => write!(f, "{{{name}}} ends at the first occurrence of the text after it"),
            Self::Ambiguous(name) => write!(f, "{{{name}}} may end at another place"),
            Self::Ipv4Only(name) => write!(f, "{{{name}}} is read only if it is an IPv4 address"),
            Self::NotEmpty(name) => write!(f, "{{{name}}} is not read if it is empty"),
            Self::Text(name) => write!(f, "{{{name}}} stays a string"),
            Self::Spelling(name) => write!(f, "{{{name}}} has the spelling of the line"),
            Self::Finite(name) => write!(f, "{{{name}}} is not read if it is `inf` or `NaN`"),
            Self::Repeated(name) => write!(f, "the uses of {{{name}}} are not compared"),
            Self::Unchecked(name) => write!(f, "{{{name}}} is read even if it is not of its type"),
            Self::Space => write!(f, "a text without the space after its tag is not read"),
            Self::NoRest => write!(f, "a text that continues is not read"),
            Self::RestLost => write!(f, "the rest of a text that continues is lost"),
        }
    }
}
