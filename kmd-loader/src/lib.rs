//! Loads the catalogs of `kmd-events` at run time, so that a program can parse logs of catalogs that are not compiled into it.
//!
//! [`open`] loads the files of a catalog, and [`parse`] loads a text. Both return a [`LoadedCatalog`], which parses lines:
//!
//! ```
//! use kmd_events::{Event, Value};
//!
//! let text = "
//! prefix: APP
//! process: appd
//! placeholders:
//!   count: { type: u32, description: Number of doors. }
//! messages:
//!   APP_DOORS: { template: '{count} doors', type: event, severity: info, facility: LOG_USER, description: Counts doors. }
//! ";
//! let catalog = kmd_loader::parse("messages.yaml", text)?; // or `kmd_loader::open(&["messages.yaml"])`
//! let record = catalog.parse("appd[7]: APP_DOORS: 12 doors");
//! let event = record.event().ok_or("an event")?;
//! assert_eq!(event.message().tag(), "APP_DOORS");
//! assert_eq!(event.value(0), Some(Value::Integer(12)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A program that knows its catalog when it is compiled uses the macro `catalog!` of `kmd-events` instead.

mod load_error;
mod messages;

use std::io;
use std::path::Path;

use kmd_catalog::{Loaded, Model, Source};
use kmd_events::LoadedCatalog;

pub use self::load_error::LoadError;
pub use self::messages::load;

/// Loads the catalog in one or more files. Paths are absolute, or relative to the working directory, and `-` is standard input.
///
/// # Errors
///
/// Returns an error with all diagnostics if a file cannot be read, or if the catalog has mistakes.
pub fn open<P: AsRef<Path>>(paths: &[P]) -> Result<LoadedCatalog, LoadError> {
    // Standard input is only locked while it is read.
    let (_, model) = check(kmd_catalog::load_files(paths, &mut io::stdin()))?;
    Ok(load(&model))
}

/// Loads a catalog from its text. The path is only for the diagnostics.
///
/// ```
/// let error = kmd_loader::parse("app.yaml", "prefix: app\nprocess: appd\nmessages: {}\n").unwrap_err();
/// assert!(error.to_string().starts_with("invalid prefix `app`\n --> app.yaml:1:9\n"));
/// ```
///
/// # Errors
///
/// Returns an error with all diagnostics if the catalog has mistakes.
pub fn parse(path: &str, text: &str) -> Result<LoadedCatalog, LoadError> {
    let (_, model) = check(kmd_catalog::load_source(Source::new(path, text)))?;
    Ok(load(&model))
}

/// Returns the source and the model of a catalog that has no mistakes, for programs that need more than the messages. Their types
/// are those of `kmd-catalog`, whose API may change in every version.
///
/// # Errors
///
/// Returns an error with all diagnostics if the catalog has mistakes.
pub fn check(catalog: Loaded) -> Result<(Source, Model), LoadError> {
    match (catalog.model, &catalog.diagnostics[..]) {
        (Some(model), []) => Ok((catalog.source, model)),
        (_, []) => Err(LoadError::new([format!("{}: no messages", catalog.source.path)])),
        (_, diagnostics) => Err(LoadError::new(diagnostics.iter().map(|it| catalog.source.render(it)))),
    }
}
