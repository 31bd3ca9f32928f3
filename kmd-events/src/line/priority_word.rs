//! A priority as a word, like `daemon.info`, which some syslog daemons write into their files.

use super::rfc5424::number;
use crate::{Facility, Priority, Severity};

/// Parses `daemon.info`, in any case.
pub(super) fn priority_word(word: &[u8]) -> Option<Priority> {
    let dot = word.iter().position(|&byte| byte == b'.')?;
    let (facility, severity) = (&word[..dot], &word[dot + 1..]);
    let facility = match facility {
        b"Kernel" | b"kernel" => Facility::Kern,
        b"System" | b"system" => Facility::Daemon,
        name => Facility::find(name)?,
    };
    Some(Priority { facility, severity: Severity::find(severity)? })
}

/// Parses `<daemon.info>` or `<3.6>`, which the syslogd of FreeBSD writes with the options `-vv` and `-v`.
pub(super) fn bracketed(word: &[u8]) -> Option<Priority> {
    let inner = word.strip_prefix(b"<")?.strip_suffix(b">")?;
    let dot = inner.iter().position(|&byte| byte == b'.')?;
    match (number(&inner[..dot]), number(&inner[dot + 1..])) {
        (Some(facility), Some(severity)) => Some(Priority {
            facility: Facility::from_code(u8::try_from(facility).ok()?)?,
            severity: Severity::from_code(u8::try_from(severity).ok()?)?,
        }),
        _ => priority_word(inner),
    }
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::{bracketed, priority_word};
    use crate::{Facility, Priority, Severity};

    #[test]
    fn words_are_priorities() {
        let daemon_info = Some(Priority { facility: Facility::Daemon, severity: Severity::Info });
        for word in ["daemon.info", "Daemon.Info", "System.Info"] {
            assert_eq!(priority_word(word.as_bytes()), daemon_info, "{word}");
        }
        for word in ["<daemon.info>", "<3.6>"] {
            assert_eq!(bracketed(word.as_bytes()), daemon_info, "{word}");
        }
        for (word, severity) in [("emerg", 0), ("crit", 2), ("err", 3), ("Error", 3), ("warn", 4), ("debug", 7)] {
            let priority = priority_word(format!("local7.{word}").as_bytes());
            assert_eq!(priority, Some(Priority { facility: Facility::Local7, severity: Severity::ALL[severity] }));
        }
        for none in ["", ".", "daemon", "daemon.", ".info", "daemon.infos", "foo.info", "daemon.9", "a.daemon.info"] {
            assert_eq!(priority_word(none.as_bytes()), None, "{none}");
        }
        for none in ["daemon.info", "<>", "<mgd>", "<24.6>", "<3.8>", "<3.info>", "<daemon.info"] {
            assert_eq!(bracketed(none.as_bytes()), None, "{none}");
        }
    }
}
