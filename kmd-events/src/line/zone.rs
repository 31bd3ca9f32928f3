//! Time zones after a time, as relays and journalctl write them.

use super::cursor::Cursor;

/// The usual abbreviations. Any other word could be a host.
const NAMES: [&[u8]; 46] = [
    b"ACDT", b"ACST", b"ADT", b"AEDT", b"AEST", b"AKDT", b"AKST", b"AST", b"AWST", b"BST", b"CAT", b"CDT", b"CEST",
    b"CET", b"CST", b"EAT", b"EDT", b"EEST", b"EET", b"EST", b"GMT", b"HKT", b"HST", b"IDT", b"IST", b"JST", b"KST",
    b"MDT", b"MSK", b"MST", b"NDT", b"NST", b"NZDT", b"NZST", b"PDT", b"PKT", b"PST", b"SAST", b"SST", b"UTC", b"WAT",
    b"WEST", b"WET", b"WIB", b"WIT", b"WITA",
];

/// Returns whether a word is a time zone: an abbreviation, an offset like `+0200`, `+02:00` or `-03`, or one like
/// `UTC+2`.
pub(super) fn is_zone(word: &[u8]) -> bool {
    match word {
        [b'A'..=b'Z', ..] => {
            let offset = [&b"UTC"[..], b"GMT", b"TZ"].iter().find_map(|name| word.strip_prefix(*name));
            NAMES.contains(&word)
                || matches!(offset, Some([b'+' | b'-', b'0'..=b'9'] | [b'+' | b'-', b'0'..=b'9', b'0'..=b'9']))
        }
        [b'+' | b'-', offset @ ..] => {
            let is_digits = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
            match offset {
                [hours @ .., b':', _, _] if hours.len() == 2 => is_digits(hours) && is_digits(&offset[3..]),
                offset => matches!(offset.len(), 2 | 4) && is_digits(offset),
            }
        }
        _ => false,
    }
}

/// Parses a zone, with or without a colon after it. Returns its length and the cursor after it.
pub(super) fn zone(start: Cursor<'_>) -> Option<(usize, Cursor<'_>)> {
    let (word, after) = start.word();
    let zone = word.strip_suffix(b":").unwrap_or(word);
    is_zone(zone).then_some((zone.len(), after))
}

#[cfg(test)]
mod tests {
    use super::is_zone;

    #[test]
    fn zones_are_told_from_hosts() {
        for zone in ["CEST", "UTC", "AEST", "+0530", "+05:30", "-03", "UTC+2", "GMT-11", "TZ-6"] {
            assert!(is_zone(zone.as_bytes()), "{zone}");
        }
        for host in ["", "utc", "FW", "SRX", "CESTX", "+", "-", "+5", "+05:3", "+053", "UTC+", "UTC+123", "TZ", "-srx"]
        {
            assert!(!is_zone(host.as_bytes()), "{host}");
        }
    }
}
