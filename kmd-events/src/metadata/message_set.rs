use super::catalog::Catalog;
use super::message::Message;
use super::tag_table::TagTable;

/// The messages of a catalog in a form that does not depend on its types, on which the parser works.
#[derive(Clone, Debug)]
pub struct MessageSet {
    /// The properties of the catalog.
    pub catalog: &'static Catalog,
    /// The messages in the order of the catalog.
    pub messages: &'static [&'static Message],
    /// The indices of the messages by tag.
    pub tags: TagTable,
}

impl MessageSet {
    /// Returns the index and the message with a tag.
    pub(crate) fn find(&self, tag: &[u8]) -> Option<(usize, &'static Message)> {
        let index = self.tags.find(tag)?;
        Some((index, self.messages.get(index)?))
    }
}
