use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use crate::parse::Values;
use crate::{Catalog, Event, Message, ParseTagError};

/// The tags of a catalogue, and by them the catalogue: for code that serves any.
///
/// Every tag enum that [`catalog!`](crate::catalog!) makes has it, [`KmdTag`](crate::KmdTag) too; no
/// other type is meant to. The enums have the same as methods of their own, so only generic code imports it.
///
/// ```
/// use kmd_events::{KmdTag, Severity, Tag};
///
/// fn errors<T: Tag>() -> usize {
///     let messages = T::ALL.iter().map(|tag| tag.message());
///     messages.filter(|message| message.severity() <= Severity::Error).count()
/// }
///
/// assert_eq!(errors::<KmdTag>(), 87);
/// ```
pub trait Tag:
    Copy + Eq + Ord + Hash + Debug + Display + FromStr<Err = ParseTagError> + Send + Sync + 'static
{
    /// The enum of all events of the catalogue.
    type Event<'a>: Event + Clone + Eq + Hash;

    /// All tags, in the order of the catalogue.
    const ALL: &'static [Self];

    /// What the catalogue says of itself.
    const CATALOG: &'static Catalog;

    /// The tag that is logged as `text`.
    ///
    /// ```
    /// use kmd_events::{KmdTag, Tag};
    ///
    /// assert_eq!(KmdTag::find("KMD_DPD_INVALID_ADDRESS"), Some(KmdTag::DpdInvalidAddress));
    /// assert_eq!(KmdTag::find("KMD_PM_SA_ESTABLISHED"), None);
    /// ```
    fn find(text: &str) -> Option<Self>;

    /// All that the catalogue says of the message.
    fn message(self) -> &'static Message;

    /// The same event with texts of its own, so that it can outlive what it borrows from.
    fn into_owned(event: Self::Event<'_>) -> Self::Event<'static>;

    /// `None` if the values are not of the types and the number that the message has.
    #[doc(hidden)]
    fn build<'a>(self, values: Values<'_, 'a>) -> Option<Self::Event<'a>>;
}
