//! Times of the system in UTC.

use std::time::{Duration, SystemTime};

use super::Timestamp;

const SECONDS_PER_DAY: i64 = 86_400;

impl Timestamp {
    /// Returns the current time in UTC. If the clock is outside of the years 0 to 9999, returns the Unix epoch.
    ///
    /// The method needs only the standard library. With the feature `syslog`, `Timestamp::now` returns the time in the time
    /// zone of this machine, which the format of RFC 3164 expects.
    ///
    /// ```
    /// use kmd_events::format::Timestamp;
    ///
    /// let now = Timestamp::utc_now().to_string();
    /// assert!(now >= "2025".to_owned() && now.ends_with('Z'));
    /// ```
    #[must_use]
    pub fn utc_now() -> Self {
        SystemTime::now().into()
    }
}

/// Converts a time to UTC. Fractions of a microsecond are dropped. A time outside of the years 0 to 9999 becomes the Unix
/// epoch, because such a clock is as wrong as one that was never set.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use kmd_events::format::Timestamp;
///
/// // `date --utc --date=@1691057924` prints the same time.
/// let time = SystemTime::UNIX_EPOCH + Duration::from_micros(1_691_057_924_846_201);
/// assert_eq!(Timestamp::from(time).to_string(), "2023-08-03T10:18:44.846201Z");
/// ```
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        from_system(time).unwrap_or(Self::EPOCH)
    }
}

fn from_system(time: SystemTime) -> Option<Timestamp> {
    let (seconds, nanosecond) = since_epoch(time)?;
    let date = date(seconds.div_euclid(SECONDS_PER_DAY))?;
    let second = seconds.rem_euclid(SECONDS_PER_DAY);
    let time = (second / 3600, second / 60 % 60, second % 60);
    let time = (time.0.try_into().ok()?, time.1.try_into().ok()?, time.2.try_into().ok()?);
    Timestamp::new(date, time, nanosecond / 1_000, 0)
}

/// Returns the seconds since the Unix epoch, rounded down, and the nanoseconds of the second.
fn since_epoch(time: SystemTime) -> Option<(i64, u32)> {
    let seconds = |duration: Duration| i64::try_from(duration.as_secs()).ok();
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => Some((seconds(after)?, after.subsec_nanos())),
        Err(error) => {
            let before = error.duration();
            match before.subsec_nanos() {
                0 => Some((-seconds(before)?, 0)),
                nanosecond => Some((-1 - seconds(before)?, 1_000_000_000 - nanosecond)),
            }
        }
    }
}

/// Returns the date of a day, counted from the Unix epoch, or `None` for a year outside of 0 to 9999.
///
/// The days are counted from March 1 of year 0, so that a leap day is the last day of a year. The months from March on
/// have 153 days per five months. See Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
fn date(day: i64) -> Option<(u16, u8, u8)> {
    const DAYS_TO_EPOCH: i64 = 719_468;
    const DAYS_PER_ERA: i64 = 146_097;
    let day = day.checked_add(DAYS_TO_EPOCH)?;
    let (era, day) = (day.div_euclid(DAYS_PER_ERA), day.rem_euclid(DAYS_PER_ERA));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    Some(((era * 400 + year).try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_out_of_range_gives_the_epoch() {
        // 30,000 years.
        let far = Duration::from_secs(1_000_000_000_000);
        let times = [SystemTime::UNIX_EPOCH.checked_add(far), SystemTime::UNIX_EPOCH.checked_sub(far)];
        // Some systems cannot represent these times.
        for time in times.into_iter().flatten() {
            assert_eq!(Timestamp::from(time), Timestamp::EPOCH);
        }
    }

    #[test]
    fn the_first_and_the_last_time() {
        // Seconds by GNU date: `date --utc --date='9999-12-31 23:59:59' +%s`.
        let last = SystemTime::UNIX_EPOCH + Duration::new(253_402_300_799, 999_999_999);
        assert_eq!(Timestamp::from(last), Timestamp::new((9999, 12, 31), (23, 59, 59), 999_999, 0).expect("a time"));
        assert_eq!(Timestamp::from(last + Duration::from_nanos(1)), Timestamp::EPOCH);
        let first = SystemTime::UNIX_EPOCH - Duration::from_secs(62_167_219_200);
        assert_eq!(Timestamp::from(first), Timestamp::new((0, 1, 1), (0, 0, 0), 0, 0).expect("a time"));
        assert_eq!(Timestamp::from(first - Duration::from_nanos(1)), Timestamp::EPOCH);
    }
}
