use super::facility::Facility;
use super::severity::Severity;

/// A priority: a facility and a severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Priority {
    /// The facility.
    pub facility: Facility,
    /// The severity.
    pub severity: Severity,
}

impl Priority {
    /// Returns the number that begins a line: facility × 8 + severity, 0 to 191 (PRI, RFC 5424 section 6.2.1).
    ///
    /// ```
    /// let record = kmd_events::KmdRecord::parse("<35>kmd: text");
    /// assert_eq!(record.priority().map(|priority| priority.code()), Some(35));
    /// ```
    #[must_use]
    pub const fn code(self) -> u8 {
        self.facility.priority(self.severity)
    }
}
