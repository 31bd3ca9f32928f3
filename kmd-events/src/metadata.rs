//! The types that describe a catalog, its messages and their placeholders.

mod catalog;
mod duration_unit;
mod field_type;
mod format_spec;
mod message;
mod message_kind;
mod message_properties;
mod message_set;
mod parse_tag_error;
mod piece;
mod placeholder;
mod tag;
mod tag_table;

pub use self::catalog::Catalog;
pub use self::duration_unit::DurationUnit;
pub use self::field_type::FieldType;
pub use self::format_spec::{FormatSpec, Radix};
pub use self::message::Message;
pub use self::message_kind::MessageKind;
pub use self::message_set::MessageSet;
pub use self::parse_tag_error::ParseTagError;
pub use self::piece::Piece;
pub(crate) use self::placeholder::MAX_PLACEHOLDERS;
pub use self::placeholder::Placeholder;
pub use self::tag::{CatalogEvent, EventEnum, Tag};
pub(crate) use self::tag_table::runtime_slots;
pub use self::tag_table::{TagTable, slot_count, slots};
