#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
// The README links to the guides on docs.rs. On the page of the crate, these definitions come first and win.
//! [quickstart]: guide::quickstart
//! [own-catalog]: guide::own_catalog
//! [types]: guide::types
//! [catalog-format]: guide::catalog_format
//! [sending]: guide::sending
//! [parsing]: guide::parsing
//! [testing]: guide::testing
//! [command-line]: guide::command_line
//! [engines]: guide::engines
//! [scale]: guide::scale
//! [errors]: guide::errors
//! [messages]: guide::messages
//! [faq]: guide::faq
//! [glossary]: guide::glossary
//!
#![doc = include_str!("../README.md")]
// Without the catalogs or the standard library, some links lead nowhere.
#![cfg_attr(not(all(feature = "kmd", feature = "iked", feature = "std")), allow(rustdoc::broken_intra_doc_links))]
#![forbid(unsafe_code)]

#[cfg(any(feature = "std", test))]
extern crate std;

extern crate alloc;

mod assert_logged;
#[cfg(feature = "tracing")]
mod call_site;
mod chain;
mod context_name;
mod display;
mod event;
mod event_struct;
mod field_value;
pub mod format;
mod into_value;
mod ip_prefix;
mod join;
mod line;
mod loaded;
mod metadata;
mod owned_event;
mod parse;
mod parse_word_error;
mod priority;
#[cfg(feature = "serde")]
mod serde;
pub mod sink;
mod sinks;
mod text_output;
mod typed_event;
mod value;
mod write_value;
mod zero_bytes;

#[doc(hidden)]
pub mod __private;

pub use self::assert_logged::Logged;
pub use self::chain::chain;
pub use self::event::{Event, Fields, WithContext};
pub use self::into_value::{IntoIp, IntoText};
pub use self::ip_prefix::{IpPrefix, ParseIpPrefixError};
pub use self::join::join;
#[cfg(feature = "std")]
pub use self::line::{Counts, Records};
pub use self::line::{Element, Outcome, Record, StructuredData};
pub use self::loaded::{LoadedCatalog, LoadedRecord, LoadedTag, ParsedEvent};
pub use self::metadata::{
    Catalog, CatalogEvent, DurationUnit, FieldType, FormatSpec, Message, MessageKind, ParseTagError, Piece,
    Placeholder, Radix, Tag,
};
pub use self::owned_event::OwnedEvent;
pub use self::parse::{ParseEventError, Parsed, RecognizeError};
pub use self::parse_word_error::ParseWordError;
pub use self::priority::{ExplicitPriority, Facility, Priority, Severity};
#[cfg(feature = "serde")]
pub use self::serde::Strict;
#[cfg(feature = "journald")]
pub use self::sinks::journald;
#[cfg(feature = "log")]
pub use self::sinks::log;
#[cfg(feature = "syslog")]
pub use self::sinks::syslog;
#[cfg(feature = "tracing")]
pub use self::sinks::tracing;
pub use self::value::Value;

/// Generates typed events from a catalog, a YAML file that lists the messages of a daemon.
///
/// Each of these lines shows one form of the call:
///
/// ```text
/// catalog!("messages.yaml");                      at the root of the crate
/// catalog!("messages.yaml", in crate::log);       in the module `crate::log`
/// catalog!(pub "messages.yaml");                  for other crates, too
/// catalog!("header.yaml", "ike.yaml");            one catalog in several files
/// ```
///
/// Without `pub`, only the crate that calls `catalog!` can use the macros. A package with a `lib.rs` and a `main.rs` is
/// two crates.
///
/// A path is relative to the `Cargo.toml` of the crate. [`guide::catalog_format`] is the reference of the file format.
/// A catalog with `prefix: APP` becomes these items in the module of the call:
///
/// - `app_event!`, a macro that builds an event and checks the call, like [`kmd_event!`];
/// - `app_log!`, a macro that builds an event and logs it to a [`sink`] if the sink is enabled, like [`kmd_log!`];
/// - `AppEvent`, an enum of all events, like [`KmdEvent`];
/// - `AppTag`, an enum of all tags, like [`KmdTag`];
/// - `AppRecord`, a parsed line of a log, like [`KmdRecord`];
/// - `events`, a module with one struct per message, like [`events`];
/// - `values`, a module with one enum for the words of each `enum` placeholder, if the catalog has any.
///
/// The macro expands to items, so use it at module level. A doctest that uses it needs an explicit `fn main`. Each
/// invocation generates modules named `events` and `values`. Two catalogs therefore need two modules, and neither
/// module may have other items of these names.
///
/// Do not implement `Serialize` or `Deserialize` for the generated types: the feature `serde`, which any crate can enable,
/// implements them.
///
/// # Errors
///
/// Each mistake in the file is a compile error that shows the line of the file. Valid messages are generated even if
/// others have mistakes. [`guide::errors`] lists the common errors.
///
/// # Examples
///
/// This catalog, `messages.yaml`, is next to `Cargo.toml`:
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
/// The code in `lib.rs` generates the events and builds one:
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

#[cfg(feature = "iked")]
pub mod iked;

pub mod guide;
