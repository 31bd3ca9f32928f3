//! Texts of messages that are hard to read, and what the parser gives for each. The rules for engines are compared with it.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use kmd_events::{
    DurationUnit, Event as _, FieldType, IpPrefix, LoadedCatalog, Message, Outcome, ParsedEvent, Piece, Placeholder,
    Value,
};
use serde_json::json;

/// A text, and what the parser gives for it.
#[derive(Clone, Debug)]
pub struct HardLine {
    /// The text of a line without its header: the tag, a colon and a space before the text of the message.
    pub text: String,
    /// Whether the catalog prints the text, possibly with a rest after it.
    pub is_printed: bool,
    /// The tag of the event, or `None` if the text has none.
    pub tag: Option<&'static str>,
    /// The rest of the text after the event.
    pub rest: String,
    /// The values by the names of the placeholders.
    pub fields: serde_json::Map<String, serde_json::Value>,
}

impl HardLine {
    /// Parses a text as a line of the process of the catalog.
    #[must_use]
    pub fn new(catalog: &LoadedCatalog, text: String, is_printed: bool) -> Self {
        let line = format!("{}[7]: {text}", catalog.catalog().process());
        let (tag, rest, fields) = match catalog.parse(&line).outcome() {
            Outcome::Event { event, rest, .. } => {
                let fields = match serde_json::to_value(event.fields()) {
                    Ok(serde_json::Value::Object(fields)) => fields,
                    other => panic!("{other:?}"),
                };
                (Some(event.message().tag()), rest.to_string(), fields)
            }
            _ => (None, String::new(), serde_json::Map::new()),
        };
        Self { text, is_printed, tag, rest, fields }
    }

    /// Returns the line as a JSON object.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        let Self { text, is_printed, tag, rest, fields } = self;
        json!({ "text": text, "printed": is_printed, "tag": tag, "rest": rest, "fields": fields })
    }
}

/// Returns the texts for a catalog, in the same order each time.
#[must_use]
pub fn hard_lines(catalog: &LoadedCatalog) -> Vec<HardLine> {
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    let mut add = |text: String, is_printed: bool| {
        // What ends a line is not a part of its text.
        let is_kept = crate::lines::is_end_kept(&text) && !text.contains(['\n', '\r']);
        if is_kept && seen.insert(text.clone()) {
            lines.push(HardLine::new(catalog, text, is_printed));
        }
    };
    for message in catalog.messages() {
        let head = if message.is_tagged() { format!("{}: ", message.tag()) } else { String::new() };
        for text in printed(message) {
            add(format!("{head}{text}"), true);
        }
        for text in printed(message).into_iter().take(4) {
            for rest in [" Local-ip: 198.51.100.4", ", more", ".", ".5", "x", "5", ":500", "::2", "%7", "/8", "é", "_"]
            {
                add(format!("{head}{text}{rest}"), true);
            }
            let cut = text.char_indices().last().map_or(0, |(at, _)| at);
            add(format!("{head}{}", &text[..cut]), false);
            add(format!("{head} {text}"), false);
            // The beginning of another text of the message follows.
            add(format!("{head}{text}:5 {text} x"), false);
            add(format!("{}{text}", head.to_lowercase()), false);
            add(format!("x{head}{text}"), false);
        }
        for text in wrong(message) {
            add(format!("{head}{text}"), false);
        }
    }
    let prefix = catalog.catalog().prefix();
    let untagged = catalog.messages().iter().filter(|message| !message.is_tagged());
    for text in untagged.flat_map(|message| printed(message).into_iter().take(2)) {
        add(format!("{prefix}_NO_SUCH_MESSAGE: {text}"), false);
        add(format!("up {text} down"), false);
    }
    for text in ["Accepted publickey for root from 192.0.2.1 port 22", "", "x", &format!("{prefix}_: text")] {
        add(text.to_owned(), false);
        add(format!("{prefix}_NO_SUCH_MESSAGE: {text}"), false);
    }
    lines
}

