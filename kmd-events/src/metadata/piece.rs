use super::format_spec::FormatSpec;

/// A piece of a template; see [`Message::pieces`](crate::Message::pieces).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Piece {
    /// Text that is the same in every event of the message.
    Literal(&'static str),
    /// The value of the placeholder at this index of [`Message::placeholders`](crate::Message::placeholders).
    Placeholder(usize),
    /// The value of the placeholder at this index, in a format.
    Formatted(usize, FormatSpec),
}

impl Piece {
    /// Returns the index and the format of the placeholder, or `None` for literal text.
    ///
    /// ```
    /// use kmd_events::{FormatSpec, Piece};
    ///
    /// assert_eq!(Piece::Placeholder(1).placeholder(), Some((1, FormatSpec::PLAIN)));
    /// assert_eq!(Piece::Literal("VPN ").placeholder(), None);
    /// ```
    #[must_use]
    pub const fn placeholder(self) -> Option<(usize, FormatSpec)> {
        match self {
            Self::Literal(_) => None,
            Self::Placeholder(index) => Some((index, FormatSpec::PLAIN)),
            Self::Formatted(index, format) => Some((index, format)),
        }
    }
}
