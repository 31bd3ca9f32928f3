//! A catalog of all types, formats, enums and tails whose tables are built here and not by the macro.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use kmd_events::__private::{self, MessageSet, Output, ParsedValue, TagTable, Then, TypedEvent, Values};
use kmd_events::{
    Catalog, CatalogEvent, DurationUnit, FieldType, FormatSpec, Message, ParseTagError, Piece, Placeholder, Radix,
    Record, Tag, Value,
};

const N: usize = 17;

const TAGS: [&str; N] = [
    "LAB_RUN",
    "LAB_LOGIN",
    "LAB_CLOSED",
    "LAB_MIDDLE",
    "LAB_NUMBERS",
    "LAB_MORE",
    "LAB_TAILS",
    "LAB_ABSENT",
    "LAB_UNITS",
    "LAB_FLOATS",
    "LAB_LOST",
    "LAB_FOUND",
    "LAB_KINDS",
    "LAB_PAIR",
    "LAB_HARD",
    "LAB_CODES",
    "LAB_TWICE",
];

/// The template, the tails and the alternatives of each message.
pub const TEMPLATES: [(&str, &[&str], &[&str]); N] = [
    (
        "Run 0x{serial:08x} {phase} after {elapsed} ms at {bench} from {net}, ratio {ratio:.3}",
        &[" operator {operator}"],
        &[],
    ),
    ("Accepted for {validity}{user} from {p}", &[], &[]),
    ("closed {a}{suffix}", &[], &[]),
    ("{a}{state}{b}.", &[], &[]),
    ("{n:#x} {n} {i:04} {i:X} {w:#066b} {serial:#o} {q:x}", &[], &[]),
    ("{m} {cap:X} {flag} {bare} {size:o} {signed} {n:003}", &[], &[]),
    ("T {a}", &[" b {b}", " n {t}", " s {last} up", " k {kind}"], &[]),
    ("user {name} on {port} ({host})", &[], &["unknown on {port} ({host})"]),
    ("{since} s {tick} ns {micro:.2} us {elapsed:.0} ms", &[], &[]),
    ("{ratio:.0} {share:08.2}", &[], &[]),
    ("bench lost: {a}", &[], &[]),
    ("bench found {n} times", &[" at {t}"], &[]),
    ("kind {kind} of {state}", &[], &["a {state}"]),
    ("{n}{factor}", &[], &[]),
    ("{a}{suffix}:{b}{state}", &[], &[]),
    ("{serial:x}{state}{q:o}", &[], &[]),
    ("{a}{state}{a}-{state}", &[], &[]),
];

pub static CATALOG: Catalog = Catalog::new("LAB", "LAB_D", Some("lab@32473"), true);

/// Returns the placeholder with a name.
pub fn placeholder(name: &'static str) -> Placeholder {
    use FieldType::{
        Bool, Duration, Enum, F64, I16, I64, Ip, Isize, Mac, Prefix, Socket, Text, U8, U16, U32, U64, Usize,
    };
    let new = |field_type| Placeholder::new(name, field_type, "A value.");
    let words = |words: &'static [&'static str]| new(Enum).with_words(words, false);
    let unit = |unit| new(Duration).with_unit(unit);
    let absent = |word, field_type| new(field_type).with_option().with_absent(word);
    match name {
        "a" | "b" | "user" | "operator" => new(Text),
        "name" => absent("Not-Available", Text),
        "port" => absent("-", U16),
        "host" => absent("none", Ip),
        "t" => new(I64).with_option(),
        "p" => new(Ip),
        "bench" => new(Socket),
        "bare" => new(Socket).with_bare_address(),
        "net" => new(Prefix),
        "m" | "cap" => new(Mac),
        "flag" => new(Bool),
        "n" => new(U8),
        "i" => new(I16),
        "q" => new(I64),
        "w" => new(U64),
        "serial" => new(U32),
        "size" => new(Usize),
        "signed" => new(Isize),
        "ratio" | "share" => new(F64),
        "elapsed" => unit(DurationUnit::Milliseconds),
        "since" => unit(DurationUnit::Seconds),
        "micro" => unit(DurationUnit::Microseconds),
        "tick" => unit(DurationUnit::Nanoseconds),
        "phase" => words(&["idle", "heating", "cooling down", ""]),
        "validity" => words(&["", "invalid user "]),
        "suffix" => words(&[" [preauth]", ""]),
        "state" => words(&["up", "upper", "down", "d"]),
        "last" => words(&["up", "upper", "down"]).with_option(),
        "factor" => words(&["", "0", "k"]),
        "kind" => new(Enum).with_words(&["one", "two"], true),
        other => panic!("{other}"),
    }
}

