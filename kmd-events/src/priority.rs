//! Severities, facilities, and the priorities that combine them.

mod explicit_priority;
mod facility;
mod pri;
mod severity;

pub use self::explicit_priority::ExplicitPriority;
pub use self::facility::Facility;
pub use self::pri::Priority;
pub use self::severity::Severity;
