//! Tests of timestamps from the clock of the system, in UTC and in the local time zone.

use std::time::{Duration, SystemTime};

use kmd_events::format::Timestamp;
use proptest::prelude::*;

/// Seconds from year 0 to year 9999, by GNU date.
const FIRST: i64 = -62_167_219_200;
const LAST: i64 = 253_402_300_799;

fn system_time(second: i64, nanosecond: u32) -> SystemTime {
    let whole = Duration::from_secs(second.unsigned_abs());
    let whole = if second < 0 { SystemTime::UNIX_EPOCH - whole } else { SystemTime::UNIX_EPOCH + whole };
    whole + Duration::from_nanos(nanosecond.into())
}

/// Returns the time as `jiff` prints it.
fn by_jiff(second: i64, nanosecond: u32) -> String {
    let time = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0) + jiff::SignedDuration::new(second, 0);
    let micro = nanosecond / 1_000;
    format!("{}.{micro:06}Z", time.strftime("%Y-%m-%dT%H:%M:%S"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(miri) { 20 } else { 10_000 }, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn system_times_convert_to_utc(second in FIRST..=LAST, nanosecond in 0..1_000_000_000_u32) {
        let time = Timestamp::from(system_time(second, nanosecond));
        prop_assert_eq!(time.to_string(), by_jiff(second, nanosecond));
    }
}

#[test]
fn days_around_the_turns_of_years_and_months_convert_to_utc() {
    let years = (0..=9_999).filter(|year| year % 100 < 9);
    for year in years {
        for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
            for days in [0, 1] {
                let epoch = jiff::civil::date(1970, 1, 1);
                let date = jiff::civil::date(year, month, day);
                let since = date.duration_since(epoch).as_secs() + days * 86_400;
                if since <= LAST {
                    let time = Timestamp::from(system_time(since, 0));
                    assert_eq!(time.to_string(), by_jiff(since, 0));
                }
            }
        }
    }
}

#[test]
fn the_clock_is_read_in_utc() {
    let before = jiff::Timestamp::now();
    let time: jiff::Timestamp = Timestamp::utc_now().to_string().parse().expect("a time");
    let after = jiff::Timestamp::now();
    assert!(before.as_microsecond() <= time.as_microsecond() && time <= after, "{before} {time} {after}");
}
