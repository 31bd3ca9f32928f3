//! A slow parser and a printer as oracles. The parser tries all ways to split a text. Values are printed by `format!` of the
//! standard library.

use std::fmt::{Binary, Display, LowerHex, Octal, UpperHex};
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use kmd_events::{DurationUnit, FieldType, Placeholder, Value};

use super::by_hand::{pieces, placeholder, tail_wordings};

/// The names of the placeholders with their values as `print_plain` prints them, or `None` for an absent value.
pub type Split = Vec<(&'static str, Option<String>)>;

/// Returns up to `most` ways to split a text by a template, its tails and its alternatives, in the documented order.
pub fn splits(
    template: &'static str,
    tails: &[&str],
    alternatives: &[&'static str],
    text: &str,
    most: usize,
) -> Vec<Split> {
    let mut found = Vec::new();
    let mut wordings = tail_wordings(template, tails);
    wordings.push(template);
    wordings.extend(alternatives);
    for wording in wordings {
        go(&pieces(wording), text, &mut Vec::new(), &mut found, most);
    }
    found
}

type Pieces<'p> = &'p [(bool, &'static str, &'static str)];

fn go(
    parts: Pieces<'_>,
    text: &str,
    split: &mut Vec<(&'static str, &'static str, Option<String>, String)>,
    found: &mut Vec<Split>,
    most: usize,
) {
    if found.len() == most {
        return;
    }
    let Some(((literal, name, format), rest)) = parts.split_first() else {
        if text.is_empty() {
            let mut values: Split = Vec::new();
            for (name, _, value, _) in split.iter() {
                if !values.iter().any(|(known, _)| known == name) {
                    values.push((name, value.clone()));
                }
            }
            found.push(values);
        }
        return;
    };
    if *literal {
        if let Some(text) = text.strip_prefix(name) {
            go(rest, text, split, found, most);
        }
        return;
    }
    let known = split.iter().find(|(known, ..)| known == name).cloned();
    for (length, value) in candidates(&placeholder(name), format, text) {
        let spelled = text[..length].to_owned();
        match &known {
            Some((_, first_format, _, first)) if first_format == format && *first != spelled => continue,
            Some((.., first, _)) if *first != value => continue,
            _ => {}
        }
        split.push((name, format, value, spelled));
        go(rest, &text[length..], split, found, most);
        split.pop();
    }
}

/// Returns the lengths of the values that a text can begin with, and the values, in the documented order.
fn candidates(placeholder: &Placeholder, format: &str, text: &str) -> Vec<(usize, Option<String>)> {
    let mut all = Vec::new();
    let absent = placeholder.absent().filter(|word| text.starts_with(word));
    all.extend(absent.map(|word| (word.len(), None)));
    if placeholder.field_type() == FieldType::Enum && !placeholder.is_open() {
        let mut words = placeholder.words().to_vec();
        words.sort_by_key(|word| usize::MAX - word.len());
        all.extend(
            words.iter().filter(|word| text.starts_with(**word)).map(|word| (word.len(), Some((*word).to_owned()))),
        );
        return all;
    }
    for end in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
        all.extend(read(placeholder, format, &text[..end]).map(|value| (end, Some(value))));
    }
    all
}

/// Returns the value as `print_plain` prints it if the whole text is a value.
fn read(placeholder: &Placeholder, format: &str, text: &str) -> Option<String> {
    fn integer<T: TryFrom<i128>>(text: &str, format: &str, bits: u32, signed: bool) -> Option<i128> {
        let radix = radix(format);
        let digits = match radix {
            10 => text,
            16 if format.starts_with('#') => text.strip_prefix("0x")?,
            8 if format.starts_with('#') => text.strip_prefix("0o")?,
            2 if format.starts_with('#') => text.strip_prefix("0b")?,
            _ => text,
        };
        let number = i128::from_str_radix(digits, radix).ok()?;
        let number = if radix != 10 && signed && number >= 1 << (bits - 1) { number - (1 << bits) } else { number };
        T::try_from(number).is_ok().then_some(number)
    }
    let value = match placeholder.field_type() {
        FieldType::Text | FieldType::Enum => return Some(text.to_owned()),
        FieldType::Ip => return text.parse::<IpAddr>().ok().map(|address| address.to_string()),
        FieldType::Socket => {
            let (address, port) = text.rsplit_once(':')?;
            let has_brackets = address.starts_with('[') && address.ends_with(']');
            let bare = address.trim_matches(['[', ']']);
            if has_brackets != (bare.contains(':') && placeholder.has_brackets())
                || has_brackets != address.contains(['[', ']'])
            {
                return None;
            }
            let address: IpAddr = bare.parse().ok()?;
            let number: u16 = port.parse().ok()?;
            return (number.to_string() == port).then(|| SocketAddr::new(address, number).to_string());
        }
        FieldType::Prefix => {
            let (address, length) = text.split_once('/')?;
            let address: IpAddr = address.parse().ok()?;
            let number: u8 = length.parse().ok()?;
            let fits = number <= if address.is_ipv4() { 32 } else { 128 };
            return (fits && number.to_string() == length).then(|| format!("{address}/{length}"));
        }
        FieldType::Mac => {
            let bytes: Option<Vec<u8>> = text.split(':').map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
            Value::Mac(bytes?.try_into().ok()?)
        }
        FieldType::Bool => Value::Bool(text.parse().ok()?),
        // The standard library fills up all numbers with zeros, but does not parse these.
        FieldType::F64 if text.ends_with("NaN") => Value::Float(f64::NAN),
        FieldType::F64 if text.ends_with("inf") && text.starts_with('-') => Value::Float(f64::NEG_INFINITY),
        FieldType::F64 if text.ends_with("inf") => Value::Float(f64::INFINITY),
        FieldType::F64 => Value::Float(text.parse().ok()?),
        FieldType::Duration => {
            let unit = placeholder.unit()?;
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            let decimals = decimals(unit);
            if fraction.len() > decimals || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
                return None;
            }
            let nanoseconds: u128 = format!("{whole}{fraction:0<decimals$}").parse().ok()?;
            let seconds = u64::try_from(nanoseconds / 1_000_000_000).ok()?;
            Value::Duration(Duration::new(seconds, (nanoseconds % 1_000_000_000) as u32), unit)
        }
        FieldType::U8 => Value::Integer(integer::<u8>(text, format, 8, false)?),
        FieldType::U16 => Value::Integer(integer::<u16>(text, format, 16, false)?),
        FieldType::U32 => Value::Integer(integer::<u32>(text, format, 32, false)?),
        FieldType::U64 | FieldType::Usize => Value::Integer(integer::<u64>(text, format, 64, false)?),
        FieldType::I16 => Value::Integer(integer::<i16>(text, format, 16, true)?),
        FieldType::I64 | FieldType::Isize => Value::Integer(integer::<i64>(text, format, 64, true)?),
        other => panic!("{other}"),
    };
    (print(value, placeholder, format) == text).then(|| print_plain(value))
}

