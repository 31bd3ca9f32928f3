//! One event of every message of `kmd`.

use kmd_events::KmdEvent;

use crate::{chapter_events, later_events};

/// Returns all 104 events in the order of the catalog.
pub fn all() -> Vec<KmdEvent<'static>> {
    chapter_events::all().into_iter().chain(later_events::all()).collect()
}
