//! Random catalogs, random edits of them, and random values. The texts are few and alike, so that values are often taken for
//! something else.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use kmd_events::{FieldType, IpPrefix, Placeholder, Value};

/// A sequence of numbers that depends on the seed alone.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..4 {
            random.below(2);
        }
        random
    }

    /// Returns a number below a limit.
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn pick<'t, T: ?Sized>(&mut self, items: &[&'t T]) -> &'t T {
        items[self.below(items.len())]
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// Returns a string of parts of templates and values.
    fn text(&mut self) -> String {
        let parts = [
            "a",
            "b",
            " ",
            "7",
            "300",
            "-1",
            "192.0.2.1",
            "::1",
            "open",
            "nil",
            "up",
            ", ",
            ": ",
            " from ",
            " to ",
            " is ",
            "x",
            "closed",
            " after ",
            "12",
        ];
        (0..self.below(5)).map(|_| self.pick(&parts)).collect()
    }

    /// Returns a value of a placeholder.
    pub(crate) fn value(&mut self, placeholder: &Placeholder) -> Sample {
        if placeholder.is_optional() && self.one_in(3) {
            return Sample::Other(Value::Absent);
        }
        let address: IpAddr = match self.below(3) {
            0 => Ipv4Addr::new(192, 0, 2, 1).into(),
            1 => Ipv6Addr::LOCALHOST.into(),
            _ => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 7).into(),
        };
        Sample::Other(match placeholder.field_type() {
            FieldType::Text => return Sample::Text(self.text()),
            FieldType::Enum if placeholder.is_open() && self.one_in(2) => return Sample::Text(self.text()),
            FieldType::Enum => return Sample::Text(self.pick(placeholder.words()).to_owned()),
            FieldType::Ip => Value::Address(address),
            FieldType::Socket => Value::Socket(SocketAddr::new(address, 514)),
            FieldType::Prefix => Value::Prefix(IpPrefix::new(address, 8).expect("a prefix")),
            FieldType::Mac => Value::Mac([2, 0, 0x5e, 0xab, 0, u8::try_from(self.below(256)).expect("a byte")]),
            FieldType::Bool => Value::Bool(self.one_in(2)),
            FieldType::F64 => Value::Float([0.5, 7.0, -3.25, 300.0][self.below(4)]),
            FieldType::Duration => {
                let unit = placeholder.unit().expect("a unit");
                let milliseconds = [0, 500, 7_000, 90_001][self.below(4)];
                Value::Duration(Duration::from_millis(milliseconds), unit)
            }
            integer => {
                let (least, greatest) = integer.range().expect("an integer");
                let number = [0, 1, 7, 12, 127, 200, 300, 70_000, -1, -128, least, greatest][self.below(12)];
                Value::Integer(number.clamp(least, greatest))
            }
        })
    }
}

/// A value that owns its string.
pub(crate) enum Sample {
    Text(String),
    Other(Value<'static>),
}

impl Sample {
    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Other(value) => *value,
        }
    }
}

/// The declaration of a placeholder, as it is written.
#[derive(Clone, PartialEq)]
struct Declared {
    name: String,
    declaration: String,
    format: &'static str,
}

/// A part of a template.
#[derive(Clone, PartialEq)]
enum Part {
    Text(&'static str),
    /// The index of a placeholder of the catalog.
    Value(usize),
}

#[derive(Clone)]
struct Message {
    tag: &'static str,
    template: Vec<Part>,
    tail: Vec<Vec<Part>>,
    alternatives: Vec<Vec<Part>>,
    is_tagged: bool,
}

/// A catalog that can have mistakes.
#[derive(Clone)]
pub(crate) struct Catalog {
    placeholders: Vec<Declared>,
    messages: Vec<Message>,
}

const TEXTS: [&str; 12] = [" ", ", ", ": ", " from ", " to ", " is ", "a", " after ", ".", " up", "b ", "-"];
const BEGINNINGS: [&str; 4] = ["a ", "b ", "up ", "a: "];
const TAILS: [&str; 3] = [", ", " after ", ": "];

const TYPES: [&str; 20] = [
    "type: text",
    "type: text",
    "type: text",
    "type: text, absent: nil",
    "type: ip",
    "type: ip, absent: '-'",
    "type: socket",
    "type: socket, brackets: false",
    "type: prefix",
    "type: mac",
    "type: bool",
    "type: u8",
    "type: u16",
    "type: i16",
    "type: i64",
    "type: duration, unit: s",
    "type: duration, unit: ms",
    "type: enum, values: [open, closed]",
    "type: enum, values: [open, closed, up]",
    "type: enum, values: [open, closed], open: true",
];

const NAMES: [&str; 8] = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

fn format(declaration: &str, random: &mut Random) -> &'static str {
    let formats: &[&str] = match declaration {
        it if it.starts_with("type: u") => &["", "", "", ":x", ":03", ":#x"],
        it if it.starts_with("type: i") && it.ends_with(['6', '4']) => &["", "", "", ":x", ":03"],
        it if it.starts_with("type: duration") => &["", "", ":.1", ":.0"],
        "type: mac" => &["", ":X"],
        _ => &[""],
    };
    formats[random.below(formats.len())]
}

