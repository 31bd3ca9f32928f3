//! Comparing, hashing and `Debug`.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::Record;

impl<E, T> Record<'_, E, T> {
    /// Returns the parts except the outcome, for comparing and hashing. The positions of the parts do not matter.
    fn parts(&self) -> impl PartialEq + Hash {
        (
            (self.priority(), self.time(), self.host(), self.location()),
            (self.process(), self.pid(), self.explicit_priority()),
            (self.tag(), self.structured_data(), self.text()),
            (self.has_invalid_data(), self.is_truncated),
        )
    }
}

impl<E: PartialEq, T: PartialEq> PartialEq for Record<'_, E, T> {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts() && self.outcome == other.outcome
    }
}

impl<E: Eq, T: Eq> Eq for Record<'_, E, T> {}

impl<E: Hash, T: Hash> Hash for Record<'_, E, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
        self.outcome.hash(state);
    }
}

impl<E: fmt::Debug, T: fmt::Debug> fmt::Debug for Record<'_, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("priority", &self.priority())
            .field("time", &self.time())
            .field("host", &self.host())
            .field("location", &self.location())
            .field("process", &self.process())
            .field("pid", &self.pid())
            .field("explicit_priority", &self.explicit_priority())
            .field("tag", &self.tag())
            .field("structured_data", &self.structured_data())
            .field("has_invalid_data", &self.has_invalid_data())
            .field("text", &self.text())
            .field("is_truncated", &self.is_truncated)
            .field("outcome", &self.outcome)
            .finish()
    }
}
