//! The options of the rules.

use kmd_catalog::Model;

/// The options of the rules.
///
/// ```
/// let options = kmd_rules::Options::default().with_namespace("door").with_catalog("messages.yaml");
/// assert_eq!(options.namespace.as_deref(), Some("door"));
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The beginning of the names of the values, or `None` for the prefix of the catalog in lower case.
    pub namespace: Option<String>,
    /// The name of the catalog for the head of a file, such as `messages.yaml`.
    pub catalog: String,
    /// Whether the catalog is that of kmd, which the program `kmd` uses without the name of a file.
    pub is_built_in: bool,
}

impl Options {
    /// Sets the beginning of the names of the values.
    #[must_use]
    pub fn with_namespace(self, namespace: impl Into<String>) -> Self {
        Self { namespace: Some(namespace.into()), ..self }
    }

    /// Sets the name of the catalog for the head of a file.
    #[must_use]
    pub fn with_catalog(self, catalog: impl Into<String>) -> Self {
        Self { catalog: catalog.into(), ..self }
    }

    /// Returns the namespace, in which a character that has a meaning in an engine is a `_`.
    pub(crate) fn namespace(&self, model: &Model) -> String {
        let is_plain = |char: char| char.is_ascii_alphanumeric() || char == '_';
        let namespace = self.namespace.clone().unwrap_or_else(|| model.prefix.to_lowercase());
        namespace.chars().map(|char| if is_plain(char) { char } else { '_' }).collect()
    }
}
