//! Assertions on what was logged.

mod logged;
mod report;
mod search;

pub use self::logged::{Entry, Logged};
pub use self::report::{Difference, Expected, Seen};
pub use self::search::{check, check_name, expect_logged, expect_not_logged};

/// Asserts that an event with the given values was logged.
///
/// The first argument is a [`sink::Recorder`](crate::sink), a vector or slice of events, or the output of a program as
/// bytes or a string, which the parser of the catalog reads line by line. See [`Logged`]. The second is the tag with the
/// fields. Import the tag from the module `events` of the catalog, or write its path. Each field has one of these forms:
///
/// - `field: pattern` matches the value against a pattern, and `field: pattern if condition` also checks a condition.
///   Strings are matched as `&str`, and other values by value.
/// - `field: name` compares the value with a variable or constant, and `field` with the variable of that name.
/// - `..` ignores the other fields.
///
/// ```
/// # #[cfg(feature = "std")] {
/// use kmd_events::events::{KMD_DPD_FAILOVER_MAX_ATTEMPTS, KMD_PM_PROPOSAL_NULL_ESP, KMD_PM_SA_PEER_NOT_FOUND};
/// use kmd_events::sink::{Recorder, Sink, SinkError};
/// use kmd_events::{assert_logged, assert_not_logged, kmd_log};
///
/// fn negotiate(sa_name: &str, log: &dyn Sink) -> Result<(), SinkError> {
///     kmd_log!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name })?;
///     kmd_log!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, tunnel_name: "hq" })
/// }
///
/// let log = Recorder::new();
/// let sa_name = String::from("branch-7");
/// negotiate(&sa_name, &log).expect("a recorder does not fail");
///
/// assert_logged!(log, KMD_PM_SA_PEER_NOT_FOUND { sa_name });
/// assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3..=5, tunnel_name: name if name.len() == 2 });
/// assert_logged!(log, KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name: "hq" | "branch", .. });
/// assert_not_logged!(log, KMD_PM_PROPOSAL_NULL_ESP);
/// # }
/// ```
///
/// # Panics
///
/// Panics if no event matches. The message of the panic contains the nearest event and what differs:
///
/// ```
/// use kmd_events::{assert_logged, events, kmd_event};
///
/// let log = [kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hq" })];
/// let panic = std::panic::catch_unwind(|| {
///     assert_logged!(log, events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, .. });
/// });
/// let report = panic.unwrap_err().downcast::<String>().expect("a message");
/// assert_eq!(
///     *report,
///     "no event matches `events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, .. }`
///   nearest: KMD_DPD_FAILOVER_MAX_ATTEMPTS: Number of failover attempts exceeded limit 3 for tunnel hq
///     count: expected `5`, found 3
///   logged: KMD_DPD_FAILOVER_MAX_ATTEMPTS"
/// );
/// ```
#[macro_export]
macro_rules! assert_logged {
    ($($arguments:tt)*) => {
        $crate::__private::assert_logged! { { $crate } expect_logged $($arguments)* }
    };
}

/// Asserts that no event with the given values was logged. The arguments are those of
/// [`assert_logged!`](crate::assert_logged!).
///
/// ```
/// use kmd_events::{assert_not_logged, events, kmd_event};
///
/// let log = [kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 3, tunnel_name: "hq" })];
/// assert_not_logged!(log, events::KMD_DPD_FAILOVER_MAX_ATTEMPTS { count: 5, .. });
/// assert_not_logged!(log, events::KMD_PM_PROPOSAL_NULL_ESP);
/// ```
///
/// # Panics
///
/// Panics if an event matches. The message of the panic contains the event. In the output of a program, a line with the tag that
/// cannot be parsed may be the event, so it is a panic, too. For a message without a tag in its lines, so is each line of the
/// process that has no tag and is not an event.
#[macro_export]
macro_rules! assert_not_logged {
    ($($arguments:tt)*) => {
        $crate::__private::assert_logged! { { $crate } expect_not_logged $($arguments)* }
    };
}
