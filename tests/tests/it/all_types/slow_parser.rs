//! A slow parser of all types as an oracle. It tries every end of every value in the documented order. It parses
//! templates itself, and reads and prints values only with the standard library.

use std::collections::HashSet;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use kmd_events::{FieldType, Message, Placeholder};

/// The values of all placeholders of a message without a format. An absent value is `None`.
pub type Split = Vec<Option<String>>;

/// A piece of a template.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Literal text.
    Literal(String),
    /// The index of a placeholder, and its format.
    Value(usize, String),
}

/// Returns the pieces of a template. The templates of the tests do not have escaped braces.
pub fn pieces(message: &Message, template: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, part) in template.split(['{', '}']).enumerate() {
        if index % 2 == 0 {
            if !part.is_empty() {
                pieces.push(Piece::Literal(part.to_owned()));
            }
            continue;
        }
        let (name, format) = part.split_once(':').unwrap_or((part, ""));
        let position = message.placeholders().iter().position(|placeholder| placeholder.name() == name);
        pieces.push(Piece::Value(position.expect("a placeholder"), format.to_owned()));
    }
    pieces
}

/// Returns the wordings in the order in which they are tried: the most tails first, then the template, then the
/// alternatives.
pub fn wordings(message: &Message) -> Vec<Vec<Piece>> {
    let tails = message.tails();
    let mut selections: Vec<Vec<usize>> = (0..1 << tails.len())
        .map(|bits: usize| (0..tails.len()).filter(|tail| bits >> tail & 1 == 1).collect())
        .collect();
    selections.sort_by(|one, other| other.len().cmp(&one.len()).then(one.cmp(other)));
    let templates = selections.iter().map(|selection| {
        let tails = selection.iter().map(|&tail| tails[tail]);
        std::iter::once(message.template()).chain(tails).collect()
    });
    let alternatives = message.alternatives().iter().map(|&alternative| alternative.to_owned());
    templates.chain(alternatives).map(|template: String| pieces(message, &template)).collect()
}

/// Returns the first way in which the whole text matches the message.
pub fn first_split(message: &Message, text: &str) -> Option<Split> {
    let found = search(message, text)?;
    let values = message.placeholders().iter().zip(found).map(|(placeholder, found)| match found {
        Some((.., value)) => value,
        // A text that the wording does not have is empty, unless it is optional.
        None if placeholder.is_optional() => None,
        None => Some(String::new()),
    });
    Some(values.collect())
}

/// Returns the values of the first split as they are in the text.
pub fn texts(message: &Message, text: &str) -> Option<Split> {
    let found = search(message, text)?;
    Some(found.into_iter().map(|found| Some(found?.0)).collect())
}

fn search(message: &Message, text: &str) -> Option<Vec<Option<Found>>> {
    wordings(message).iter().find_map(|pieces| {
        let values = vec![None; message.placeholders().len()];
        let mut search = Search { message, pieces, text, values, dead: HashSet::new(), repeats: repeats(pieces) };
        search.from(0, 0).then_some(search.values)
    })
}

fn repeats(pieces: &[Piece]) -> bool {
    let mut seen = HashSet::new();
    pieces.iter().any(|piece| matches!(piece, Piece::Value(index, _) if !seen.insert(*index)))
}

/// A value as it is in the text, its format, and the value without it.
type Found = (String, String, Option<String>);

struct Search<'s> {
    message: &'s Message,
    pieces: &'s [Piece],
    text: &'s str,
    values: Vec<Option<Found>>,
    /// Pieces and places that do not match. With a placeholder that is used twice, they could match later.
    dead: HashSet<(usize, usize)>,
    repeats: bool,
}

