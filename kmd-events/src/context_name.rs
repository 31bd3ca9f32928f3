//! The names of context fields, which can be any string.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::Message;

/// The maximum length of the name of a parameter in structured data (RFC 5424 section 6.3.3).
const MAX_LEN: usize = 32;

/// Returns a name as the name of a parameter in structured data (PARAM-NAME): 1 to 32 printable ASCII characters without
/// ` `, `=`, `]` and `"`. The names of placeholders are not changed.
pub(crate) fn param_name(name: &str) -> Cow<'_, str> {
    let is_allowed = |char: char| char.is_ascii_graphic() && !matches!(char, '=' | ']' | '"');
    match name {
        "" => Cow::Borrowed("_"),
        name if name.len() <= MAX_LEN && name.chars().all(is_allowed) => Cow::Borrowed(name),
        name => {
            let chars = name.chars().take(MAX_LEN);
            Cow::Owned(chars.map(|char| if is_allowed(char) { char } else { '_' }).collect())
        }
    }
}

/// Returns a name that no sink takes for that of a placeholder: `_` is appended if the name differs from that of a
/// placeholder only in case and in the characters between the words. A name of a placeholder does not end with `_`.
pub(crate) fn distinct_name<'a>(name: &'a str, message: &Message) -> Cow<'a, str> {
    let short = param_name(name);
    let plain = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_lowercase() } else { '-' };
    let is_taken = message.placeholders().iter().any(|known| known.name().chars().eq(short.chars().map(plain)));
    if !is_taken {
        return Cow::Borrowed(name);
    }
    let mut distinct: String = short.chars().take(MAX_LEN - 1).collect();
    distinct.push('_');
    Cow::Owned(distinct)
}

#[cfg(test)]
mod tests {
    use super::{distinct_name, param_name};
    use crate::{Catalog, FieldType, Message, Placeholder};

    #[test]
    fn names_are_valid_in_structured_data() {
        for (name, expected) in [
            ("request-id", "request-id"),
            ("", "_"),
            ("a b=c]d\"e\nf", "a_b_c_d_e_f"),
            ("Größe", "Gr__e"),
            ("abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuvwxyz012345"),
            ("abcdefghijklmnopqrstuvwxyz0123456", "abcdefghijklmnopqrstuvwxyz012345"),
        ] {
            assert_eq!(param_name(name), expected);
        }
    }

    #[test]
    fn names_of_placeholders_are_taken() {
        static CATALOG: Catalog = Catalog::new("APP", "appd", None, false);
        let name = |name| Placeholder::new(name, FieldType::Text, "");
        let placeholders = [name("vpn-name"), name("abcdefghijklmnopqrstuvwxyz-01234")];
        let placeholders = alloc::vec::Vec::leak(placeholders.into());
        let message = Message::new(&CATALOG, "APP_X", "").with_pieces(placeholders, &[]);
        for (name, expected) in [
            ("request-id", "request-id"),
            ("vpn", "vpn"),
            ("vpn-name", "vpn-name_"),
            ("VPN_Name", "VPN_Name_"),
            ("vpn name", "vpn_name_"),
            ("abcdefghijklmnopqrstuvwxyz-01234567", "abcdefghijklmnopqrstuvwxyz-0123_"),
        ] {
            assert_eq!(distinct_name(name, &message), expected);
        }
    }
}
