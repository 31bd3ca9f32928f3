use core::fmt;
use core::str::FromStr;

use crate::{ParseWordError, Severity};

/// A syslog facility: the part of a system that a message comes from (RFC 5424 section 6.2.1, table 1).
///
/// Facilities are ordered by code.
///
/// ```
/// use kmd_events::{Facility, Severity};
///
/// assert_eq!(Facility::Auth.code(), 4);
/// assert_eq!(Facility::Auth.as_str(), "LOG_AUTH");
/// assert_eq!(Facility::Auth.priority(Severity::Error), 35);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Facility {
    /// 0: kernel messages.
    Kern = 0,
    /// 1: user-level messages.
    User = 1,
    /// 2: the mail system.
    Mail = 2,
    /// 3: system daemons.
    Daemon = 3,
    /// 4: security and authorization.
    Auth = 4,
    /// 5: the syslog daemon itself.
    Syslog = 5,
    /// 6: the line printer system.
    Lpr = 6,
    /// 7: network news.
    News = 7,
    /// 8: UUCP.
    Uucp = 8,
    /// 9: the clock daemon; `cron` on most systems.
    Cron = 9,
    /// 10: security and authorization, for private messages.
    Authpriv = 10,
    /// 11: the FTP daemon.
    Ftp = 11,
    /// 12: NTP.
    Ntp = 12,
    /// 13: log audit.
    Security = 13,
    /// 14: log alert.
    Console = 14,
    /// 15: the clock daemon, a second code.
    Clock = 15,
    /// 16: local use 0.
    Local0 = 16,
    /// 17: local use 1.
    Local1 = 17,
    /// 18: local use 2.
    Local2 = 18,
    /// 19: local use 3.
    Local3 = 19,
    /// 20: local use 4.
    Local4 = 20,
    /// 21: local use 5.
    Local5 = 21,
    /// 22: local use 6.
    Local6 = 22,
    /// 23: local use 7.
    Local7 = 23,
}

impl Facility {
    /// All facilities in the order of their codes.
    pub const ALL: [Self; 24] = [
        Self::Kern,
        Self::User,
        Self::Mail,
        Self::Daemon,
        Self::Auth,
        Self::Syslog,
        Self::Lpr,
        Self::News,
        Self::Uucp,
        Self::Cron,
        Self::Authpriv,
        Self::Ftp,
        Self::Ntp,
        Self::Security,
        Self::Console,
        Self::Clock,
        Self::Local0,
        Self::Local1,
        Self::Local2,
        Self::Local3,
        Self::Local4,
        Self::Local5,
        Self::Local6,
        Self::Local7,
    ];

    /// The name in a catalog and the Junos code of each facility, in the order of the codes.
    const NAMES: [(&'static str, &'static str); 24] = [
        ("LOG_KERN", "KERN"),
        ("LOG_USER", "USER"),
        ("LOG_MAIL", "MAIL"),
        ("LOG_DAEMON", "DAEMON"),
        ("LOG_AUTH", "AUTH"),
        ("LOG_SYSLOG", "SYSLOG"),
        ("LOG_LPR", "LPR"),
        ("LOG_NEWS", "NEWS"),
        ("LOG_UUCP", "UUCP"),
        ("LOG_CRON", "CRON"),
        ("LOG_AUTHPRIV", "AUTHPRIV"),
        ("LOG_FTP", "FTP"),
        ("LOG_NTP", "NTP"),
        ("LOG_SECURITY", "SECURITY"),
        ("LOG_CONSOLE", "CONSOLE"),
        ("LOG_CLOCK", "CLOCK"),
        ("LOG_LOCAL0", "LOCAL0"),
        ("LOG_LOCAL1", "DFC"),
        ("LOG_LOCAL2", "LOCAL2"),
        ("LOG_LOCAL3", "FIREWALL"),
        ("LOG_LOCAL4", "PFE"),
        ("LOG_LOCAL5", "CONFLICT"),
        ("LOG_LOCAL6", "CHANGE"),
        ("LOG_LOCAL7", "INTERACT"),
    ];

    /// Returns the code, 0 to 23.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// Returns the facility for a code, or `None` if the code is above 23.
    ///
    /// ```
    /// use kmd_events::Facility;
    ///
    /// assert_eq!(Facility::from_code(3), Some(Facility::Daemon));
    /// assert_eq!(Facility::from_code(24), None);
    /// ```
    #[must_use]
    pub const fn from_code(code: u8) -> Option<Self> {
        if code < 24 { Some(Self::ALL[code as usize]) } else { None }
    }

    /// Returns the code of the facility in the explicit priority of Junos, `%AUTH-3-` (table of facility codes in
    /// "Junos OS System Log Messages").
    ///
    /// Junos uses the numbers of some local facilities for facilities of its own: `PFE` has the number 20, which is
    /// `LOG_LOCAL4`. For a facility that Junos does not use, the method returns the name in syslog.
    ///
    /// ```
    /// use kmd_events::Facility;
    ///
    /// assert_eq!(Facility::Auth.junos_code(), "AUTH");
    /// assert_eq!(Facility::Local4.junos_code(), "PFE");
    /// ```
    #[must_use]
    pub const fn junos_code(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// Returns the facility for a [code of Junos](Self::junos_code), or `None` if the code is unknown. Codes are in
    /// upper case.
    ///
    /// ```
    /// use kmd_events::Facility;
    ///
    /// assert_eq!(Facility::from_junos_code("PFE"), Some(Facility::Local4));
    /// assert_eq!(Facility::from_junos_code("pfe"), None);
    /// ```
    #[must_use]
    pub fn from_junos_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facility| facility.junos_code() == code)
    }

    /// Returns the name used in a catalog: `LOG_KERN` … `LOG_LOCAL7`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    /// Returns the facility with a name, in any case and with or without `LOG_`.
    pub(crate) fn find(name: &[u8]) -> Option<Self> {
        let short = |facility: &Self| facility.as_str().trim_start_matches("LOG_").as_bytes();
        let is_named = |facility: &Self| {
            name.eq_ignore_ascii_case(facility.as_str().as_bytes()) || name.eq_ignore_ascii_case(short(facility))
        };
        Self::ALL.into_iter().find(is_named)
    }

    /// Returns facility and severity as one number: facility × 8 + severity, 0 to 191 (PRI, RFC 5424 section 6.2.1).
    #[must_use]
    pub const fn priority(self, severity: Severity) -> u8 {
        self.code() * 8 + severity.code()
    }
}

/// Parses the name used in a catalog, in any case and with or without `LOG_`.
///
/// ```
/// use kmd_events::Facility;
///
/// assert_eq!("LOG_LOCAL3".parse(), Ok(Facility::Local3));
/// assert_eq!("daemon".parse(), Ok(Facility::Daemon));
/// assert!("log".parse::<Facility>().is_err());
/// ```
impl FromStr for Facility {
    type Err = ParseWordError;

    fn from_str(text: &str) -> Result<Self, ParseWordError> {
        const NAMES: [&str; 24] = {
            let mut names = [""; 24];
            let mut code = 0;
            while code < names.len() {
                names[code] = Facility::NAMES[code].0;
                code += 1;
            }
            names
        };
        Self::find(text.as_bytes()).ok_or_else(|| ParseWordError::new(text, &NAMES))
    }
}

/// Writes the name used in a catalog.
impl fmt::Display for Facility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
