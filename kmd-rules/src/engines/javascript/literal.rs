//! Literals and comments. A page can contain them in a script element, so nothing in them ends it.

/// Returns a string in quotes.
pub(super) fn string(text: &str) -> String {
    safe(&serde_json::Value::from(text).to_string())
}

/// Returns the lines of a comment, of which no character ends a line too early.
pub(super) fn comment(lines: &str) -> String {
    safe(lines)
}

/// Returns a text in which `<` cannot begin markup. It stays as it is only in the group of an expression, `(?<name>`. The two
/// separators are line breaks for JavaScript.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let begins_group = safe.ends_with("(?") && chars.peek().is_some_and(char::is_ascii_lowercase);
        match char {
            '<' if !begins_group => safe += r"\u003c",
            '\u{2028}' => safe += r"\u2028",
            '\u{2029}' => safe += r"\u2029",
            char => safe.push(char),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn nothing_ends_the_script() {
        for (text, expected) in [
            (r#"a"b\c"#, r#""a\"b\\c""#),
            ("</script><!--", r#""\u003c/script>\u003c!--""#),
            ("(?<name>x)", r#""(?<name>x)""#),
            ("(?</script>", r#""(?\u003c/script>""#),
            ("a\n\u{2028}\u{2029}ü", "\"a\\n\\u2028\\u2029ü\""),
        ] {
            assert_eq!(string(text), expected);
        }
    }
}
