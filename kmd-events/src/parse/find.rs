/// Returns where `literal` is in `text` first, from `start` on.
pub(super) fn find(text: &[u8], start: usize, literal: &[u8]) -> Option<usize> {
    let (&first, _) = literal.split_first()?;
    let last = *literal.last()?;
    // Where it can begin; the byte where it would end rules most of these places out.
    let begins = text.len().checked_sub(literal.len() - 1)?;
    let begins = text.get(start..begins)?;
    let ends = text.get(start + literal.len() - 1..)?;
    let mut places = begins.iter().zip(ends).enumerate();
    places
        .find(|&(at, (begin, end))| *begin == first && *end == last && text[start + at..].starts_with(literal))
        .map(|(at, _)| start + at)
}

/// Returns where `literal` is if it ends `text`, at `start` or later.
pub(super) fn find_suffix(text: &[u8], start: usize, literal: &[u8]) -> Option<usize> {
    let at = text.len().checked_sub(literal.len())?;
    (at >= start && text.ends_with(literal)).then_some(at)
}
