//! A line taken apart, before anybody asks what its text says.
//!
//! ```text
//! <30>Aug  3 10:18:44  srx1 re0 kmd[14162]: %AUTH-3-KMD_X: text
//! pri time             host origin process pid  explicit tag text
//! ```

use super::{Priority, line_time, structured_data};
use crate::{Catalog, Facility, Severity};

/// The parts of a line; empty where it has none.
#[derive(Clone, Copy, Default)]
pub(super) struct Frame<'a> {
    pub(super) priority: Option<Priority>,
    pub(super) time: &'a [u8],
    pub(super) host: &'a [u8],
    pub(super) origin: &'a [u8],
    pub(super) process: &'a [u8],
    pub(super) pid: &'a [u8],
    pub(super) explicit: Option<Code<'a>>,
    pub(super) tag: &'a [u8],
    pub(super) structured_data: &'a [u8],
    pub(super) text: &'a [u8],
    /// Whether it is a frame of RFC 5424 that ends before its text.
    pub(super) brief: bool,
}

/// The code of a facility, and a severity.
pub(super) type Code<'a> = (&'a [u8], Severity);

/// What a byte is to a header. A table is faster than comparing with one byte after the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    /// `:` or `[`, which end the name of a process.
    Mark,
    /// What a tag consists of.
    Word,
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        classes[byte as usize] = match byte {
            b' ' | b'\t' => Class::Blank,
            b':' | b'[' => Class::Mark,
            b'_' => Class::Word,
            _ if byte.is_ascii_alphanumeric() => Class::Word,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

fn class(byte: u8) -> Class {
    CLASSES[usize::from(byte)]
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Takes a line apart; what no other part takes is its text.
pub(super) fn split<'a>(line: &'a [u8], catalog: &Catalog) -> Frame<'a> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = trim_end(line, b'\r');
    let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
    let (priority, rest) = match priority(line) {
        Some((priority, rest)) => (Some(priority), rest),
        None => (None, line),
    };
    let prefix = catalog.prefix();
    let structured = rfc5424(skip_blanks(rest), priority.is_some(), prefix);
    let is_structured = structured.is_some();
    let mut frame = structured.unwrap_or_else(|| bsd(rest, catalog));
    frame.priority = priority;
    if tag_length(frame.tag, prefix) != Some(frame.tag.len()) {
        frame.tag = b"";
    }
    let text = frame.text;
    frame.text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    frame.brief = is_structured && frame.text.trim_ascii().is_empty();
    if let Some((explicit, text)) = explicit(frame.text) {
        // Behind the tag of an RFC 5424 header it is the tag's once more, or a text that looks so.
        let is_again = || tagged(text, prefix).is_some_and(|(tag, _)| tag == frame.tag);
        if frame.tag.is_empty() || is_again() {
            frame.explicit = Some(explicit);
            frame.text = text.strip_prefix(b" ").unwrap_or(text);
        }
    }
    if let Some((tag, text)) = tagged(skip_blanks(frame.text), prefix) {
        if frame.tag.is_empty() || frame.tag == tag {
            (frame.tag, frame.text) = (tag, text);
        }
    }
    frame
}

/// `<30>` (RFC 5424 section 6.2.1).
fn priority(line: &[u8]) -> Option<(Priority, &[u8])> {
    let inner = line.strip_prefix(b"<")?;
    let end = inner.iter().take(4).position(|&byte| byte == b'>')?;
    let number = number(&inner[..end])?;
    let priority = Priority {
        facility: Facility::from_code(u8::try_from(number / 8).ok()?)?,
        severity: Severity::from_code((number % 8) as u8)?,
    };
    Some((priority, &inner[end + 1..]))
}