impl Catalog {
    pub(crate) fn random(random: &mut Random) -> Self {
        let mut catalog = Self { placeholders: Vec::new(), messages: Vec::new() };
        for tag in ["APP_A", "APP_B"] {
            let mut template = vec![Part::Text(random.pick(&BEGINNINGS))];
            for _ in 0..=random.below(3) {
                template.push(catalog.declare(random));
                template.push(Part::Text(random.pick(&TEXTS)));
            }
            if random.one_in(2) {
                template.pop();
            }
            let tail = (0..random.below(5).saturating_sub(3))
                .map(|_| vec![Part::Text(random.pick(&TAILS)), catalog.declare(random)])
                .collect();
            let is_tagged = !random.one_in(6);
            let mut message = Message { tag, template, tail, alternatives: Vec::new(), is_tagged };
            if random.one_in(4) {
                let alternative = reworded(&message.template, random);
                message.alternatives.push(alternative);
            }
            catalog.messages.push(message);
        }
        catalog
    }

    /// Declares another placeholder.
    fn declare(&mut self, random: &mut Random) -> Part {
        let index = self.placeholders.len();
        let declaration = random.pick(&TYPES).to_owned();
        let format = format(&declaration, random);
        let name = NAMES.get(index).map_or_else(|| format!("number-{index}"), |name| (*name).to_owned());
        self.placeholders.push(Declared { name, declaration, format });
        Part::Value(index)
    }

    /// Returns the catalog with one to three edits.
    pub(crate) fn edited(&self, random: &mut Random) -> Self {
        let mut edited = self.clone();
        for _ in 0..=random.below(3) {
            edited.edit(random);
        }
        edited
    }

    fn edit(&mut self, random: &mut Random) {
        let placeholder = random.below(self.placeholders.len());
        let number = random.below(self.messages.len());
        let kind = random.below(14);
        match kind {
            0 => {
                let declaration = random.pick(&TYPES).to_owned();
                let format = format(&declaration, random);
                let declared = &mut self.placeholders[placeholder];
                (declared.declaration, declared.format) = (declaration, format);
            }
            1 => {
                let declared = &mut self.placeholders[placeholder];
                let wider = [("u8", "u16"), ("u16", "i64"), ("i16", "i64"), ("closed]", "closed, ajar]")];
                for (narrow, wide) in wider {
                    if declared.declaration.ends_with(narrow) {
                        declared.declaration = declared.declaration.replace(narrow, wide);
                        break;
                    }
                }
            }
            2 => {
                let declared = &mut self.placeholders[placeholder];
                declared.format = format(&declared.declaration, random);
            }
            3 => self.placeholders[placeholder].name.push_str("-new"),
            4 | 5 => {
                let message = &mut self.messages[number];
                let old = message.template.clone();
                message.template = reworded(&old, random);
                if kind == 5 {
                    message.alternatives.insert(0, old);
                }
            }
            6 => {
                let value = self.declare(random);
                let template = &mut self.messages[number].template;
                template.extend([Part::Text(random.pick(&TEXTS)), value]);
            }
            7 => {
                let value = self.declare(random);
                self.messages[number].tail.push(vec![Part::Text(random.pick(&TAILS)), value]);
            }
            8 => drop(self.messages[number].tail.pop()),
            9 => drop(self.messages[number].alternatives.pop()),
            10 => {
                let alternative = reworded(&self.messages[number].template, random);
                self.messages[number].alternatives.push(alternative);
            }
            11 => {
                let template = &mut self.messages[number].template;
                template.truncate(template.len() - 1);
            }
            12 => self.messages[number].is_tagged ^= random.one_in(2),
            _ => self.messages[number].template.push(Part::Text(random.pick(&TEXTS))),
        }
    }

    pub(crate) fn yaml(&self) -> String {
        let mut out =
            String::from("prefix: APP\nprocess: appd\ndefaults: { type: event, severity: info, facility: LOG_USER }\n");
        out += "placeholders:\n";
        for (index, Declared { name, declaration, .. }) in self.placeholders.iter().enumerate() {
            let is_used = |part: &Part| *part == Part::Value(index);
            if self
                .messages
                .iter()
                .any(|message| message.template.iter().chain(message.tail.iter().flatten()).any(is_used))
            {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "  {name}: {{ {declaration}, description: A value. }}");
            }
        }
        out += "messages:\n";
        for message in &self.messages {
            let list = |templates: &[Vec<Part>]| {
                templates.iter().map(|parts| format!("'{}'", self.template(parts))).collect::<Vec<_>>().join(", ")
            };
            let _ = writeln!(out, "  {}:\n    template: '{}'", message.tag, self.template(&message.template));
            if !message.tail.is_empty() {
                let _ = writeln!(out, "    tail: [{}]", list(&message.tail));
            }
            if !message.alternatives.is_empty() {
                let _ = writeln!(out, "    alternatives: [{}]", list(&message.alternatives));
            }
            let _ = writeln!(out, "    tagged: {}\n    description: An event.", message.is_tagged);
        }
        out
    }

    fn template(&self, parts: &[Part]) -> String {
        let part = |part: &Part| match part {
            Part::Text(text) => (*text).to_owned(),
            Part::Value(index) => {
                let Declared { name, format, .. } = &self.placeholders[*index];
                format!("{{{name}{format}}}")
            }
        };
        parts.iter().map(part).collect()
    }
}

/// Returns a template with another text in one place.
fn reworded(parts: &[Part], random: &mut Random) -> Vec<Part> {
    let mut parts = parts.to_vec();
    let at = random.below(parts.len());
    match &mut parts[at] {
        Part::Text(text) if at == 0 => *text = random.pick(&BEGINNINGS),
        Part::Text(text) => *text = random.pick(&TEXTS),
        Part::Value(_) => parts.insert(at, Part::Text(random.pick(&TEXTS))),
    }
    parts
}
