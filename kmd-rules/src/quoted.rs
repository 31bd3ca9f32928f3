//! Literals of strings and regular expressions.

/// Returns a literal: a text between two marks. `escape` returns what replaces a character, or `None` if it stays.
pub(crate) fn quoted(open: &str, text: &str, close: &str, escape: impl Fn(char) -> Option<String>) -> String {
    let mut literal = open.to_owned();
    for char in text.chars() {
        match escape(char) {
            Some(escaped) => literal += &escaped,
            None => literal.push(char),
        }
    }
    literal + close
}
