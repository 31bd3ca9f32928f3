//! The long expressions for addresses, which have names in the views.

use super::catalog::{Catalog, Numbered, Sql};
use crate::pattern;

impl<S: Sql> Catalog<'_, S> {
    /// Returns the names of the expressions for addresses, and the expressions.
    pub(crate) fn constants(&self) -> Vec<(String, String)> {
        vec![(self.helper("ipv6"), pattern::v6()), (self.helper("ipv4"), pattern::v4())]
    }

    /// Returns the names that expressions use.
    pub(super) fn used<'n>(&self, all: impl IntoIterator<Item = &'n Numbered<'n>>) -> Vec<(String, String)> {
        let texts: Vec<String> = all.into_iter().map(|numbered| self.regex(&numbered.regex.text)).collect();
        let is_used = |name: &str| texts.iter().any(|text| text.contains(&S::constant(name)));
        self.constants().into_iter().filter(|(name, _)| is_used(name)).collect()
    }

    /// Returns a regular expression as a string with the names of addresses in it.
    pub(crate) fn regex(&self, regex: &str) -> String {
        let mut pieces = vec![Ok(regex.to_owned())];
        for (name, pattern) in self.constants() {
            let split = |piece: Result<String, String>| match piece {
                Ok(text) => {
                    let mut pieces = Vec::new();
                    for (index, text) in text.split(&pattern).enumerate() {
                        if index > 0 {
                            pieces.push(Err(S::constant(&name)));
                        }
                        pieces.push(Ok(text.to_owned()));
                    }
                    pieces
                }
                constant => vec![constant],
            };
            pieces = pieces.into_iter().flat_map(split).collect();
        }
        let pieces: Vec<String> =
            pieces.into_iter().map(|piece| piece.map_or_else(|constant| constant, |text| S::regex(&text))).collect();
        match &*pieces {
            [only] => only.clone(),
            pieces => format!("concat({})", pieces.join(", ")),
        }
    }
}
