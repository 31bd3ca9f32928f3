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
