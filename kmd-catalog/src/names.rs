//! Conversions from the names in a catalog to names in Rust.

use crate::schema::MAX_PREFIX_LEN;
use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// Returns the name of the struct and the variant for a tag: `DpdMax` for `KMD_DPD_MAX` with the prefix `KMD`.
#[must_use]
pub fn type_name(prefix: &str, tag: &str) -> String {
    tag.strip_prefix(prefix).unwrap_or(tag).to_upper_camel_case()
}

/// Returns the name of the field for a placeholder: `remote_port` for `remote-port`, and `type` for `type`.
#[must_use]
pub fn field_name(placeholder: &str) -> String {
    placeholder.to_snake_case()
}

/// Returns the name of the enum for a placeholder: `OldState` for `old-state`.
#[must_use]
pub fn enum_name(placeholder: &str) -> String {
    placeholder.to_upper_camel_case()
}

/// Returns the name of the variant for a word: `CoolingDown` for `cooling down`.
#[must_use]
pub fn variant_name(word: &str) -> String {
    word.to_upper_camel_case()
}

/// Returns the beginning of the generated type names: `Kmd` for `KMD`.
#[must_use]
pub fn type_prefix(prefix: &str) -> String {
    prefix.to_upper_camel_case()
}

/// Returns the name of the event macro: `kmd_event` for `KMD`.
#[must_use]
pub fn macro_name(prefix: &str) -> String {
    format!("{}_event", prefix.to_snake_case())
}

/// Returns the name of the log macro: `kmd_log` for `KMD`.
#[must_use]
pub fn log_macro_name(prefix: &str) -> String {
    format!("{}_log", prefix.to_snake_case())
}

/// Returns the tag that was probably meant: `KMD_VPN_UP_ALARM` for `VpnUpAlarm`.
#[must_use]
pub fn tag_like(prefix: &str, typed: &str) -> String {
    let shouted = typed.to_shouty_snake_case();
    let has_prefix = shouted.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('_'));
    if has_prefix || shouted == prefix { shouted } else { format!("{prefix}_{shouted}") }
}

/// Returns whether `text` begins with a capital letter and consists of capital letters, digits and `_`.
#[must_use]
pub fn is_tag(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
    text.starts_with(|char: char| char.is_ascii_uppercase()) && text.bytes().all(fits)
}

/// Returns whether `text` is a valid prefix.
#[must_use]
pub fn is_prefix(text: &str) -> bool {
    is_tag(text) && !text.ends_with('_') && text.len() <= MAX_PREFIX_LEN
}

/// Returns whether `tag` is a tag of a catalog with this prefix.
#[must_use]
pub fn is_tag_of(prefix: &str, tag: &str) -> bool {
    let rest = tag.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_'));
    is_tag(tag) && rest.is_some_and(|rest| !rest.is_empty())
}

/// Returns whether `name` is a Rust identifier, possibly a raw one. `name` must consist of ASCII letters, digits and
/// `_`.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    let is_reserved = matches!(name, "" | "_" | "self" | "Self" | "super" | "crate");
    !is_reserved && !name.starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_prefix() {
        assert_eq!(type_name("KMD", "KMD_PM_P1_POLICY"), "PmP1Policy");
        assert_eq!(type_name("MY_APP", "MY_APP_UP"), "Up");
        assert_eq!(type_prefix("MY_APP"), "MyApp");
        assert_eq!(macro_name("MY_APP"), "my_app_event");
        assert_eq!(log_macro_name("MY_APP"), "my_app_log");
        assert_eq!(field_name("auth-algorithm-id"), "auth_algorithm_id");
        assert_eq!(enum_name("old-state"), "OldState");
        assert_eq!(variant_name("cooling down"), "CoolingDown");
    }

    #[test]
    fn tags_are_guessed_from_rust_names() {
        assert_eq!(tag_like("KMD", "VpnUpAlarmUser"), "KMD_VPN_UP_ALARM_USER");
        assert_eq!(tag_like("KMD", "kmd_vpn_up"), "KMD_VPN_UP");
        assert_eq!(tag_like("KMD", "KMD_VPN_UP"), "KMD_VPN_UP");
    }

    #[test]
    fn keywords_are_identifiers_except_path_keywords() {
        for name in ["size", "type", "gen", "_a", "a1"] {
            assert!(is_identifier(name), "{name}");
        }
        for name in ["", "_", "self", "Self", "super", "crate", "1st"] {
            assert!(!is_identifier(name), "{name}");
        }
    }
}
