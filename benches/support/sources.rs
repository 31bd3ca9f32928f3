//! The sources of the projects that are built.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kmd_events::{FieldType, KmdTag, Message, Piece};

/// A program with one event, built from its struct.
pub(crate) const ONE_STRUCT: &str = r#"
fn main() {
    let name = std::env::args().next().unwrap_or_default();
    println!("{}", kmd_events::events::PmSaPeerNotFound { sa_name: name.into() });
}
"#;

/// A program with one event, built by a macro call.
pub(crate) const ONE_ENUM: &str = r#"
fn main() {
    let name = std::env::args().next().unwrap_or_default();
    println!("{}", kmd_events::kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: name }));
}
"#;

/// A program that prints the same text without an event.
pub(crate) const PLAIN: &str = r#"
fn main() {
    let name = std::env::args().next().unwrap_or_default();
    println!("Unable to find active peer for SA {name}");
}
"#;

/// A crate with only a catalog.
pub(crate) const OWN_CATALOG: &str = "kmd_events::catalog!(\"big.yaml\");\nfn main() {}\n";

/// A library that exports a catalog.
pub(crate) const EXPORTED_CATALOG: &str = "kmd_events::catalog!(pub \"big.yaml\");\n";

/// The catalog whose events are built.
#[derive(Clone, Copy)]
pub(crate) enum Catalog {
    /// The 91 messages of the reference in the catalog of `kmd-events`.
    Kmd,
    /// The result of [`catalog`] with 1,000 messages.
    Big,
}

/// Returns a catalog with this number of messages, which repeats the 91 messages under other tags.
pub(crate) fn catalog(count: usize) -> String {
    let mut placeholders = BTreeMap::new();
    let mut messages = String::new();
    for (index, tag) in reference().cycle().take(count).enumerate() {
        let message = tag.message();
        let mut own = Vec::new();
        for placeholder in message.placeholders().iter().filter(|placeholder| !placeholder.is_optional()) {
            let field_type = placeholder.field_type().as_str();
            let declared = placeholders.entry(placeholder.name()).or_insert((field_type, placeholder.description()));
            if declared.0 != field_type {
                own.push(format!("{}: {{ type: {field_type} }}", placeholder.name()));
            }
        }
        let _ = write!(
            messages,
            "  BIG_M{index}:\n    template: {}\n    type: {}\n    severity: {}\n    facility: {}\n    description: {}\n",
            quoted(message.template()),
            message.kind(),
            message.severity(),
            message.facility(),
            quoted(message.description()),
        );
        for (key, text) in [("cause", message.cause()), ("action", message.action()), ("note", message.note())] {
            if let Some(text) = text {
                let _ = writeln!(messages, "    {key}: {}", quoted(text));
            }
        }
        if !own.is_empty() {
            let _ = writeln!(messages, "    placeholders: {{ {} }}", own.join(", "));
        }
    }
    let mut text = String::from("prefix: BIG\nprocess: big\nplaceholders:\n");
    for (name, (field_type, description)) in placeholders {
        let _ = writeln!(text, "  {name}: {{ type: {field_type}, description: {} }}", quoted(description));
    }
    text + "messages:\n" + &messages
}

/// Returns the tags of the messages of the reference.
fn reference() -> impl Iterator<Item = &'static KmdTag> + Clone {
    KmdTag::ALL.iter().filter(|tag| tag.message().since().is_none())
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Returns functions that each build an event, by the macro or by a struct literal.
pub(crate) fn calls(catalog: Catalog, count: u32, by_macro: bool) -> String {
    let mut text = String::from("use std::net::IpAddr;\n");
    let tags = reference().cycle();
    let events = match catalog {
        Catalog::Kmd => "kmd_events::KmdEvent",
        Catalog::Big => "big::BigEvent",
    };
    for (index, tag) in (0..count).zip(tags) {
        let message = tag.message();
        let (call, path, variant) = match catalog {
            Catalog::Kmd => (format!("kmd_events::kmd_event!({}", tag.as_str()), "kmd_events", format!("{tag:?}")),
            Catalog::Big => {
                let name = format!("M{}", index % 1_000);
                (format!("big::big_event!(BIG_{name}"), "big", name)
            }
        };
        // The large catalog repeats the 91 messages.
        let message = match catalog {
            Catalog::Kmd => message,
            Catalog::Big => reference().cycle().nth(index as usize % 1_000).expect("a tag").message(),
        };
        let fields = fields(message, catalog, by_macro);
        let event = if by_macro {
            format!("{call} {fields})")
        } else {
            format!("{events}::{variant}({path}::events::{variant} {fields})")
        };
        let _ = writeln!(
            text,
            "pub fn f{index}(text: &str, address: IpAddr) -> {events}<'_> {{ let _ = (text, address); {event} }}"
        );
    }
    text
}

