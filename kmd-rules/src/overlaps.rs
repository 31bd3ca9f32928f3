//! The messages that can have a text of a message.

/// The other messages without a tag that can have a text of a message without a tag, as far as the literals and the
/// characters of the values tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Overlaps {
    /// The tags of those that can have the same text as a whole.
    pub(crate) whole: Vec<String>,
    /// The tags of further ones that can begin the same text.
    pub(crate) beginning: Vec<String>,
    /// Whether a text that continues after the message can be one of another message in any phase.
    pub(crate) is_continued_by_others: bool,
}
