use alloc::borrow::Cow;
use core::fmt::{Debug, Display};
use core::hash::Hash;
use core::str::FromStr;

use super::catalog::Catalog;
use super::message::Message;
use super::message_set::MessageSet;
use super::parse_tag_error::ParseTagError;
use crate::Event;
use crate::parse::{Values, event_values};

/// A tag enum of any catalog. Generic code reaches the whole catalog through this trait.
///
/// Every tag enum that [`catalog!`](crate::catalog!) generates implements this trait, including
/// [`KmdTag`](crate::KmdTag). It is not meant to be implemented for other types.
///
/// The enums have `ALL`, `CATALOG` and `message` as inherent items too, and the event enums have `into_owned`. Only
/// [`find`](Self::find) and [`downcast`](Self::downcast) exist in the trait alone. Generic code and callers
/// of these two must import the trait.
///
/// ```
/// use kmd_events::{KmdTag, Severity, Tag};
///
/// fn errors<T: Tag>() -> usize {
///     let messages = T::ALL.iter().map(|tag| tag.message());
///     messages.filter(|message| message.severity() <= Severity::Error).count()
/// }
///
/// assert_eq!(errors::<KmdTag>(), 94);
/// ```
pub trait Tag: Copy + Eq + Ord + Hash + Debug + Display + FromStr<Err = ParseTagError> + Send + Sync + 'static {
    /// The enum of all events of the catalog.
    type Event<'a>: CatalogEvent<Tag = Self> + Clone + Eq + Hash;

    /// All tags, in the order of the catalog.
    const ALL: &'static [Self];

    /// The properties of the catalog.
    const CATALOG: &'static Catalog;

    /// Returns the tag with the given name, like `KMD_VPN_UP_ALARM_USER`, or `None` if the catalog does not have it.
    /// Unlike [`parse`](str::parse), it does not allocate an error.
    ///
    /// ```
    /// use kmd_events::{KmdTag, Tag};
    ///
    /// assert_eq!(KmdTag::find("KMD_DPD_INVALID_ADDRESS"), Some(KmdTag::DpdInvalidAddress));
    /// assert_eq!(KmdTag::find("KMD_NEW_MESSAGE"), None);
    /// ```
    #[must_use]
    fn find(text: &str) -> Option<Self> {
        let (index, _) = Self::set().find(text.as_bytes())?;
        Self::ALL.get(index).copied()
    }

    /// Returns the messages and a hash table of their tags.
    #[doc(hidden)]
    fn set() -> &'static MessageSet;

    /// Returns the message of the tag.
    fn message(self) -> &'static Message;

    /// Converts an event to the event enum of this catalog. Returns `None` if the event is of another catalog. Drops the
    /// context of the event.
    ///
    /// ```
    /// use kmd_events::{Event, KmdEvent, KmdTag, Tag, kmd_event};
    ///
    /// let event: &dyn Event = &kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
    /// let Some(KmdEvent::PmSaPeerNotFound(not_found)) = KmdTag::downcast(event) else { panic!("{event}") };
    /// assert_eq!(not_found.sa_name, "branch-7");
    /// ```
    #[must_use]
    fn downcast(event: &dyn Event) -> Option<Self::Event<'_>> {
        let tag = Self::find(event.message().tag())?;
        if tag.message() != event.message() {
            return None;
        }
        Some(tag.build(&mut event_values(event, Cow::Borrowed)?))
    }

    /// Returns the same event with owned strings, so that it does not borrow from anything.
    ///
    /// ```
    /// use kmd_events::{KmdTag, Tag, kmd_event};
    ///
    /// fn keep<T: Tag>(kept: &mut Vec<T::Event<'static>>, event: T::Event<'_>) {
    ///     kept.push(T::into_owned(event));
    /// }
    ///
    /// let mut kept = Vec::new();
    /// let name = String::from("branch-7");
    /// keep::<KmdTag>(&mut kept, kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name }));
    /// drop(name);
    /// assert_eq!(kept[0].to_string(), "Unable to find active peer for SA branch-7");
    /// ```
    fn into_owned(event: Self::Event<'_>) -> Self::Event<'static>;

    /// Builds the event of the message from its values.
    #[doc(hidden)]
    fn build<'a>(self, values: Values<'_, 'a>) -> Self::Event<'a>;
}

/// An event enum of any catalog. Generic code reaches the tag of an event through this trait, so that the compiler
/// infers the catalog.
///
/// Every event enum that [`catalog!`](crate::catalog!) generates implements this trait. No other type can implement it.
///
/// ```
/// use kmd_events::{CatalogEvent, KmdTag, Tag, kmd_event};
///
/// fn keep<E: CatalogEvent>(kept: &mut Vec<<E::Tag as Tag>::Event<'static>>, event: E) -> E::Tag {
///     let tag = event.tag();
///     kept.push(event.into_owned());
///     tag
/// }
///
/// let mut kept = Vec::new();
/// let name = String::from("branch-7");
/// let tag = keep(&mut kept, kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: &name }));
/// assert_eq!(tag, KmdTag::PmSaPeerNotFound);
/// ```
pub trait CatalogEvent: Event + EventEnum {
    /// The enum of all tags of the catalog.
    type Tag: Tag;

    /// Returns the tag of the message.
    fn tag(&self) -> Self::Tag;

    /// Returns the same event with owned strings, so that it does not borrow from anything.
    fn into_owned(self) -> <Self::Tag as Tag>::Event<'static>
    where
        Self: Sized;
}

/// A generated event enum. Only generated code names this trait, so that no other type implements [`CatalogEvent`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the event enum of a catalog",
    label = "expected an enum that `catalog!` generates, such as `KmdEvent`"
)]
pub trait EventEnum {}
