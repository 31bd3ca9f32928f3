/// The part of a text that a template has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The whole text.
    Full,
    /// The beginning of the text.
    Prefix,
}