fn radix(format: &str) -> u32 {
    match format.bytes().last() {
        Some(b'x' | b'X') => 16,
        Some(b'o') => 8,
        Some(b'b') => 2,
        _ => 10,
    }
}

/// Returns the number of decimals of a nanosecond.
fn decimals(unit: DurationUnit) -> usize {
    match unit.as_str() {
        "s" => 9,
        "ms" => 6,
        "us" => 3,
        _ => 0,
    }
}

/// Prints a value without a format.
pub fn print_plain(value: Value<'_>) -> String {
    match value {
        Value::Text(text) => text.to_owned(),
        Value::Address(address) => address.to_string(),
        Value::Integer(integer) => integer.to_string(),
        Value::Socket(socket) => socket.to_string(),
        Value::Prefix(prefix) => format!("{}/{}", prefix.address(), prefix.length()),
        Value::Mac([a, b, c, d, e, f]) => format!("{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{f:02x}"),
        Value::Bool(bool) => bool.to_string(),
        Value::Float(float) => float.to_string(),
        Value::Duration(duration, unit) => {
            let decimals = decimals(unit);
            let digits = format!("{:0width$}", duration.as_nanos(), width = decimals + 1);
            let (whole, fraction) = digits.split_at(digits.len() - decimals);
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
        }
        other => panic!("{other:?}"),
    }
}

