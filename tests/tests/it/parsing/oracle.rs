//! Parsed, slowly: all ways to split a text, tried one after the other. It takes templates apart itself and
//! shares nothing with the crate but the rules.

/// A value for every placeholder use, in order: the shortest first value, then the shortest second, and so on.
pub type Split = Vec<(String, String)>;

/// Up to `most` ways in which `text` is the text of `template`; with `open`, or begins with it.
pub fn splits(template: &str, types: &dyn Fn(&str) -> String, text: &str, most: usize) -> Vec<Split> {
    let mut found = Vec::new();
    go(&pieces(template), types, text, &mut Vec::new(), &mut found, most);
    found
}

/// `(true, literal)` and `(false, placeholder)`.
pub fn pieces(template: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    let mut literal = true;
    // No template of the tests has braces for text.
    for part in template.split(['{', '}']) {
        if !(literal && part.is_empty()) {
            pieces.push((literal, part.to_owned()));
        }
        literal = !literal;
    }
    pieces
}

fn go(
    pieces: &[(bool, String)],
    types: &dyn Fn(&str) -> String,
    text: &str,
    split: &mut Split,
    found: &mut Vec<Split>,
    most: usize,
) {
    if found.len() == most {
        return;
    }
    let Some(((literal, name), rest)) = pieces.split_first() else {
        if text.is_empty() {
            found.push(split.clone());
        }
        return;
    };
    if *literal {
        if let Some(text) = text.strip_prefix(&**name) {
            go(rest, types, text, split, found, most);
        }
        return;
    }
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    for end in ends {
        let (value, behind) = text.split_at(end);
        let first = split.iter().find(|(known, _)| known == name);
        if first.is_some_and(|(_, first)| first != value) || !fits(&types(name), value) {
            continue;
        }
        split.push((name.clone(), value.to_owned()));
        go(rest, types, behind, split, found, most);
        split.pop();
    }
}

/// Whether a type takes a value: any spelling of an address, integers as they print.
pub fn fits(field_type: &str, value: &str) -> bool {
    fn prints<T: std::str::FromStr + ToString>(value: &str) -> bool {
        value.parse::<T>().is_ok_and(|parsed| parsed.to_string() == value)
    }
    match field_type {
        "text" => true,
        "ip" => value.parse::<std::net::IpAddr>().is_ok(),
        "u8" => prints::<u8>(value),
        "u16" => prints::<u16>(value),
        "u32" => prints::<u32>(value),
        "u64" => prints::<u64>(value),
        "i8" => prints::<i8>(value),
        "i16" => prints::<i16>(value),
        "i32" => prints::<i32>(value),
        "i64" => prints::<i64>(value),
        other => panic!("unknown type {other}"),
    }
}
