use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::error::Error;
use core::fmt;

use crate::Event;

/// The error returned when a sink did not log an event, or did not flush.
///
/// It contains the event as the sink rendered it. [`into_cause`](Self::into_cause) returns the error of the sink, which
/// can be downcast, for example to a `syslog::SendError` that can be sent again.
///
/// ```
/// use kmd_events::sink::{Sink, SinkError};
/// use kmd_events::{Event, kmd_log};
///
/// struct Full;
///
/// impl Sink for Full {
///     fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
///         Err(SinkError::new(event.to_string(), "the disk is full"))
///     }
/// }
///
/// let error = kmd_log!(Full, KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" }).unwrap_err();
/// assert_eq!(error.to_string(), "failed to log an event: the disk is full");
/// assert_eq!(error.rendered(), Some("Unable to find active peer for SA branch-7"));
/// ```
#[derive(Debug)]
pub struct SinkError {
    rendered: Option<String>,
    cause: Box<dyn Error + Send + Sync>,
}

impl SinkError {
    /// Creates an error of [`Sink::log`](super::Sink::log) with the event as the sink rendered it.
    pub fn new(rendered: impl Into<String>, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { rendered: Some(rendered.into()), cause: cause.into() }
    }

    /// Creates an error of [`Sink::flush`](super::Sink::flush).
    ///
    /// ```
    /// let error = kmd_events::sink::SinkError::of_flush("the disk is full");
    /// assert_eq!(error.to_string(), "failed to flush a sink: the disk is full");
    /// assert_eq!(error.rendered(), None);
    /// ```
    pub fn of_flush(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { rendered: None, cause: cause.into() }
    }

    /// Returns the event as the sink rendered it, without a line break at its end, or `None` if a flush failed.
    #[must_use]
    pub fn rendered(&self) -> Option<&str> {
        self.rendered.as_deref()
    }

    /// Returns the error of the sink.
    #[must_use]
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.cause
    }

    /// Converts the error into the error of the sink.
    ///
    /// ```
    /// # #[cfg(feature = "syslog")] {
    /// use kmd_events::format::{Format, Formatter};
    /// use kmd_events::kmd_log;
    /// use kmd_events::syslog::{SendError, Syslog, Target};
    ///
    /// let syslog = Syslog::new(Target::Unix("/nowhere/log".into()), Formatter::new(Format::Rfc3164));
    /// let error = kmd_log!(syslog, KMD_PM_PROPOSAL_NULL_ESP).unwrap_err();
    /// if let Ok(error) = error.into_cause().downcast::<SendError>() {
    ///     assert!(syslog.resend(*error).is_err());
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn into_cause(self) -> Box<dyn Error + Send + Sync> {
        self.cause
    }
}

impl fmt::Display for SinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.rendered.is_some() { "log an event" } else { "flush a sink" };
        write!(f, "failed to {what}: {}", self.cause)
    }
}

impl Error for SinkError {
    /// Returns the source of the underlying error, whose own text is part of the `Display` text.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}

/// Returns the tag and the text of an event, without control characters and as in a line of a log.
pub(crate) fn tagged_text(event: &dyn Event) -> String {
    let text = crate::format::escape_control(&event);
    if event.message().is_tagged() { format!("{}: {text}", event.message().tag()) } else { text }
}
