use alloc::borrow::Cow;

use crate::parse::owned;
use crate::{ParseEventError, Tag};

/// The outcome of parsing a line: an event, or the reason why the line has no event.
///
/// ```
/// use kmd_events::{KmdRecord, Outcome};
///
/// let line = "kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up. Local-ip: 198.51.100.4";
/// let record = KmdRecord::parse(line);
/// match record.outcome() {
///     Outcome::Event { event, rest, .. } => {
///         assert_eq!(event.to_string(), "VPN hq from 203.0.113.77 is up.");
///         assert_eq!(rest, " Local-ip: 198.51.100.4");
///     }
///     other => panic!("{other:?}"),
/// }
///
/// assert_eq!(KmdRecord::parse("kmd[7]: KMD_X: text").outcome(), &Outcome::UnknownTag);
/// assert_eq!(KmdRecord::parse("kmd[7]: text").outcome(), &Outcome::Untagged);
/// assert_eq!(KmdRecord::parse("sshd[7]: text").outcome(), &Outcome::Other);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome<'a, E, T> {
    /// An event of the catalog.
    #[non_exhaustive]
    Event {
        /// The event. Its values are those of the structured data if the text agrees with them. Otherwise they are
        /// those of the text or, if the text does not match the message, those of the structured data.
        event: E,
        /// The rest of the text after the message, see [`Parsed`](crate::Parsed).
        rest: Cow<'a, str>,
    },
    /// A tag of the catalog with a text that does not match its message.
    #[non_exhaustive]
    Mismatch {
        /// The tag.
        tag: T,
        /// The reason why the text or, without a text, the structured data does not match.
        reason: ParseEventError<'a>,
    },
    /// A tag that has the prefix of the catalog but is not in the catalog.
    UnknownTag,
    /// A text of the process of the catalog without a tag. Only messages that the catalog declares as `tagged: false`
    /// are found by their text, if exactly one matches. The method `recognize` of the event enum, like
    /// [`KmdEvent::recognize`](crate::KmdEvent::recognize), finds any message by its text.
    Untagged,
    /// A line of another process, or a line with neither a process nor a tag.
    Other,
}

impl<'a, T: Tag> Outcome<'a, T::Event<'a>, T> {
    /// Returns the same outcome with owned strings.
    pub(super) fn into_owned(self) -> Outcome<'static, T::Event<'static>, T> {
        match self {
            Self::Event { event, rest } => Outcome::Event { event: T::into_owned(event), rest: owned(rest) },
            Self::Mismatch { tag, reason } => Outcome::Mismatch { tag, reason: reason.into_owned() },
            Self::UnknownTag => Outcome::UnknownTag,
            Self::Untagged => Outcome::Untagged,
            Self::Other => Outcome::Other,
        }
    }
}
