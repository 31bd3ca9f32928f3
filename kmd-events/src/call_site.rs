//! The call sites of `tracing`, which are static.

use alloc::string::String;
use core::fmt;
use core::hash::{Hash, Hasher};

use crate::Value;

/// The parts of an event that its call site records. They are computed only if the call site is enabled.
pub trait Emission {
    /// Returns the text, with its control characters escaped.
    fn text(&self) -> String;

    /// Returns the value of the placeholder at `index`.
    fn value(&self, index: usize) -> Value<'_>;

    /// Returns the context as a string, or `None` if there is no context.
    fn context(&self) -> Option<String>;
}

/// The function that emits the events of a message, or `None` for a message that is not generated.
///
/// It is part of the message, so that events of any type are emitted at the call site of their message. All call sites are
/// equal, because messages are compared by what the catalog says of them.
#[derive(Clone, Copy)]
pub struct CallSite(pub Option<fn(&dyn Emission)>);

impl CallSite {
    pub(crate) const NONE: Self = Self(None);
}

impl fmt::Debug for CallSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallSite")
    }
}

impl PartialEq for CallSite {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for CallSite {}

impl Hash for CallSite {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}
