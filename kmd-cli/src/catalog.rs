//! Files to a catalog.

use std::io;
use std::path::PathBuf;

use anyhow::bail;
use kmd_catalog::{Loaded, Model, Source};
use kmd_events::LoadedCatalog;

use crate::output::quoted;

/// The catalog of kmd.
const KMD: &str = include_str!("../catalog.yaml");

/// Loads the catalog in one or more files. Without a file, it is the catalog of kmd.
///
/// # Errors
///
/// Returns an error with all diagnostics if the catalog has mistakes.
pub(crate) fn open(operands: &[PathBuf]) -> anyhow::Result<LoadedCatalog> {
    let (_, model) = model(operands)?;
    Ok(kmd_loader::load(&model))
}

/// Returns the source and the model of the catalog in one or more files. Without a file, it is the catalog of kmd.
///
/// # Errors
///
/// Returns an error with all diagnostics if the catalog has mistakes.
pub(crate) fn model(operands: &[PathBuf]) -> anyhow::Result<(Source, Model)> {
    let loaded = match operands {
        [] => kmd_catalog::load_source(Source::new("catalog.yaml", KMD)),
        operands => load(operands)?,
    };
    Ok(kmd_loader::check(loaded)?)
}

/// Loads the catalog in one or more files with its diagnostics.
///
/// # Errors
///
/// Returns an error if there is nothing before or after a comma.
pub(crate) fn load(operands: &[PathBuf]) -> anyhow::Result<Loaded> {
    Ok(kmd_catalog::load_files(&files(operands)?, &mut io::stdin()))
}

/// Returns the files that operands name: each operand is an existing file, or one or more files with commas between them.
///
/// # Errors
///
/// Returns an error if there is nothing before or after a comma.
fn files(operands: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for operand in operands {
        let Some(text) = operand.to_str().filter(|_| !operand.exists()) else {
            files.push(operand.clone());
            continue;
        };
        for file in text.split(',') {
            if file.is_empty() {
                bail!("the name of a file is missing in {}", quoted(operand));
            }
            files.push(file.into());
        }
    }
    Ok(files)
}

/// Returns whether one of the files is standard input.
///
/// # Errors
///
/// Returns an error if there is nothing before or after a comma.
pub(crate) fn reads_standard_input(operands: &[PathBuf]) -> anyhow::Result<bool> {
    Ok(files(operands)?.iter().any(|file| file.as_os_str() == "-"))
}
