use std::process;
use std::time::SystemTime;

use jiff::ZonedDateTime;

use crate::format::{Format, FormatError, Formatter, Timestamp};

impl Timestamp {
    /// Returns the current time in the time zone of this machine. If the clock is outside of the years 0 to 9999,
    /// returns the Unix epoch.
    ///
    /// The time zone needs the feature `syslog`. [`Timestamp::utc_now`] needs only the standard library.
    ///
    /// ```
    /// use kmd_events::format::Timestamp;
    ///
    /// assert!(Timestamp::now().to_string() >= "2025".to_owned());
    /// ```
    #[must_use]
    pub fn now() -> Self {
        Self::from_system(SystemTime::now())
    }

    /// Converts a time of the system, or returns the epoch for a year that is out of range. Such a clock is as wrong as
    /// one that was never set.
    fn from_system(time: SystemTime) -> Self {
        ZonedDateTime::try_from(time).ok().and_then(|time| Self::from_zoned(&time)).unwrap_or(Self::EPOCH)
    }

    /// Converts a time of `jiff`, or returns `None` for a year before 0. Fractions of a microsecond are dropped, and so
    /// are seconds of the offset from UTC.
    ///
    /// ```
    /// use kmd_events::format::Timestamp;
    ///
    /// let time: jiff::ZonedDateTime = "2023-08-03T10:18:44.846201999+10:00[Australia/Brisbane]".parse()?;
    /// let time = Timestamp::from_zoned(&time).expect("a year that syslog knows");
    /// assert_eq!(time.to_string(), "2023-08-03T10:18:44.846201+10:00");
    /// # Ok::<(), jiff::Error>(())
    /// ```
    #[must_use]
    pub fn from_zoned(time: &ZonedDateTime) -> Option<Self> {
        let offset = i16::try_from(time.offset().seconds() / 60).ok()?;
        Self::new(
            (time.year().try_into().ok()?, time.month().try_into().ok()?, time.day().try_into().ok()?),
            (time.hour().try_into().ok()?, time.minute().try_into().ok()?, time.second().try_into().ok()?),
            u32::try_from(time.subsec_nanosecond()).ok()? / 1_000,
            offset,
        )
    }
}

impl Formatter {
    /// Creates a formatter with the host name of this machine, if the system has one, and the PID of this process.
    ///
    /// Create the formatter and the sink after the daemon has forked. A child shares the connection with its parent.
    ///
    /// # Errors
    ///
    /// Returns an error if the host name of the machine is not valid in a header of the format. To set another one, use
    /// [`Formatter::new`] and [`Formatter::with_hostname`].
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// let formatter = Formatter::for_this_host(Format::Rfc5424)?.with_process("kmd2")?;
    /// # Ok::<(), kmd_events::format::FormatError>(())
    /// ```
    pub fn for_this_host(format: Format) -> Result<Self, FormatError> {
        let formatter = Self::new(format).with_pid(process::id());
        // A machine may not have a name.
        match hostname::get() {
            Ok(name) if !name.is_empty() => formatter.with_hostname(&name.to_string_lossy()),
            _ => Ok(formatter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::time::Duration;

    #[test]
    fn clock_out_of_range_gives_the_epoch() {
        // 30,000 years.
        let far = Duration::from_secs(1_000_000_000_000);
        let times = [SystemTime::UNIX_EPOCH.checked_add(far), SystemTime::UNIX_EPOCH.checked_sub(far)];
        // Some systems cannot represent these times.
        for time in times.into_iter().flatten() {
            assert_eq!(Timestamp::from_system(time), Timestamp::EPOCH);
        }
    }
}
