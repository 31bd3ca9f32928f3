//! The parser for the texts of messages, which uses the same tables as printing.
//!
//! The parser is not generic: it works on a [`Message`](crate::Message) and yields values. Only `parse_event` knows the
//! types of a catalog and builds the typed event from the values.

mod anchor;
mod backtrack;
mod candidates;
mod failure;
mod fast_path;
mod find;
mod input;
mod leading_value;
mod lengths;
mod parse_error;
mod parse_event;
mod parse_message;
mod parsed;
mod read_value;
mod recognize;
mod recognize_error;
mod simple_value;
mod splits_token;
mod strip_prefix;
mod typed_value;
mod values;
mod wording;

pub(crate) use self::anchor::Anchor;
pub(crate) use self::input::{Input, lossy, owned};
#[cfg(feature = "serde")]
pub(crate) use self::parse_error::Expected;
pub use self::parse_error::ParseEventError;
pub(crate) use self::parse_event::{parse_event, recognize_event};
pub(crate) use self::parse_message::parse_message;
pub use self::parsed::Parsed;
#[cfg(feature = "serde")]
pub(crate) use self::read_value::duration;
pub(crate) use self::read_value::read_value;
pub(crate) use self::recognize::{may_begin, recognize};
pub use self::recognize_error::RecognizeError;
pub(crate) use self::splits_token::splits_token;
pub(crate) use self::strip_prefix::StripPrefix;
pub use self::values::{ParsedValue, ParsedValues, Values, owned_values};
pub(crate) use self::values::{event_values, owned_text, parsed_value};
