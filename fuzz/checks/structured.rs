//! A strict parser of structured data (RFC 5424, section 6.3), since other parsers are lenient.

/// Returns the parameters of the only element, if there is one, and the rest of the syslog message after the structured
/// data.
pub(crate) fn read(record: &str) -> Option<(Vec<(String, String)>, &str)> {
    // PRI with VERSION, TIMESTAMP, HOSTNAME, APP-NAME, PROCID and MSGID do not contain spaces.
    let data = record.splitn(7, ' ').nth(6)?;
    if let Some(rest) = data.strip_prefix('-') {
        return Some((Vec::new(), rest));
    }
    let data = data.strip_prefix('[')?;
    let mut rest = &data[data.find([' ', ']'])?..];
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.strip_prefix(' ') {
        let (name, after) = parameter.split_once("=\"")?;
        let (value, after) = value(after)?;
        parameters.push((name.to_owned(), value));
        rest = after;
    }
    Some((parameters, rest.strip_prefix(']')?))
}

/// Parses a PARAM-VALUE up to its closing quote. A backslash must precede `"`, `\` and `]`, and no other character.
fn value(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut characters = text.chars();
    loop {
        match characters.next()? {
            '"' => return Some((value, characters.as_str())),
            ']' => return None,
            '\\' => value.push(characters.next().filter(|next| "\"\\]".contains(*next))?),
            other => value.push(other),
        }
    }
}