/// Returns texts that an event or an alternative prints.
fn printed(message: &'static Message) -> Vec<String> {
    let mut texts = BTreeSet::new();
    let mut ordered = Vec::new();
    let whole = [message.pieces()].into_iter().chain(message.alternative_pieces().iter().copied());
    for (index, wording) in whole.enumerate() {
        let printed = if index == 0 { message } else { of_wording(message, wording) };
        let is_used = |index: usize| {
            let pieces = printed.pieces().iter().chain(printed.tail_pieces().iter().copied().flatten());
            pieces.filter_map(|piece| piece.placeholder()).any(|(used, _)| used == index)
        };
        let choices = message.placeholders().iter().enumerate();
        let choices: Vec<Vec<Sample>> = choices.map(|(at, it)| choices_of(message, it, is_used(at))).collect();
        for chosen in selections(&choices) {
            let values: Vec<Value<'_>> =
                choices.iter().zip(&chosen).filter_map(|(choices, &index)| Some(choices.get(index)?.value())).collect();
            let event = ParsedEvent::from_values(printed, &values).expect("values of the right types");
            let text = event.to_string();
            if texts.insert(text.clone()) {
                ordered.push(text);
            }
        }
    }
    ordered
}

/// Returns the message with an alternative as its template.
fn of_wording(message: &'static Message, wording: &'static [Piece]) -> &'static Message {
    let changed = message.clone().with_pieces(message.placeholders(), wording).with_tails(&[], &[], &[]);
    Box::leak(Box::new(changed))
}

/// Returns selections of the choices: the first of each, each other one alone, and some mixed ones.
fn selections(choices: &[Vec<Sample>]) -> Vec<Vec<usize>> {
    const MIXED: usize = 12;

    let first = vec![0; choices.len()];
    let mut selections = vec![first.clone()];
    for (index, choices) in choices.iter().enumerate() {
        selections.extend((1..choices.len()).map(|choice| {
            let mut chosen = first.clone();
            chosen[index] = choice;
            chosen
        }));
    }
    // A sequence of numbers that is the same each time.
    let mut state = 1_u64;
    let mut choose = |count: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or_default() % count.max(1)
    };
    for _ in 0..if choices.len() > 1 { MIXED } else { 0 } {
        selections.push(choices.iter().map(|choices| choose(choices.len())).collect());
    }
    selections
}

/// A value that owns its string.
#[derive(Clone)]
enum Sample {
    Text(String),
    Other(Value<'static>),
}

impl Sample {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Other(value) => *value,
        }
    }
}

