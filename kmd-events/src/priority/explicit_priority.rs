use super::facility::Facility;
use super::severity::Severity;

/// The explicit priority of a Junos line, like `%AUTH-3-`.
///
/// It contains the facility and the severity with which the message was logged. PRI can name another facility, because
/// the configuration of a device can override the facility of messages that it sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ExplicitPriority<'a> {
    /// The code of the facility, like `AUTH` or `PFE`.
    pub code: &'a str,
    /// The severity.
    pub severity: Severity,
}

impl ExplicitPriority<'_> {
    /// Returns the facility for the code, or `None` if the code is unknown.
    ///
    /// ```
    /// use kmd_events::{Facility, KmdRecord};
    ///
    /// let record = KmdRecord::parse("kmd[7]: %PFE-4-KMD_X: text");
    /// let explicit = record.explicit_priority().ok_or("an explicit priority")?;
    /// assert_eq!((explicit.code, explicit.facility()), ("PFE", Some(Facility::Local4)));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn facility(&self) -> Option<Facility> {
        Facility::from_junos_code(self.code)
    }
}
