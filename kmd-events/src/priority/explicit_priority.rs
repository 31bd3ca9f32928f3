use super::facility::Facility;
use super::severity::Severity;

/// The explicit priority of Junos: `%AUTH-3-`.
///
/// It is the priority of the message where it was logged. The configuration can override the facility on the wire, so PRI
/// may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ExplicitPriority<'a> {
    /// The code of the facility, like `AUTH` or `PFE`.
    pub code: &'a str,
    /// The severity.
    pub severity: Severity,
}

impl ExplicitPriority<'_> {
    /// Returns the facility of the code, or `None` for an unknown code.
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
