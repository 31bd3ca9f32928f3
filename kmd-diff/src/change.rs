//! A change of a catalog, and the classes of what it breaks.

use std::fmt;

use kmd_catalog::printable;

/// What a change breaks. A change without a class concerns only the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Class {
    /// A line that the old catalog printed or accepted is no longer parsed to the same tag and values
    Read,
    /// Code that compiled no longer compiles
    Call,
    /// The severity, the facility, the tag, the process, the SD-ID or the name of a placeholder changed
    Watch,
}

impl Class {
    /// Returns the name of the class.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        ["read", "call", "watch"][self as usize]
    }
}

/// A place in a file of the new catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The path of the file, as in the operand.
    pub path: String,
    /// The number of the line, from 1.
    pub line: usize,
    /// The number of the column in characters, from 1.
    pub column: usize,
}

/// A change of a catalog. `Display` writes it with its place, what to write, and an example, in the layout of rustc.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The classes in order, each once. A change without a class concerns only the documentation.
    pub classes: Vec<Class>,
    /// Whether the class `read` is only possible: neither a proof nor a counterexample was found.
    pub is_undecided: bool,
    /// Whether the class `read` concerns only lines in which a value contains text of a template.
    pub is_ambiguous: bool,
    /// The tag of the message, or `None` if the change concerns the whole catalog.
    pub tag: Option<String>,
    /// What changed.
    pub what: String,
    /// The old value, if there is one.
    pub old: Option<String>,
    /// The new value, if there is one.
    pub new: Option<String>,
    /// The place in the new catalog.
    pub place: Place,
    /// What to write, one proposal per entry.
    pub help: Vec<String>,
    /// A line that is no longer parsed to the same tag and values.
    pub example: Option<String>,
}

impl Change {
    /// Creates a change of the documentation.
    pub(crate) fn new(what: impl Into<String>, place: Place) -> Self {
        Self {
            classes: Vec::new(),
            is_undecided: false,
            is_ambiguous: false,
            tag: None,
            what: what.into(),
            old: None,
            new: None,
            place,
            help: Vec::new(),
            example: None,
        }
    }

    /// Sets the tag of the message.
    pub(crate) fn of(mut self, tag: &str) -> Self {
        self.tag = Some(tag.to_owned());
        self
    }

    /// Adds classes.
    pub(crate) fn class(mut self, classes: &[Class]) -> Self {
        self.add(classes);
        self
    }

    /// Adds classes.
    pub(crate) fn add(&mut self, classes: &[Class]) {
        self.classes.extend(classes);
        self.classes.sort_unstable();
        self.classes.dedup();
    }

    /// Sets the old and the new value.
    pub(crate) fn values(mut self, old: Option<&str>, new: Option<&str>) -> Self {
        self.old = old.map(str::to_owned);
        self.new = new.map(str::to_owned);
        self
    }

    /// Adds what to write.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// Returns the verb for a change from one value to another.
pub(crate) fn verb(old: Option<&str>, new: Option<&str>) -> &'static str {
    match (old, new) {
        (None, Some(_)) => "added",
        (Some(_), None) => "removed",
        _ => "changed",
    }
}

/// Writes the change without a line break at its end.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |class: &Class| match class {
            Class::Read if self.is_undecided => "read?",
            class => class.as_str(),
        };
        let classes: Vec<&str> = self.classes.iter().map(name).collect();
        let classes = if classes.is_empty() { String::from("documentation") } else { classes.join(", ") };
        let tag = self.tag.as_ref().map(|tag| format!("{tag}: ")).unwrap_or_default();
        let Place { path, line, column } = &self.place;
        let path = printable(path);
        write!(f, "{classes}: {tag}{}{}\n --> {path}:{line}:{column}", self.what, Values(self))?;
        for help in &self.help {
            write!(f, "\nhelp: {help}")?;
        }
        if let Some(line) = &self.example {
            let line = printable(line);
            write!(f, "\nnote: the line `{line}` is no longer parsed to the same tag and values")?;
            if self.is_ambiguous {
                f.write_str("\nnote: only lines in which a value contains text of a template are concerned")?;
            }
        } else if self.is_undecided {
            f.write_str("\nnote: lines of the old catalog may no longer be parsed to the same tag and values")?;
        }
        Ok(())
    }
}

/// The old and the new value of a change on one line, after a colon.
pub(crate) struct Values<'c>(pub(crate) &'c Change);

impl fmt::Display for Values<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &str| {
            let value = value.replace(['\n', '\t'], " ");
            if value.contains('`') { format!("`` {value} ``") } else { format!("`{value}`") }
        };
        match (&self.0.old, &self.0.new) {
            (Some(old), Some(new)) => write!(f, ": {} -> {}", shown(old), shown(new)),
            (Some(only), None) | (None, Some(only)) => write!(f, ": {}", shown(only)),
            (None, None) => Ok(()),
        }
    }
}
