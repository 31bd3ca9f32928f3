//! A sink that sends events to the systemd journal, with one field per placeholder.
//!
//! | field | value |
//! |---|---|
//! | `MESSAGE` | `KMD_X: text`, with control characters escaped as in the [formats](crate::format) |
//! | `PRIORITY` | the code of the severity, 0 to 7 |
//! | `SYSLOG_FACILITY` | the code of the facility, 0 to 23; [`Journal::with_facility`] replaces that of the catalog |
//! | `SYSLOG_IDENTIFIER` | the process name |
//! | `MESSAGE_ID` | the identifier of the message for `journalctl -x`, as [`message_id`] returns it |
//! | `KMD_TAG` | the tag |
//! | `KMD_TUNNEL_NAME` | the value of the placeholder `tunnel-name`, unchanged |
//! | `KMD_REQUEST_ID` | the value of the [context](crate::WithContext) field `request-id`, unchanged |
//!
//! A message that the catalog declares as `tagged: false` has the text alone as `MESSAGE`. A value that is absent has no
//! field.
//!
//! For a catalog of your own, the names of the last three rows begin with the prefix of that catalog. A name that could
//! collide with a field of the journal or with the field of the tag ends with `_`. So a placeholder `tag` becomes
//! `APP_TAG_`, and all placeholders of a catalog with the prefix `SYSLOG` end with `_`.
//!
//! `journalctl -t kmd` shows the messages of the process, and `journalctl KMD_TAG=KMD_VPN_UP_ALARM_USER
//! KMD_VPN_NAME=hq` filters them by tag and by value.
//!
//! `journalctl -x` shows the description, the cause and the action of each entry, with its values, after the operator has
//! installed the catalog of explanations that `kmd docs --to journal` writes. `kmd` is the program of the crate `kmd-cli`.
//!
//! A value can contain any characters, because an entry stores the lengths of its values (systemd, "Native Journal
//! Protocol"). The configuration of the journal limits how much of a long entry it keeps, with `LineMax` and similar
//! settings.

use std::format;
use std::string::{String, ToString as _};

use uuid::Uuid;

use crate::Message;
use crate::context_name::param_name;

#[cfg(target_os = "linux")]
mod journal;

#[cfg(target_os = "linux")]
pub use self::journal::{Journal, JournalError};

/// The name space of the identifiers. It never changes, because installed catalogs of explanations contain the identifiers.
const NAME_SPACE: Uuid = Uuid::from_u128(0x7b7a7db8_bca6_400a_8093_ca8ba100965e);

/// Returns the `MESSAGE_ID` of the entries of a message: 32 hexadecimal digits.
///
/// It is the UUID of version 5 (RFC 9562 section 5.5) of the name `PREFIX/TAG` in the name space
/// `7b7a7db8-bca6-400a-8093-ca8ba100965e`. So it is the same in all versions of a catalog and of this crate.
/// `uuidgen --sha1 --namespace 7b7a7db8-bca6-400a-8093-ca8ba100965e --name KMD/KMD_VPN_UP_ALARM_USER` prints the same UUID.
///
/// ```
/// use kmd_events::KmdTag;
/// use kmd_events::journald::message_id;
///
/// assert_eq!(message_id(KmdTag::VpnUpAlarmUser.message()), "24424f375fc7558eac0a56350e029f8f");
/// ```
#[must_use]
pub fn message_id(message: &Message) -> String {
    let name = format!("{}/{}", message.catalog().prefix(), message.tag());
    Uuid::new_v5(&NAME_SPACE, name.as_bytes()).simple().to_string()
}

/// Returns the name of the field of the journal for a placeholder or a context field of a message, like `KMD_VPN_NAME`.
///
/// ```
/// use kmd_events::KmdTag;
/// use kmd_events::journald::field_name;
///
/// assert_eq!(field_name(KmdTag::VpnUpAlarmUser.message(), "vpn-name"), "KMD_VPN_NAME");
/// ```
#[must_use]
pub fn field_name(message: &Message, name: &str) -> String {
    field(message.catalog().prefix(), name)
}

/// Returns the name of the field of the journal for a field of an event: capital letters, digits and `_`, at most 64.
fn field(prefix: &str, name: &str) -> String {
    let char = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_uppercase() } else { '_' };
    let name: String = param_name(name).chars().map(char).collect();
    let own = match prefix {
        "CODE" | "COREDUMP" | "INVOCATION" | "MESSAGE" | "OBJECT" | "SYSLOG" | "USER" => "_",
        // The name of context can end with `_`, after that of a placeholder.
        _ if name.trim_end_matches('_') == "TAG" => "_",
        _ => "",
    };
    format!("{prefix}_{name}{own}")
}

#[cfg(test)]
mod tests {
    use super::field;

    /// Checks the names in the documentation of the module.
    #[test]
    fn names_of_placeholders_do_not_collide_with_other_fields() {
        assert_eq!(field("KMD", "tunnel-name"), "KMD_TUNNEL_NAME");
        assert_eq!(field("APP", "tag"), "APP_TAG_");
        // The name of context next to a placeholder `tag`.
        assert_eq!(field("APP", "tag_"), "APP_TAG__");
        assert_eq!(field("APP", "tags"), "APP_TAGS");
        assert_eq!(field("SYSLOG", "identifier"), "SYSLOG_IDENTIFIER_");
        assert_eq!(field("APP", "a.b=c\nd é"), "APP_A_B_C_D__");
        let longest = field("MESSAGE", &"n".repeat(100));
        assert_eq!(longest, "MESSAGE_NNNNNNNNNNNNNNNNNNNNNNNNNNNNNNNN_");
    }
}
