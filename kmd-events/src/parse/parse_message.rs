use alloc::borrow::Cow;

use super::anchor::Anchor;
use super::failure::Failure;
use super::fast_path;
use super::input::Input;
use super::parse_error::ParseEventError;
use super::values::ParsedValues;
use super::wording::{parse_tail_wording, parse_wording, search_wording};
use crate::{Message, Piece};

/// Parses the text of a message into its values, and returns the rest of the text.
///
/// # Errors
///
/// Returns an error if no wording matches. The error describes the attempt that got furthest.
#[inline]
pub(crate) fn parse_message<'a>(
    message: &'static Message,
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Result<Cow<'a, str>, ParseEventError<'a>> {
    // Nearly every text is the template. A wording with tails would come before it.
    if message.tail_wordings().is_empty() && fast_path::parse(message, message.pieces(), text, values) {
        return Ok(Cow::Borrowed(""));
    }
    parse_wordings(message, text, anchor, values)
}

/// Tries all wordings of a message. Without tails, the fast path did not match the template.
#[inline(never)]
fn parse_wordings<'a>(
    message: &'static Message,
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Result<Cow<'a, str>, ParseEventError<'a>> {
    let template = message.pieces();
    let mut furthest: Furthest = None;
    let mut has_literals_of_tails = false;
    // The tails are parts of the message, so a wording with tails comes before one that leaves them over.
    for wording in message.tail_wordings() {
        match parse_tail_wording(message, wording, text, Anchor::Full, values) {
            Some(Ok(rest)) => return Ok(rest),
            Some(Err(failure)) => {
                has_literals_of_tails = true;
                keep_furthest(&mut furthest, wording, failure);
            }
            None => {}
        }
    }
    let has_tails = !message.tail_wordings().is_empty();
    let parse_template = if has_tails { parse_wording } else { search_wording };
    let failure = match parse_template(message, template, text, Anchor::Full, values) {
        Ok(rest) => return Ok(rest),
        Err(failure) => failure,
    };
    let may_match_beginning = anchor == Anchor::Prefix && failure.may_match_beginning(message, template, text.bytes);
    keep_template(&mut furthest, template, failure);
    for wording in message.alternative_pieces() {
        match parse_wording(message, wording, text, Anchor::Full, values) {
            Ok(rest) => return Ok(rest),
            Err(failure) => keep_furthest(&mut furthest, wording, failure),
        }
    }
    if anchor == Anchor::Prefix {
        let tail_wordings = if has_literals_of_tails { message.tail_wordings() } else { &[] };
        for wording in tail_wordings {
            if let Some(Ok(rest)) = parse_tail_wording(message, wording, text, Anchor::Prefix, values) {
                return Ok(rest);
            }
        }
        if may_match_beginning {
            match search_wording(message, template, text, Anchor::Prefix, values) {
                Ok(rest) => return Ok(rest),
                // Trailing text is not a failure here, so this failure is more specific.
                Err(failure) => keep_template(&mut furthest, template, failure),
            }
        }
    }
    let (wording, failure) = furthest.unwrap_or((template, Failure::BudgetExceeded));
    Err(failure.into_error(message, wording, text))
}

/// The wording and the failure that are reported.
type Furthest = Option<(&'static [Piece], Failure)>;

/// Keeps a failure if it is further than the previous ones.
fn keep_furthest(furthest: &mut Furthest, wording: &'static [Piece], failure: Failure) {
    if furthest.as_ref().is_none_or(|(_, other)| failure.start() > other.start()) {
        *furthest = Some((wording, failure));
    }
}

/// Keeps a failure of the template, which is reported if there are two at the same place.
fn keep_template(furthest: &mut Furthest, template: &'static [Piece], failure: Failure) {
    if furthest.as_ref().is_none_or(|(_, other)| failure.start() >= other.start()) {
        *furthest = Some((template, failure));
    }
}
