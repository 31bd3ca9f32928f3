//! The guide that lists all messages.

use std::fs;

use kmd_events::iked::IkeTag;
use kmd_events::{KmdTag, Message};
use kmd_tests::cargo::root;

/// The groups of the chapter's tags and what each is about.
const GROUPS: &[(&str, &str)] = &[
    ("CFG", "Logical interfaces"),
    ("DPD", "Dead peer detection and failover"),
    ("PM", "Policy manager: IKE and IPsec negotiation"),
    ("SNMP", "SNMP statistics"),
    ("VPN", "VPN status"),
];

const INTRODUCTION: &str = "This page lists the messages of `kmd` and `iked`. Each tag links to the struct of its event.

The first sections have the 91 messages of the chapter \"KMD System Log Messages\" of the Junos system log reference. Their
templates are exactly as documented, with their misspellings.
";

const LATER: &str = "
# Later messages of `kmd`

The reference does not have these 13 messages. They are known from published logs or, in six cases, only from programs that read
logs. The note of each message says how certain its text, its severity and its facility are. A tag in parentheses does not appear
in lines. Devices also print optional parts after the texts of `KMD_VPN_DOWN_ALARM_USER` and `KMD_VPN_UP_ALARM_USER`. The
reference does not have these parts either, but the structs of the two messages do.
";

const IKED: &str = "
# Messages of `iked`

These 4 messages are in the module [`iked`](crate::iked), which needs the feature of the same name. Their texts are those of
published logs.
";

fn table() -> String {
    let mut text = INTRODUCTION.to_owned();
    let is_later = |tag: &KmdTag| tag.message().since().is_some();
    for (group, title) in GROUPS {
        text += &format!("\n# {title}\n\n| Tag | Severity | Facility | Template |\n|---|---|---|---|\n");
        let begin = format!("KMD_{group}_");
        for tag in KmdTag::ALL.iter().filter(|tag| !is_later(tag) && tag.as_str().starts_with(&begin)) {
            text += &format!("| [`{tag}`](crate::events::{tag}) |{}\n", cells(tag.message()));
        }
    }
    text += LATER;
    text += HEAD;
    for tag in KmdTag::ALL.iter().filter(|tag| is_later(tag)) {
        text += &later_row("crate::events", tag.message());
    }
    text += IKED;
    text += HEAD;
    for tag in IkeTag::ALL {
        text += &later_row("crate::iked::events", tag.message());
    }
    text
}

/// The head of the tables of messages that have a source.
const HEAD: &str = "\n| Tag | Severity | Facility | Template | Since | Source |\n|---|---|---|---|---|---|\n";

/// Returns the cells of a message after its tag.
fn cells(message: &Message) -> String {
    let template = message.template().replace('|', "\\|");
    format!(" {} | `{}` | `{template}` |", message.severity(), message.facility())
}

/// Returns the row of a message that has a source.
fn later_row(module: &str, message: &Message) -> String {
    let (tag, cells) = (message.tag(), cells(message));
    let (since, source) = (message.since().expect("a release"), message.source().expect("a source"));
    let link = format!("[`{tag}`]({module}::{tag})");
    let link = if message.is_tagged() { link } else { format!("({link})") };
    format!("| {link} |{cells} {since} | {source} |\n")
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
    let rows =
        |begin: &str| table.lines().filter(|line| line.trim_start_matches(['|', ' ', '(']).starts_with(begin)).count();
    assert_eq!(rows("[`KMD_"), 91 + 13, "a message is in no group");
    assert_eq!(rows("[`IKE_"), IkeTag::ALL.len());
}
