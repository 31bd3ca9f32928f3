//! Files to a catalog.

use std::path::PathBuf;

use kmd_events::{KmdTag, LoadedCatalog};

/// Loads the catalog in one or more files. Without a file, it is the catalog of kmd.
///
/// # Errors
///
/// Returns an error with all diagnostics if the catalog has mistakes.
pub(crate) fn open(files: &[PathBuf]) -> anyhow::Result<LoadedCatalog> {
    if files.is_empty() {
        return Ok(LoadedCatalog::of::<KmdTag>());
    }
    Ok(kmd_loader::open(files)?)
}
