//! Files to a catalog.

use std::io;
use std::path::PathBuf;

use anyhow::bail;
use kmd_catalog::Loaded;
use kmd_events::{KmdTag, LoadedCatalog};

/// Loads the catalog in one or more files. Without a file, it is the catalog of kmd.
///
/// # Errors
///
/// Returns an error with all diagnostics if the catalog has mistakes.
pub(crate) fn open(operands: &[PathBuf]) -> anyhow::Result<LoadedCatalog> {
    if operands.is_empty() {
        return Ok(LoadedCatalog::of::<KmdTag>());
    }
    let (_, model) = kmd_loader::check(load(operands)?)?;
    Ok(kmd_loader::load(&model))
}

/// Loads the catalog in one or more files with its diagnostics.
///
/// # Errors
///
/// Returns an error if there is nothing before or after a comma.
pub(crate) fn load(operands: &[PathBuf]) -> anyhow::Result<Loaded> {
    let files = files(operands)?;
    let files: Vec<&str> = files.iter().map(|file| &**file).collect();
    Ok(kmd_catalog::load_files(&files, &mut io::stdin().lock()))
}

/// Returns the files that operands name: each operand is an existing file, or one or more files with commas between them.
///
/// # Errors
///
/// Returns an error if there is nothing before or after a comma.
fn files(operands: &[PathBuf]) -> anyhow::Result<Vec<String>> {
    let mut files = Vec::new();
    for operand in operands {
        let text = operand.to_string_lossy();
        if operand.exists() {
            files.push(text.into_owned());
            continue;
        }
        for file in text.split(',') {
            if file.is_empty() {
                bail!("the name of a file is missing in `{text}`");
            }
            files.push(file.to_owned());
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
    Ok(files(operands)?.iter().any(|file| file == "-"))
}
