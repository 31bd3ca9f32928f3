//! The rules of a catalog for an engine.

use crate::fidelity::Fidelity;

/// The rules of a catalog for an engine, and how closely they follow the parser.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rules {
    /// The files. The first one is the main file.
    pub files: Vec<RuleFile>,
    /// The fidelity of each message, in the order of the catalog.
    pub fidelity: Vec<Fidelity>,
}

/// A file with rules.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RuleFile {
    /// The name of the file.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

impl RuleFile {
    /// Creates a file from its name and its text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}
