//! The 91 messages as others would write them, made from the catalogue.

use std::fmt::Write as _;

use kmd_events::{FieldType, KmdTag, Message, Piece};

/// The best that was found: the standard library takes five times as long for IPv4.
const PUSH_ADDRESS: &str = "
fn push_address(out: &mut String, address: IpAddr) {
    match address {
        IpAddr::V4(address) => {
            let mut digits = itoa::Buffer::new();
            let [first, rest @ ..] = address.octets();
            out.push_str(digits.format(first));
            for octet in rest {
                out.push('.');
                out.push_str(digits.format(octet));
            }
        }
        IpAddr::V6(address) => {
            std::fmt::Write::write_fmt(out, format_args!(\"{address}\")).expect(\"room\");
        }
    }
}
";

/// The file `peers.rs`.
pub(crate) fn peers() -> String {
    let mut text = String::from(
        "// Written by `UPDATE=1 cargo test -p kmd-benches --test peers`; see generate.rs.\n\n\
         use std::fmt;\nuse std::net::IpAddr;\n\nuse kmd_events::KmdEvent;\n",
    );
    let thiserror = |message: &Message| format!("#[error({})]", format(message));
    let displaydoc = |message: &Message| format!("/// {}", template(message));
    let none = |_: &Message| String::new();
    text += &enumeration(
        "Thiserror",
        "#[derive(Debug, thiserror::Error)]",
        "&'a str",
        thiserror,
    );
    text += &enumeration(
        "Displaydoc",
        "#[derive(displaydoc::Display)]",
        "&'a str",
        displaydoc,
    );
    text += &enumeration("Written", "", "&'a str", none);
    text += "\nimpl fmt::Display for Written<'_> {\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {\n        match self {\n";
    for tag in KmdTag::ALL {
        let (message, names) = (tag.message(), names(tag.message()));
        let format = format(message);
        let _ = writeln!(
            text,
            "            Self::{tag:?} {{ {names} }} => write!(f, {format}),"
        );
    }
    text += "        }\n    }\n}\n";
    for name in ["Thiserror", "Displaydoc", "Written"] {
        text += &conversion(name);
    }
    text += &function("write", |message| {
        format!(
            "std::fmt::Write::write_fmt(out, format_args!({})).expect(\"room\")",
            format(message)
        )
    });
    text += &function("by_hand", by_hand);
    text + PUSH_ADDRESS
}

/// The enum of all messages with `thiserror`, in a crate of its own.
#[allow(dead_code, reason = "some programs want only the other")]
pub(crate) fn thiserror() -> String {
    let variant = |message: &Message| format!("#[error({})]", format(message));
    "use std::net::IpAddr;\n".to_owned()
        + &enumeration(
            "Event",
            "#[derive(Debug, thiserror::Error)]",
            "&'a str",
            variant,
        )
}

/// An enum with a variant a message.
fn enumeration(
    name: &str,
    derive: &str,
    text_type: &str,
    attribute: impl Fn(&Message) -> String,
) -> String {
    let mut text = format!("\n{derive}\npub enum {name}<'a> {{\n");
    for tag in KmdTag::ALL {
        let message = tag.message();
        let _ = writeln!(text, "    {}\n    {tag:?} {{", attribute(message));
        for placeholder in message.placeholders() {
            let field_type = match placeholder.field_type() {
                FieldType::Text => text_type,
                FieldType::Ip => "IpAddr",
                integer => integer.as_str(),
            };
            let _ = writeln!(text, "        {}: {field_type},", field(placeholder.name()));
        }
        text += "    },\n";
    }
    text + "}\n"
}

/// From our events to those of a peer.
fn conversion(name: &str) -> String {
    let mut text = format!(
        "\nimpl<'a> From<&'a KmdEvent<'a>> for {name}<'a> {{\n    fn from(event: &'a KmdEvent<'a>) -> Self {{\n        match event {{\n"
    );
    for tag in KmdTag::ALL {
        let mut fields = String::new();
        for placeholder in tag.message().placeholders() {
            let (theirs, ours) = (field(placeholder.name()), rust_name(placeholder.name()));
            let value = match placeholder.field_type() {
                FieldType::Text => format!("&event.{ours}"),
                _ => format!("event.{ours}"),
            };
            let _ = write!(fields, "{theirs}: {value}, ");
        }
        let _ = writeln!(
            text,
            "            KmdEvent::{tag:?}({}) => Self::{tag:?} {{ {fields}}},",
            binding(tag.message())
        );
    }
    text + "            _ => unreachable!(),\n        }\n    }\n}\n"
}

/// A function that appends an event.
fn function(name: &str, body: impl Fn(&Message) -> String) -> String {
    let mut text =
        format!("\npub fn {name}(event: &KmdEvent<'_>, out: &mut String) {{\n    match event {{\n");
    for tag in KmdTag::ALL {
        let message = tag.message();
        let mut fields = String::new();
        for placeholder in message.placeholders() {
            let (name, ours) = (field(placeholder.name()), rust_name(placeholder.name()));
            let reference = match placeholder.field_type() {
                FieldType::Text => "&*",
                _ => "&",
            };
            let _ = write!(fields, "let {name} = {reference}event.{ours}; ");
        }
        let _ = writeln!(
            text,
            "        KmdEvent::{tag:?}({}) => {{ {fields}{} }}",
            binding(message),
            body(message)
        );
    }
    text + "        _ => unreachable!(),\n    }\n}\n"
}

/// Literals and values pushed one after the other.
fn by_hand(message: &Message) -> String {
    let mut text = String::new();
    for piece in message.pieces() {
        let _ = match piece {
            Piece::Literal(literal) => write!(text, "out.push_str({literal:?}); "),
            Piece::Placeholder(index) => {
                let placeholder = message.placeholders()[*index];
                let name = field(placeholder.name());
                match placeholder.field_type() {
                    FieldType::Text => write!(text, "out.push_str({name}); "),
                    FieldType::Ip => write!(text, "push_address(out, *{name}); "),
                    _ => write!(text, "out.push_str(itoa::Buffer::new().format(*{name})); "),
                }
            }
        };
    }
    text
}

/// The template as a literal for `format_args!`.
fn format(message: &Message) -> String {
    format!("{:?}", template(message))
}

/// The template with the names of the fields.
fn template(message: &Message) -> String {
    let mut text = String::new();
    for piece in message.pieces() {
        match piece {
            Piece::Literal(literal) => text += &literal.replace('{', "{{").replace('}', "}}"),
            Piece::Placeholder(index) => {
                let _ = write!(text, "{{{}}}", field(message.placeholders()[*index].name()));
            }
        }
    }
    text
}

fn names(message: &Message) -> String {
    let names: Vec<String> = message
        .placeholders()
        .iter()
        .map(|placeholder| field(placeholder.name()))
        .collect();
    names.join(", ")
}

fn binding(message: &Message) -> &'static str {
    if message.placeholders().is_empty() {
        "_"
    } else {
        "event"
    }
}

/// A peer's name of a field; `type` is a keyword, which not all of them can name in a format.
fn field(placeholder: &str) -> String {
    placeholder.replace('-', "_").replace("type", "kind")
}

/// Our name of a field.
fn rust_name(placeholder: &str) -> String {
    match placeholder {
        "type" => "r#type".to_owned(),
        name => name.replace('-', "_"),
    }
}
