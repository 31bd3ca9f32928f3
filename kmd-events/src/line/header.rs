use super::cursor::Span;
use crate::{Priority, Severity};

/// The header of a line, and the positions of its tag and its text.
///
/// ```text
/// <30>Aug  3 10:18:44  srx1 re0      kmd[14162]: %AUTH-3-KMD_X: text
/// pri time             host location process pid explicit tag   text
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Header {
    pub(super) priority: Option<Priority>,
    pub(super) time: Span,
    pub(super) host: Span,
    pub(super) location: Span,
    pub(super) process: Span,
    pub(super) pid: Span,
    pub(super) explicit_priority: Option<ExplicitPrioritySpan>,
    pub(super) tag: Span,
    /// The index of the message with the tag, if the catalog contains it.
    pub(super) message: Option<usize>,
    pub(super) structured_data: Span,
    /// Whether something that is not valid structured data is in its place. Then the text begins there.
    pub(super) is_data_invalid: bool,
    pub(super) text: Span,
    /// Whether the line has a header of RFC 5424 but no text.
    pub(super) is_brief: bool,
    /// Whether the line belongs to the catalog: it names the process of the catalog, or a tag but no process.
    pub(super) is_own: bool,
}

impl Header {
    /// Returns this header with the time, the host and the priority of an outer one in place of those that it lacks.
    pub(super) fn or(self, outer: &Self) -> Self {
        Self {
            priority: self.priority.or(outer.priority),
            time: self.time.or(outer.time),
            host: self.host.or(outer.host),
            ..self
        }
    }
}

/// The explicit priority of Junos: the code of the facility, and the severity.
#[derive(Clone, Copy, Debug)]
pub(super) struct ExplicitPrioritySpan {
    pub(super) code: Span,
    pub(super) severity: Severity,
}