/// Returns the values of a placeholder, the usual one first.
fn choices_of(message: &Message, placeholder: &Placeholder, is_used: bool) -> Vec<Sample> {
    if !is_used {
        let is_optional = placeholder.is_optional();
        return vec![if is_optional { Sample::Other(Value::Absent) } else { Sample::Text(String::new()) }];
    }
    let others = |values: &[Value<'static>]| values.iter().copied().map(Sample::Other).collect::<Vec<_>>();
    let mut choices = match placeholder.field_type() {
        FieldType::Ip => others(&addresses().map(Value::Address)),
        FieldType::Socket => {
            let sockets = addresses().map(|address| Value::Socket(SocketAddr::new(address, 514)));
            let scoped = "[fe80::1%7]:65535".parse().map(Value::Socket);
            others(&sockets.into_iter().chain(scoped).collect::<Vec<_>>())
        }
        FieldType::Prefix => {
            let prefix = |(address, length)| IpPrefix::new(address, length).map(Value::Prefix);
            others(&addresses().into_iter().zip([8, 48, 128, 0, 64]).filter_map(prefix).collect::<Vec<_>>())
        }
        FieldType::Mac => others(&[[2, 0, 0x5e, 16, 0, 0x2a], [0; 6], [0xff; 6]].map(Value::Mac)),
        FieldType::Bool => others(&[true, false].map(Value::Bool)),
        FieldType::F64 => others(&[1.5, 0.0, -0.25, 7.0, 123_456.789, f64::INFINITY].map(Value::Float)),
        FieldType::Duration => {
            let unit = placeholder.unit().unwrap_or(DurationUnit::Seconds);
            let nanoseconds = [1_500_000_000, 0, 1, 1_000_000, 90_000_000_000, 86_400_000_000_000, 1_234_567_891];
            others(&nanoseconds.map(|it| Value::Duration(Duration::from_nanos(it), unit)))
        }
        FieldType::Enum => placeholder.words().iter().map(|word| Sample::Text((*word).to_owned())).collect(),
        FieldType::Text => vec![Sample::Text("hq".to_owned())],
        field_type => {
            let (least, greatest) = field_type.range().expect("an integer type");
            let numbers = [7, 0, 1, 10, 500, 4500, 65_535, -1, -128, least, greatest];
            numbers
                .into_iter()
                .filter(|it| (least..=greatest).contains(it))
                .map(|it| Sample::Other(it.into_value()))
                .collect()
        }
    };
    if placeholder.field_type() == FieldType::Text || placeholder.is_open() {
        choices.extend(texts(message).into_iter().map(Sample::Text));
    }
    if placeholder.is_optional() {
        choices.push(Sample::Other(Value::Absent));
    }
    choices
}

/// An integer as a value.
trait IntoInteger {
    fn into_value(self) -> Value<'static>;
}

impl IntoInteger for i128 {
    fn into_value(self) -> Value<'static> {
        Value::Integer(self)
    }
}

fn addresses() -> [IpAddr; 5] {
    let mapped = Ipv4Addr::new(198, 51, 100, 4).to_ipv6_mapped();
    let short = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1);
    let long = Ipv6Addr::new(0x2001, 0xdb8, 1, 2, 3, 4, 5, 0xffff);
    [Ipv4Addr::new(192, 0, 2, 1).into(), short.into(), mapped.into(), Ipv6Addr::UNSPECIFIED.into(), long.into()]
}

/// Returns strings that are hard to tell from the rest of a text: empty ones, values of other types, and parts of the
/// message.
fn texts(message: &Message) -> Vec<String> {
    let usual = ["", "a b", "7", "192.0.2.1", "2001:db8::1", "a from b", "ü→", r#"a"b\c'd"#, "{x} %d $y @z@ %%", "-"];
    let mut texts: Vec<String> = usual.map(str::to_owned).into();
    let literals = message.pieces().iter().filter_map(|piece| match piece {
        Piece::Literal(literal) => Some(*literal),
        _ => None,
    });
    for literal in literals {
        texts.extend([format!("a{literal}b"), literal.trim().to_owned(), literal.to_owned()]);
    }
    texts
}

/// Returns texts with a value that is not of its type.
fn wrong(message: &'static Message) -> Vec<String> {
    let values = [
        "",
        "x",
        "00500",
        "65536",
        "99999999999999999999999",
        "-1",
        "-0",
        "+5",
        "0x1f4",
        "1.2.3.256",
        "01.2.3.4",
        "2001:db8::zz",
        "1::2::3",
        ":::",
        "1:2:3:4:5:6:7:8:9",
        "192.0.2.1/33",
        "00:00:5E:00:53:01",
        "TRUE",
        "1.",
        ".5",
        "1e5",
        "5 ",
        " 5",
    ];
    let mut texts = Vec::new();
    for wanted in 0..message.placeholders().len() {
        for value in values {
            let pieces = message.pieces().iter();
            texts.push(
                pieces
                    .map(|piece| match (*piece, piece.placeholder()) {
                        (Piece::Literal(literal), _) => literal.to_owned(),
                        (_, Some((index, _))) if index == wanted => value.to_owned(),
                        (_, Some((index, _))) => {
                            let placeholder = message.placeholders().get(index).expect("a placeholder");
                            choices_of(message, placeholder, true)[0].value().to_string()
                        }
                        _ => String::new(),
                    })
                    .collect(),
            );
        }
    }
    texts
}
