//! The changes that are denied.

use crate::change::{Change, Class};

/// The classes of changes that are denied. A class, an array and a slice of classes convert to it.
///
/// ```
/// use kmd_diff::{Class, Deny};
///
/// assert_eq!(Deny::from(Class::Read), Deny::from([Class::Read]));
/// assert_ne!(Deny::from(Class::Read).allow_ambiguous(), Deny::from(Class::Read));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deny {
    classes: Vec<Class>,
    allows_ambiguous: bool,
    allows_undecided: bool,
}

impl Deny {
    /// Allows changes of the class `read` that concern only lines in which a value contains text of a template, such as a
    /// user who is called `x logged in from y`.
    #[must_use]
    pub fn allow_ambiguous(mut self) -> Self {
        self.allows_ambiguous = true;
        self
    }

    /// Allows changes of the class `read` for which neither a proof nor a line was found, which [`Change`] prints as `read?`.
    #[must_use]
    pub fn allow_undecided(mut self) -> Self {
        self.allows_undecided = true;
        self
    }

    /// Returns whether no class is denied.
    pub(crate) fn is_empty(&self) -> bool {
        self.classes.is_empty()
    }

    /// Returns whether a change has a class that is denied.
    pub(crate) fn denies(&self, change: &Change) -> bool {
        let allows_read = change.is_ambiguous && self.allows_ambiguous || change.is_undecided && self.allows_undecided;
        let is_allowed = |class: Class| class == Class::Read && allows_read;
        change.classes.iter().any(|class| self.classes.contains(class) && !is_allowed(*class))
    }
}

impl From<Class> for Deny {
    fn from(class: Class) -> Self {
        Self::from([class])
    }
}

impl<const N: usize> From<[Class; N]> for Deny {
    fn from(classes: [Class; N]) -> Self {
        Self::from(&classes[..])
    }
}

impl From<&[Class]> for Deny {
    fn from(classes: &[Class]) -> Self {
        Self { classes: classes.to_vec(), allows_ambiguous: false, allows_undecided: false }
    }
}
