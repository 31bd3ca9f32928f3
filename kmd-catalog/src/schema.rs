//! The keys of a catalog. `parse` goes by these tables, and so does the JSON Schema.

use crate::keywords::{FACILITIES, KINDS, Keyword, SEVERITIES};

/// A key and what it holds.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub kind: ValueKind,
    /// What it is for.
    pub description: &'static str,
}

/// What a key holds.
#[derive(Debug)]
pub enum ValueKind {
    /// Any string.
    String,
    /// A string that matches a pattern.
    Pattern(&'static StringPattern),
    /// A keyword.
    Enum(&'static [Keyword]),
    /// The name of a field type.
    FieldType,
    /// A list of strings that match a pattern.
    List(&'static StringPattern),
    /// A mapping with these keys.
    Map(&'static [Key]),
    /// A mapping whose keys match a pattern, and whose values are mappings with these keys.
    MapOf(&'static StringPattern, &'static [Key]),
}

/// The form of a string, as far as a JSON Schema can express it; `validate` has all rules.
#[derive(Debug)]
pub struct StringPattern {
    /// The fewest characters.
    pub min_len: usize,
    /// The most characters.
    pub max_len: usize,
    /// A regular expression.
    pub regex: &'static str,
}

/// The characters of a tag, an SD-ID and the name of a placeholder: MSGID, SD-ID and PARAM-NAME have at most 32
/// (RFC 5424, section 6).
pub const MAX_NAME_LEN: usize = 32;

/// The bytes of a template.
pub const MAX_TEMPLATE_LEN: usize = 8_192;

/// The characters of a prefix, which `_` and at least one character follow in a tag.
pub const MAX_PREFIX_LEN: usize = MAX_NAME_LEN - 2;

/// The characters of a process name: TAG of RFC 3164, section 4.1.3, has at most 32, and APP-NAME of RFC 5424,
/// section 6, has room for more.
pub const MAX_PROCESS_LEN: usize = 32;

/// The different placeholders of a message.
pub const MAX_PLACEHOLDERS: usize = 64;

const fn pattern(min_len: usize, max_len: usize, regex: &'static str) -> StringPattern {
    StringPattern { min_len, max_len, regex }
}

static PREFIX: StringPattern = pattern(1, MAX_PREFIX_LEN, "^[A-Z]([A-Z0-9_]*[A-Z0-9])?$");
static TAG: StringPattern = pattern(3, MAX_NAME_LEN, "^[A-Z][A-Z0-9_]*_[A-Z0-9_]+$");
static PROCESS: StringPattern = pattern(1, MAX_PROCESS_LEN, r"^[!-9;-Z\\^-~]+$");
static SD_ID: StringPattern = pattern(1, MAX_NAME_LEN, r"^[!#-<>-\\^-~]+$");
static PLACEHOLDER: StringPattern = pattern(1, MAX_NAME_LEN, "^[a-z][a-z0-9-]*$");
static TEMPLATE: StringPattern =
    pattern(1, MAX_TEMPLATE_LEN, r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+$");

const fn required(name: &'static str, kind: ValueKind, description: &'static str) -> Key {
    Key { name, required: true, kind, description }
}

const fn optional(name: &'static str, kind: ValueKind, description: &'static str) -> Key {
    Key { name, required: false, kind, description }
}

/// The keys of a catalog.
pub static CATALOG: &[Key] = &[
    required("prefix", ValueKind::Pattern(&PREFIX), "The prefix of every tag, before an underscore: `APP`."),
    required("process", ValueKind::Pattern(&PROCESS), "The name of the process in a log line."),
    optional(
        "sd-id",
        ValueKind::Pattern(&SD_ID),
        "The name of the structured data element (SD-ID of RFC 5424): `app@32473`.",
    ),
    optional("placeholders", ValueKind::MapOf(&PLACEHOLDER, PLACEHOLDER_KEYS), "The placeholders of all templates."),
    required("messages", ValueKind::MapOf(&TAG, MESSAGE), "The messages by tag."),
];

/// The keys of a placeholder in the catalog's `placeholders`.
pub static PLACEHOLDER_KEYS: &[Key] = &[
    required("type", ValueKind::FieldType, "The type of its values."),
    required("description", ValueKind::String, "What a value is; Markdown."),
];

/// The keys of a message.
pub static MESSAGE: &[Key] = &[
    required(
        "template",
        ValueKind::Pattern(&TEMPLATE),
        "The exact text: `{name}` is a placeholder, `{{` and `}}` are braces.",
    ),
    required("type", ValueKind::Enum(KINDS), "Whether the message reports an error or an event."),
    required("severity", ValueKind::Enum(SEVERITIES), "How serious the message is (RFC 5424, section 6.2.1)."),
    required(
        "facility",
        ValueKind::Enum(FACILITIES),
        "The part of the system that the message comes from (RFC 5424, section 6.2.1).",
    ),
    required("description", ValueKind::String, "What happened; Markdown."),
    optional("cause", ValueKind::String, "Why it may have happened; Markdown."),
    optional("action", ValueKind::String, "What an operator can do about it; Markdown."),
    optional("note", ValueKind::String, "An oddity of the text, or a related message; Markdown."),
    optional(
        "alternatives",
        ValueKind::List(&TEMPLATE),
        "Other templates, for parsing only. A placeholder of type `text` may be missing in them.",
    ),
    optional(
        "placeholders",
        ValueKind::MapOf(&PLACEHOLDER, TYPE_OVERRIDE),
        "Types of placeholders that differ in this message.",
    ),
    optional("deprecated", ValueKind::Map(DEPRECATED), "Marks a message that is not to be used anymore."),
];

/// The keys of a placeholder in a message's `placeholders`.
pub static TYPE_OVERRIDE: &[Key] = &[required("type", ValueKind::FieldType, "The type of its values in this message.")];

/// The keys of `deprecated`.
pub static DEPRECATED: &[Key] = &[
    optional("replacement", ValueKind::Pattern(&TAG), "The tag of the message to use instead."),
    optional("note", ValueKind::String, "Why the message is deprecated."),
];
