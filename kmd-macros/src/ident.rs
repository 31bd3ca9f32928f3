//! Rust identifiers for the names in a catalog.

use kmd_catalog::names;
use proc_macro2::{Ident, Span};

/// The keywords of all editions, without those that cannot be raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Returns whether a name is a keyword, which cannot be an identifier unless it is raw.
///
/// The parser of `syn` would lex the name again, which takes a tenth of the time of a call.
pub(crate) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name) || matches!(name, "_" | "self" | "Self" | "super" | "crate")
}

/// Returns the identifier `name`, raw if it is a keyword, or `None` if Rust has no such identifier.
pub(crate) fn ident(name: &str, span: Span) -> Option<Ident> {
    let is_word = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_word || !names::is_identifier(name) {
        // Only a parser knows the letters outside ASCII.
        let mut ident: Ident = syn::parse_str(name).ok()?;
        ident.set_span(span);
        return Some(ident);
    }
    Some(if is_keyword(name) { Ident::new_raw(name, span) } else { Ident::new(name, span) })
}

/// Returns the identifier for a validated name. For an invalid name, returns `__invalid`.
pub(crate) fn checked(name: &str) -> Ident {
    ident(name, Span::call_site()).unwrap_or_else(|| Ident::new("__invalid", Span::call_site()))
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, Span, ident, is_keyword};

    #[test]
    fn keywords_become_raw() {
        let name = |name| ident(name, Span::call_site()).map(|ident| ident.to_string());
        assert_eq!(name("size").as_deref(), Some("size"));
        assert_eq!(name("type").as_deref(), Some("r#type"));
        assert_eq!(name("gen").as_deref(), Some("r#gen"));
        assert_eq!(name("größe").as_deref(), Some("größe"));
        for invalid in ["self", "Self", "crate", "super", "_", "1st", "", "a b", "a-b", "r#type"] {
            assert_eq!(name(invalid).filter(|name| name != "r#type"), None, "{invalid}");
        }
    }

    /// `gen` has been a keyword since edition 2024, but `syn` does not treat it as one.
    #[test]
    fn keywords_are_those_of_syn() {
        let is_parsed = |name: &str| syn::parse_str::<syn::Ident>(name).is_ok();
        for name in KEYWORDS.iter().filter(|&&name| name != "gen") {
            assert!(!is_parsed(name) && is_parsed(&format!("r#{name}")), "{name}");
        }
        for name in ["_", "self", "Self", "super", "crate"] {
            assert!(is_keyword(name) && !is_parsed(name) && !is_parsed(&format!("r#{name}")), "{name}");
        }
        for name in ["auto", "default", "macro_rules", "raw", "safe", "union", "a", "_a"] {
            assert!(!is_keyword(name) && is_parsed(name), "{name}");
        }
    }
}