/// The header of RFC 5424 section 6: `1 TIME HOST PROCESS PID TAG DATA TEXT`. Where a file has lost the
/// priority, or that and the version, everything up to the data must stand there, and nothing that could be the
/// header of old syslog.
fn rfc5424<'a>(line: &'a [u8], has_priority: bool, prefix: &str) -> Option<Frame<'a>> {
    if !matches!(line.first(), Some(b'0'..=b'9')) {
        return None;
    }
    let (version, rest) = word(line);
    let has_version = number(version).is_some();
    let (time, rest) = word(if has_version { rest } else { line });
    if line_time::iso(time) != Some(time.len()) && !(has_version && time == b"-") {
        return None;
    }
    let (host, rest) = word(rest);
    let (process, rest) = word(rest);
    let (pid, rest) = word(rest);
    let (tag, rest) = word(rest);
    if !(has_priority && has_version) {
        let has_data = matches!(rest, [b'-'] | [b'-', b' ', ..] | [b'[', ..]);
        let is_old = [host, process, pid].iter().any(|word| word.ends_with(b":"))
            || tagged(host, prefix).is_some()
            || matches!(process, b"re0" | b"re1" | b"(FPC");
        if !has_data || is_old {
            return None;
        }
    }
    let (structured_data, rest) = match rest {
        [b'-'] | [b'-', b' ', ..] => (&b""[..], &rest[1..]),
        _ => rest.split_at(structured_data::length(rest)),
    };
    Some(Frame {
        time: unless_nil(time),
        host: unless_nil(host),
        process: unless_nil(process),
        pid: unless_nil(pid),
        tag,
        structured_data,
        text: rest.strip_prefix(b" ").unwrap_or(rest),
        ..Frame::default()
    })
}

/// Nothing for `-`, RFC 5424's word for it.
fn unless_nil(word: &[u8]) -> &[u8] {
    if word == b"-" { b"" } else { word }
}

/// The header of old syslog (RFC 3164 section 4.1), as devices and relays write it: a time, a host, and where
/// on the host, each of which may be missing; the process and a colon.
fn bsd<'a>(line: &'a [u8], catalog: &Catalog) -> Frame<'a> {
    let mut frame = Frame::default();
    let mut rest = skip_blanks(line);
    if let Some(length) = line_time::bsd(rest).or_else(|| line_time::iso(rest)) {
        (frame.time, rest) = rest.split_at(length);
        rest = skip_blanks(rest);
    }
    let timed = !frame.time.is_empty();
    // Where the words on the origin begin, and whether one more may follow the card's.
    let mut origin = rest;
    let mut card = false;
    loop {
        // Most words of a header end in a blank and hold neither a colon nor a bracket.
        let mut classes = rest.iter().map(|&byte| class(byte));
        let stop = classes.position(|class| matches!(class, Class::Blank | Class::Mark));
        let stop = stop.unwrap_or(rest.len());
        let is_plain = rest
            .get(stop)
            .is_none_or(|&byte| class(byte) == Class::Blank);
        let (word, behind) = if is_plain {
            (&rest[..stop], skip_blanks(&rest[stop..]))
        } else if let Some((process, pid, text)) = header_end(rest, stop, timed, catalog) {
            (frame.process, frame.pid, frame.text) = (process, pid, text);
            return frame;
        } else {
            word(rest)
        };
        if let Some(behind) = slot(rest) {
            (card, rest) = (true, behind);
        } else if frame.host.is_empty() && !card && is_host(word, is_plain) {
            (frame.host, rest, origin) = (word, behind, behind);
            continue;
        } else if card && !word.is_empty() || matches!(word, b"re0" | b"re1") {
            (card, rest) = (false, behind);
        } else {
            break;
        }
        frame.origin = origin[..origin.len() - rest.len()].trim_ascii_end();
    }
    // No header that anybody knows.
    if timed {
        (frame.origin, frame.text) = (b"", origin);
        frame
    } else {
        Frame {
            text: line,
            ..Frame::default()
        }
    }
}

/// A process, its pid, and the text behind.
type Process<'a> = (&'a [u8], &'a [u8], &'a [u8]);

/// What a header ends with: the process, or a tag, or a colon alone. At `stop` is the first colon or bracket.
fn header_end<'a>(
    bytes: &'a [u8],
    stop: usize,
    timed: bool,
    catalog: &Catalog,
) -> Option<Process<'a>> {
    let is_text =
        |bytes: &[u8]| tagged(bytes, catalog.prefix()).is_some() || explicit(bytes).is_some();
    if is_text(bytes) {
        return Some((b"", b"", bytes));
    }
    if let [b':', text @ ..] = bytes {
        let text = text.strip_prefix(b" ").filter(|_| timed)?;
        return Some((b"", b"", text));
    }
    let (name, pid, text) = process(bytes, stop, catalog)?;
    // Without a time, any word with a colon could be one of the text.
    let is_process = timed
        || !pid.is_empty()
        || name == catalog.process().as_bytes()
        || is_text(skip_blanks(text));
    is_process.then(|| (name, pid, text.strip_prefix(b" ").unwrap_or(text)))
}

