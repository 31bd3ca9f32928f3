use core::fmt;
use core::str::FromStr;

use crate::ParseWordError;

/// A syslog severity: how serious a message is (RFC 5424 section 6.2.1, table 2).
///
/// Severities are ordered by code, so the most serious one, `Emergency`, is the smallest.
///
/// ```
/// use kmd_events::Severity;
///
/// assert_eq!(Severity::Error.code(), 3);
/// assert_eq!(Severity::Error.as_str(), "error");
/// assert!(Severity::Error < Severity::Notice);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Severity {
    /// 0: the system is unusable.
    Emergency = 0,
    /// 1: an action is required immediately.
    Alert = 1,
    /// 2: a critical condition.
    Critical = 2,
    /// 3: an error.
    Error = 3,
    /// 4: a warning.
    Warning = 4,
    /// 5: a normal but significant condition.
    Notice = 5,
    /// 6: an informational message.
    Info = 6,
    /// 7: a message for debugging.
    Debug = 7,
}

impl Severity {
    /// All severities in the order of their codes.
    pub const ALL: [Self; 8] = [
        Self::Emergency,
        Self::Alert,
        Self::Critical,
        Self::Error,
        Self::Warning,
        Self::Notice,
        Self::Info,
        Self::Debug,
    ];

    /// Returns the code, 0 to 7.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// Returns the severity for a code, or `None` if the code is above 7.
    ///
    /// ```
    /// use kmd_events::Severity;
    ///
    /// assert_eq!(Severity::from_code(6), Some(Severity::Info));
    /// assert_eq!(Severity::from_code(8), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Self> {
        if code < 8 { Some(Self::ALL[code as usize]) } else { None }
    }

    /// Returns the name used in a catalog: `emergency` … `debug`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Alert => "alert",
            Self::Critical => "critical",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
            Self::Info => "info",
            Self::Debug => "debug",
        }
    }

    /// Returns the severity with a name, in any case.
    pub(crate) fn find(name: &[u8]) -> Option<Self> {
        let short = [
            (&b"emerg"[..], Self::Emergency),
            (b"crit", Self::Critical),
            (b"err", Self::Error),
            (b"warn", Self::Warning),
        ];
        let names = Self::ALL.into_iter().map(|severity| (severity.as_str().as_bytes(), severity));
        let mut names = names.chain(short).chain([(&b"panic"[..], Self::Emergency)]);
        names.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, severity)| severity)
    }
}

/// Parses the name used in a catalog, or the short name of syslog, in any case.
///
/// ```
/// use kmd_events::Severity;
///
/// assert_eq!("warning".parse(), Ok(Severity::Warning));
/// assert_eq!("ERR".parse(), Ok(Severity::Error));
/// let error = "fatal".parse::<Severity>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown word `fatal`, expected one of `emergency`, `alert`"));
/// ```
impl FromStr for Severity {
    type Err = ParseWordError;

    fn from_str(text: &str) -> Result<Self, ParseWordError> {
        const NAMES: [&str; 8] = {
            let mut names = [""; 8];
            let mut code = 0;
            while code < names.len() {
                names[code] = Severity::ALL[code].as_str();
                code += 1;
            }
            names
        };
        Self::find(text.as_bytes()).ok_or_else(|| ParseWordError::new(text, &NAMES))
    }
}

/// Writes the name used in a catalog.
impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
