//! Random catalogs, random edits of them, and lines with random values.

pub(crate) mod old_lines;
pub(crate) mod values;

use std::fmt::Write as _;

use values::Random;

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
