//! The catalogs of a daemon that controls doors, and its logging thread. The daemon and its command-line tool depend on
//! this crate alone for logging.

pub use kmd_events;

mod log_thread;

pub use self::log_thread::LogThread;

/// What happens to the doors.
pub mod door {
    kmd_events::catalog!(pub "door.yaml", in crate::door);
}

/// Who did what.
pub mod audit {
    kmd_events::catalog!(pub "audit.yaml", in crate::audit);
}
