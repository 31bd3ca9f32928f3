//! Text in XML, and names.

/// Returns a text as the content of an element or of an attribute.
pub(super) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '\'' => escaped += "&apos;",
            '"' => escaped += "&quot;",
            // XML has no other control characters.
            char if char.is_control() && !matches!(char, '\t' | '\n') => escaped.push('\u{fffd}'),
            char => escaped.push(char),
        }
    }
    escaped
}

/// Returns a name without characters that have a meaning in a pattern, a template or a configuration.
pub(super) fn name(namespace: &str) -> String {
    let is_plain = |char: char| char.is_ascii_alphanumeric() || char == '_';
    namespace.chars().map(|char| if is_plain(char) { char } else { '_' }).collect()
}
