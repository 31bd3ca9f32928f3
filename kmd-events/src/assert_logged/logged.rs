use alloc::borrow::{Cow, ToOwned as _};
use alloc::format;
use alloc::string::{String, ToString as _};
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use alloc::vec::Vec;

#[cfg(feature = "std")]
use crate::sink::Recorder;
use crate::{Event, Outcome, Record, Tag};

/// A log that [`assert_logged!`](crate::assert_logged!) can search.
///
/// | type | what is searched |
/// |---|---|
/// | [`sink::Recorder`](crate::sink) | the recorded events of all catalogs |
/// | `[E]`, `Vec<E>` or `[E; N]` of any [`Event`], also `Vec<Box<dyn Event>>` | the events |
/// | `[u8]`, `Vec<u8>`, `str`, `String` or `Cow<str>` | each line that has an event of the catalog |
///
/// The following example searches the output of a program:
///
/// ```
/// use kmd_events::{assert_logged, events::KMD_PM_SA_PEER_NOT_FOUND};
///
/// let stderr = b"starting
/// <35>Aug  3 10:18:44 gw kmd[14162]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7
/// ";
/// assert_logged!(stderr[..], KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a log",
    label = "expected a `Recorder`, a vector of events, or bytes",
    note = "`kmd_events::Logged` lists what can be searched"
)]
pub trait Logged {
    /// Calls a function with each event or line.
    #[doc(hidden)]
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>));
}

/// An entry of a log.
#[doc(hidden)]
pub enum Entry<'a> {
    /// An event of any catalog.
    Event(&'a dyn Event),
    /// A line without an event of the catalog. If it has a tag, it may be an event that cannot be read, and if it is of the
    /// process of the catalog without a tag, it may be one of a message without a tag.
    Line { line: &'a [u8], tag: Option<&'static str>, is_untagged: bool, reason: Option<String> },
}

impl<E: Event> Logged for [E] {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        for event in self {
            then(Entry::Event(event));
        }
    }
}

impl Logged for [u8] {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        for line in self.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let record = Record::<T::Event<'_>, T>::parse_bytes(line);
            // A program that shares the catalog may log under a name of its own.
            let other =
                record.process().and_then(|process| Some((tag_before_text(&record, line)?, process.to_owned())));
            let outcome = record.into_outcome();
            let is_untagged = matches!(outcome, Outcome::Untagged);
            let (tag, reason) = match outcome {
                Outcome::Event { event, .. } => {
                    then(Entry::Event(&event));
                    continue;
                }
                Outcome::Mismatch { tag, reason } => (Some(tag), Some(reason.to_string())),
                Outcome::UnknownTag => (None, Some("unknown tag".into())),
                Outcome::Other => other.map_or((None, None), |(tag, process)| {
                    (Some(tag), Some(format!("the process is `{process}`, not `{}`", T::CATALOG.process())))
                }),
                Outcome::Untagged => (None, None),
            };
            then(Entry::Line { line, tag: tag.map(|tag| tag.message().tag()), is_untagged, reason });
        }
    }
}

/// Returns the tag of the catalog in a line of another process. The record does not have it.
fn tag_before_text<T: Tag>(record: &Record<'_, T::Event<'_>, T>, line: &[u8]) -> Option<T> {
    let line = line.trim_ascii_end();
    let header = line.strip_suffix(record.text().trim_ascii_end().as_bytes()).unwrap_or(line);
    let mut words = header.split(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'_'));
    words.find_map(|word| T::find(core::str::from_utf8(word).ok()?))
}

#[cfg(feature = "std")]
impl Logged for Recorder {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        self.events().each::<T>(then);
    }
}

impl<E, const N: usize> Logged for [E; N]
where
    [E]: Logged,
{
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        self.as_slice().each::<T>(then);
    }
}

impl<E> Logged for Vec<E>
where
    [E]: Logged,
{
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        self.as_slice().each::<T>(then);
    }
}

impl Logged for str {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        self.as_bytes().each::<T>(then);
    }
}

impl Logged for String {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        self.as_bytes().each::<T>(then);
    }
}

impl Logged for Cow<'_, str> {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        self.as_bytes().each::<T>(then);
    }
}

impl<L: Logged + ?Sized> Logged for &L {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        (**self).each::<T>(then);
    }
}

#[cfg(target_has_atomic = "ptr")]
impl<L: Logged + ?Sized> Logged for Arc<L> {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        (**self).each::<T>(then);
    }
}
