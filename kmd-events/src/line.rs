//! The parser for lines of a log, which splits a line into its header, its tag and its event.

mod cursor;
mod event_builder;
mod find_byte;
mod found;
mod header;
mod header_parser;
mod host_words;
mod invalid_data;
mod last_space;
mod line_end;
mod line_time;
mod outcome;
mod priority_word;
mod process;
#[cfg(feature = "std")]
mod reader;
mod record;
mod rfc3164;
mod rfc5424;
mod structured_data;
mod text_prefix;
mod usual_header;
mod wrapper;
mod zone;

pub(crate) use self::event_builder::EventBuilder;
pub use self::outcome::Outcome;
#[cfg(feature = "std")]
pub use self::reader::{Counts, Records};
pub use self::record::Record;
pub use self::structured_data::{Element, StructuredData};
