//! The error returned when a catalog cannot be loaded.

use std::error::Error;
use std::fmt;

/// The error returned when a catalog has mistakes or cannot be read. `Display` writes all diagnostics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    diagnostics: Vec<String>,
}

impl LoadError {
    pub(crate) fn new(diagnostics: impl IntoIterator<Item = String>) -> Self {
        Self { diagnostics: diagnostics.into_iter().collect() }
    }

    /// Returns the diagnostics in the order of the text, each with its place, its line and its help, as rustc prints them.
    #[must_use]
    pub fn diagnostics(&self) -> &[String] {
        &self.diagnostics
    }
}

/// Writes the diagnostics. All after the first one begin with `error: `, which the caller writes before the first one.
impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.diagnostics.iter().enumerate() {
            if index > 0 {
                f.write_str("\n\nerror: ")?;
            }
            f.write_str(diagnostic)?;
        }
        Ok(())
    }
}

impl Error for LoadError {}