/// Prints a value in a format.
pub fn print(value: Value<'_>, placeholder: &Placeholder, format: &str) -> String {
    fn integer<T: Display + LowerHex + UpperHex + Octal + Binary>(integer: T, format: &str) -> String {
        let digits: String = format.chars().filter(char::is_ascii_digit).collect();
        let width: usize = digits.parse().unwrap_or(0);
        match (format.starts_with('#'), format.chars().last()) {
            (false, Some('x')) => format!("{integer:0width$x}"),
            (false, Some('X')) => format!("{integer:0width$X}"),
            (false, Some('o')) => format!("{integer:0width$o}"),
            (false, Some('b')) => format!("{integer:0width$b}"),
            (true, Some('x')) => format!("{integer:#0width$x}"),
            (true, Some('X')) => format!("{integer:#0width$X}"),
            (true, Some('o')) => format!("{integer:#0width$o}"),
            (true, Some('b')) => format!("{integer:#0width$b}"),
            _ => format!("{integer:0width$}"),
        }
    }
    match (value, placeholder.field_type()) {
        (Value::Absent, _) => placeholder.absent().expect("a word").to_owned(),
        (Value::Integer(number), FieldType::U8) => integer(u8::try_from(number).expect("u8"), format),
        (Value::Integer(number), FieldType::U16) => integer(u16::try_from(number).expect("u16"), format),
        (Value::Integer(number), FieldType::U32) => integer(u32::try_from(number).expect("u32"), format),
        (Value::Integer(number), FieldType::U64) => integer(u64::try_from(number).expect("u64"), format),
        (Value::Integer(number), FieldType::Usize) => integer(usize::try_from(number).expect("usize"), format),
        (Value::Integer(number), FieldType::I16) => integer(i16::try_from(number).expect("i16"), format),
        (Value::Integer(number), FieldType::I64) => integer(i64::try_from(number).expect("i64"), format),
        (Value::Integer(number), FieldType::Isize) => integer(isize::try_from(number).expect("isize"), format),
        (Value::Float(float), _) => {
            let (width, precision) = format.split_once('.').expect("decimals");
            let (width, precision): (usize, usize) = (width.parse().unwrap_or(0), precision.parse().expect("decimals"));
            format!("{float:0width$.precision$}")
        }
        (Value::Duration(duration, unit), _) if !format.is_empty() => {
            let precision: usize = format[1..].parse().expect("decimals");
            // The standard library prints a duration of at least one second in seconds. Two more do not change how it is
            // rounded.
            let scaled = duration * 10_u32.pow(9 - decimals(unit) as u32) + Duration::from_secs(2);
            let text = format!("{scaled:.precision$?}");
            let seconds = text.strip_suffix('s').expect("seconds");
            let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
            let whole = whole.parse::<u64>().expect("a number") - 2;
            if precision == 0 { whole.to_string() } else { format!("{whole}.{fraction}") }
        }
        (Value::Socket(SocketAddr::V6(socket)), _) if !placeholder.has_brackets() => {
            format!("{}:{}", socket.ip(), socket.port())
        }
        (Value::Mac([a, b, c, d, e, f]), _) if format == "X" => {
            format!("{a:02X}:{b:02X}:{c:02X}:{d:02X}:{e:02X}:{f:02X}")
        }
        (value, _) => print_plain(value),
    }
}
