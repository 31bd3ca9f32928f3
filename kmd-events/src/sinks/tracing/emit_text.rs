use ::tracing::Level;

use crate::format::escape_control;
use crate::{Message, Severity};

/// The public path of the module, which does not depend on the files.
const TARGET: &str = "kmd_events::tracing";

/// Emits an event with its tag and its text, but without its values. A message that is not generated has no call site for
/// them.
pub(super) fn emit_text(message: &Message, text: &dyn core::fmt::Display) {
    let (tag, text) = (message.tag(), escape_control(text));
    match level(message.severity()) {
        Level::ERROR => ::tracing::error!(target: TARGET, tag, "{text}"),
        Level::WARN => ::tracing::warn!(target: TARGET, tag, "{text}"),
        Level::INFO => ::tracing::info!(target: TARGET, tag, "{text}"),
        Level::DEBUG => ::tracing::debug!(target: TARGET, tag, "{text}"),
        Level::TRACE => ::tracing::trace!(target: TARGET, tag, "{text}"),
    }
}

/// Returns the level for a severity. `Emergency` to `Error` map to `ERROR`, `Warning` to `WARN`, `Notice` and `Info` to
/// `INFO`, and `Debug` to `DEBUG`.
///
/// ```
/// use kmd_events::{Severity, tracing::level};
///
/// assert_eq!(level(Severity::Critical), tracing::Level::ERROR);
/// assert_eq!(level(Severity::Notice), tracing::Level::INFO);
/// ```
#[must_use]
pub const fn level(severity: Severity) -> Level {
    match severity {
        Severity::Emergency | Severity::Alert | Severity::Critical | Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARN,
        Severity::Notice | Severity::Info => Level::INFO,
        Severity::Debug => Level::DEBUG,
    }
}
