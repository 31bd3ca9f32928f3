//! Numbers in the ranges of their types, in the one form in which they are printed.

use kmd_catalog::{FieldType, FormatSpec, Radix, Unit};

/// Returns the least and the greatest value of an integer type.
pub(crate) fn range(integer: FieldType) -> (i128, i128) {
    match integer {
        FieldType::U8 => (0, u8::MAX.into()),
        FieldType::U16 => (0, u16::MAX.into()),
        FieldType::U32 => (0, u32::MAX.into()),
        FieldType::I8 => (i8::MIN.into(), i8::MAX.into()),
        FieldType::I16 => (i16::MIN.into(), i16::MAX.into()),
        FieldType::I32 => (i32::MIN.into(), i32::MAX.into()),
        FieldType::I64 | FieldType::Isize => (i64::MIN.into(), i64::MAX.into()),
        _ => (0, u64::MAX.into()),
    }
}

/// Returns the base of a radix and the prefix of its alternate form.
pub(crate) fn base(radix: Radix) -> (u32, &'static str) {
    match radix {
        Radix::Decimal => (10, ""),
        Radix::LowerHex | Radix::UpperHex => (16, "0x"),
        Radix::Octal => (8, "0o"),
        Radix::Binary => (2, "0b"),
    }
}

/// Returns an expression for an integer in a format. In a radix other than 10, a negative integer is in two's complement.
pub(super) fn integer(integer: FieldType, format: FormatSpec) -> String {
    let (least, greatest) = range(integer);
    let width = usize::from(format.width).max(1);
    let (base, prefix) = base(format.radix);
    if base == 10 {
        let whole = unsigned(greatest.unsigned_abs(), 10, width);
        return match least.unsigned_abs() {
            0 => whole,
            least => format!("(?:{whole}|-{})", positive(least, 10, width.saturating_sub(1).max(1))),
        };
    }
    // Of a signed type, the negative values have the first bit.
    let bits = greatest.unsigned_abs() + least.unsigned_abs();
    let prefix = if format.alternate { prefix } else { "" };
    let digits = unsigned(bits, base, width.saturating_sub(prefix.len()).max(1));
    let digits = if format.radix == Radix::UpperHex { digits.replace("a-f", "A-F") } else { digits };
    format!("{prefix}{digits}")
}

/// Returns an expression for a floating-point number with decimals. The catalog requires their number.
pub(super) fn float(format: FormatSpec) -> String {
    let precision = format.precision.unwrap_or(0);
    let decimals = if precision == 0 { 0 } else { usize::from(precision) + 1 };
    let fraction = fraction(precision);
    let width = usize::from(format.width).saturating_sub(decimals);
    let whole = |width: usize| match width {
        0 | 1 => "(?:0|[1-9][0-9]*)".to_owned(),
        width => format!("(?:[0-9]{{{width}}}|[1-9][0-9]{{{width},}})"),
    };
    format!("(?:{}|-{}){fraction}", whole(width), whole(width.saturating_sub(1)))
}

/// Returns an expression for a duration in a unit.
pub(super) fn duration(format: FormatSpec, unit: Unit) -> String {
    // The longest duration has `u64::MAX` seconds.
    let decimals = unit.max_precision();
    let scale = 10_u128.pow((9 - decimals).into());
    let whole = unsigned(u128::from(u64::MAX) * scale + (scale - 1), 10, 1);
    match format.precision {
        Some(precision) => format!("{whole}{}", fraction(precision)),
        None if decimals == 0 => whole,
        None => format!(r"{whole}(?:\.[0-9]{{0,{}}}[1-9])?", decimals - 1),
    }
}

/// Returns an expression for a decimal point and a number of decimals.
fn fraction(precision: u8) -> String {
    if precision == 0 { String::new() } else { format!(r"\.[0-9]{{{precision}}}") }
}

