//! From a line of a log to a record: its header, its tag, and the event.

mod header;
mod line_time;
#[cfg(feature = "std")]
mod reader;
mod record;
mod structured_data;

#[cfg(feature = "std")]
pub use self::reader::{Counts, Records};
pub use self::record::{ExplicitPriority, Outcome, Priority, Record};
pub use self::structured_data::{Element, StructuredData};
