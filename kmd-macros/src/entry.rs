//! The catalogue as it is written: what `read` finds and `check` looks at, each text with its place.
//! What is missing or wrong in itself is `None`; it was reported, and the rest is looked at all the same.

use crate::template::{self, Piece, TemplateError};

/// A place in a file; line and column count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A text and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) at: Position,
    pub(crate) text: String,
}

#[derive(Debug)]
pub(crate) struct Catalog {
    pub(crate) prefix: Text,
    pub(crate) process: Option<Text>,
    pub(crate) sd_id: Option<Text>,
    pub(crate) placeholders: Vec<Placeholder>,
    pub(crate) messages: Vec<Message>,
}

/// An entry under the catalogue's `placeholders:`.
#[derive(Debug)]
pub(crate) struct Placeholder {
    pub(crate) name: Text,
    pub(crate) field_type: Option<FieldType>,
    pub(crate) description: Option<Text>,
}

/// An entry under `messages:`.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) tag: Text,
    pub(crate) template: Option<Template>,
    pub(crate) kind: Option<Word>,
    pub(crate) severity: Option<Word>,
    pub(crate) facility: Option<Word>,
    pub(crate) description: Option<Text>,
    pub(crate) cause: Option<Text>,
    pub(crate) action: Option<Text>,
    pub(crate) note: Option<Text>,
    /// Other wordings, for reading alone.
    pub(crate) alternatives: Vec<Template>,
    pub(crate) deprecated: Option<Deprecated>,
    /// Types that differ in this message alone.
    pub(crate) types: Vec<(Text, Option<FieldType>)>,
}

impl Message {
    /// Whether there is a template that can be read.
    pub(crate) fn is_readable(&self) -> bool {
        self.template.as_ref().is_some_and(Template::is_readable)
    }

    /// The placeholders of the template, each once; none where it is missing or broken.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
        self.template.iter().flat_map(Template::placeholders)
    }
}

/// A template and what it consists of.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) text: Text,
    pub(crate) pieces: Result<Vec<Piece>, TemplateError>,
    placeholders: Vec<Box<str>>,
}

impl Template {
    /// Whether it says something that is a template.
    pub(crate) fn is_readable(&self) -> bool {
        !self.pieces().is_empty()
    }

    /// The parts; none where it is broken.
    pub(crate) fn pieces(&self) -> &[Piece] {
        self.pieces.as_deref().unwrap_or_default()
    }

    /// The placeholders, each once, in the order of their first use.
    pub(crate) fn placeholders(&self) -> impl Iterator<Item = &str> {
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
pub(crate) struct Deprecated {
    pub(crate) instead: Option<Text>,
    pub(crate) note: Option<Text>,
}

/// A word of a fixed list: how a catalogue writes it, and the variant that it is in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) written: &'static str,
    pub(crate) variant: &'static str,
}

const fn word(written: &'static str, variant: &'static str) -> Word {
    Word { written, variant }
}

/// What people write for a word, in small letters.
pub(crate) const SYNONYMS: &[(&str, &str)] = &[
    ("emerg", "emergency"),
    ("panic", "emergency"),
    ("crit", "critical"),
    ("err", "error"),
    ("fatal", "critical"),
    ("warn", "warning"),
    ("notification", "notice"),
    ("information", "info"),
    ("informational", "info"),
    ("trace", "debug"),
    ("0", "emergency"),
    ("1", "alert"),
    ("2", "critical"),
    ("3", "error"),
    ("4", "warning"),
    ("5", "notice"),
    ("6", "info"),
    ("7", "debug"),
    ("string", "text"),
    ("str", "text"),
    ("char", "text"),
    ("bool", "text"),
    ("boolean", "text"),
    ("float", "text"),
    ("double", "text"),
    ("f32", "text"),
    ("f64", "text"),
    ("ipaddr", "ip"),
    ("ipv4", "ip"),
    ("ipv6", "ip"),
    ("address", "ip"),
    ("port", "u16"),
    ("int", "i64"),
    ("integer", "i64"),
    ("usize", "u64"),
    ("isize", "i64"),
];

/// `type:` of a message; variants of `kmd_events::MessageKind`.
pub(crate) const KINDS: &[Word] = &[word("error", "Error"), word("event", "Event")];

/// Variants of `kmd_events::Severity`.
pub(crate) const SEVERITIES: &[Word] = &[
    word("emergency", "Emergency"),
    word("alert", "Alert"),
    word("critical", "Critical"),
    word("error", "Error"),
    word("warning", "Warning"),
    word("notice", "Notice"),
    word("info", "Info"),
    word("debug", "Debug"),
];

/// Variants of `kmd_events::Facility`.
pub(crate) const FACILITIES: &[Word] = &[
    word("LOG_KERN", "Kern"),
    word("LOG_USER", "User"),
    word("LOG_MAIL", "Mail"),
    word("LOG_DAEMON", "Daemon"),
    word("LOG_AUTH", "Auth"),
    word("LOG_SYSLOG", "Syslog"),
    word("LOG_LPR", "Lpr"),
    word("LOG_NEWS", "News"),
    word("LOG_UUCP", "Uucp"),
    word("LOG_CRON", "Cron"),
    word("LOG_AUTHPRIV", "Authpriv"),
    word("LOG_FTP", "Ftp"),
    word("LOG_NTP", "Ntp"),
    word("LOG_SECURITY", "Security"),
    word("LOG_CONSOLE", "Console"),
    word("LOG_CLOCK", "Clock"),
    word("LOG_LOCAL0", "Local0"),
    word("LOG_LOCAL1", "Local1"),
    word("LOG_LOCAL2", "Local2"),
    word("LOG_LOCAL3", "Local3"),
    word("LOG_LOCAL4", "Local4"),
    word("LOG_LOCAL5", "Local5"),
    word("LOG_LOCAL6", "Local6"),
    word("LOG_LOCAL7", "Local7"),
];

/// `type:` of a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldType {
    Text,
    Ip,
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
}

