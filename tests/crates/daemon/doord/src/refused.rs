use daemon_log::audit::AuditEvent;
use daemon_log::door::DoorEvent;
use daemon_log::kmd_events::Event;
use daemon_log::kmd_events::sink::SinkError;

/// The reason why a request was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refused {
    #[error(transparent)]
    Door(#[from] DoorEvent<'static>),
    /// An `AuditEvent` has 128 bytes or more, so clippy would warn of it in a `Result`.
    #[error(transparent)]
    Audit(#[from] Box<AuditEvent<'static>>),
    #[error("the request is not logged")]
    Log(#[from] SinkError),
}

impl Refused {
    /// Returns the event to log, unless the log itself failed.
    pub(crate) fn event(&self) -> Option<&dyn Event> {
        match self {
            Self::Door(event) => Some(event),
            Self::Audit(event) => Some(&**event),
            Self::Log(_) => None,
        }
    }
}