/// Returns a program with a catalog of its own, which prints an event of the first message.
pub(crate) fn own_catalog() -> String {
    let message = reference().next().expect("a message").message();
    program(
        "kmd_events::catalog!(\"big.yaml\");",
        &format!("big_event!(BIG_M0 {})", fields(message, Catalog::Big, true)),
    )
}

/// Returns a program with a `thiserror` enum of this number of messages, which prints the first one.
pub(crate) fn thiserror(count: usize) -> String {
    let mut variants = String::new();
    for (index, tag) in reference().take(count).enumerate() {
        let message = tag.message();
        let (mut template, mut fields) = (String::new(), String::new());
        for piece in message.pieces() {
            match *piece {
                Piece::Literal(text) => template += &text.replace('{', "{{").replace('}', "}}"),
                Piece::Placeholder(index) => {
                    let _ = write!(template, "{{{}}}", field(message.placeholders()[index].name()));
                }
                other => panic!("{other:?} is not in the messages of the reference"),
            }
        }
        for placeholder in message.placeholders().iter().filter(|placeholder| !placeholder.is_optional()) {
            let field_type = match placeholder.field_type() {
                FieldType::Text => "&'a str",
                FieldType::Ip => "IpAddr",
                integer => integer.as_str(),
            };
            let _ = write!(fields, "{}: {field_type}, ", field(placeholder.name()));
        }
        let description = message.description();
        let _ = writeln!(variants, "    /// {description}\n    #[error({template:?})]\n    M{index} {{ {fields}}},");
    }
    let message = reference().next().expect("a message").message();
    program(
        &format!("#[derive(Debug, thiserror::Error)]\npub enum Event<'a> {{\n{variants}}}"),
        &format!("Event::M0 {}", fields(message, Catalog::Big, true)),
    )
}

/// Returns a program that prints an event.
fn program(items: &str, event: &str) -> String {
    format!(
        "use std::net::IpAddr;\n\n{items}\n\nfn main() {{\n    let text = &*std::env::args().next().unwrap_or_default();\n    \
         let address = IpAddr::from([127, 0, 0, 1]);\n    let _ = (text, address);\n    println!(\"{{}}\", {event});\n}}\n"
    )
}

/// Returns the name of a field. The derive macro of `thiserror` does not accept `r#type` in a template.
fn field(placeholder: &str) -> String {
    placeholder.replace('-', "_").replace("type", "kind")
}

/// Returns the fields of an event. The large catalog does not have the optional ones.
fn fields(message: &Message, catalog: Catalog, by_macro: bool) -> String {
    let can_omit = by_macro || matches!(catalog, Catalog::Big);
    let mut text = String::new();
    for placeholder in message.placeholders() {
        let value = match placeholder.field_type() {
            _ if placeholder.is_optional() && can_omit => continue,
            _ if placeholder.is_optional() => "None",
            FieldType::Text if by_macro => "text",
            FieldType::Text => "text.into()",
            FieldType::Ip => "address",
            _ => "7",
        };
        let name = match placeholder.name() {
            "type" => "r#type".to_owned(),
            name => name.replace('-', "_"),
        };
        let _ = write!(text, "{name}: {value}, ");
    }
    if text.is_empty() { text } else { format!("{{ {text}}}") }
}
