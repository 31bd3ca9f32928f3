//! A sink that sends events to the systemd journal, with one field per placeholder.
//!
//! | field | value |
//! |---|---|
//! | `MESSAGE` | `KMD_X: text`, with control characters escaped as in the [formats](crate::format) |
//! | `PRIORITY` | the code of the severity, 0 to 7 |
//! | `SYSLOG_FACILITY` | the code of the facility, 0 to 23; [`Journal::with_facility`] replaces that of the catalog |
//! | `SYSLOG_IDENTIFIER` | the process name |
//! | `KMD_TAG` | the tag |
//! | `KMD_TUNNEL_NAME` | the value of the placeholder `tunnel-name`, unchanged |
//! | `KMD_REQUEST_ID` | the value of the [context](crate::WithContext) field `request-id`, unchanged |
//!
//! A message that the catalog declares as `tagged: false` has the text alone as `MESSAGE`. A value that is absent has no
//! field.
//!
//! For a catalog of your own, the names of the last three rows begin with the prefix of that catalog. A name that could
//! collide with a field of the journal or with the field of the tag ends with `_`. So a placeholder `tag` becomes
//! `APP_TAG_`, and all placeholders of a catalog with the prefix `SYSLOG` end with `_`.
//!
//! `journalctl -t kmd` shows the messages of the process, and `journalctl KMD_TAG=KMD_VPN_UP_ALARM_USER
//! KMD_VPN_NAME=hq` filters them by tag and by value.
//!
//! A value can contain any characters, because an entry stores the lengths of its values (systemd, "Native Journal
//! Protocol"). The configuration of the journal limits how much of a long entry it keeps, with `LineMax` and similar
//! settings.

use core::error::Error;
use core::fmt;
use std::borrow::{Cow, ToOwned as _};
use std::boxed::Box;
use std::string::{String, ToString as _};
use std::{format, vec, vec::Vec};

use libsystemd::logging::{Priority, journal_send};

use crate::context_name::param_name;
use crate::format::{Format, FormatError, validate_process};
use crate::sink::{Sink, SinkError, tagged_text};
use crate::{Event, Facility, Severity, Value};

/// A sender to the journal of this machine; see the [module](self).
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
    facility: Option<Facility>,
}

impl Journal {
    /// Creates a sender. It uses the process name of the catalog.
    #[must_use]
    pub const fn new() -> Self {
        Self { process: None, facility: None }
    }

    /// Sets the process name. It replaces the process name of the catalog. A parser does not accept such an entry as a line,
    /// because it compares the process with the catalog.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is not 1 to 48 printable ASCII characters without spaces, the limits of APP-NAME in
    /// RFC 5424 section 6.2.5.
    ///
    /// ```
    /// use kmd_events::journald::Journal;
    ///
    /// assert!(Journal::new().with_process("kmd2").is_ok());
    /// assert!(Journal::new().with_process("kmd 2").is_err());
    /// ```
    pub fn with_process(self, process: &str) -> Result<Self, FormatError> {
        validate_process(Format::Rfc5424, process)?;
        Ok(Self { process: Some(process.to_owned()), ..self })
    }

    /// Sets the facility of all events. It replaces the facility of each message.
    ///
    /// ```
    /// use kmd_events::Facility;
    /// use kmd_events::journald::Journal;
    ///
    /// let journal = Journal::new().with_facility(Facility::Local3);
    /// ```
    #[must_use]
    pub fn with_facility(self, facility: Facility) -> Self {
        Self { facility: Some(facility), ..self }
    }

    /// Sends an event. The call blocks until the journal accepts the entry. There is no timeout.
    ///
    /// # Errors
    ///
    /// Returns an error if the journal cannot be reached or does not accept the entry.
    pub fn send(&self, event: &dyn Event) -> Result<(), JournalError> {
        self.send_text(event, &tagged_text(event))
    }

    /// Sends an event with its rendered text.
    fn send_text(&self, event: &dyn Event, text: &str) -> Result<(), JournalError> {
        let severity = event.message().severity();
        journal_send(priority(severity), text, self.fields(event).into_iter())
            .map_err(|error| JournalError::Send(error.into()))
    }

    /// Returns all fields except `MESSAGE` and `PRIORITY`.
    fn fields(&self, event: &dyn Event) -> Vec<(String, Cow<'static, str>)> {
        let message = event.message();
        let catalog = message.catalog();
        let facility = self.facility.unwrap_or(message.facility()).code().to_string();
        let process = match &self.process {
            Some(process) => Cow::Owned(process.clone()),
            None => Cow::Borrowed(catalog.process()),
        };
        let mut fields = vec![
            ("SYSLOG_FACILITY".to_owned(), facility.into()),
            ("SYSLOG_IDENTIFIER".to_owned(), process),
            (format!("{}_TAG", catalog.prefix()), message.tag().into()),
        ];
        for (name, value) in event.fields().filter(|(_, value)| *value != Value::Absent) {
            fields.push((field(catalog.prefix(), name), value.to_string().into()));
        }
        fields
    }
}

impl Sink for Journal {
    /// Sends an event; see [`Journal::send`].
    ///
    /// # Errors
    ///
    /// Returns an error if the journal cannot be reached or does not accept the entry. Its cause is a [`JournalError`].
    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        let text = tagged_text(event);
        self.send_text(event, &text).map_err(|error| SinkError::new(text, error))
    }
}

/// Returns the name of the field of the journal for a field of an event: capital letters, digits and `_`, at most 64.
fn field(prefix: &str, name: &str) -> String {
    let char = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_uppercase() } else { '_' };
    let name: String = param_name(name).chars().map(char).collect();
    let own = match prefix {
        "CODE" | "COREDUMP" | "INVOCATION" | "MESSAGE" | "OBJECT" | "SYSLOG" | "USER" => "_",
        _ if name == "TAG" => "_",
        _ => "",
    };
    format!("{prefix}_{name}{own}")
}

/// Returns the priority for a severity.
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
    /// The journal could not be reached, or it did not accept the entry. If its socket does not exist, systemd-journald
    /// does not run.
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
    /// Returns the source of the underlying error, whose own text is part of the `Display` text.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Send(source) => source.source(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    /// Checks the names in the documentation of the module.
    #[test]
    fn names_of_placeholders_do_not_collide_with_other_fields() {
        assert_eq!(field("KMD", "tunnel-name"), "KMD_TUNNEL_NAME");
        assert_eq!(field("APP", "tag"), "APP_TAG_");
        assert_eq!(field("APP", "tags"), "APP_TAGS");
        assert_eq!(field("SYSLOG", "identifier"), "SYSLOG_IDENTIFIER_");
        assert_eq!(field("APP", "a.b=c\nd é"), "APP_A_B_C_D__");
        let longest = field("MESSAGE", &"n".repeat(100));
        assert_eq!(longest, "MESSAGE_NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN_");
    }
}
