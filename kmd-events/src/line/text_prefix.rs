//! The parsers for the parts that precede the text of a message in every format: the explicit priority and the tag.

use super::cursor::{ByteClass, Cursor};
use super::header::ExplicitPrioritySpan;
use crate::Severity;

/// Parses `%AUTH-3-` or `%AUTH-3:`, which Junos writes with the option `explicit-priority`.
#[inline]
pub(super) fn explicit_priority(start: Cursor<'_>) -> Option<(ExplicitPrioritySpan, Cursor<'_>)> {
    /// A limit that is longer than the code of every facility.
    const MAX_CODE_LEN: usize = 32;

    let code = start.skip_blanks().eat(b"%")?;
    let bytes = code.rest().iter().take(MAX_CODE_LEN);
    let len = bytes.take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()).count();
    let after = code.skip(len);
    match after.rest() {
        [b'-', digit @ b'0'..=b'7', b'-' | b':', rest @ ..] if len > 0 => {
            let explicit = ExplicitPrioritySpan { code: code.span(len), severity: Severity::from_code(digit - b'0')? };
            Some((explicit, after.at(rest)))
        }
        _ => None,
    }
}

/// Parses `KMD_X: `, and returns the bytes of the tag and the cursor at the text.
#[inline]
pub(super) fn tag<'a>(start: Cursor<'a>, prefix: &str) -> Option<(&'a [u8], Cursor<'a>)> {
    let len = tag_len(start, prefix)?;
    let text = start.skip(len).eat(b":")?;
    Some((&start.rest()[..len], text.eat_optional(b" ")))
}

/// Returns the length of the tag at the beginning of the rest: the prefix, `_` and a name.
#[inline]
pub(super) fn tag_len(start: Cursor<'_>, prefix: &str) -> Option<usize> {
    // Most words begin with another letter, and one comparison is cheaper than comparing the whole prefix.
    if start.rest().first() != prefix.as_bytes().first() {
        return None;
    }
    let name = start.eat(prefix.as_bytes())?.eat(b"_")?;
    let len = name.find(|class| class != ByteClass::Tag);
    (len > 0).then_some(prefix.len() + 1 + len)
}
