//! The catalogue as it is written: what `read` finds and `check` looks at, each text with its place.

/// A place in a file; line and column count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// Something wrong in a catalogue.
#[derive(Debug)]
pub(crate) struct Problem {
    at: Position,
    text: String,
}

impl Problem {
    /// `text` says what is wrong and, behind a semicolon, what to write.
    pub(crate) fn new(at: Position, text: impl Into<String>) -> Self {
        Self {
            at,
            text: text.into(),
        }
    }

    pub(crate) fn at(&self) -> Position {
        self.at
    }

    /// `path:line:column: text`.
    pub(crate) fn in_file(&self, path: &str) -> String {
        format!("{path}:{}:{}: {}", self.at.line, self.at.column, self.text)
    }
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
    pub(crate) process: Text,
    pub(crate) placeholders: Vec<Placeholder>,
    pub(crate) messages: Vec<Message>,
}

/// An entry under the catalogue's `placeholders:`.
#[derive(Debug)]
pub(crate) struct Placeholder {
    pub(crate) name: Text,
    pub(crate) field_type: FieldType,
    pub(crate) description: Text,
}

/// An entry under `messages:`.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) tag: Text,
    pub(crate) template: Text,
    pub(crate) kind: Word,
    pub(crate) severity: Word,
    pub(crate) facility: Word,
    pub(crate) description: Text,
    pub(crate) cause: Option<Text>,
    pub(crate) action: Option<Text>,
    pub(crate) note: Option<Text>,
    pub(crate) deprecated: Option<Deprecated>,
    /// Types that differ in this message alone.
    pub(crate) types: Vec<(Text, FieldType)>,
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

/// `type:` of a message; variants of `kmd_events::Kind`.
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
