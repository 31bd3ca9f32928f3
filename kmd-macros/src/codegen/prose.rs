//! The prose of a catalog as Markdown for rustdoc.
//!
//! Rustdoc runs the code blocks of documentation as tests, and passes HTML to the browser. A catalog is data, so its Markdown has
//! emphasis, lists and addresses of pages, but neither code blocks nor HTML, tables, images and other links.

/// Returns prose in which the tags that `is_linked` selects are links if they are between backticks.
pub(super) fn markdown(text: &str, is_linked: impl Fn(&str) -> bool) -> String {
    // Several spaces at the beginning of a line, or after the sign of a list, begin a code block.
    let lines: Vec<String> = text.lines().map(one_line).collect();
    let lines = lines.join("\n");
    let mut out = String::new();
    let mut rest = &*lines;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((code, after)) = after.split_once('`') else { break };
        push_text(&mut out, before);
        rest = after;
        // A code span ends at the end of its paragraph.
        match &*one_line(code) {
            "" => out.push_str("\\`\\`"),
            tag if is_linked(tag) => {
                out.extend(["[`", tag, "`]"]);
                if rest.starts_with(['(', ':']) {
                    out.push('\\');
                }
            }
            code => out.extend(["`", code, "`"]),
        }
    }
    push_text(&mut out, rest);
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Appends text without code, in which a backtick has no partner.
fn push_text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let (first, after) = rest.split_at(char.len_utf8());
        // What is copied at once: an escape, an address in angle brackets, or one character.
        let copied = match char {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => 2,
            '<' => page(after).map_or(0, |len| len + 2),
            '`' | '~' | '|' | '[' | ']' | '\\' => 0,
            // An exclamation mark before a link makes it an image.
            '!' if after.is_empty() => 0,
            _ => first.len(),
        };
        if copied == 0 {
            out.push('\\');
        }
        let (copy, left) = rest.split_at(copied.max(first.len()));
        out.push_str(copy);
        rest = left;
    }
}

/// Returns the length of the address of a page, if the text begins with one and `>`.
fn page(text: &str) -> Option<usize> {
    let (address, _) = text.split_once('>')?;
    let is_page = address.starts_with("https://") || address.starts_with("http://");
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"<\\`|".contains(&byte);
    (is_page && address.bytes().all(is_plain)).then_some(address.len())
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn tags_become_links() {
        let is_linked = |tag: &str| tag == "APP_LOGIN";
        for (text, expected) in [
            ("APP_LOGIN", "APP_LOGIN"),
            ("as `APP_LOGIN`", "as [`APP_LOGIN`]"),
            ("`APP_LOGIN` or `user`", "[`APP_LOGIN`] or `user`"),
            ("`APP_STOPPED` itself", "`APP_STOPPED` itself"),
            ("`APP_LOGIN`: a ` before", "[`APP_LOGIN`]\\: a \\` before"),
            ("`APP_LOGIN`(javascript:x)", "[`APP_LOGIN`]\\(javascript:x)"),
        ] {
            assert_eq!(markdown(text, is_linked), expected);
        }
    }

    #[test]
    fn emphasis_lists_and_pages_are_kept() {
        let text =
            "*One* **two** _three_.\n\n1. `a < b`\n- <https://example.net/a_b?c=d#e>\n# <http://example.net/>\n> \\<b>";
        assert_eq!(markdown(text, |_| false), text);
    }

    /// Rustdoc would run such code.
    #[test]
    fn there_are_no_code_blocks() {
        for (text, expected) in [
            ("```\npanic!()\n```", r"\`\``panic!()`\`\`"),
            ("~~~\npanic!()\n~~~", "\\~\\~\\~\npanic!()\n\\~\\~\\~"),
            ("Text:\n\n    panic!()\n\tpanic!()", "Text:\n\npanic!()\npanic!()"),
            ("-      panic!()\n> \t panic!()", "- panic!()\n> panic!()"),
        ] {
            assert_eq!(markdown(text, |_| false), expected);
        }
    }

    #[test]
    fn there_is_no_html_and_no_script() {
        for (text, expected) in [
            ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
            (r"\\<b>", r"\\\<b>"),
            ("<https://a/[b]> [c]", r"<https://a/[b]> \[c\]"),
            (r"a\`<b>`", r"a\\`<b>`"),
            ("`a\n\n<b>`", "`a <b>`"),
            ("<https://a onerror=b>", r"\<https://a onerror=b>"),
            ("<javascript:alert(1)>", r"\<javascript:alert(1)>"),
            ("[a](javascript:b)", r"\[a\](javascript:b)"),
            ("[a]: javascript:b", r"\[a\]: javascript:b"),
            ("a!`b`", r"a\!`b`"),
            ("a | b", r"a \| b"),
        ] {
            assert_eq!(markdown(text, |_| false), expected);
        }
    }
}
