use alloc::string::String;

use ::tracing::Level;

use crate::call_site::Emission;
use crate::{Message, Severity};

/// The public path of the module, which does not depend on the files.
const TARGET: &str = "kmd_events::tracing";

/// Emits an event whose message is not generated, so that it has no call site with a field per placeholder. All values are
/// in one field, which `fields` returns.
pub(super) fn emit_text(message: &Message, event: &dyn Emission, fields: &dyn Fn() -> Option<String>) {
    /// Emits the event at the call site of a level. Its parts are computed only if the call site is enabled.
    macro_rules! at {
        ($level:expr) => {
            ::tracing::event!(
                target: TARGET,
                $level,
                {
                    tag = message.tag(),
                    fields = fields().as_deref(),
                    context = event.context().as_deref()
                },
                "{}",
                event.text()
            )
        };
    }

    match level(message.severity()) {
        Level::ERROR => at!(Level::ERROR),
        Level::WARN => at!(Level::WARN),
        Level::INFO => at!(Level::INFO),
        Level::DEBUG => at!(Level::DEBUG),
        Level::TRACE => at!(Level::TRACE),
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
