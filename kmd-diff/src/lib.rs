//! Compares two versions of a catalog of `kmd-events`, and finds what the changes break.
//!
//! [`assert_compatible`] protects a released catalog in a test:
//!
//! ```no_run
//! use kmd_diff::Class;
//!
//! #[test]
//! fn released_lines_are_still_parsed() {
//!     kmd_diff::assert_compatible("v1.4.0:messages.yaml", "messages.yaml", [Class::Read, Class::Call]);
//! }
//! ```
//!
//! [`compare`] returns all [`Changes`]. A change has one or more [classes](Class), or it concerns only the documentation:
//!
//! ```
//! use kmd_diff::{Class, Version, compare};
//!
//! let text = "
//! prefix: APP
//! process: appd
//! placeholders:
//!   count: { type: u32, description: Number of doors. }
//! messages:
//!   APP_DOORS:
//!     { template: '{count} doors', type: event, severity: info, facility: LOG_USER, description: Counts the doors. }
//! ";
//! let old = Version::parse("old.yaml", text)?;
//! let new = Version::parse("new.yaml", &text.replace("{count} doors", "Doors: {count}"))?;
//! let changes = compare(&old, &new);
//! let change = changes.iter().next().ok_or("a change")?;
//! assert_eq!(change.classes, [Class::Read]);
//! assert_eq!(change.example.as_deref(), Some("appd[7]: APP_DOORS: 7 doors"));
//! assert_eq!(change.help, ["add `alternatives: ['{count} doors']`"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is compared
//!
//! The class [`Class::Read`] concerns the lines that the old catalog printed, and those of its alternatives, without structured
//! data. It is certain if a change has an [example](Change::example) or concerns all lines, such as those of a removed message.
//! It is [undecided](Change::is_undecided) if there is neither a proof nor such a line. Two values of different types are the
//! same if they are the same string in JSON. Text after the message is not compared.

mod assert_compatible;
mod change;
mod changes;
mod compare_catalogs;
mod compare_fields;
mod compare_messages;
mod compare_texts;
mod deny;
mod disjoint;
mod error;
mod old_lines;
mod pairing;
mod proof;
mod remedies;
mod told_apart;
mod verdict;
mod version;

pub use self::assert_compatible::assert_compatible;
pub use self::change::{Change, Class, Place};
pub use self::changes::Changes;
pub use self::compare_catalogs::compare;
pub use self::deny::Deny;
pub use self::error::Error;
pub use self::version::Version;
