/// A piece of a template; see [`Message::pieces`](crate::Message::pieces).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Text that is the same in every event of the message.
    Literal(&'static str),
    /// The value of the placeholder at this index of [`Message::placeholders`](crate::Message::placeholders).
    Placeholder(usize),
}