impl FieldType {
    pub(crate) const ALL: [Self; 10] = [
        Self::Text,
        Self::Ip,
        Self::U8,
        Self::U16,
        Self::U32,
        Self::U64,
        Self::I8,
        Self::I16,
        Self::I32,
        Self::I64,
    ];

    /// As a catalogue writes it; the Rust type too, where it is an integer.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Ip => "ip",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|field_type| field_type.as_str() == name)
    }

    /// The least and the greatest value of an integer; `None` for the others.
    pub(crate) fn range(self) -> Option<(i128, i128)> {
        let signed = |bits: u32| Some((-(1 << (bits - 1)), (1 << (bits - 1)) - 1));
        let unsigned = |bits: u32| Some((0, (1 << bits) - 1));
        match self {
            Self::Text | Self::Ip => None,
            Self::U8 => unsigned(8),
            Self::U16 => unsigned(16),
            Self::U32 => unsigned(32),
            Self::U64 => unsigned(64),
            Self::I8 => signed(8),
            Self::I16 => signed(16),
            Self::I32 => signed(32),
            Self::I64 => signed(64),
        }
    }

    /// The Rust type that a call usually gives.
    pub(crate) fn given(self) -> &'static str {
        match self {
            Self::Text => "&str",
            Self::Ip => "IpAddr",
            integer => integer.as_str(),
        }
    }

    /// How other values become what a call may give.
    pub(crate) fn conversion(self) -> String {
        let values = match self {
            Self::Text => "what prints becomes text by `value.to_string()`, a path by \
                           `path.display().to_string()`"
                .to_owned(),
            Self::Ip => "a text becomes an address by `text.parse::<std::net::IpAddr>()?`, the address of a socket by \
                         `address.ip()`, a reference by `*address`"
                .to_owned(),
            integer => {
                let name = integer.as_str();
                let other = match integer {
                    Self::U8 | Self::I8 => "another integer becomes one".to_owned(),
                    Self::U16 | Self::U32 | Self::U64 => {
                        format!("a smaller unsigned integer becomes one by `{name}::from(value)`, another")
                    }
                    _ => format!("a smaller integer becomes one by `{name}::from(value)`, another"),
                };
                format!(
                    "{other} by `{name}::try_from(value)?`, a text by `text.parse::<{name}>()?`, \
                     a reference by `*value`"
                )
            }
        };
        format!("{values}; what an `Option` or `Result` holds is taken out first")
    }

    /// The Rust values that a call may give, as a phrase after "takes".
    pub(crate) fn takes(self) -> String {
        match self {
            Self::Text => "text: a `&str`, `&String`, `String` or `Cow<str>`".to_owned(),
            Self::Ip => "an address: an `IpAddr`, `Ipv4Addr` or `Ipv6Addr`".to_owned(),
            _ => {
                let article = if matches!(self, Self::U8 | Self::U16 | Self::U32 | Self::U64) {
                    "a"
                } else {
                    "an"
                };
                let (least, greatest) = self.range().unwrap_or_default();
                format!("{article} `{}`: {least} to {greatest}", self.as_str())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FieldType;

    /// Nothing is smaller than the smallest, and what is smaller than an unsigned integer has no sign.
    #[test]
    fn what_becomes_an_integer() {
        for (field_type, begin) in [
            (
                FieldType::U8,
                "another integer becomes one by `u8::try_from(value)?`, ",
            ),
            (
                FieldType::I8,
                "another integer becomes one by `i8::try_from(value)?`, ",
            ),
            (
                FieldType::U64,
                "a smaller unsigned integer becomes one by `u64::from(value)`, another by ",
            ),
            (
                FieldType::I16,
                "a smaller integer becomes one by `i16::from(value)`, another by ",
            ),
        ] {
            let conversion = field_type.conversion();
            assert!(conversion.starts_with(begin), "{conversion}");
        }
    }
}
