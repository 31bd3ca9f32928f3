use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::cursor::skip_blanks;
use crate::parse::lossy;

/// The structured data of a line (RFC 5424 section 6.3).
///
/// ```
/// use kmd_events::KmdRecord;
///
/// let record = KmdRecord::parse(r#"<30>1 - fw1 kmd 7 - [junos@2636.1 vpn-name="hq [7\]" argument="copy"]"#);
/// let data = record.structured_data().ok_or("a line with structured data")?;
/// let element = data.elements().next().ok_or("an element")?;
/// assert_eq!(element.id(), "junos@2636.1");
/// let parameters: Vec<_> = element.parameters().collect();
/// assert_eq!(parameters, [("vpn-name".into(), "hq [7]".into()), ("argument".into(), "copy".into())]);
/// assert_eq!(data.get("argument").as_deref(), Some("copy"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StructuredData<'a> {
    raw: &'a str,
}

impl<'a> StructuredData<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        Self { raw }
    }

    /// Returns the structured data as in the line, with brackets and escapes.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.raw
    }

    /// Returns the unescaped value of the first parameter with the given name, in any element.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        let value = elements(self.raw.as_bytes()).find_map(|element| element.raw(name));
        value.map(unescape)
    }

    /// Returns the elements in the order of the line.
    pub fn elements(&self) -> impl Iterator<Item = Element<'a>> + use<'a> {
        elements(self.raw.as_bytes())
    }
}

/// An element of structured data: `[id name="value" …]`. See [`StructuredData`] for an example.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Element<'a> {
    pub(super) id: &'a [u8],
    parameters: &'a [u8],
}

impl<'a> Element<'a> {
    /// Returns the name of the element, like `junos@2636.1.1.1.2.129` (SD-ID, RFC 5424 section 6.3.2).
    #[must_use]
    pub fn id(&self) -> Cow<'a, str> {
        lossy(self.id)
    }

    /// Returns the names and the unescaped values of the parameters.
    pub fn parameters(&self) -> impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)> + use<'a> {
        self.raw_parameters().map(|(name, value)| (lossy(name), unescape(value)))
    }

    /// Returns the escaped value of the first parameter with the given name.
    pub(super) fn raw(&self, name: &str) -> Option<&'a [u8]> {
        let mut parameters = self.raw_parameters();
        let found = parameters.find(|(found, _)| *found == name.as_bytes());
        found.map(|(_, value)| value)
    }

    /// Returns the names and the escaped values of the parameters.
    fn raw_parameters(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        let mut rest = self.parameters;
        core::iter::from_fn(move || {
            let (name, value, after) = parameter(rest)?;
            rest = after;
            Some((name, value))
        })
    }
}

impl fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Parameters<'e>(&'e Element<'e>);

        impl fmt::Debug for Parameters<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_map().entries(self.0.parameters()).finish()
            }
        }

        f.debug_struct("Element").field("id", &self.id()).field("parameters", &Parameters(self)).finish()
    }
}

/// Returns the elements at the beginning of `bytes`.
pub(super) fn elements(bytes: &[u8]) -> impl Iterator<Item = Element<'_>> {
    let mut rest = bytes;
    core::iter::from_fn(move || {
        let (element, after) = element(rest)?;
        rest = after;
        Some(element)
    })
}

/// Returns the length of the elements at the beginning of `bytes`.
pub(super) fn length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((_, after)) = element(rest) {
        rest = after;
    }
    bytes.len() - rest.len()
}

/// Returns the first element and the rest.
fn element(bytes: &[u8]) -> Option<(Element<'_>, &[u8])> {
    let inner = bytes.strip_prefix(b"[")?;
    let end = inner.iter().position(|&byte| matches!(byte, b' ' | b']'))?;
    let (id, parameters) = inner.split_at(end);
    if id.is_empty() {
        return None;
    }
    let mut rest = parameters;
    while rest.first() != Some(&b']') {
        (_, _, rest) = parameter(rest)?;
        rest = skip_blanks(rest);
    }
    let length = parameters.len() - rest.len();
    let parameters = &parameters[..length];
    Some((Element { id, parameters }, &rest[1..]))
}

/// Returns the name and the escaped value of the first parameter, ` name="value"`, and the rest. A `]` does not end a
/// value, whether it is escaped or not.
fn parameter(bytes: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let bytes = skip_blanks(bytes);
    let end = bytes.iter().position(|byte| matches!(byte, b'=' | b' ' | b'"' | b']'))?;
    let (name, rest) = bytes.split_at(end);
    let value = rest.strip_prefix(b"=\"")?;
    let mut at = 0;
    loop {
        at += value.get(at..)?.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
        if value[at] == b'"' {
            return Some((name, &value[..at], &value[at + 1..]));
        }
        at += 2;
    }
}

/// Returns a value without the escapes `\"`, `\\` and `\]` (RFC 5424 section 6.3.3). Any other backslash is kept.
pub(super) fn unescape(value: &[u8]) -> Cow<'_, str> {
    if !value.contains(&b'\\') {
        return lossy(value);
    }
    let mut plain = Vec::with_capacity(value.len());
    let mut rest = value.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        let escaped = rest.next_if(|next| byte == b'\\' && matches!(next, b'"' | b'\\' | b']'));
        plain.push(escaped.unwrap_or(byte));
    }
    Cow::Owned(match String::from_utf8(plain) {
        Ok(plain) => plain,
        Err(error) => lossy(error.as_bytes()).into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::vec;
    use std::vec::Vec;

    use super::{elements, length, unescape};

    #[test]
    fn unescape_removes_three_escapes() {
        for (value, plain) in
            [(r"plain", r"plain"), (r#"a\"b\\c\]d"#, r#"a"b\c]d"#), (r"\\]", r"\]"), (r"\n\", r"\n\"), (r"\\\\", r"\\")]
        {
            assert_eq!(unescape(value.as_bytes()), plain, "{value}");
        }
    }

    #[test]
    fn elements_end_before_the_text() {
        for (text, ids, end) in [
            ("[a] b", vec!["a"], 3),
            (r#"[a b="c"][d e="f" g="h\]"] text"#, vec!["a", "d"], 26),
            (r#"[a b="]"] text"#, vec!["a"], 9),
            (r#"[a b="c" ]text"#, vec!["a"], 10),
            (r#"[a b="c"][broken"#, vec!["a"], 9),
            (r#"[a b="c\"] text"#, vec![], 0),
            ("[a b=c]", vec![], 0),
            ("[a b]", vec![], 0),
            ("[", vec![], 0),
            ("", vec![], 0),
        ] {
            let found: Vec<_> = elements(text.as_bytes()).map(|element| element.id()).collect();
            assert_eq!(found, ids, "{text}");
            assert_eq!(length(text.as_bytes()), end, "{text}");
        }
    }
}
