//! Texts that the old catalog printed, with values of all kinds, also with those that are hard to parse.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use kmd_events::{DurationUnit, FieldType, IpPrefix, Message, ParsedEvent, Piece, Placeholder, Value};

use crate::disjoint::takes_any_text;
use crate::pairing::wordings;

/// The number of texts with values that were chosen together.
const MIXED: usize = 300;

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

/// A text that the old catalog printed.
pub(crate) struct OldText {
    pub(crate) text: String,
    /// Whether a value contains text of a template, which can make the text ambiguous.
    pub(crate) is_ambiguous: bool,
}

/// Returns texts of a wording of the old message, the ambiguous ones last. The index of the wording is that among all
/// [`wordings`].
pub(crate) fn texts(old: &'static Message, new: &'static Message, index: usize) -> Vec<OldText> {
    let Some(wording) = wordings(old).get(index).copied() else { return Vec::new() };
    let is_alternative = index > old.tail_wordings().len();
    let printed: &'static Message = if is_alternative { of_pieces(old, wording) } else { old };
    let parts = parts_of_texts(old, new);
    let texts: Vec<String> = difficult_texts(old, new).into_iter().chain(parts.iter().cloned()).collect();
    let is_used = |index: usize| wording.iter().any(|piece| piece.placeholder().is_some_and(|(used, _)| used == index));
    let choices = old.placeholders().iter().enumerate();
    let choices: Vec<Vec<Sample>> =
        choices.map(|(index, placeholder)| choices_of(placeholder, is_used(index), &texts)).collect();
    let print = |chosen: &[usize]| {
        let values = choices.iter().zip(chosen).filter_map(|(choices, &index)| choices.get(index).map(Sample::value));
        let values: Vec<Value<'_>> = values.collect();
        let is_ambiguous = values.iter().any(|value| matches!(value, Value::Text(text) if parts.contains(*text)));
        let event = ParsedEvent::from_values(printed, &values)?;
        Some(OldText { text: event.to_string(), is_ambiguous })
    };
    let mut found: Vec<OldText> = Vec::new();
    let first = vec![0; choices.len()];
    found.extend(print(&first));
    for (index, choices) in choices.iter().enumerate() {
        for choice in 1..choices.len() {
            let mut chosen = first.clone();
            chosen[index] = choice;
            found.extend(print(&chosen));
        }
    }
    // A sequence of numbers that is the same each time.
    let mut state = 1_u64;
    for _ in 0..if choices.len() > 1 { MIXED } else { 0 } {
        let mut choose = |count: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap_or_default() % count.max(1)
        };
        let chosen: Vec<usize> = choices.iter().map(|choices| choose(choices.len())).collect();
        found.extend(print(&chosen));
    }
    found.sort_by_key(|text| text.is_ambiguous);
    found
}

/// Returns the values of a placeholder that are tried, the usual one first.
fn choices_of(placeholder: &Placeholder, is_used: bool, texts: &[String]) -> Vec<Sample> {
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
            others(&addresses().into_iter().zip([8, 48, 128, 0]).filter_map(prefix).collect::<Vec<_>>())
        }
        FieldType::Mac => others(&[[2, 0, 0x5e, 16, 0, 0x2a], [0; 6], [0xff; 6]].map(Value::Mac)),
        FieldType::Bool => others(&[true, false].map(Value::Bool)),
        FieldType::F64 => others(&[1.5, 0.0, -0.25, 7.0, 123_456.789, 1e21].map(Value::Float)),
        FieldType::Duration => {
            let unit = placeholder.unit().unwrap_or(DurationUnit::Seconds);
            let nanoseconds = [1_500_000_000, 0, 1, 1_000_000, 90_000_000_000, 86_400_000_000_000, 1_234_567_891];
            others(&nanoseconds.map(|it| Value::Duration(Duration::from_nanos(it), unit)))
        }
        FieldType::Enum => placeholder.words().iter().map(|word| Sample::Text((*word).to_owned())).collect(),
        FieldType::Text => vec![Sample::Text("x".to_owned())],
        field_type => {
            let (least, greatest) = field_type.range().unwrap_or_default();
            let numbers = [7, 0, 1, 10, 100, 127, 128, 255, 256, 32_768, 65_535, 65_536, 1 << 31, 1 << 32];
            let numbers = numbers.into_iter().chain([-1, -128, -129, -40_000, least, greatest]);
            numbers.filter(|it| (least..=greatest).contains(it)).map(|it| Sample::Other(Value::Integer(it))).collect()
        }
    };
    if takes_any_text(placeholder) {
        choices.extend(texts.iter().cloned().map(Sample::Text));
    }
    if placeholder.is_optional() {
        choices.push(Sample::Other(Value::Absent));
    }
    choices
}

fn addresses() -> [IpAddr; 4] {
    let mapped = Ipv4Addr::new(198, 51, 100, 4).to_ipv6_mapped();
    let document = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1);
    [Ipv4Addr::new(192, 0, 2, 1).into(), document.into(), mapped.into(), Ipv6Addr::UNSPECIFIED.into()]
}

/// Returns strings that a parser could take for something else: values of other types, and words.
fn difficult_texts(old: &Message, new: &Message) -> BTreeSet<String> {
    let usual = ["", "a b", "7", "007", "70000", "-1", "192.0.2.1", "2001:db8::1", "true", "1.5", "x7", "open", "-"];
    let mut texts = BTreeSet::from(usual.map(str::to_owned));
    for placeholder in old.placeholders().iter().chain(new.placeholders()) {
        texts.extend(placeholder.words().iter().copied().chain(placeholder.absent()).map(str::to_owned));
    }
    texts
}

/// Returns strings that contain parts of the wordings.
fn parts_of_texts(old: &'static Message, new: &'static Message) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for message in [old, new] {
        for wording in wordings(message) {
            for (at, piece) in wording.iter().enumerate() {
                let Piece::Literal(text) = piece else { continue };
                texts.extend([format!("a{text}b"), text.trim().to_owned(), format!("{text}b"), format!("a{text}")]);
                let rest = shown(message, wording.get(at..).unwrap_or_default());
                texts.extend(rest.map(|rest| format!("a{rest}")));
            }
            texts.extend(shown(message, wording));
        }
    }
    texts.remove("");
    texts
}

/// Returns the texts of pieces with usual values, and with the last ones, such as the greatest integers.
fn shown(message: &'static Message, pieces: &'static [Piece]) -> [String; 2] {
    let part = of_pieces(message, pieces);
    let choices: Vec<Vec<Sample>> = message.placeholders().iter().map(|it| choices_of(it, true, &[])).collect();
    let text = |choose: fn(&Vec<Sample>) -> Option<&Sample>| {
        let values: Vec<Value<'_>> = choices.iter().filter_map(|it| choose(it).map(Sample::value)).collect();
        ParsedEvent::from_values(part, &values).map(|event| event.to_string()).unwrap_or_default()
    };
    [text(|choices| choices.first()), text(|choices| choices.last())]
}

/// Returns a message with other pieces and without tails.
fn of_pieces(message: &Message, pieces: &'static [Piece]) -> &'static Message {
    Box::leak(Box::new(message.clone().with_pieces(message.placeholders(), pieces).with_tails(&[], &[], &[])))
}
