use alloc::borrow::Cow;

use super::anchor::Anchor;
use super::input::Input;
use super::recognize_error::RecognizeError;
use super::values::ParsedValues;
use super::wording::{contains_literals, may_begin_with, parse_tail_wording, parse_wording};
use crate::Message;

/// A function that returns whether a message is considered.
pub(crate) type Filter<'f> = &'f dyn Fn(&Message) -> bool;

/// The index of a message and the rest of the text.
pub(crate) type Recognized<'a> = Result<(usize, Cow<'a, str>), RecognizeError<usize>>;

/// Finds the message that a text belongs to, parses its values, and returns the index of the message and the rest of
/// the text.
///
/// The templates of all messages are tried first, with and without their tails, then all alternative wordings, then all
/// templates as the beginning of the text.
///
/// # Errors
///
/// Returns an error if the text belongs to no message, or to several messages.
pub(crate) fn recognize<'a>(
    messages: &[&'static Message],
    filter: Filter<'_>,
    text: Input<'a>,
    anchor: Anchor,
    values: &mut ParsedValues<'a>,
) -> Recognized<'a> {
    // Most texts without a tag begin in another way than all messages. This saves two of three passes over them.
    if !messages.iter().any(|message| filter(message) && may_begin(message, text.bytes)) {
        return Err(RecognizeError::NoMatch);
    }
    let template = |message: &'static Message, anchor, values: &mut ParsedValues<'a>| {
        // A wording with tails contains the same literals, and why a text does not match is not wanted. This saves a
        // third of the time of a hostile text that begins like a message without a tag.
        if !may_begin_with(message.pieces(), text.bytes) || !contains_literals(message.pieces(), text) {
            return None;
        }
        let mut wordings = message.tail_wordings().iter();
        wordings
            .find_map(|wording| parse_tail_wording(message, wording, text, anchor, values)?.ok())
            .or_else(|| parse_wording(message, message.pieces(), text, anchor, values).ok())
    };
    let mut found = only(messages, filter, values, &|message, values| template(message, Anchor::Full, values));
    if found.is_none() {
        found = only(messages, filter, values, &|message, values| {
            let mut wordings = message.alternative_pieces().iter();
            wordings.find_map(|wording| parse_wording(message, wording, text, Anchor::Full, values).ok())
        });
    }
    if found.is_none() && anchor == Anchor::Prefix {
        found = only(messages, filter, values, &|message, values| template(message, Anchor::Prefix, values));
    }
    found.unwrap_or(Err(RecognizeError::NoMatch))
}

/// Returns whether a text begins with the first literal of a wording of a message. The wordings with tails begin as the
/// template.
pub(crate) fn may_begin(message: &Message, text: &[u8]) -> bool {
    let mut wordings = message.alternative_pieces().iter();
    may_begin_with(message.pieces(), text) || wordings.any(|wording| may_begin_with(wording, text))
}

/// A function that parses the text as one message, and returns the rest of the text.
type Parse<'p, 'a> = &'p dyn Fn(&'static Message, &mut ParsedValues<'a>) -> Option<Cow<'a, str>>;

/// Returns the only message that `parse` accepts, or an error if it accepts two.
fn only<'a>(
    messages: &[&'static Message],
    filter: Filter<'_>,
    values: &mut ParsedValues<'a>,
    parse: Parse<'_, 'a>,
) -> Option<Recognized<'a>> {
    let mut found = None;
    // The values of the first match must not be overwritten.
    let mut others = ParsedValues::new();
    for (index, &message) in messages.iter().enumerate() {
        match &found {
            _ if !filter(message) => {}
            None => found = parse(message, values).map(|rest| (index, rest)),
            Some((first, _)) => {
                if parse(message, &mut others).is_some() {
                    return Some(Err(RecognizeError::Ambiguous([*first, index])));
                }
            }
        }
    }
    found.map(Ok)
}
