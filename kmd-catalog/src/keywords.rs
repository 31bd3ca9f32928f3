//! The keywords of a catalog: message kinds, severities, facilities and units.

/// A keyword of a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The keyword as it is written in a catalog.
    pub name: &'static str,
    /// The name of the enum variant in `kmd-events`.
    pub variant: &'static str,
}

/// Severities, field types and units, each with common synonyms in lower case.
pub(crate) const SYNONYMS: &[(&str, &[&str])] = &[
    ("emergency", &["emerg", "panic", "0"]),
    ("alert", &["1"]),
    ("critical", &["crit", "fatal", "2"]),
    ("error", &["err", "3"]),
    ("warning", &["warn", "4"]),
    ("notice", &["notification", "5"]),
    ("info", &["information", "informational", "6"]),
    ("debug", &["trace", "7"]),
    ("text", &["string", "str", "char"]),
    ("ip", &["ipaddr", "ipv4", "ipv6", "address"]),
    ("socket", &["socketaddr", "sockaddr", "endpoint"]),
    ("prefix", &["ipnet", "ipprefix", "cidr", "network", "subnet"]),
    ("mac", &["macaddr"]),
    ("bool", &["boolean"]),
    ("u16", &["port"]),
    ("i64", &["int", "integer"]),
    ("f64", &["float", "double", "f32"]),
    ("duration", &["time", "interval"]),
    ("s", &["sec", "secs", "second", "seconds"]),
    ("ms", &["msec", "millis", "millisecond", "milliseconds"]),
    ("us", &["usec", "micros", "microsecond", "microseconds", "µs"]),
    ("ns", &["nsec", "nanos", "nanosecond", "nanoseconds"]),
];

/// The message kinds, which are the variants of `kmd_events::MessageKind`.
pub const KINDS: &[Keyword] =
    &[Keyword { name: "error", variant: "Error" }, Keyword { name: "event", variant: "Event" }];

/// The severities in the order of their codes, which are the variants of `kmd_events::Severity` (RFC 5424, section
/// 6.2.1).
pub const SEVERITIES: &[Keyword] = &[
    Keyword { name: "emergency", variant: "Emergency" },
    Keyword { name: "alert", variant: "Alert" },
    Keyword { name: "critical", variant: "Critical" },
    Keyword { name: "error", variant: "Error" },
    Keyword { name: "warning", variant: "Warning" },
    Keyword { name: "notice", variant: "Notice" },
    Keyword { name: "info", variant: "Info" },
    Keyword { name: "debug", variant: "Debug" },
];

/// The facilities in the order of their codes, which are the variants of `kmd_events::Facility` (RFC 5424, section
/// 6.2.1).
pub const FACILITIES: &[Keyword] = &[
    Keyword { name: "LOG_KERN", variant: "Kern" },
    Keyword { name: "LOG_USER", variant: "User" },
    Keyword { name: "LOG_MAIL", variant: "Mail" },
    Keyword { name: "LOG_DAEMON", variant: "Daemon" },
    Keyword { name: "LOG_AUTH", variant: "Auth" },
    Keyword { name: "LOG_SYSLOG", variant: "Syslog" },
    Keyword { name: "LOG_LPR", variant: "Lpr" },
    Keyword { name: "LOG_NEWS", variant: "News" },
    Keyword { name: "LOG_UUCP", variant: "Uucp" },
    Keyword { name: "LOG_CRON", variant: "Cron" },
    Keyword { name: "LOG_AUTHPRIV", variant: "Authpriv" },
    Keyword { name: "LOG_FTP", variant: "Ftp" },
    Keyword { name: "LOG_NTP", variant: "Ntp" },
    Keyword { name: "LOG_SECURITY", variant: "Security" },
    Keyword { name: "LOG_CONSOLE", variant: "Console" },
    Keyword { name: "LOG_CLOCK", variant: "Clock" },
    Keyword { name: "LOG_LOCAL0", variant: "Local0" },
    Keyword { name: "LOG_LOCAL1", variant: "Local1" },
    Keyword { name: "LOG_LOCAL2", variant: "Local2" },
    Keyword { name: "LOG_LOCAL3", variant: "Local3" },
    Keyword { name: "LOG_LOCAL4", variant: "Local4" },
    Keyword { name: "LOG_LOCAL5", variant: "Local5" },
    Keyword { name: "LOG_LOCAL6", variant: "Local6" },
    Keyword { name: "LOG_LOCAL7", variant: "Local7" },
];

/// The units of durations, which are the variants of `kmd_events::DurationUnit`.
pub const UNITS: &[Keyword] = &[
    Keyword { name: "s", variant: "Seconds" },
    Keyword { name: "ms", variant: "Milliseconds" },
    Keyword { name: "us", variant: "Microseconds" },
    Keyword { name: "ns", variant: "Nanoseconds" },
];
