use alloc::format;
use alloc::string::{String, ToString as _};
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
/// | `[E]`, `Vec<E>` or `[E; N]` of any [`Event`] | the events |
/// | `[u8]`, `Vec<u8>`, `str` or `String` | each line that has an event of the catalog |
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
    /// A line without an event of the catalog, and the reason if it has a tag of the catalog.
    Line { line: &'a [u8], reason: Option<String> },
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
            let has_tag = String::from_utf8_lossy(line).contains(&format!("{}_", T::CATALOG.prefix()));
            let process = record.process().filter(|_| has_tag);
            let reason = process.map(|process| format!("the process is `{process}`, not `{}`", T::CATALOG.process()));
            match record.into_outcome() {
                Outcome::Event { event, .. } => then(Entry::Event(&event)),
                Outcome::Mismatch { reason, .. } => then(Entry::Line { line, reason: Some(reason.to_string()) }),
                Outcome::UnknownTag => then(Entry::Line { line, reason: Some("unknown tag".into()) }),
                Outcome::Other => then(Entry::Line { line, reason }),
                Outcome::Untagged => then(Entry::Line { line, reason: None }),
            }
        }
    }
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

impl<L: Logged + ?Sized> Logged for &L {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        (**self).each::<T>(then);
    }
}

impl<L: Logged + ?Sized> Logged for Arc<L> {
    fn each<T: Tag>(&self, then: &mut dyn FnMut(Entry<'_>)) {
        (**self).each::<T>(then);
    }
}
