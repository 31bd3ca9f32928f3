//! The differences between the regular expressions of engines.

/// The syntax of the regular expressions of an engine.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dialect {
    /// The beginning of an expression: the start of the text, and the flag with which a dot matches every character.
    pub(crate) start: &'static str,
    /// The end of the text.
    pub(crate) end: &'static str,
    /// The form of the group that captures a value.
    pub(crate) capture: Capture,
    /// Whether a second use of a placeholder can be compared with the first.
    pub(crate) compares: bool,
}

/// The form of the group that captures a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Capture {
    /// `(?P<name>…)`
    PythonName,
    /// `(?<name>…)`
    Name,
    /// `(…)`, counted from 1
    Number,
}

impl Dialect {
    /// RE2, and the crate `regex`.
    pub(crate) const RE2: Self = Self { start: r"(?s)\A", end: r"\z", capture: Capture::PythonName, compares: false };
    /// RE2 with numbers for the values.
    pub(crate) const RE2_NUMBERS: Self = Self { capture: Capture::Number, ..Self::RE2 };
    /// Oniguruma in the syntax of Ruby, in which `m` is the flag for the dot.
    pub(crate) const ONIGURUMA: Self = Self { start: r"(?m)\A", end: r"\z", capture: Capture::Name, compares: true };
    /// The regular expressions of Java, whose names have no `_`.
    pub(crate) const JAVA: Self = Self { start: r"(?s)\A", end: r"\z", capture: Capture::Number, compares: true };
    /// PCRE.
    pub(crate) const PCRE: Self = Self { start: r"(?s)\A", end: r"\z", capture: Capture::Name, compares: true };
    /// The regular expressions of JavaScript, with the flag `s`.
    pub(crate) const JAVASCRIPT: Self = Self { start: "^", end: "$", capture: Capture::Name, compares: true };
}
