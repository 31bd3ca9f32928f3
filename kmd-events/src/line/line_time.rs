//! The parser for times in the formats of RFC 3164 and RFC 3339.

use super::cursor::skip_blanks;

/// The kind of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeKind {
    /// `Aug  3 10:18:44`, see [`bsd`].
    Bsd,
    /// `2024-03-04T08:15:01Z`, see [`iso`], or `Mon 2024-03-04 08:15:01` and `1709540101.204312`, which journalctl
    /// writes.
    Iso,
    /// `10:18:44`, a time of day alone.
    Clock,
}

/// Returns the kind and the length of the time at the beginning of `bytes`. A blank, a colon or nothing has to follow a
/// time of day.
pub(super) fn any(bytes: &[u8]) -> Option<(TimeKind, usize)> {
    let known = bsd(bytes).map(|len| (TimeKind::Bsd, len));
    let known = known.or_else(|| Some((TimeKind::Iso, iso(bytes).or_else(|| weekday(bytes)).or_else(|| unix(bytes))?)));
    known.or_else(|| {
        let rest = clock(bytes)?;
        let ends = matches!(rest, [] | [b' ' | b'\t', ..] | [b':', b' ' | b'\t', ..]);
        ends.then_some((TimeKind::Clock, bytes.len() - rest.len()))
    })
}

/// Returns the length of a time like `Sat 2024-08-03 10:18:44`.
fn weekday(bytes: &[u8]) -> Option<usize> {
    let (name, rest) = bytes.split_at_checked(4)?;
    let is_day = matches!(name, b"Mon " | b"Tue " | b"Wed " | b"Thu " | b"Fri " | b"Sat " | b"Sun ");
    if is_day { Some(name.len() + iso(rest)?) } else { None }
}

/// Returns the length of seconds and microseconds since 1970, like `1722673124.123456`.
fn unix(bytes: &[u8]) -> Option<usize> {
    let digits = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let seconds = digits(bytes);
    let fraction = bytes.get(seconds..)?.strip_prefix(b".")?;
    let ends = matches!(fraction.get(6), None | Some(b' ' | b'\t'));
    (seconds >= 10 && digits(fraction) == 6 && ends).then_some(seconds + 7)
}

/// Returns the length of a time like `Aug  3 10:18:44` (RFC 3164 section 4.1.2). Junos adds a fraction of a second with
/// the option `millisecond`, and a year with the option `year`: before the month, before the clock, or at the end.
pub(super) fn bsd(bytes: &[u8]) -> Option<usize> {
    let rest = year(bytes).unwrap_or(bytes);
    let [first, second, third, rest @ ..] = rest else {
        return None;
    };
    if !is_month([*first, *second, *third]) {
        return None;
    }
    let rest = match blanks(rest)? {
        [b'0'..=b'9', b'0'..=b'9', rest @ ..] | [b'0'..=b'9', rest @ ..] => blanks(rest)?,
        _ => return None,
    };
    let rest = clock(year(rest).unwrap_or(rest))?;
    let end = blanks(rest).and_then(|rest| match rest {
        [b'1', b'9', end @ ..] | [b'2', b'0', end @ ..] => two(end),
        _ => None,
    });
    let end = end.filter(|end| matches!(end, [] | [b' ' | b'\t', ..]));
    Some(bytes.len() - end.unwrap_or(rest).len())
}

/// Returns whether `bytes` are a time like `Aug  3 10:18:44` and a space, as in nearly all lines. [`bsd`] accepts such
/// a time too, among others.
#[inline]
pub(super) fn is_usual(bytes: &[u8; 16]) -> bool {
    let [m0, m1, m2, b' ', d0, d1, b' ', clock @ .., b' '] = bytes else {
        return false;
    };
    let is_day = (*d0 == b' ' || d0.is_ascii_digit()) && d1.is_ascii_digit();
    let clock = clock.first_chunk().is_some_and(|clock| is_usual_clock(*clock));
    clock && is_day && is_month([*m0, *m1, *m2])
}

/// Returns whether eight bytes are a time of day like `10:18:44`. All bytes are compared at once.
#[inline]
fn is_usual_clock(bytes: [u8; 8]) -> bool {
    const HIGH_BITS: u64 = u64::from_le_bytes([0x80; 8]);
    // The difference to `00:00:00` is at most 9 for a digit and 0 for a colon. A greater one sets the high bit of the
    // sum.
    const TO_HIGH_BIT: u64 = HIGH_BITS - u64::from_le_bytes([10, 10, 1, 10, 10, 1, 10, 10]);
    let difference = u64::from_le_bytes(bytes) ^ u64::from_le_bytes(*b"00:00:00");
    let sum = (difference & !HIGH_BITS) + TO_HIGH_BIT;
    (difference | sum) & HIGH_BITS == 0
}

