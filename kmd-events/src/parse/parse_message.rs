use alloc::borrow::Cow;

use super::anchor::Anchor;
use super::input::Input;
use super::parse_error::ParseEventError;
use super::values::ParsedValues;
use super::wording::parse_wording;
use crate::Message;

/// Parses the text of a message into its values, and returns the rest of the text.
///
/// # Errors
///
/// Returns an error if no wording matches. The error describes the attempt that got furthest.
#[inline]
pub(super) fn parse_message<'a>(
    message: &'static Message,
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Result<Cow<'a, str>, ParseEventError<'a>> {
    let pieces = message.pieces();
    let whole = match parse_wording(message, pieces, text, Anchor::Full, values) {
        Ok(rest) => return Ok(rest),
        Err(failure) => failure,
    };
    let mut furthest = (pieces, whole);
    for wording in message.alternative_pieces() {
        match parse_wording(message, wording, text, Anchor::Full, values) {
            Ok(rest) => return Ok(rest),
            Err(failure) if failure.start() > furthest.1.start() => furthest = (wording, failure),
            Err(_) => {}
        }
    }
    if anchor == Anchor::Prefix {
        match parse_wording(message, pieces, text, Anchor::Prefix, values) {
            Ok(rest) => return Ok(rest),
            // Trailing text is not a failure here, so this failure is more specific.
            Err(failure) if failure.start() >= furthest.1.start() => furthest = (pieces, failure),
            Err(_) => {}
        }
    }
    Err(furthest.1.into_error(message, furthest.0, text))
}
