//! All changes, as text and as a section of a changelog.

use std::fmt::{self, Write as _};

use crate::change::{Change, Class, Values};
use crate::deny::Deny;

/// The changes between two versions of a catalog, in the order of the new one. `Display` writes the text of `kmd diff`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    all: Vec<Change>,
}

impl Changes {
    pub(crate) fn new(all: Vec<Change>) -> Self {
        Self { all }
    }

    /// Returns the changes in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Change> {
        self.all.iter()
    }

    /// Returns the number of changes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Returns whether there are no changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the changes that are denied, such as all those of a class.
    ///
    /// ```
    /// use kmd_diff::{Class, Version, compare};
    ///
    /// let text = "
    /// prefix: APP
    /// process: appd
    /// messages:
    ///   APP_UP: { template: Up, type: event, severity: info, facility: LOG_USER, description: It started. }
    /// ";
    /// let old = Version::parse("old.yaml", text)?;
    /// let new = Version::parse("new.yaml", &text.replace("severity: info", "severity: debug"))?;
    /// let changes = compare(&old, &new);
    /// assert!(changes.denied([Class::Read, Class::Call]).is_empty());
    /// assert_eq!(
    ///     changes.denied(Class::Watch).to_string(),
    ///     "watch: APP_UP: severity changed: `info` -> `debug`\n --> new.yaml:5:50\nhelp: keep `severity: info`\n\n\
    ///      1 change: 0 read, 0 call, 1 watch"
    /// );
    /// # Ok::<(), kmd_diff::Error>(())
    /// ```
    #[must_use]
    pub fn denied(&self, deny: impl Into<Deny>) -> Self {
        let deny = deny.into();
        Self { all: self.all.iter().filter(|change| deny.denies(change)).cloned().collect() }
    }

    /// Returns a section of a changelog in Markdown. Each change is listed once.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = String::from("## Log messages\n");
        if self.is_empty() {
            out += "\nNo changes.\n";
        }
        for (class, heading) in HEADINGS {
            let mut listed = self.iter().filter(|change| change.classes.first().copied() == class).peekable();
            if listed.peek().is_none() {
                continue;
            }
            // Writing to a string cannot fail.
            let _ = writeln!(out, "\n### {heading}\n");
            for change in listed {
                let tag = change.tag.as_ref().map(|tag| format!("`{tag}`: ")).unwrap_or_default();
                let certainty = if change.is_undecided { " (undecided)" } else { "" };
                let others = &change.classes[change.classes.len().min(1)..];
                let others: Vec<&str> = others.iter().map(|class| class.as_str()).collect();
                let others = if others.is_empty() { String::new() } else { format!(" ({} too)", others.join(", ")) };
                let _ = writeln!(out, "- {tag}{}{}{certainty}{others}", change.what, Values(change));
            }
        }
        out
    }
}

/// The headings of a changelog, each with the first class of its changes.
const HEADINGS: [(Option<Class>, &str); 4] = [
    (Some(Class::Read), "Lines of older releases that are no longer parsed"),
    (Some(Class::Call), "Code that no longer compiles"),
    (Some(Class::Watch), "For alerts and filters"),
    (None, "Other changes"),
];

/// Writes each change and a blank line, and then how many changes of each class there are.
impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in self {
            write!(f, "{change}\n\n")?;
        }
        let count = |class: Class| self.iter().filter(|change| change.classes.contains(&class)).count();
        let (read, call, watch) = (count(Class::Read), count(Class::Call), count(Class::Watch));
        let noun = if self.len() == 1 { "change" } else { "changes" };
        write!(f, "{} {noun}: {read} read, {call} call, {watch} watch", self.len())
    }
}

impl<'c> IntoIterator for &'c Changes {
    type Item = &'c Change;
    type IntoIter = std::slice::Iter<'c, Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Changes {
    type Item = Change;
    type IntoIter = std::vec::IntoIter<Change>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}