/// Returns whether a name is the English abbreviation of a month.
fn is_month(name: [u8; 3]) -> bool {
    matches!(
        &name,
        b"Jan" | b"Feb" | b"Mar" | b"Apr" | b"May" | b"Jun" | b"Jul" | b"Aug" | b"Sep" | b"Oct" | b"Nov" | b"Dec"
    )
}

/// Returns the length of a time like `2024-03-04T08:15:01.204+01:00` (RFC 3339 section 5.6). A space may replace the
/// `T`, and the fraction, the offset or the colon in the offset may be missing.
pub(super) fn iso(bytes: &[u8]) -> Option<usize> {
    let rest = byte(two(two(bytes)?)?, b'-')?;
    let rest = byte(two(rest)?, b'-')?;
    let [b'T' | b't' | b' ', rest @ ..] = two(rest)? else {
        return None;
    };
    let rest = clock(rest)?;
    let rest = match rest {
        [b'+' | b'-', offset @ ..] => {
            let hours = two(offset)?;
            two(byte(hours, b':').unwrap_or(hours))?
        }
        [b'Z' | b'z', rest @ ..] | rest => rest,
    };
    Some(bytes.len() - rest.len())
}

/// Parses a time of day like `10:18:44` or `10:18:44.123`, and returns the rest.
pub(super) fn clock(bytes: &[u8]) -> Option<&[u8]> {
    let rest = byte(two(bytes)?, b':')?;
    let rest = byte(two(rest)?, b':')?;
    match two(rest)? {
        [b'.' | b',', fraction @ ..] => {
            let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit());
            let digits = digits.count();
            (digits > 0).then(|| &fraction[digits..])
        }
        rest => Some(rest),
    }
}

/// Parses a year and the spaces after it, and returns the rest.
fn year(bytes: &[u8]) -> Option<&[u8]> {
    blanks(two(two(bytes)?)?)
}

/// Parses two digits, and returns the rest.
fn two(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'0'..=b'9', b'0'..=b'9', rest @ ..] => Some(rest),
        _ => None,
    }
}

/// Parses the wanted byte, and returns the rest.
fn byte(bytes: &[u8], wanted: u8) -> Option<&[u8]> {
    match bytes {
        [first, rest @ ..] if *first == wanted => Some(rest),
        _ => None,
    }
}

/// Parses one or more spaces and tabs, and returns the rest.
fn blanks(bytes: &[u8]) -> Option<&[u8]> {
    let rest = skip_blanks(bytes);
    (rest.len() < bytes.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use std::format;

    use super::{bsd, iso};

    #[test]
    fn times_of_old_syslog() {
        for time in [
            "Aug  3 10:18:44",
            "Aug 3 10:18:44",
            "Aug 13 10:18:44",
            "Aug  3 10:18:44.123",
            "2014 Aug  3 10:18:44.123",
            "Aug  3 2014 10:18:44",
            "Dec  8 15:59:48.541 2021",
            "Dec  8 15:59:48 2021",
        ] {
            assert_eq!(bsd(time.as_bytes()), Some(time.len()), "{time}");
            let line = format!("{time}  srx1 kmd[1]: text");
            assert_eq!(bsd(line.as_bytes()), Some(time.len()), "{line}");
        }
        for none in [
            "",
            "Aug",
            "aug  3 10:18:44",
            "Aug  3 10:18",
            "Aug 333 10:18:44",
            "Aug  3",
            "Aug3 10:18:44",
            "2014Aug  3 10:18:44",
            "Aug  3 10.18.44",
            "Aug  3 10:18:44.",
        ] {
            assert_eq!(bsd(none.as_bytes()), None, "{none}");
        }
        // Four digits at the beginning of a longer word are not a year.
        assert_eq!(bsd(b"Dec  8 15:59:48 2021-fw kmd: x"), Some(15));
        assert_eq!(bsd(b"Dec  8 15:59:48 9999 kmd: x"), Some(15));
    }

    #[test]
    fn times_of_relays() {
        for time in [
            "2024-03-04T08:15:01.204+01:00",
            "2024-03-04T08:15:01Z",
            "2024-03-04T08:15:01",
            "2024-03-04 08:15:01,204",
            "2024-03-04T08:15:01-0800",
        ] {
            assert_eq!(iso(time.as_bytes()), Some(time.len()), "{time}");
            assert_eq!(iso(format!("{time} host").as_bytes()), Some(time.len()), "{time}");
        }
        for none in [
            "",
            "2024",
            "2024-03-04",
            "2024-03-04T08:15",
            "24-03-04T08:15:01",
            "2024-03-04_08:15:01",
            "2024/03/04T08:15:01",
            "2024-03-04T08:15:01.",
        ] {
            assert_eq!(iso(none.as_bytes()), None, "{none}");
        }
    }
}
