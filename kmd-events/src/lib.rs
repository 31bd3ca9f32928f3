#![no_std]
#![doc = include_str!("../README.md")]
#![doc = ""]
#![cfg_attr(feature = "kmd", doc = include_str!("../MESSAGES.md"))]
// Without the catalog of kmd, links to its events lead nowhere.
#![cfg_attr(not(feature = "kmd"), allow(rustdoc::broken_intra_doc_links))]
#![forbid(unsafe_code)]

#[cfg(any(feature = "std", test))]
extern crate std;

extern crate alloc;

mod display;
mod event;
pub mod format;
mod into_value;
mod line;
mod metadata;
mod parse;
mod priority;
#[cfg(feature = "serde")]
mod serde;
mod sinks;
mod text_output;

#[doc(hidden)]
pub mod __private;

pub use self::event::{Event, Fields, Value};
pub use self::into_value::{IntoIp, IntoText};
#[cfg(feature = "std")]
pub use self::line::{Counts, Records};
pub use self::line::{Element, Outcome, Record, StructuredData};
pub use self::metadata::{Catalog, FieldType, Message, MessageKind, ParseTagError, Piece, Placeholder, Tag};
pub use self::parse::{ParseEventError, Parsed, RecognizeError};
pub use self::priority::{ExplicitPriority, Facility, Priority, Severity};
#[cfg(all(feature = "journald", target_os = "linux"))]
pub use self::sinks::journald;
#[cfg(feature = "log")]
pub use self::sinks::log;
#[cfg(feature = "syslog")]
pub use self::sinks::syslog;
#[cfg(feature = "tracing")]
pub use self::sinks::tracing;

/// Generates typed events from a catalog of log messages, a YAML file.
///
/// ```text
/// catalog!("data/app.yaml");                        at the root of a crate
/// catalog!("data/app.yaml", in crate::messages);    in a module: which one
/// catalog!(pub "data/app.yaml");                    other crates may use the event macro too
/// ```
///
/// The path is relative to the `Cargo.toml` of the crate that writes it. The head of this crate's own
/// `catalog.yaml` states the grammar of the file. A catalog with `prefix: APP` becomes, in the module of the macro:
///
/// - `app_event!`, which builds an event and checks the call, like [`kmd_event!`];
/// - `AppEvent`, an enum of all events, like [`KmdEvent`];
/// - `AppTag`, an enum of all tags, like [`KmdTag`];
/// - `AppRecord`, a line of a log that is parsed with it, like [`KmdRecord`];
/// - `events`, a module with one struct per message, like [`events`].
///
/// Each catalog needs a module of its own, without another module `events`. The macro expands to items, so it belongs in a
/// module and not in a function; a documentation test that uses it needs its own `fn main`. A crate with
/// `#![no_implicit_prelude]` has to import the tool attributes.
///
/// # Errors
///
/// Each mistake in the file is a compile error that shows the line of the file. Valid messages are generated even if
/// others have mistakes.
///
/// # Examples
///
/// A file `messages.yaml` next to `Cargo.toml`:
///
/// ```yaml
/// prefix: APP
/// process: appd
/// placeholders:
///   user: { type: text, description: Name of the user. }
/// messages:
///   APP_LOGIN:
///     template: 'User {user} logged in'
///     type: event
///     severity: info
///     facility: LOG_AUTH
///     description: A user logged in.
/// ```
///
/// and in `lib.rs`:
///
/// ```text
/// kmd_events::catalog!("messages.yaml");
///
/// fn login(user: &str) -> AppEvent<'_> {
///     app_event!(APP_LOGIN { user })
/// }
/// ```
#[macro_export]
macro_rules! catalog {
    ($($arguments:tt)*) => {
        $crate::__private::catalog! { $crate; $($arguments)* }
    };
}

#[cfg(feature = "kmd")]
catalog!(pub "catalog.yaml");

pub mod guide {
    //! More than a reference: [catalogs of your own](own_catalog), and `reading` logs.

    #[doc = include_str!("guide/own_catalog.md")]
    pub mod own_catalog {}

    #[cfg(feature = "std")]
    #[doc = include_str!("guide/reading.md")]
    pub mod reading {}
}
