use core::fmt;

/// The unit in which a duration is printed.
///
/// ```
/// assert_eq!(kmd_events::DurationUnit::Milliseconds.as_str(), "ms");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DurationUnit {
    /// Seconds.
    Seconds,
    /// Milliseconds, 10⁻³ seconds.
    Milliseconds,
    /// Microseconds, 10⁻⁶ seconds.
    Microseconds,
    /// Nanoseconds, 10⁻⁹ seconds.
    Nanoseconds,
}

impl DurationUnit {
    /// Returns the name of the unit in a catalog: `s`, `ms`, `us` or `ns`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Seconds => "s",
            Self::Milliseconds => "ms",
            Self::Microseconds => "us",
            Self::Nanoseconds => "ns",
        }
    }

    /// Returns the number of decimals that a nanosecond has in the unit.
    pub(crate) const fn decimals(self) -> u8 {
        match self {
            Self::Seconds => 9,
            Self::Milliseconds => 6,
            Self::Microseconds => 3,
            Self::Nanoseconds => 0,
        }
    }
}

/// Writes the name of the unit in a catalog.
impl fmt::Display for DurationUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
