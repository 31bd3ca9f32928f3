//! What a catalog says: of itself, of its messages, and of their placeholders.

mod catalog;
mod message;
mod message_kind;
mod parse_tag_error;
mod tag;

pub use self::catalog::Catalog;
pub use self::message::{FieldType, Message, Piece, Placeholder};
pub use self::message_kind::MessageKind;
pub use self::parse_tag_error::ParseTagError;
pub use self::tag::Tag;