/// Returns an expression for an integer from 0 to `max`, with zeros before it up to a width.
pub(super) fn unsigned(max: u128, base: u32, width: usize) -> String {
    let digits = digits(max, base);
    let mut forms = Vec::new();
    // Longer numbers have no zeros before them.
    if digits.len() > width {
        forms.extend(up_to(&digits, base, 1));
        if digits.len() - 1 > width {
            forms.push(format!("{}{}", class(1, base - 1), repeated(base, width, digits.len() - 2)));
        }
        forms.push(repeated(base, width, width));
    } else {
        let zeros = "0".repeat(width - digits.len());
        forms.extend(up_to(&digits, base, 0).into_iter().map(|form| format!("{zeros}{form}")));
    }
    group(&forms)
}

/// Returns an expression for an integer from 1 to `max`, with zeros before it up to a width.
pub(super) fn positive(max: u128, base: u32, width: usize) -> String {
    let digits = digits(max, base);
    let zeros = |significant: usize| "0".repeat(width.saturating_sub(significant));
    let mut forms: Vec<String> =
        up_to(&digits, base, 1).into_iter().map(|form| format!("{}{form}", zeros(digits.len()))).collect();
    // Numbers with fewer digits than `max`, those that need no zeros together.
    let first = class(1, base - 1);
    if digits.len() > width.max(1) {
        forms.push(format!("{first}{}", repeated(base, width.max(1) - 1, digits.len() - 2)));
    }
    for significant in (1..width.min(digits.len())).rev() {
        forms.push(format!("{}{first}{}", zeros(significant), repeated(base, significant - 1, significant - 1)));
    }
    group(&forms)
}

/// Returns the digits of a number.
fn digits(mut number: u128, base: u32) -> Vec<u32> {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        digits.push(u32::try_from(number % u128::from(base)).unwrap_or(0));
        number /= u128::from(base);
    }
    digits.reverse();
    digits
}

/// Returns expressions for the numbers with as many digits as `max`, up to `max`, whose first digit is at least `first`.
fn up_to(max: &[u32], base: u32, first: u32) -> Vec<String> {
    let mut forms = Vec::new();
    let mut prefix = String::new();
    for (index, &digit) in max.iter().enumerate() {
        let least = if index == 0 { first } else { 0 };
        let after = max.len() - index - 1;
        // All numbers with this prefix are in the range.
        if max[index..].iter().all(|&digit| digit == base - 1) {
            forms.push(match least {
                0 => format!("{prefix}{}", repeated(base, after + 1, after + 1)),
                least => format!("{prefix}{}{}", class(least, base - 1), repeated(base, after, after)),
            });
            return forms;
        }
        if after == 0 {
            forms.push(format!("{prefix}{}", class(least, digit)));
            return forms;
        }
        if digit > least {
            forms.push(format!("{prefix}{}{}", class(least, digit - 1), repeated(base, after, after)));
        }
        prefix += &class(digit, digit);
    }
    forms
}

/// Returns a class of digits.
fn class(first: u32, last: u32) -> String {
    let char = |digit: u32| char::from_digit(digit, 16).unwrap_or('0');
    match (first, last) {
        _ if first == last => char(first).to_string(),
        (0..=9, 10..) if first == 9 => format!("[9{}]", letters(10, last)),
        (0..=9, 10..) => format!("[{first}-9{}]", letters(10, last)),
        (10.., _) => format!("[{}]", letters(first, last)),
        _ => format!("[{first}-{last}]"),
    }
}

/// Returns a range of hexadecimal digits that are letters.
fn letters(first: u32, last: u32) -> String {
    let char = |digit: u32| char::from_digit(digit, 16).unwrap_or('0');
    if first == last { char(first).to_string() } else { format!("{}-{}", char(first), char(last)) }
}

/// Returns an expression for a number of digits.
fn repeated(base: u32, least: usize, most: usize) -> String {
    let digit = class(0, base - 1);
    match (least, most) {
        (0, 0) => String::new(),
        (1, 1) => digit,
        (least, most) if least == most => format!("{digit}{{{least}}}"),
        (least, most) => format!("{digit}{{{least},{most}}}"),
    }
}

fn group(forms: &[String]) -> String {
    match forms {
        [only] => only.clone(),
        forms => format!("(?:{})", forms.join("|")),
    }
}
