use core::marker::PhantomData;

use crate::Tag;
use crate::metadata::MessageSet;
use crate::parse::ParsedValues;

/// The types of a catalog. Everything else in the parser for lines is the same for every catalog.
pub(crate) trait EventBuilder<'a> {
    /// The type of the events.
    type Event;
    /// The type of the tags.
    type Tag;

    /// Returns the messages of the catalog.
    fn set(&self) -> &MessageSet;

    /// Returns the tag of the message at `index`.
    fn tag(&self, index: usize) -> Option<Self::Tag>;

    /// Builds the event with a tag.
    fn event(&self, tag: Self::Tag, values: &mut ParsedValues<'a>) -> Self::Event;
}

/// The types of a compiled catalog, of which `T` is the tag enum.
pub(super) struct Typed<T>(PhantomData<T>);

impl<T> Typed<T> {
    pub(super) const NEW: Self = Self(PhantomData);
}

impl<'a, T: Tag> EventBuilder<'a> for Typed<T> {
    type Event = T::Event<'a>;
    type Tag = T;

    #[inline]
    fn set(&self) -> &MessageSet {
        T::set()
    }

    #[inline]
    fn tag(&self, index: usize) -> Option<T> {
        T::ALL.get(index).copied()
    }

    #[inline]
    fn event(&self, tag: T, values: &mut ParsedValues<'a>) -> T::Event<'a> {
        tag.build(values)
    }
}
