//! A slow parser as an oracle, which tries all ways to split a text. It parses templates itself and shares only the
//! rules with the crate.

/// One value for every use of a placeholder, in order.
pub type Split = Vec<(String, String)>;

/// Returns up to `most` ways in which `text` matches `template`, the one with the shortest first value first. With
/// `open`, `text` may continue after the match.
pub fn splits(template: &str, types: &dyn Fn(&str) -> String, text: &str, most: usize) -> Vec<Split> {
    let mut found = Vec::new();
    go(&pieces(template), types, text, &mut Vec::new(), &mut found, most);
    found
}

/// Returns the pieces of a template as `(true, literal)` and `(false, placeholder)`.
pub fn pieces(template: &str) -> Vec<(bool, String)> {
    let mut pieces = Vec::new();
    let mut literal = true;
    // The templates of the tests do not have escaped braces.
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
        let (value, after) = text.split_at(end);
        let first = split.iter().find(|(known, _)| known == name);
        if first.is_some_and(|(_, first)| first != value) || !fits(&types(name), value) {
            continue;
        }
        split.push((name.clone(), value.to_owned()));
        go(rest, types, after, split, found, most);
        split.pop();
    }
}

/// Returns whether a value is valid for a type: any spelling of an address, and an integer as it is printed.
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
