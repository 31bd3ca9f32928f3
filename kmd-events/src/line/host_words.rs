//! The words between the time and the process: a host, a location on it, or neither.

use core::net::Ipv6Addr;
use core::str::FromStr as _;

use super::cursor::Cursor;
use super::line_time;

/// Parses a word that can be a host: a name or an address. Returns it and the cursor after it.
pub(super) fn host(start: Cursor<'_>) -> Option<(&[u8], Cursor<'_>)> {
    let (word, after) = start.word();
    let has_bracket = word.contains(&b'[');
    // An address of IPv6 may end with two colons.
    let ends_before_colon = word.ends_with(b":") && !word.ends_with(b"::");
    let is_host = !word.is_empty()
        && !ends_before_colon
        && (!has_bracket || is_address(word))
        && !is_no_host(word)
        && fpc_slot(start).is_none()
        && line_time::iso(word).is_none();
    is_host.then_some((word, after))
}

/// Returns whether a word is in the place of a host but cannot be one: `-` (NILVALUE), a time of day, or a word in
/// brackets that is not an address.
pub(super) fn is_no_host(word: &[u8]) -> bool {
    match word {
        b"-" => true,
        [b'[', inner @ .., b']'] => !inner.is_empty() && !is_address(inner),
        word => line_time::clock(word).is_some_and(<[u8]>::is_empty),
    }
}

/// Returns whether a second word is a host, so that the first one is that of a relay: the same host, an address, or a word
/// after two spaces, which a device writes after the time.
pub(super) fn is_second_host(first: &[u8], second: &[u8], spaces: usize) -> bool {
    // Bytes that are not UTF-8 are not the same, although they are shown alike.
    let is_same = |long: &[u8], short: &[u8]| {
        let (start, end) = long.split_at_checked(short.len()).unwrap_or((b"", b"x"));
        start.is_ascii() && start.eq_ignore_ascii_case(short) && matches!(end, [] | [b'.', ..])
    };
    spaces > 1 || is_same(first, second) || is_same(second, first) || is_address(second)
}

/// Returns whether a word is an IP address.
fn is_address(word: &[u8]) -> bool {
    core::str::from_utf8(word).is_ok_and(|word| {
        let inner = word.strip_prefix('[').and_then(|word| word.strip_suffix(']'));
        word.parse::<core::net::IpAddr>().is_ok() || inner.is_some_and(|inner| Ipv6Addr::from_str(inner).is_ok())
    })
}

/// Returns whether a word is a routing engine, which Junos writes after the host. The names are those of routers with two
/// routing engines and of the TX Matrix.
pub(super) fn is_location(word: &[u8]) -> bool {
    let is_engine = |word: &[u8]| matches!(word, b"re0" | b"re1");
    match word {
        [b'r', ..] => is_engine(word),
        [b's', b'c', b'c', b'-', engine @ ..] => is_engine(engine),
        [b'l', b'c', b'c', b'0'..=b'3', b'-', engine @ ..] => engine == b"master" || is_engine(engine),
        _ => false,
    }
}

/// Parses `(FPC Slot 4, PIC Slot 0)`, which the cards of a chassis add to a header.
pub(super) fn fpc_slot(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let inner = start.eat(b"(FPC ")?;
    let len = inner.rest().iter().position(|&byte| byte == b')')?;
    Some(inner.skip(len + 1).skip_blanks())
}