impl Search<'_> {
    fn from(&mut self, piece: usize, at: usize) -> bool {
        if !self.repeats && self.dead.contains(&(piece, at)) {
            return false;
        }
        let rest = &self.text[at..];
        let found = match self.pieces.get(piece) {
            None => rest.is_empty(),
            Some(Piece::Literal(literal)) => rest.starts_with(&**literal) && self.from(piece + 1, at + literal.len()),
            Some(Piece::Value(index, format)) => match self.values[*index].clone() {
                Some((first, first_format, _)) if first_format == *format => {
                    rest.starts_with(&first) && self.from(piece + 1, at + first.len())
                }
                Some((.., first)) => {
                    let mut ends = ends(&self.message.placeholders()[*index], format, rest).into_iter();
                    ends.find(|(_, value)| *value == first).is_some_and(|(end, _)| self.from(piece + 1, at + end))
                }
                None => {
                    let placeholder = &self.message.placeholders()[*index];
                    ends(placeholder, format, rest).into_iter().any(|(end, value)| {
                        self.values[*index] = Some((rest[..end].to_owned(), format.clone(), value));
                        let found = self.from(piece + 1, at + end);
                        if !found {
                            self.values[*index] = None;
                        }
                        found
                    })
                }
            },
        };
        if !found {
            self.dead.insert((piece, at));
        }
        found
    }
}

/// Returns the lengths of the values at the beginning of `rest` in the order in which they are tried, and the values.
fn ends(placeholder: &Placeholder, format: &str, rest: &str) -> Vec<(usize, Option<String>)> {
    let mut ends = Vec::new();
    if let Some(absent) = placeholder.absent().filter(|absent| rest.starts_with(absent)) {
        ends.push((absent.len(), None));
    }
    if placeholder.field_type() == FieldType::Enum && !placeholder.is_open() {
        let mut words = placeholder.words().to_vec();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let words = words.into_iter().filter(|word| rest.starts_with(word));
        ends.extend(words.map(|word| (word.len(), Some(word.to_owned()))));
        return ends;
    }
    let boundaries = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    ends.extend(boundaries.filter_map(|end| Some((end, Some(plain(placeholder, format, &rest[..end])?)))));
    ends
}

/// Reads an integer in the radix of its format, and compares how `format!` prints it.
macro_rules! integer {
    ($type:ty, $unsigned:ty, $format:expr, $value:expr) => {{
        let (format, value): (&str, &str) = ($format, $value);
        let alternate = format.starts_with('#');
        let width = format.trim_matches(['#', 'x', 'X', 'o', 'b']).trim_start_matches('0');
        let width: usize = if width.is_empty() { 0 } else { width.parse().ok()? };
        let radix = format.chars().last().filter(|last| last.is_ascii_alphabetic());
        let digits = |prefix: &str| value.strip_prefix(prefix).filter(|_| alternate).unwrap_or(value).to_owned();
        let read =
            |prefix: &str, radix| <$unsigned>::from_str_radix(&digits(prefix), radix).ok().map(|bits| bits as $type);
        #[allow(clippy::cast_possible_wrap, reason = "two's complement")]
        let read: $type = match radix {
            Some('x' | 'X') => read("0x", 16)?,
            Some('o') => read("0o", 8)?,
            Some('b') => read("0b", 2)?,
            _ => value.parse().ok()?,
        };
        let printed = match (alternate, radix) {
            (false, Some('x')) => format!("{read:0width$x}"),
            (false, Some('X')) => format!("{read:0width$X}"),
            (false, Some('o')) => format!("{read:0width$o}"),
            (false, Some('b')) => format!("{read:0width$b}"),
            (true, Some('x')) => format!("{read:#0width$x}"),
            (true, Some('X')) => format!("{read:#0width$X}"),
            (true, Some('o')) => format!("{read:#0width$o}"),
            (true, Some('b')) => format!("{read:#0width$b}"),
            _ => format!("{read:0width$}"),
        };
        (printed == value).then(|| read.to_string())
    }};
}

