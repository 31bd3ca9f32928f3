//! The options of the rules.

use kmd_catalog::Model;

/// The options of the rules.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The beginning of the names of the values, or `None` for the prefix of the catalog in lower case.
    pub namespace: Option<String>,
    /// The name of the catalog for the head of a file, such as `messages.yaml`.
    pub catalog: String,
}

impl Options {
    /// Returns the namespace.
    pub(crate) fn namespace(&self, model: &Model) -> String {
        self.namespace.clone().unwrap_or_else(|| model.prefix.to_lowercase())
    }
}
