//! The keys of a catalog. Both `parse` and the JSON Schema are based on these tables.

use crate::field_type::FieldType;
use crate::keywords::{FACILITIES, KINDS, Keyword, SEVERITIES, UNITS};

/// A key of a mapping and the kind of its value.
#[derive(Debug)]
pub struct Key {
    /// The name of the key.
    pub name: &'static str,
    /// Whether the key is required, unless `only_for` or `has_default` says otherwise.
    pub required: bool,
    /// The values of the key `type` with which the key is allowed, or an empty list for a key that is always allowed.
    pub only_for: &'static [FieldType],
    /// Whether `defaults` may contain the value instead.
    pub has_default: bool,
    /// The kind of its value.
    pub kind: ValueKind,
    /// The description of the key in the JSON Schema.
    pub description: &'static str,
}

/// The kind of value that a key has.
#[derive(Debug)]
pub enum ValueKind {
    /// Any string.
    String,
    /// A string that matches a pattern.
    Pattern(&'static StringPattern),
    /// A keyword.
    Enum(&'static [Keyword]),
    /// The name of one of these field types.
    FieldType(&'static [FieldType]),
    /// `true` or `false`, in lower case, in capitals or with a capital.
    Boolean,
    /// The words of an enum, or the name of a placeholder whose words are shared.
    Words,
    /// A list of strings that match a pattern, and the maximum length of the list.
    List(&'static StringPattern, Option<usize>),
    /// A mapping with these keys.
    Map(&'static [Key]),
    /// A mapping whose keys match a pattern, and whose values are mappings with these keys.
    MapOf(&'static StringPattern, &'static [Key]),
}

/// The form of a string, as far as a JSON Schema can express it. The `validate` module has all rules.
#[derive(Debug)]
pub struct StringPattern {
    /// The minimum number of characters.
    pub min_len: usize,
    /// The maximum number of characters.
    pub max_len: usize,
    /// A regular expression.
    pub regex: &'static str,
}

/// The maximum number of characters of an SD-ID or a placeholder name. They are SD-ID and PARAM-NAME in RFC 5424
/// (section 6), which have at most 32.
pub const MAX_NAME_LEN: usize = 32;

/// The maximum number of characters of a tag. Devices have tags that are longer than the MSGID of RFC 5424 (section 6),
/// which has at most 32.
pub const MAX_TAG_LEN: usize = 64;

/// The maximum number of bytes of a template.
pub const MAX_TEMPLATE_LEN: usize = 8_192;

/// The maximum number of characters of a prefix. In a MSGID, `_` and at least one character follow the prefix.
pub const MAX_PREFIX_LEN: usize = 30;

/// The maximum number of characters of a process name. TAG in RFC 3164 (section 4.1.3) has at most 32, and APP-NAME in
/// RFC 5424 (section 6) has at most 48.
pub const MAX_PROCESS_LEN: usize = 32;

/// The maximum number of characters of an attribute of OpenTelemetry or of a field of the Elastic Common Schema. Neither
/// has a limit; the longest names of both have less than 100.
pub const MAX_ATTRIBUTE_LEN: usize = 128;

/// The maximum number of different placeholders of a message.
pub const MAX_PLACEHOLDERS: usize = 64;

/// The maximum number of tails of a message. A parser tries each combination.
pub const MAX_TAILS: usize = 4;

/// The maximum number of words of an enum. Each is a variant that takes time to compile.
pub const MAX_WORDS: usize = 1_000;

/// The beginning of keys for other tools, which are allowed in every mapping with known keys and ignored.
pub const FOREIGN_KEY: &str = "x-";

const fn pattern(min_len: usize, max_len: usize, regex: &'static str) -> StringPattern {
    StringPattern { min_len, max_len, regex }
}

static PREFIX: StringPattern = pattern(1, MAX_PREFIX_LEN, "^[A-Z]([A-Z0-9_]*[A-Z0-9])?$");
static TAG: StringPattern = pattern(3, MAX_TAG_LEN, "^[A-Z][A-Z0-9_]*_[A-Z0-9_]+$");
static PROCESS: StringPattern = pattern(1, MAX_PROCESS_LEN, r"^[!-9;-Z\\^-~]+$");
static SD_ID: StringPattern = pattern(1, MAX_NAME_LEN, r"^[!#-<>-\\^-~]+$");
/// The name of a placeholder.
pub static PLACEHOLDER: StringPattern = pattern(1, MAX_NAME_LEN, "^[a-z][a-z0-9-]*$");

/// A character of one line of plain text without braces, or an escaped brace.
macro_rules! literal {
    () => {
        r"[^{}\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\{\{|\}\}"
    };
}

/// A placeholder, possibly with a format.
macro_rules! placeholder {
    () => {
        r"\{[a-z][a-z0-9-]*(:#?(0[1-9][0-9]?)?(\.[0-9]{1,2})?[xXob]?)?\}"
    };
}

/// The name of an attribute of OpenTelemetry or of a field of the Elastic Common Schema.
pub static ATTRIBUTE: StringPattern = pattern(1, MAX_ATTRIBUTE_LEN, r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$");

static TEMPLATE: StringPattern = pattern(1, MAX_TEMPLATE_LEN, concat!("^(", literal!(), "|", placeholder!(), ")+$"));
static TAIL: StringPattern = pattern(
    1,
    MAX_TEMPLATE_LEN,
    concat!("^(", literal!(), ")+", placeholder!(), "(", literal!(), "|", placeholder!(), ")*$"),
);

/// A word of an enum, or of an absent value.
pub static WORD: StringPattern =
    pattern(1, MAX_TEMPLATE_LEN, r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+$");
/// The name of a variant.
pub static VARIANT: StringPattern = pattern(1, MAX_TEMPLATE_LEN, "^[A-Z][A-Za-z0-9]*$");

/// The patterns that numbers and booleans match. An unquoted `3.10` is the text as written.
pub static MATCH_NUMBERS: [&StringPattern; 4] = [&TEMPLATE, &PROCESS, &SD_ID, &WORD];

const fn required(name: &'static str, kind: ValueKind, description: &'static str) -> Key {
    Key { name, required: true, only_for: &[], has_default: false, kind, description }
}

const fn optional(name: &'static str, kind: ValueKind, description: &'static str) -> Key {
    Key { required: false, ..required(name, kind, description) }
}

impl Key {
    const fn only_for(self, types: &'static [FieldType]) -> Self {
        Self { only_for: types, ..self }
    }

    const fn has_default(self) -> Self {
        Self { has_default: true, ..self }
    }
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
    optional("defaults", ValueKind::Map(DEFAULTS), "The values of keys that a message leaves out."),
    optional("placeholders", ValueKind::MapOf(&PLACEHOLDER, PLACEHOLDER_KEYS), "The placeholders of all templates."),
    required("messages", ValueKind::MapOf(&TAG, MESSAGE), "The messages by tag."),
    optional("removed", ValueKind::MapOf(&TAG, REMOVED), "The tags that were removed, which are never used again."),
];

const TYPE: &str = "Whether the message reports an error or an event.";
const SEVERITY: &str = "The severity of the message (RFC 5424, section 6.2.1).";
const FACILITY: &str = "The part of the system that the message comes from (RFC 5424, section 6.2.1).";
const TAGGED: &str = "Whether the tag is in the text of a line.";

/// The keys of `defaults`.
pub static DEFAULTS: &[Key] = &[
    optional("type", ValueKind::Enum(KINDS), TYPE),
    optional("severity", ValueKind::Enum(SEVERITIES), SEVERITY),
    optional("facility", ValueKind::Enum(FACILITIES), FACILITY),
    optional("tagged", ValueKind::Boolean, TAGGED),
];

/// The keys of a placeholder in the catalog's `placeholders`.
pub static PLACEHOLDER_KEYS: &[Key] = &[
    required("type", ValueKind::FieldType(&FieldType::ALL), "The type of the values."),
    required("description", ValueKind::String, "The meaning of a value (Markdown)."),
    required("unit", ValueKind::Enum(UNITS), UNIT).only_for(&[FieldType::Duration]),
    required(
        "values",
        ValueKind::Words,
        "The words of the enum, or another placeholder with the same words. `{ Variant: 'word' }` names the variant.",
    )
    .only_for(&[FieldType::Enum]),
    optional("open", ValueKind::Boolean, "Whether there can be other words, too.").only_for(&[FieldType::Enum]),
    optional("absent", ValueKind::Pattern(&WORD), ABSENT),
    optional("brackets", ValueKind::Boolean, "Whether an address of IPv6 has brackets before the port.")
        .only_for(&[FieldType::Socket]),
    optional(
        "names",
        ValueKind::Map(EXTERNAL_NAMES),
        "The names of the values in the conventions of others, for the rules of engines that read logs.",
    ),
];

/// The keys of `names`.
pub static EXTERNAL_NAMES: &[Key] = &[
    optional("otel", ValueKind::Pattern(&ATTRIBUTE), "The attribute of OpenTelemetry, such as `network.peer.address`."),
    optional("ecs", ValueKind::Pattern(&ATTRIBUTE), "The field of the Elastic Common Schema, such as `source.ip`."),
];

const UNIT: &str = "The unit in which the duration is printed.";
const ABSENT: &str = "The word that means that there is no value.";

/// The keys of a message.
pub static MESSAGE: &[Key] = &[
    required(
        "template",
        ValueKind::Pattern(&TEMPLATE),
        "The exact text: `{name}` is a placeholder, `{{` and `}}` are braces.",
    ),
    required("type", ValueKind::Enum(KINDS), TYPE).has_default(),
    required("severity", ValueKind::Enum(SEVERITIES), SEVERITY).has_default(),
    required("facility", ValueKind::Enum(FACILITIES), FACILITY).has_default(),
    required("description", ValueKind::String, "The description of the event (Markdown)."),
    optional("cause", ValueKind::String, "The possible cause of the event (Markdown)."),
    optional("action", ValueKind::String, "The recommended action for an operator (Markdown)."),
    optional("note", ValueKind::String, "A remark, such as an oddity of the text or a related message (Markdown)."),
    optional(
        "tail",
        ValueKind::List(&TAIL, Some(MAX_TAILS)),
        "Templates of optional parts that may follow the template, in order.",
    ),
    optional("tagged", ValueKind::Boolean, TAGGED).has_default(),
    optional("since", ValueKind::String, "The release that introduced the message."),
    optional("source", ValueKind::String, "Where the text is documented or was seen (Markdown)."),
    optional(
        "alternatives",
        ValueKind::List(&TEMPLATE, None),
        "Further templates, which are only used for parsing. They may omit placeholders of type `text` or with `absent`.",
    ),
    optional(
        "placeholders",
        ValueKind::MapOf(&PLACEHOLDER, TYPE_OVERRIDE),
        "The types, units and absent words of placeholders that this message overrides.",
    ),
    optional("deprecated", ValueKind::Map(DEPRECATED), "Marks a message that should no longer be used."),
];

/// The keys of a placeholder in a message's `placeholders`.
pub static TYPE_OVERRIDE: &[Key] = &[
    optional("type", ValueKind::FieldType(&TYPES_WITHOUT_ENUM), "The type of the values in this message."),
    required("unit", ValueKind::Enum(UNITS), UNIT).only_for(&[FieldType::Duration]),
    optional("absent", ValueKind::Pattern(&WORD), ABSENT),
];

/// The types that a message can give a placeholder. An enum is declared once.
static TYPES_WITHOUT_ENUM: [FieldType; FieldType::ALL.len() - 1] = {
    let [types @ .., FieldType::Enum] = FieldType::ALL else { panic!("the enum is the last type") };
    types
};

/// The keys of a tag in `removed`.
pub static REMOVED: &[Key] = &[
    optional("replacement", ValueKind::Pattern(&TAG), "The tag of the message to use instead."),
    optional("note", ValueKind::String, "Why the message was removed."),
];

/// The keys of `deprecated`.
pub static DEPRECATED: &[Key] = &[
    optional("replacement", ValueKind::Pattern(&TAG), "The tag of the message to use instead."),
    optional("note", ValueKind::String, "Why the message is deprecated."),
];
