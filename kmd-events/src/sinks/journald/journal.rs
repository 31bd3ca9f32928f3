//! The sink.

use core::error::Error;
use core::fmt;
use std::borrow::{Cow, ToOwned as _};
use std::boxed::Box;
use std::string::{String, ToString as _};
use std::{format, vec, vec::Vec};

use libsystemd::logging::{Priority, journal_send};

use super::{field_name, message_id};
use crate::format::{Format, FormatError, validate_process};
use crate::sink::{Sink, SinkError, tagged_text};
use crate::{Event, Facility, Severity, Value};

/// A [sink](Sink) that sends events to the journal of this machine; see the [module](super).
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
    /// Creates a sink. It uses the process name of the catalog.
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
            ("MESSAGE_ID".to_owned(), message_id(message).into()),
            (format!("{}_TAG", catalog.prefix()), message.tag().into()),
        ];
        for (name, value) in event.fields().filter(|(_, value)| *value != Value::Absent) {
            fields.push((field_name(message, name), value.to_string().into()));
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
