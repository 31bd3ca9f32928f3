use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use super::catalog::Catalog;
use super::message::Message;
use super::parse_tag_error::ParseTagError;
use super::tag_table::TagTable;
use crate::Event;
use crate::parse::Values;

/// The tags of a catalog, and by them the catalog: for code that serves any.
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
pub trait Tag: Copy + Eq + Ord + Hash + Debug + Display + FromStr<Err = ParseTagError> + Send + Sync + 'static {
    /// The enum of all events of the catalog.
    type Event<'a>: Event + Clone + Eq + Hash;

    /// All tags, in the order of the catalog.
    const ALL: &'static [Self];

    /// What the catalog says of itself.
    const CATALOG: &'static Catalog;

    /// The tags as they are logged, by their hash.
    #[doc(hidden)]
    const TABLE: &'static TagTable;

    /// Returns the tag that is logged as `text`.
    ///
    /// ```
    /// use kmd_events::{KmdTag, Tag};
    ///
    /// assert_eq!(KmdTag::find("KMD_DPD_INVALID_ADDRESS"), Some(KmdTag::DpdInvalidAddress));
    /// assert_eq!(KmdTag::find("KMD_PM_SA_ESTABLISHED"), None);
    /// ```
    #[must_use]
    fn find(text: &str) -> Option<Self> {
        Self::find_bytes(text.as_bytes())
    }

    /// Returns the tag that is logged as `bytes`.
    #[doc(hidden)]
    fn find_bytes(bytes: &[u8]) -> Option<Self> {
        Self::ALL.get(Self::TABLE.find(bytes)?).copied()
    }

    /// Returns what the catalog says of the message.
    fn message(self) -> &'static Message;

    /// Returns the same event with strings of its own, so that it can outlive what it borrows from.
    fn into_owned(event: Self::Event<'_>) -> Self::Event<'static>;

    /// Builds the event of the message from its values.
    #[doc(hidden)]
    fn build<'a>(self, values: Values<'_, 'a>) -> Self::Event<'a>;
}
