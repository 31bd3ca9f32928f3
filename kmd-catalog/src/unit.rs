//! The units of durations.

/// The unit in which a duration is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// `s`
    Seconds,
    /// `ms`
    Milliseconds,
    /// `us`
    Microseconds,
    /// `ns`
    Nanoseconds,
}

impl Unit {
    /// All units.
    pub const ALL: [Self; 4] = [Self::Seconds, Self::Milliseconds, Self::Microseconds, Self::Nanoseconds];

    /// Returns the name of the unit in a catalog.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        ["s", "ms", "us", "ns"][self as usize]
    }

    /// Returns the number of decimals that a nanosecond has in the unit: the most that can be parsed back exactly.
    #[must_use]
    pub fn max_precision(self) -> u8 {
        [9, 6, 3, 0][self as usize]
    }
}
