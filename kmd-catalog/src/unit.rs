//! The units of durations.

/// The unit in which a duration is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

    /// Returns the unit with the given name in a catalog, or `None` if there is no such unit.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.as_str() == name)
    }

    /// Returns the number of decimals that a nanosecond has in the unit: the most that can be parsed back exactly.
    #[must_use]
    pub fn max_precision(self) -> u8 {
        [9, 6, 3, 0][self as usize]
    }
}
