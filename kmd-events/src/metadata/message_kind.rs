use core::fmt;

/// The kind of a message: an error or an event ("Type" in the Junos system log reference).
///
/// ```
/// use kmd_events::{MessageKind, KmdTag};
///
/// assert_eq!(KmdTag::VpnUpAlarmUser.kind(), MessageKind::Event);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum MessageKind {
    /// An error occurred.
    Error,
    /// Something happened that is not an error.
    Event,
}

impl MessageKind {
    /// Returns the name used in a catalog: `error` or `event`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Event => "event",
        }
    }
}

/// Writes the name used in a catalog.
impl fmt::Display for MessageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
