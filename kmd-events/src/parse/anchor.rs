/// How much of a text a template has to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// All of it.
    Full,
    /// Its beginning.
    Prefix,
}
