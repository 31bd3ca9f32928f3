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

/// Other words that people write, in lower case, and what a catalog has for them.
pub const SYNONYMS: &[(&str, &str)] = &[
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
