use crate::parse::Values;
use crate::{Message, Tag};

/// The items that generated code implements for each event struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a message",
    label = "expected the tag of a message, such as `events::APP_LOGIN`",
    note = "the tags are in the module `events` of the catalog"
)]
pub trait EventStruct<'a>: Sized {
    /// The tag enum of the catalog.
    type Tag: Tag;

    /// The message of the event.
    const MESSAGE: &'static Message;

    /// Builds the event from its values, in the order of [`Message::placeholders`].
    fn build(values: Values<'_, 'a>) -> Self;
}
