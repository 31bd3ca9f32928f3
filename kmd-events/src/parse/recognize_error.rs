use core::error::Error;
use core::fmt;

/// The error returned when the message of a text cannot be determined.
///
/// ```
/// use kmd_events::{KmdEvent, KmdTag, RecognizeError};
///
/// let error = KmdEvent::recognize("IKE negotiation failed").unwrap_err();
/// assert_eq!(error, RecognizeError::NoMatch);
/// assert_eq!(error.to_string(), "no message has this text");
///
/// // The type is `dsa` in one message and `= dsa,` in the other.
/// let error = KmdEvent::recognize("Key type = dsa, not supported").unwrap_err();
/// assert_eq!(error, RecognizeError::Ambiguous([KmdTag::PmKeyNotSupported, KmdTag::PmUnsupportedKey]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RecognizeError<T> {
    /// The text matches no message.
    NoMatch,
    /// The text matches several messages, of which these are the first two.
    Ambiguous([T; 2]),
}

impl<T: fmt::Display> fmt::Display for RecognizeError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMatch => f.write_str("no message has this text"),
            Self::Ambiguous([one, two]) => write!(f, "`{one}` and `{two}` both have this text"),
        }
    }
}

impl<T: fmt::Debug + fmt::Display> Error for RecognizeError<T> {}