/// `kmd[14162]:` or `kmd:`.
fn process<'a>(bytes: &'a [u8], stop: usize, catalog: &Catalog) -> Option<Process<'a>> {
    let (name, rest) = bytes.split_at(stop);
    match rest {
        [b':'] | [b':', b' ' | b'\t', ..] => Some((name, b"", &rest[1..])),
        // An address of IPv6 has colons too.
        [b':', text @ ..] if name == catalog.process().as_bytes() => Some((name, b"", text)),
        [b'[', inner @ ..] if !name.is_empty() => {
            let end = inner
                .iter()
                .position(|byte| matches!(byte, b']' | b' ' | b'\t'))?;
            let (pid, rest) = inner.split_at(end);
            Some((name, pid, rest.strip_prefix(b"]:")?))
        }
        _ => None,
    }
}

/// Whether a word can be a host: a name or an address, and no process. A plain one has no colon or bracket, which need
/// not be looked for again.
fn is_host(word: &[u8], is_plain: bool) -> bool {
    let is_address = word.ends_with(b"::") || word.starts_with(b"[");
    !word.is_empty() && (is_plain || is_address || !word.ends_with(b":") && !word.contains(&b'['))
}

/// What follows `(FPC Slot 4, PIC Slot 0)`, which the cards of a chassis put into a header.
fn slot(bytes: &[u8]) -> Option<&[u8]> {
    let inner = bytes.strip_prefix(b"(FPC ")?;
    let end = inner.iter().position(|&byte| byte == b')')?;
    Some(skip_blanks(&inner[end + 1..]))
}

/// `%AUTH-3-` or `%AUTH-3:`, the priority that Junos writes with the option `explicit-priority`: the code of
/// the facility and the severity.
#[inline]
fn explicit(bytes: &[u8]) -> Option<(Code<'_>, &[u8])> {
    let inner = skip_blanks(bytes).strip_prefix(b"%")?;
    let length = inner
        .iter()
        .take(32)
        .take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        .count();
    let (code, rest) = inner.split_at(length);
    match rest {
        [b'-', digit @ b'0'..=b'7', b'-' | b':', rest @ ..] if !code.is_empty() => {
            let severity = Severity::from_code(digit - b'0')?;
            Some(((code, severity), rest))
        }
        _ => None,
    }
}

/// `KMD_X: text`, taken apart.
#[inline]
fn tagged<'a>(bytes: &'a [u8], prefix: &str) -> Option<(&'a [u8], &'a [u8])> {
    let (tag, rest) = bytes.split_at(tag_length(bytes, prefix)?);
    let text = rest.strip_prefix(b":")?;
    Some((tag, text.strip_prefix(b" ").unwrap_or(text)))
}

/// How many bytes a tag takes up: the prefix, `_`, and a name.
#[inline]
fn tag_length(bytes: &[u8], prefix: &str) -> Option<usize> {
    // Most words begin with another letter, and to compare one is less than to call what compares all.
    if bytes.first() != prefix.as_bytes().first() {
        return None;
    }
    let name = bytes.strip_prefix(prefix.as_bytes())?.strip_prefix(b"_")?;
    let mut classes = name.iter().map(|&byte| class(byte));
    let length = classes.position(|class| class != Class::Word);
    let length = length.unwrap_or(name.len());
    (length > 0).then_some(prefix.len() + 1 + length)
}

/// The number of up to three digits, which is all there is.
fn number(bytes: &[u8]) -> Option<u16> {
    let digits = (1..=3).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
    digits.then(|| {
        let digits = bytes.iter().map(|digit| u16::from(digit - b'0'));
        digits.fold(0, |number, digit| number * 10 + digit)
    })
}

/// The bytes up to a blank, and what follows the blanks.
fn word(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut classes = bytes.iter().map(|&byte| class(byte));
    let end = classes.position(|class| class == Class::Blank);
    let (word, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    (word, skip_blanks(rest))
}

/// The bytes without any `last` at the end.
fn trim_end(mut bytes: &[u8], last: u8) -> &[u8] {
    while let Some(shorter) = bytes.strip_suffix(&[last]) {
        bytes = shorter;
    }
    bytes
}

pub(super) fn skip_blanks(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let [b' ' | b'\t', behind @ ..] = rest {
        rest = behind;
    }
    rest
}
