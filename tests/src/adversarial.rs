//! Events with hostile values.

use kmd_events::{Event, FieldType, KmdEvent};
use serde_json::Value;

/// Returns values that an attacker may send as a name.
pub fn values() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        " ",
        "a\nb",
        "a\r\nb",
        "\r",
        "nul\0nul",
        "\n<0>1 2003-10-11T22:14:15.003Z evil su 1 ID47 - forged",
        "\n<0>Oct 11 22:14:15 evil su[1]: forged",
        "\u{85}<0>Oct 11 22:14:15 evil su[1]: forged",
        "\u{2028}<0>forged",
        "\u{2029}<0>forged",
        "\n42 <0>1 - evil su - - - forged",
        "\u{1b}[2J\u{1b}[1;31mred\u{1b}]0;title\u{7}",
        "\u{9b}31m\u{7f}\u{8}\u{8}",
        "\"] forged [x@1 y=\"z",
        "\\",
        "\\\"]\\",
        "[junos@2636 sa-name=\"forged\"]",
        "\\ud800\\udfff \\xed\\xa0\\x80 %s %n {} {vpn-name} ${jndi:ldap://x}",
        ": KMD_PM_SA_PEER_NOT_FOUND: kmd[1]: ",
        "\u{feff}\u{202e}gnp.exe\u{200b}",
        "é😀\u{fffd}\u{10ffff}",
    ]
    .map(str::to_owned)
    .into();
    for piece in ["x", "\n", "\"", "😀", "a b]"] {
        values.push(piece.repeat(1_000_000 / piece.len()));
    }
    values
}

/// Returns every message with every hostile value in each text field, one field at a time, and the value.
pub fn events(benign: &[KmdEvent<'static>]) -> Vec<(String, KmdEvent<'static>)> {
    let mut events = Vec::new();
    for event in benign {
        let json = serde_json::to_value(event).expect("JSON");
        for placeholder in event.message().placeholders() {
            if placeholder.field_type() != FieldType::Text {
                continue;
            }
            for value in values() {
                let mut json = json.clone();
                json["fields"][placeholder.name()] = Value::String(value.clone());
                let hostile: KmdEvent<'_> = serde_json::from_value(json).expect("an event");
                events.push((value, hostile.into_owned()));
            }
        }
    }
    assert!(events.len() > benign.len() * 10);
    events
}
