//! Sends events to systemd's journal, with a field a placeholder.
//!
//! | field | holds |
//! |---|---|
//! | `MESSAGE` | `KMD_X: text`, control characters as the [formats](crate::format) write them |
//! | `PRIORITY` | the code of the severity |
//! | `SYSLOG_FACILITY` | the code of the facility |
//! | `SYSLOG_IDENTIFIER` | the process |
//! | `KMD_TAG` | the tag |
//! | `KMD_TUNNEL_NAME` | the value of `tunnel-name`, as it is |
//!
//! The fields of a catalog of your own begin with its own prefix. Where one could be a field that the journal
//! knows, or that of the tag, its name ends in `_`: `APP_TAG_`, and all of a catalog with the prefix `SYSLOG`.
//! `journalctl -t kmd` shows the messages, and `journalctl KMD_TAG=KMD_VPN_UP_ALARM_USER KMD_VPN_NAME=hq` finds some
//! of them.
//!
//! A value can hold anything: an entry says how long its values are (systemd, "Native Journal Protocol"). How much
//! the journal keeps of a long entry is up to `LineMax` and the like of its configuration.

use core::error::Error;
use core::fmt;
use std::borrow::{Cow, ToOwned as _};
use std::boxed::Box;
use std::string::{String, ToString as _};
use std::{format, vec, vec::Vec};

use libsystemd::logging::{Priority, journal_send};

use crate::format::{Format, FormatError, escape_control, validate_process};
use crate::{Event, Severity};

/// Sends events to the journal of this machine; see the [module](self).
///
/// ```no_run
/// use kmd_events::journald::Journal;
/// use kmd_events::kmd_event;
///
/// let journal = Journal::new();
/// journal.send(&kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }))?;
/// # Ok::<(), kmd_events::journald::JournalError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Journal {
    process: Option<String>,
}

impl Journal {
    /// Returns a journal in which events have the process of the catalog.
    #[must_use]
    pub const fn new() -> Self {
        Self { process: None }
    }

    /// Sets the process name, in place of the catalog's.
    ///
    /// # Errors
    ///
    /// Returns an error unless the name is 1 to 48 printable ASCII characters without spaces, as in RFC 5424 section 6.2.5.
    ///
    /// ```
    /// use kmd_events::journald::Journal;
    ///
    /// assert!(Journal::new().with_process("kmd2").is_ok());
    /// assert!(Journal::new().with_process("kmd 2").is_err());
    /// ```
    pub fn with_process(self, process: &str) -> Result<Self, FormatError> {
        validate_process(Format::Rfc5424, process)?;
        Ok(Self { process: Some(process.to_owned()) })
    }

    /// Sends an event. Waits until the journal takes it, without a timeout.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no journal, or if it does not take the entry.
    pub fn send(&self, event: &dyn Event) -> Result<(), JournalError> {
        let severity = event.message().severity();
        let text = format!("{}: {}", event.message().tag(), escape_control(&event));
        journal_send(priority(severity), &text, self.fields(event).into_iter())
            .map_err(|error| JournalError::Send(error.into()))
    }

    /// All but `MESSAGE` and `PRIORITY`.
    fn fields(&self, event: &dyn Event) -> Vec<(String, Cow<'static, str>)> {
        let message = event.message();
        let catalog = message.catalog();
        let facility = message.facility().code().to_string();
        let process = match &self.process {
            Some(process) => Cow::Owned(process.clone()),
            None => Cow::Borrowed(catalog.process()),
        };
        let mut fields = vec![
            ("SYSLOG_FACILITY".to_owned(), facility.into()),
            ("SYSLOG_IDENTIFIER".to_owned(), process),
            (format!("{}_TAG", catalog.prefix()), message.tag().into()),
        ];
        for (name, value) in event.fields() {
            fields.push((field(catalog.prefix(), name), value.to_string().into()));
        }
        fields
    }
}

/// The name of a placeholder's field.
fn field(prefix: &str, placeholder: &str) -> String {
    let name = placeholder.to_ascii_uppercase().replace('-', "_");
    let own = match prefix {
        "CODE" | "COREDUMP" | "INVOCATION" | "MESSAGE" | "OBJECT" | "SYSLOG" | "USER" => "_",
        _ if name == "TAG" => "_",
        _ => "",
    };
    format!("{prefix}_{name}{own}")
}

const fn priority(severity: Severity) -> Priority {
    match severity {
        Severity::Emergency => Priority::Emergency,
        Severity::Alert => Priority::Alert,
        Severity::Critical => Priority::Critical,
        Severity::Error => Priority::Error,
        Severity::Warning => Priority::Warning,
        Severity::Notice => Priority::Notice,
        Severity::Info => Priority::Info,
        Severity::Debug => Priority::Debug,
    }
}

/// The error returned when an event was not sent to the journal.
///
/// ```no_run
/// use kmd_events::journald::{Journal, JournalError};
/// use kmd_events::kmd_event;
///
/// match Journal::new().send(&kmd_event!(KMD_PM_PROPOSAL_NULL_ESP)) {
///     Err(error @ JournalError::Send(_)) => eprintln!("{error}"),
///     _ => {}
/// }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum JournalError {
    /// The journal has no socket, or it did not take the entry. Either systemd-journald does not run, or the process may
    /// not write to its socket.
    Send(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(source) => write!(f, "failed to send the event to the journal: {source}"),
        }
    }
}

impl Error for JournalError {
    /// Returns the source of the socket's error, which the text contains.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Send(source) => source.source(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    /// As the module says of them.
    #[test]
    fn no_placeholder_has_the_name_of_another_field() {
        assert_eq!(field("KMD", "tunnel-name"), "KMD_TUNNEL_NAME");
        assert_eq!(field("APP", "tag"), "APP_TAG_");
        assert_eq!(field("APP", "tags"), "APP_TAGS");
        assert_eq!(field("SYSLOG", "identifier"), "SYSLOG_IDENTIFIER_");
    }
}
