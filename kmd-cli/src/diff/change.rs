//! A change of a catalog, and the classes of what it breaks.

/// What a change breaks. A change without a class concerns only the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(crate) enum Class {
    /// A line that the old catalog printed or accepted is no longer parsed to the same tag and values
    Read,
    /// Code that compiled no longer compiles
    Call,
    /// The severity, the facility, the tag, the process, the SD-ID or the name of a placeholder changed
    Watch,
}

impl Class {
    /// Returns the name of the class.
    pub(crate) fn as_str(self) -> &'static str {
        ["read", "call", "watch"][self as usize]
    }
}

/// A place in a file of the new catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A change of a catalog.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The classes in order, each once.
    pub(crate) classes: Vec<Class>,
    /// Whether the class `read` is only possible: neither a proof nor a counterexample was found.
    pub(crate) is_undecided: bool,
    /// Whether the class `read` concerns only lines in which a value contains text of a template.
    pub(crate) is_ambiguous: bool,
    /// The tag of the message, or `None` if the change concerns the whole catalog.
    pub(crate) tag: Option<String>,
    /// What changed.
    pub(crate) what: String,
    /// The old and the new value, if there are such.
    pub(crate) old: Option<String>,
    pub(crate) new: Option<String>,
    pub(crate) place: Place,
    /// What to write.
    pub(crate) help: Vec<String>,
    /// A line that is no longer parsed to the same tag and values.
    pub(crate) line: Option<String>,
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
            line: None,
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
