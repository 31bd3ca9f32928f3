//! The options of the rules.

use kmd_catalog::Model;

/// The options of the rules.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The beginning of the names of the values, or `None` for the prefix of the catalog in lower case.
    pub namespace: Option<String>,
    /// The name of the catalog for the head of a file, such as `messages.yaml`.
    pub catalog: String,
    /// Whether the catalog is that of kmd, which the program `kmd` uses without the name of a file.
    pub is_built_in: bool,
}

impl Options {
    /// Returns the namespace, in which a character that has a meaning in an engine is a `_`.
    pub(crate) fn namespace(&self, model: &Model) -> String {
        let is_plain = |char: char| char.is_ascii_alphanumeric() || char == '_';
        let namespace = self.namespace.clone().unwrap_or_else(|| model.prefix.to_lowercase());
        namespace.chars().map(|char| if is_plain(char) { char } else { '_' }).collect()
    }
}
