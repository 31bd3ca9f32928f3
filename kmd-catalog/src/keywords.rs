//! The words that a catalog uses for severities, facilities and types.

/// A word of a fixed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The word in a catalog.
    pub name: &'static str,
    /// The variant of the enum in `kmd-events`.
    pub variant: &'static str,
}

const fn keyword(name: &'static str, variant: &'static str) -> Keyword {
    Keyword { name, variant }
}

/// The words of a catalog, and other words that people write for them, in lower case.
pub(crate) const SYNONYMS: &[(&str, &[&str])] = &[
    ("emergency", &["emerg", "panic", "0"]),
    ("alert", &["1"]),
    ("critical", &["crit", "fatal", "2"]),
    ("error", &["err", "3"]),
    ("warning", &["warn", "4"]),
    ("notice", &["notification", "5"]),
    ("info", &["information", "informational", "6"]),
    ("debug", &["trace", "7"]),
    ("text", &["string", "str", "char", "bool", "boolean", "float", "double", "f32", "f64"]),
    ("ip", &["ipaddr", "ipv4", "ipv6", "address"]),
    ("u16", &["port"]),
    ("u64", &["usize"]),
    ("i64", &["int", "integer", "isize"]),
];

/// The types of a message, variants of `kmd_events::MessageKind`.
pub const KINDS: &[Keyword] = &[keyword("error", "Error"), keyword("event", "Event")];

/// The severities in the order of their codes, variants of `kmd_events::Severity` (RFC 5424, section 6.2.1).
pub const SEVERITIES: &[Keyword] = &[
    keyword("emergency", "Emergency"),
    keyword("alert", "Alert"),
    keyword("critical", "Critical"),
    keyword("error", "Error"),
    keyword("warning", "Warning"),
    keyword("notice", "Notice"),
    keyword("info", "Info"),
    keyword("debug", "Debug"),
];

/// The facilities in the order of their codes, variants of `kmd_events::Facility` (RFC 5424, section 6.2.1).
pub const FACILITIES: &[Keyword] = &[
    keyword("LOG_KERN", "Kern"),
    keyword("LOG_USER", "User"),
    keyword("LOG_MAIL", "Mail"),
    keyword("LOG_DAEMON", "Daemon"),
    keyword("LOG_AUTH", "Auth"),
    keyword("LOG_SYSLOG", "Syslog"),
    keyword("LOG_LPR", "Lpr"),
    keyword("LOG_NEWS", "News"),
    keyword("LOG_UUCP", "Uucp"),
    keyword("LOG_CRON", "Cron"),
    keyword("LOG_AUTHPRIV", "Authpriv"),
    keyword("LOG_FTP", "Ftp"),
    keyword("LOG_NTP", "Ntp"),
    keyword("LOG_SECURITY", "Security"),
    keyword("LOG_CONSOLE", "Console"),
    keyword("LOG_CLOCK", "Clock"),
    keyword("LOG_LOCAL0", "Local0"),
    keyword("LOG_LOCAL1", "Local1"),
    keyword("LOG_LOCAL2", "Local2"),
    keyword("LOG_LOCAL3", "Local3"),
    keyword("LOG_LOCAL4", "Local4"),
    keyword("LOG_LOCAL5", "Local5"),
    keyword("LOG_LOCAL6", "Local6"),
    keyword("LOG_LOCAL7", "Local7"),
];
