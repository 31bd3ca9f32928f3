//! Severity and facility, and the number that both make together.

mod facility;
mod severity;

pub use self::facility::Facility;
pub use self::severity::Severity;
