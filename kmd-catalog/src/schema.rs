//! The keys of a catalogue. `read` goes by these tables, and the JSON Schema is made from them.

use crate::field_type::FieldType;
use crate::keywords::{FACILITIES, KINDS, Keyword, SEVERITIES};

/// A key and what may stand behind it.
#[derive(Debug)]
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "the meaning is for the schema, which a test makes"
    )
)]
pub struct Key {
    pub name: &'static str,
    pub required: bool,
    pub holds: Holds,
    /// What it says, for whoever writes a catalogue.
    pub meaning: &'static str,
}

/// What may stand behind a key.
#[derive(Debug)]
#[cfg_attr(not(test), expect(dead_code, reason = "the shapes are for the schema"))]
pub enum Holds {
    /// Any text.
    Text,
    /// A text of this shape.
    Shaped(&'static Shape),
    /// One of these words.
    OneOf(&'static [Keyword]),
    /// The name of a field type.
    FieldType,
    /// A list of texts of this shape.
    List(&'static Shape),
    /// A map with these keys.
    Map(&'static [Key]),
    /// A map with names of this shape, each with a map with these keys.
    Named(&'static Shape, &'static [Key]),
}

/// What a text must look like, as far as a schema can say it; `check` says it all.
#[derive(Debug)]
#[cfg_attr(not(test), expect(dead_code, reason = "the shapes are for the schema"))]
pub struct Shape {
    pub shortest: usize,
    pub longest: usize,
    /// A regular expression.
    pub pattern: &'static str,
}

/// RFC 5424 section 6: MSGID, PARAM-NAME and SD-ID have at most 32 characters.
pub const LONGEST_NAME: usize = 32;

/// Bytes of a template.
pub const LONGEST_TEMPLATE: usize = 8_192;

/// A tag goes on behind its prefix, with `_` and a character at least.
pub const LONGEST_PREFIX: usize = LONGEST_NAME - 2;

/// RFC 3164 section 4.1.3: TAG has at most 32 characters, and APP-NAME of RFC 5424 section 6 has room for more.
pub const LONGEST_PROCESS: usize = 32;

static PREFIX: Shape = Shape {
    shortest: 1,
    longest: LONGEST_PREFIX,
    pattern: "^[A-Z]([A-Z0-9_]*[A-Z0-9])?$",
};
static TAG: Shape = Shape {
    shortest: 3,
    longest: LONGEST_NAME,
    pattern: "^[A-Z][A-Z0-9_]*_[A-Z0-9_]+$",
};
static PROCESS: Shape = Shape {
    shortest: 1,
    longest: LONGEST_PROCESS,
    pattern: r"^[!-9;-Z\\^-~]+$",
};
static SD_ID: Shape = Shape {
    shortest: 1,
    longest: LONGEST_NAME,
    pattern: "^[!#-<>-\\\\^-~]+$",
};
static PLACEHOLDER: Shape = Shape {
    shortest: 1,
    longest: LONGEST_NAME,
    pattern: "^[a-z][a-z0-9-]*$",
};
static TEMPLATE: Shape = Shape {
    shortest: 1,
    longest: LONGEST_TEMPLATE,
    pattern: "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+$",
};

const fn required(name: &'static str, holds: Holds, meaning: &'static str) -> Key {
    Key {
        name,
        required: true,
        holds,
        meaning,
    }
}

const fn optional(name: &'static str, holds: Holds, meaning: &'static str) -> Key {
    Key {
        name,
        required: false,
        holds,
        meaning,
    }
}

/// The top of a catalogue.
pub static CATALOG: &[Key] = &[
    required(
        "prefix",
        Holds::Shaped(&PREFIX),
        "What every tag begins with, before an underscore: `APP`.",
    ),
    required(
        "process",
        Holds::Shaped(&PROCESS),
        "The name of the process in a log line.",
    ),
    optional(
        "sd-id",
        Holds::Shaped(&SD_ID),
        "The name of the structured data element (RFC 5424 SD-ID): `app@32473`.",
    ),
    optional(
        "placeholders",
        Holds::Named(&PLACEHOLDER, PLACEHOLDER_KEYS),
        "What each name in braces stands for.",
    ),
    required(
        "messages",
        Holds::Named(&TAG, MESSAGE),
        "The messages by their tags.",
    ),
];

/// An entry under `placeholders` of the catalogue.
pub static PLACEHOLDER_KEYS: &[Key] = &[
    required("type", Holds::FieldType, "What values it takes."),
    required("description", Holds::Text, "What it stands for."),
];

/// An entry under `messages`.
pub static MESSAGE: &[Key] = &[
    required(
        "template",
        Holds::Shaped(&TEMPLATE),
        "The exact text: `{name}` is a placeholder, `{{` and `}}` are braces.",
    ),
    required(
        "type",
        Holds::OneOf(KINDS),
        "Whether it reports an error or an event.",
    ),
    required(
        "severity",
        Holds::OneOf(SEVERITIES),
        "How serious it is (RFC 5424 section 6.2.1).",
    ),
    required(
        "facility",
        Holds::OneOf(FACILITIES),
        "What part of the system it comes from (RFC 5424 section 6.2.1).",
    ),
    required("description", Holds::Text, "What happened; Markdown."),
    optional("cause", Holds::Text, "Why it may have happened; Markdown."),
    optional(
        "action",
        Holds::Text,
        "What an operator can do about it; Markdown.",
    ),
    optional(
        "note",
        Holds::Text,
        "An oddity of the text, or a related message; Markdown.",
    ),
    optional(
        "alternatives",
        Holds::List(&TEMPLATE),
        "Other wordings of the text, for reading alone; a placeholder of type text may be missing.",
    ),
    optional(
        "placeholders",
        Holds::Named(&PLACEHOLDER, OWN_TYPE),
        "Types that differ in this message alone.",
    ),
    optional(
        "deprecated",
        Holds::Map(DEPRECATED),
        "That it is not to be used any more: what instead, or why.",
    ),
];

/// An entry under `placeholders` of a message.
pub static OWN_TYPE: &[Key] = &[required(
    "type",
    Holds::FieldType,
    "What values it takes in this message.",
)];

/// `deprecated` of a message.
pub static DEPRECATED: &[Key] = &[
    optional(
        "replacement",
        Holds::Shaped(&TAG),
        "The tag of the message to use instead.",
    ),
    optional("note", Holds::Text, "Why."),
];

/// The names of all field types.
pub fn field_types() -> [&'static str; 10] {
    FieldType::ALL.map(FieldType::as_str)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::{Map, Value, json};

    use super::*;

    fn schema_of(holds: &Holds) -> Value {
        match holds {
            Holds::Text => json!({ "type": "string", "minLength": 1 }),
            Holds::Shaped(shape) => shaped(shape),
            Holds::OneOf(words) => {
                let words: Vec<&str> = words.iter().map(|word| word.name).collect();
                json!({ "enum": words })
            }
            Holds::FieldType => json!({ "enum": field_types() }),
            Holds::List(shape) => json!({ "type": "array", "items": shaped(shape) }),
            Holds::Map(keys) => map(keys),
            Holds::Named(shape, keys) => json!({
                "type": "object",
                "propertyNames": shaped(shape),
                "additionalProperties": map(keys),
            }),
        }
    }

    fn shaped(shape: &Shape) -> Value {
        json!({
            "type": "string",
            "minLength": shape.shortest,
            "maxLength": shape.longest,
            "pattern": shape.pattern,
        })
    }

    fn map(keys: &[Key]) -> Value {
        let properties: Map<String, Value> = keys
            .iter()
            .map(|key| {
                let mut schema = schema_of(&key.holds);
                schema["description"] = json!(key.meaning);
                if key.required && matches!(key.holds, Holds::Named(..)) {
                    schema["minProperties"] = json!(1);
                }
                (key.name.to_owned(), schema)
            })
            .collect();
        let required: Vec<&str> = keys
            .iter()
            .filter(|key| key.required)
            .map(|key| key.name)
            .collect();
        json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
            "minProperties": 1,
        })
    }

    /// The schema beside the catalogue is made from these tables. After a change:
    /// `UPDATE=1 cargo test -p kmd-macros schema`.
    #[test]
    fn the_schema_is_made_from_the_keys() {
        let mut schema = map(CATALOG);
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!("A catalogue of log messages for kmd_events::catalog!");
        let text = format!("{schema:#}\n");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog.schema.json");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&file, &text).expect("written");
        }
        let Ok(found) = std::fs::read_to_string(&file) else {
            // The packaged crate has no folder beside it.
            assert!(
                !file
                    .parent()
                    .is_some_and(|root| root.join("kmd-events").exists())
            );
            return;
        };
        assert!(
            found == text,
            "catalog.schema.json is not what the tables say:\n{text}"
        );
    }
}
