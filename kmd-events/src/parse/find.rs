/// Returns the position of the first occurrence of `literal` in `text` at or after `start`.
pub(super) fn find(text: &[u8], start: usize, literal: &[u8]) -> Option<usize> {
    let (&first, _) = literal.split_first()?;
    let last = *literal.last()?;
    // Comparing the first and the last byte of the literal rules out most positions.
    let begins = text.len().checked_sub(literal.len() - 1)?;
    let begins = text.get(start..begins)?;
    let ends = text.get(start + literal.len() - 1..)?;
    let mut places = begins.iter().zip(ends).enumerate();
    places
        .find(|&(at, (begin, end))| *begin == first && *end == last && text[start + at..].starts_with(literal))
        .map(|(at, _)| start + at)
}

/// Returns the position of `literal` if it is at the end of `text`, and at or after `start`.
pub(super) fn find_suffix(text: &[u8], start: usize, literal: &[u8]) -> Option<usize> {
    let at = text.len().checked_sub(literal.len())?;
    (at >= start && text.ends_with(literal)).then_some(at)
}
