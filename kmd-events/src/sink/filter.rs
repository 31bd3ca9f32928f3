use super::Sink;
use super::sink_error::SinkError;
use crate::{Event, Facility, Message, Severity};

/// A sink that logs only messages of some severities and facilities to another sink.
///
/// ```
/// use kmd_events::sink::{Filter, Sink, SinkError};
/// use kmd_events::{Event, Facility, KmdTag, Severity};
///
/// struct Print;
///
/// impl Sink for Print {
///     fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
///         println!("{event}");
///         Ok(())
///     }
/// }
///
/// let (error, info) = (KmdTag::PmSaPeerNotFound.message(), KmdTag::VpnUpAlarmUser.message());
/// let sink = Filter::new(Print).with_max_severity(Severity::Warning);
/// assert!(sink.is_enabled(error) && !sink.is_enabled(info));
///
/// let sink = Filter::new(Print).with_facilities(&[Facility::Daemon]);
/// assert!(!sink.is_enabled(error) && sink.is_enabled(info));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Filter<S> {
    sink: S,
    max_severity: Severity,
    /// The bit of each code is set if the facility passes.
    facilities: u32,
}

impl<S: Sink> Filter<S> {
    /// Creates a filter that all messages pass.
    #[must_use]
    pub const fn new(sink: S) -> Self {
        Self { sink, max_severity: Severity::Debug, facilities: u32::MAX }
    }

    /// Sets the least serious severity that passes. Since severities are ordered by code, it is the greatest one.
    #[must_use]
    pub fn with_max_severity(self, max_severity: Severity) -> Self {
        Self { max_severity, ..self }
    }

    /// Sets the facilities that pass. The facility of a message is that of the catalog.
    #[must_use]
    pub fn with_facilities(self, facilities: &[Facility]) -> Self {
        let facilities = facilities.iter().fold(0, |bits, facility| bits | bit(*facility));
        Self { facilities, ..self }
    }
}

/// Returns the bit of a facility.
const fn bit(facility: Facility) -> u32 {
    1 << facility.code()
}

impl<S: Sink> Sink for Filter<S> {
    fn is_enabled(&self, message: &Message) -> bool {
        message.severity() <= self.max_severity
            && self.facilities & bit(message.facility()) != 0
            && self.sink.is_enabled(message)
    }

    fn log(&self, event: &dyn Event) -> Result<(), SinkError> {
        if self.is_enabled(event.message()) { self.sink.log(event) } else { Ok(()) }
    }

    fn flush(&self) -> Result<(), SinkError> {
        self.sink.flush()
    }
}
