//! From the catalogue's names to Rust's.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span};

use crate::entry::FieldType;

/// The struct and the variant of a tag: `KMD_DPD_MAX` of prefix `KMD` is `DpdMax`.
pub(crate) fn type_name(prefix: &str, tag: &str) -> String {
    tag.strip_prefix(prefix)
        .unwrap_or(tag)
        .to_upper_camel_case()
}

/// The field of a placeholder: `remote-port` is `remote_port`, `type` is `type`.
pub(crate) fn field_name(placeholder: &str) -> String {
    placeholder.to_snake_case()
}

/// The hidden trait that takes the values of a placeholder: `remote-port` of type `u16` has `remote_port_u16`.
pub(crate) fn taker(placeholder: &str, field_type: FieldType) -> String {
    format!("{}_{}", field_name(placeholder), field_type.as_str())
}

/// A prefix before a type: `KMD` is `Kmd`.
pub(crate) fn type_prefix(prefix: &str) -> String {
    prefix.to_upper_camel_case()
}

/// The macro of a catalogue: `KMD` has `kmd_event`.
pub(crate) fn macro_name(prefix: &str) -> String {
    format!("{}_event", prefix.to_snake_case())
}

/// How an event is written, with its values left open: `KMD_X { field: /* &str */, … }`, or the tag alone.
pub(crate) fn literal<'p>(tag: &str, fields: impl Iterator<Item = (&'p str, FieldType)>) -> String {
    let fields: Vec<String> = fields
        .map(|(placeholder, field_type)| assignment(placeholder, field_type))
        .collect();
    if fields.is_empty() {
        tag.to_owned()
    } else {
        format!("{tag} {{ {} }}", fields.join(", "))
    }
}

/// How a field is written, with a comment where its value belongs, as in rustc's own advice.
pub(crate) fn assignment(placeholder: &str, field_type: FieldType) -> String {
    format!("{}: /* {} */", field_name(placeholder), field_type.given())
}

/// What somebody may have meant who typed `typed` for a tag: `VpnUpAlarm` may be `KMD_VPN_UP_ALARM`.
pub(crate) fn tag_like(prefix: &str, typed: &str) -> String {
    let shouted = typed.to_shouty_snake_case();
    let has_prefix = shouted
        .strip_prefix(prefix)
        .is_some_and(|rest| rest.starts_with('_'));
    if has_prefix || shouted == prefix {
        shouted
    } else {
        format!("{prefix}_{shouted}")
    }
}

/// The identifier `name`, raw where it is a keyword; `None` where Rust has no such identifier.
pub(crate) fn identifier(name: &str, span: Span) -> Option<Ident> {
    // Reserved since edition 2024, which `syn` does not know of.
    let plain = if name == "gen" {
        None
    } else {
        syn::parse_str::<Ident>(name).ok()
    };
    let mut ident = plain.or_else(|| syn::parse_str(&format!("r#{name}")).ok())?;
    ident.set_span(span);
    Some(ident)
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
        assert_eq!(field_name("auth-algorithm-id"), "auth_algorithm_id");
    }

    #[test]
    fn tags_are_guessed_from_rust_names() {
        assert_eq!(tag_like("KMD", "VpnUpAlarmUser"), "KMD_VPN_UP_ALARM_USER");
        assert_eq!(tag_like("KMD", "kmd_vpn_up"), "KMD_VPN_UP");
        assert_eq!(tag_like("KMD", "KMD_VPN_UP"), "KMD_VPN_UP");
    }

    #[test]
    fn keywords_become_raw() {
        let name = |name| identifier(name, Span::call_site()).map(|ident| ident.to_string());
        assert_eq!(name("size").as_deref(), Some("size"));
        assert_eq!(name("type").as_deref(), Some("r#type"));
        assert_eq!(name("gen").as_deref(), Some("r#gen"));
        assert_eq!(name("self"), None);
        assert_eq!(name("Self"), None);
        assert_eq!(name("crate"), None);
        assert_eq!(name("1st"), None);
        assert_eq!(name(""), None);
        assert_eq!(name("a b"), None);
    }
}