/// Returns the pieces of a template: a literal, or a name and a format.
pub fn pieces(template: &'static str) -> Vec<(bool, &'static str, &'static str)> {
    let mut literal = true;
    let mut pieces = Vec::new();
    for part in template.split(['{', '}']) {
        if !(literal && part.is_empty()) {
            let (name, format) = if literal { (part, "") } else { part.split_once(':').unwrap_or((part, "")) };
            pieces.push((literal, name, format));
        }
        literal = !literal;
    }
    pieces
}

/// Reads a format like `#08x` or `.3`.
pub fn format(text: &str) -> FormatSpec {
    let (text, precision) = match text.split_once('.') {
        Some((text, precision)) => (text, Some(precision.parse().expect("a precision"))),
        None => (text, None),
    };
    let (text, radix) = match text.char_indices().last() {
        Some((at, 'x')) => (&text[..at], Radix::LowerHex),
        Some((at, 'X')) => (&text[..at], Radix::UpperHex),
        Some((at, 'o')) => (&text[..at], Radix::Octal),
        Some((at, 'b')) => (&text[..at], Radix::Binary),
        _ => (text, Radix::Decimal),
    };
    let (alternate, width) = (text.starts_with('#'), text.trim_start_matches('#'));
    let width = if width.is_empty() { 0 } else { width.parse().expect("a width") };
    let format = FormatSpec::PLAIN.with_alternate(alternate).with_width(width).with_radix(radix);
    precision.map_or(format, |precision| format.with_precision(precision))
}

/// Returns the templates with each selection of the tails, those with the most tails first.
pub fn tail_wordings(template: &'static str, tails: &[&str]) -> Vec<&'static str> {
    let mut selections: Vec<Vec<usize>> = (1..1_usize << tails.len())
        .map(|mask| (0..tails.len()).filter(|tail| mask >> tail & 1 == 1).collect())
        .collect();
    selections.sort_by_key(|selection| (usize::MAX - selection.len(), selection.clone()));
    let wordings = selections.into_iter().map(|selection| {
        let tails: String = selection.into_iter().map(|tail| tails[tail]).collect();
        &*format!("{template}{tails}").leak()
    });
    wordings.collect()
}

fn message(
    tag: &'static str,
    template: &'static str,
    tails: &'static [&'static str],
    alternatives: &'static [&'static str],
) -> Message {
    let mut names: Vec<&str> = Vec::new();
    let mut placeholders: Vec<Placeholder> = Vec::new();
    for (part, text) in [(false, template)].into_iter().chain(tails.iter().map(|tail| (true, *tail))) {
        for (literal, name, _) in pieces(text) {
            if !literal && !names.contains(&name) {
                names.push(name);
                let known = placeholder(name);
                placeholders.push(if part { known.with_option() } else { known });
            }
        }
    }
    let table = |template: &'static str| -> &'static [Piece] {
        let pieces = pieces(template).into_iter().map(|(literal, name, spec)| {
            let index = || names.iter().position(|known| *known == name).expect("a placeholder");
            match (literal, format(spec)) {
                (true, _) => Piece::Literal(name),
                (false, FormatSpec::PLAIN) => Piece::Placeholder(index()),
                (false, format) => Piece::Formatted(index(), format),
            }
        });
        pieces.collect::<Vec<_>>().leak()
    };
    let tables = |templates: &[&'static str]| -> &'static [&'static [Piece]] {
        templates.iter().map(|template| table(template)).collect::<Vec<_>>().leak()
    };
    let pieces = table(template);
    let (alternative_pieces, tail_pieces) = (tables(alternatives), tables(tails));
    let tail_wordings = tables(&tail_wordings(template, tails));
    Message::new(&CATALOG, tag, template)
        .with_pieces(placeholders.leak(), pieces)
        .with_alternatives(alternatives, alternative_pieces)
        .with_tails(tails, tail_pieces, tail_wordings)
        .with_tagged(!matches!(tag, "LAB_LOST" | "LAB_FOUND"))
}

static MESSAGES: LazyLock<Vec<Message>> = LazyLock::new(|| {
    let parts = TAGS.into_iter().zip(TEMPLATES);
    parts.map(|(tag, (template, tails, alternatives))| message(tag, template, tails, alternatives)).collect()
});

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabTag(pub usize);

impl LabTag {
    pub const ALL: [Self; N] = {
        let mut all = [Self(0); N];
        let mut index = 0;
        while index < N {
            all[index] = Self(index);
            index += 1;
        }
        all
    };

    pub fn as_str(self) -> &'static str {
        TAGS[self.0]
    }

    pub fn find(tag: &str) -> Self {
        tag.parse().expect("a tag")
    }

    pub fn parse_exact(self, text: &str) -> Result<LabEvent<'_>, kmd_events::ParseEventError<'_>> {
        __private::parse_exact(self, text)
    }

    pub fn parse(self, text: &str) -> Result<kmd_events::Parsed<'_, LabEvent<'_>>, kmd_events::ParseEventError<'_>> {
        __private::parse(self, text)
    }
}

