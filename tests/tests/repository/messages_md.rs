//! The guide that lists all messages.

use std::fs;

use kmd_events::KmdTag;
use kmd_tests::cargo::root;

/// The groups of the chapter's tags and what each is about.
const GROUPS: &[(&str, &str)] = &[
    ("CFG", "Logical interfaces"),
    ("DPD", "Dead peer detection and failover"),
    ("PM", "Policy manager: IKE and IPsec negotiation"),
    ("SNMP", "SNMP statistics"),
    ("VPN", "VPN status"),
];

fn table() -> String {
    let mut text = String::from(
        "This page lists the messages of `kmd`. Each tag links to the struct of its event. The templates are exactly as\ndocumented, with their misspellings.\n",
    );
    for (group, title) in GROUPS {
        text += &format!("\n# {title}\n\n| Tag | Severity | Facility | Template |\n|---|---|---|---|\n");
        let begin = format!("KMD_{group}_");
        for tag in KmdTag::ALL.iter().filter(|tag| tag.as_str().starts_with(&begin)) {
            let template = tag.template().replace('|', "\\|");
            text += &format!(
                "| [`{tag}`](crate::events::{tag}) | {} | `{}` | `{template}` |\n",
                tag.severity(),
                tag.facility()
            );
        }
    }
    text
}

/// `UPDATE=1 cargo test -p kmd-tests --test repository` writes the table.
#[test]
fn the_table_lists_every_message() {
    let file = root().join("kmd-events/src/guide/messages.md");
    let table = table();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &table).expect("written");
    }
    assert_eq!(fs::read_to_string(&file).expect("the table"), table);
    assert_eq!(table.matches("\n| [`KMD_").count(), KmdTag::ALL.len(), "a message is in no group");
}
