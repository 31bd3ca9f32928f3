//! Rust identifiers for the names in a catalog.

use proc_macro2::{Ident, Span};

/// Returns the identifier `name`, raw if it is a keyword, or `None` if Rust has no such identifier.
pub(crate) fn ident(name: &str, span: Span) -> Option<Ident> {
    // `gen` is a keyword since edition 2024, but `syn` does not treat it as one.
    let plain = if name == "gen" { None } else { syn::parse_str::<Ident>(name).ok() };
    let mut ident = plain.or_else(|| syn::parse_str(&format!("r#{name}")).ok())?;
    ident.set_span(span);
    Some(ident)
}

/// Returns the identifier for a validated name. For an invalid name, returns `__invalid`.
pub(crate) fn checked(name: &str) -> Ident {
    ident(name, Span::call_site()).unwrap_or_else(|| Ident::new("__invalid", Span::call_site()))
}

#[cfg(test)]
mod tests {
    use super::{Span, ident};

    #[test]
    fn keywords_become_raw() {
        let name = |name| ident(name, Span::call_site()).map(|ident| ident.to_string());
        assert_eq!(name("size").as_deref(), Some("size"));
        assert_eq!(name("type").as_deref(), Some("r#type"));
        assert_eq!(name("gen").as_deref(), Some("r#gen"));
        for invalid in ["self", "Self", "crate", "1st", "", "a b"] {
            assert_eq!(name(invalid), None);
        }
    }
}
