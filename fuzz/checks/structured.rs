//! Structured data by the letter of RFC 5424 section 6.3, which readers do not insist on.

/// The parameters of the one element of a record, or none, and what follows the structured data.
pub(crate) fn read(record: &str) -> Option<(Vec<(String, String)>, &str)> {
    // PRI with VERSION, TIMESTAMP, HOSTNAME, APP-NAME, PROCID and MSGID have no blanks.
    let data = record.splitn(7, ' ').nth(6)?;
    if let Some(rest) = data.strip_prefix('-') {
        return Some((Vec::new(), rest));
    }
    let data = data.strip_prefix('[')?;
    let mut rest = &data[data.find([' ', ']'])?..];
    let mut parameters = Vec::new();
    while let Some(parameter) = rest.strip_prefix(' ') {
        let (name, behind) = parameter.split_once("=\"")?;
        let (value, behind) = value(behind)?;
        parameters.push((name.to_owned(), value));
        rest = behind;
    }
    Some((parameters, rest.strip_prefix(']')?))
}

/// PARAM-VALUE up to its quote: `"`, `\` and `]` have a `\` before them, and nothing else has.
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
