use core::fmt;

/// A date and a local time of day with an offset from UTC. The precision is a microsecond.
///
/// [`Timestamp::new`] creates one from its parts. With the feature `std`, `Timestamp::utc_now` reads the clock of the system
/// in UTC, and `Timestamp::from` converts a `SystemTime` to UTC. With the feature `syslog`, `Timestamp::now` reads the clock
/// in the time zone of this machine, and `Timestamp::from_zoned` converts a time of the `jiff` crate.
///
/// ```
/// use kmd_events::format::Timestamp;
///
/// // Example 4 of RFC 5424 section 6.2.3.1, with an offset of -7 hours.
/// let time = Timestamp::new((2003, 8, 24), (5, 14, 15), 3, -7 * 60).expect("a date and a time");
/// assert_eq!(time.to_string(), "2003-08-24T05:14:15.000003-07:00");
///
/// assert_eq!(Timestamp::new((2003, 2, 29), (0, 0, 0), 0, 0), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Timestamp {
    date: (u16, u8, u8),
    time: (u8, u8, u8),
    microsecond: u32,
    offset: i16,
}

impl Timestamp {
    /// The Unix epoch, the time of a clock that was never set.
    #[cfg(feature = "std")]
    pub(crate) const EPOCH: Self = Self { date: (1970, 1, 1), time: (0, 0, 0), microsecond: 0, offset: 0 };

    /// Creates a timestamp from a date (year, month, day), a time (hour, minute, second), the microseconds from 0 to
    /// 999,999, and the offset from UTC in minutes. The offset is positive if the local time is ahead of UTC.
    ///
    /// Returns `None` if RFC 5424 section 6.2.3 or RFC 3339 section 5.7 does not allow a value: a day that the month
    /// does not have, a year above 9999, a leap second, or an offset of 24 hours or more.
    ///
    /// ```
    /// use kmd_events::format::Timestamp;
    ///
    /// let utc = Timestamp::new((1985, 4, 12), (23, 20, 50), 520_000, 0);
    /// assert!(utc.is_some_and(|time| time.to_string() == "1985-04-12T23:20:50.520000Z"));
    /// assert_eq!(Timestamp::new((2016, 12, 31), (23, 59, 60), 0, 0), None);
    /// ```
    #[must_use]
    pub const fn new(date: (u16, u8, u8), time: (u8, u8, u8), microsecond: u32, offset: i16) -> Option<Self> {
        let (year, month, day) = date;
        let (hour, minute, second) = time;
        let is_date = year <= 9999 && day >= 1 && day <= days_of(year, month);
        let is_time = hour < 24 && minute < 60 && second < 60 && microsecond < 1_000_000;
        if !is_date || !is_time || offset.unsigned_abs() >= 24 * 60 {
            return None;
        }
        Some(Self { date, time, microsecond, offset })
    }

    /// Writes the time as in RFC 3164 section 4.1.2: `Aug  3 10:18:44`.
    pub(super) fn write_rfc3164(self, out: &mut dyn fmt::Write) -> fmt::Result {
        let (_, month, day) = self.date;
        let month = MONTHS.get(usize::from(month).wrapping_sub(1)).unwrap_or(&"");
        let (hour, minute, second) = self.time;
        write!(out, "{month} {day:>2} {hour:02}:{minute:02}:{second:02}")
    }

    /// Writes the time in the format of RFC 3339 with milliseconds, as Junos does in structured data.
    pub(super) fn write_milliseconds(self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.write_seconds(out)?;
        write!(out, ".{:03}", self.microsecond / 1_000)?;
        self.write_offset(out)
    }

    /// Writes the time as in RFC 5424 section 6.2.3, with microseconds, the maximum precision that it allows.
    pub(super) fn write_microseconds(self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.write_seconds(out)?;
        write!(out, ".{:06}", self.microsecond)?;
        self.write_offset(out)
    }

    fn write_seconds(self, out: &mut dyn fmt::Write) -> fmt::Result {
        let (year, month, day) = self.date;
        let (hour, minute, second) = self.time;
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    }

    fn write_offset(self, out: &mut dyn fmt::Write) -> fmt::Result {
        if self.offset == 0 {
            return out.write_char('Z');
        }
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.unsigned_abs();
        write!(out, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// Writes the time in the format of RFC 5424 section 6.2.3, with microseconds.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_microseconds(f)
    }
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns the number of days of a month, or 0 if there is no such month.
const fn days_of(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}
