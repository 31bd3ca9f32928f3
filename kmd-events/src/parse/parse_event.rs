//! The typed part of the parser, which builds an event of a catalog from the values of a message.

use super::anchor::Anchor;
use super::input::Input;
use super::parse_error::ParseEventError;
use super::parse_message::parse_message;
use super::parsed::Parsed;
use super::recognize::{Filter, recognize};
use super::recognize_error::RecognizeError;
use super::values::ParsedValues;
use crate::Tag;

/// Parses the text of a message whose tag is known.
///
/// # Errors
///
/// Returns an error if no wording of the message matches. The error describes the attempt that got furthest.
#[inline]
pub(crate) fn parse_event<T: Tag>(
    tag: T,
    text: Input<'_>,
    anchor: Anchor,
) -> Result<Parsed<'_, T::Event<'_>>, ParseEventError<'_>> {
    let mut values = ParsedValues::new();
    let rest = parse_message(tag.message(), text, anchor, &mut values)?;
    let event = tag.build(&mut values);
    Ok(Parsed { event, rest })
}

/// Finds the message by its text, among the messages that `filter` accepts.
///
/// # Errors
///
/// Returns an error if the text matches no message, or several messages.
pub(crate) fn recognize_event<'a, T: Tag>(
    filter: Filter<'_>,
    text: Input<'a>,
    anchor: Anchor,
) -> Result<Parsed<'a, T::Event<'a>>, RecognizeError<T>> {
    let mut values = ParsedValues::new();
    let tag = |index: usize| T::ALL.get(index).copied().ok_or(RecognizeError::NoMatch);
    match recognize(T::set().messages, filter, text, anchor, &mut values) {
        Ok((index, rest)) => {
            let event = tag(index)?.build(&mut values);
            Ok(Parsed { event, rest })
        }
        Err(RecognizeError::NoMatch) => Err(RecognizeError::NoMatch),
        Err(RecognizeError::Ambiguous([one, two])) => Err(RecognizeError::Ambiguous([tag(one)?, tag(two)?])),
    }
}
