//! The catalog, as the steps read it.

use kmd_catalog::Model;

/// What the files are made of.
pub(super) struct Database<'m> {
    pub(super) model: &'m Model,
    pub(super) namespace: String,
    /// The tags of the messages that have them in their texts.
    pub(super) tags: Vec<&'m str>,
}