/// Returns a value without its format, if it is printed exactly like that in the format.
pub fn plain(placeholder: &Placeholder, format: &str, value: &str) -> Option<String> {
    fn spelled<T: FromStr + ToString>(value: &str) -> Option<String> {
        value.parse::<T>().ok().map(|value| value.to_string())
    }
    match placeholder.field_type() {
        FieldType::Text | FieldType::Enum => Some(value.to_owned()),
        // Any spelling of an address is read.
        FieldType::Ip => spelled::<IpAddr>(value),
        FieldType::Socket => socket(placeholder, value),
        FieldType::Prefix => {
            let (address, length) = value.split_once('/')?;
            let ip: IpAddr = address.parse().ok()?;
            let most = if ip.is_ipv4() { 32 } else { 128 };
            let length = spelled::<u8>(length).filter(|spelled| spelled == length)?;
            (length.parse::<u8>().ok()? <= most).then(|| format!("{ip}/{length}"))
        }
        FieldType::Mac => mac(format, value),
        FieldType::Bool => spelled::<bool>(value),
        FieldType::U8 => integer!(u8, u8, format, value),
        FieldType::U16 => integer!(u16, u16, format, value),
        FieldType::U32 => integer!(u32, u32, format, value),
        FieldType::U64 => integer!(u64, u64, format, value),
        FieldType::Usize => integer!(usize, usize, format, value),
        FieldType::I8 => integer!(i8, u8, format, value),
        FieldType::I16 => integer!(i16, u16, format, value),
        FieldType::I32 => integer!(i32, u32, format, value),
        FieldType::I64 => integer!(i64, u64, format, value),
        FieldType::Isize => integer!(isize, usize, format, value),
        FieldType::F64 => float(format, value),
        FieldType::Duration => {
            let unit = placeholder.unit().expect("a unit");
            let most = match unit.as_str() {
                "s" => 9,
                "ms" => 6,
                "us" => 3,
                _ => 0,
            };
            duration(format, most, value)
        }
        other => panic!("unknown type {other}"),
    }
}

fn float(format: &str, value: &str) -> Option<String> {
    let (width, precision) = format.split_once('.')?;
    let width: usize = width.trim_start_matches('0').parse().unwrap_or(0);
    let precision: usize = precision.parse().ok()?;
    // Zeros also fill up what is not a number, which the standard library does not read.
    let special = value.trim_start_matches('-').trim_start_matches('0');
    let read: f64 = match special {
        "inf" if value.starts_with('-') => f64::NEG_INFINITY,
        "inf" | "NaN" => special.parse().ok()?,
        _ => value.parse().ok()?,
    };
    (format!("{read:0width$.precision$}") == value).then(|| read.to_string())
}

fn socket(placeholder: &Placeholder, value: &str) -> Option<String> {
    let canonical = |digits: &str| digits.parse::<u32>().is_ok_and(|read| read.to_string() == digits);
    let (address, port) = value.rsplit_once(':')?;
    let is_v6 = address.contains(':');
    let read: SocketAddr = match placeholder.name() {
        "peer" if is_v6 && !address.contains(['[', ']']) => format!("[{address}]:{port}").parse().ok()?,
        "peer" if is_v6 => return None,
        _ => value.parse().ok()?,
    };
    // The address may have any spelling.
    let scope = address.split_once('%').map(|(_, scope)| scope.trim_end_matches(']'));
    let is_valid = canonical(port) && scope.is_none_or(|scope| canonical(scope) && scope != "0");
    is_valid.then(|| read.to_string())
}

fn mac(format: &str, value: &str) -> Option<String> {
    let pairs: Vec<&str> = value.split(':').collect();
    let digit = |digit: u8| match format {
        "X" => digit.is_ascii_digit() || (b'A'..=b'F').contains(&digit),
        _ => digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit),
    };
    let valid = pairs.len() == 6 && pairs.iter().all(|pair| pair.len() == 2 && pair.bytes().all(digit));
    valid.then(|| value.to_lowercase())
}

/// Reads a duration in a unit with at most `most` decimals. Without a format, the last decimal is not 0.
fn duration(format: &str, most: usize, value: &str) -> Option<String> {
    let (whole, decimals) = match value.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, decimals)) => (whole, decimals),
        None => (value, ""),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let canonical = whole.parse::<u128>().is_ok_and(|read| read.to_string() == whole) && digits(decimals);
    let precise = match format.strip_prefix('.') {
        Some(precision) => decimals.len() == precision.parse::<usize>().ok()?,
        None => decimals.len() <= most && !decimals.ends_with('0'),
    };
    let nanos = format!("{whole}{decimals:0<most$}").parse::<u128>().ok()?;
    // The longest duration has 2⁶⁴ − 1 seconds and 999,999,999 nanoseconds.
    if !canonical || !precise || nanos >= (1 << 64) * 1_000_000_000 {
        return None;
    }
    let decimals = decimals.trim_end_matches('0');
    Some(if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") })
}