impl fmt::Debug for LabTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for LabTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for LabTag {
    type Err = ParseTagError;

    fn from_str(text: &str) -> Result<Self, ParseTagError> {
        __private::from_str(text)
    }
}

impl Tag for LabTag {
    type Event<'a> = LabEvent<'a>;
    const ALL: &'static [Self] = &Self::ALL;
    const CATALOG: &'static Catalog = &CATALOG;
    fn set() -> &'static MessageSet {
        static SET: LazyLock<MessageSet> = LazyLock::new(|| {
            const SLOTS: &[u32] = &__private::slots::<{ __private::slot_count(N) }>(&TAGS);
            let messages: Vec<&Message> = MESSAGES.iter().collect();
            MessageSet { catalog: &CATALOG, messages: messages.leak(), tags: TagTable::new(&TAGS, SLOTS) }
        });
        &SET
    }

    fn message(self) -> &'static Message {
        &MESSAGES[self.0]
    }

    fn into_owned(event: LabEvent<'_>) -> LabEvent<'static> {
        let values = __private::owned_values(&event);
        LabEvent { tag: event.tag, values: values.into_iter().collect() }
    }

    fn build<'a>(self, values: Values<'_, 'a>) -> LabEvent<'a> {
        assert_eq!(values.len(), self.message().placeholders().len());
        let take = |value: &mut ParsedValue<'a>| std::mem::replace(value, ParsedValue::Absent);
        LabEvent { tag: self, values: values.iter_mut().map(take).collect() }
    }
}

#[derive(Clone)]
pub struct LabEvent<'a> {
    pub tag: LabTag,
    pub values: Vec<ParsedValue<'a>>,
}

impl TypedEvent for LabEvent<'_> {
    fn message(&self) -> &'static Message {
        Tag::message(self.tag)
    }

    fn with_values<'e>(&'e self, then: Then<'_, 'e>) {
        let placeholders = TypedEvent::message(self).placeholders();
        let values = placeholders.iter().zip(&self.values).map(|(placeholder, value)| match value {
            ParsedValue::Text(text) => Value::Text(text),
            ParsedValue::Address(address) => Value::Address(*address),
            ParsedValue::Integer(integer) => Value::Integer(*integer),
            ParsedValue::Socket(socket) => Value::Socket(*socket),
            ParsedValue::Prefix(prefix) => Value::Prefix(*prefix),
            ParsedValue::Mac(mac) => Value::Mac(*mac),
            ParsedValue::Bool(bool) => Value::Bool(*bool),
            ParsedValue::Float(float) => Value::Float(*float),
            ParsedValue::Duration(duration) => Value::Duration(*duration, placeholder.unit().expect("a unit")),
            ParsedValue::Word(word) => Value::Text(placeholder.words()[*word]),
            ParsedValue::Absent => Value::Absent,
        });
        then(&values.collect::<Vec<_>>());
    }

    fn print<O: Output>(&self, out: &mut O) {
        let message = TypedEvent::message(self);
        self.with_values(&mut |values| {
            for (index, text) in [message.template()].iter().chain(message.tails()).enumerate() {
                let index_of = |name| message.placeholders().iter().position(|known| known.name() == name);
                let parts: Vec<_> = pieces(text)
                    .into_iter()
                    .map(|(literal, name, spec)| (name, if literal { None } else { index_of(name) }, format(spec)))
                    .collect();
                let is_absent = |part: &Option<usize>| part.is_some_and(|index| values[index] == Value::Absent);
                if index > 0 && parts.iter().any(|(_, part, _)| is_absent(part)) {
                    continue;
                }
                for (name, part, format) in parts {
                    match part {
                        None => out.push(name),
                        Some(index) => out.value(values[index], &message.placeholders()[index], format),
                    }
                }
            }
        });
    }
}

impl __private::EventEnum for LabEvent<'_> {}

impl CatalogEvent for LabEvent<'_> {
    type Tag = LabTag;

    fn tag(&self) -> LabTag {
        self.tag
    }

    fn into_owned(self) -> LabEvent<'static> {
        <LabTag as Tag>::into_owned(self)
    }
}

impl fmt::Display for LabEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        __private::display(self, f)
    }
}

impl fmt::Debug for LabEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.tag, self.values)
    }
}

impl PartialEq for LabEvent<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && __private::same_values(self, other)
    }
}

impl Eq for LabEvent<'_> {}

impl std::hash::Hash for LabEvent<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        __private::hash_values(self, state);
    }
}

__private::serde! { LabEvent<'a>, LabTag }

pub type LabRecord<'a> = Record<'a, LabEvent<'a>, LabTag>;
