//! The error returned when a version cannot be compared.

use std::fmt;
use std::io;

use kmd_catalog::printable;
use kmd_loader::LoadError;

/// The error returned when a version of a catalog cannot be read or has mistakes.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
pub(crate) enum Kind {
    /// What cannot be done, and why.
    Io(String, io::Error),
    /// The message of git for an operand.
    Git(String, String),
    /// An operand in which there is nothing before or after a comma.
    MissingName(String),
    /// The mistakes in a catalog.
    Load(LoadError),
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Self {
        Self(kind)
    }
}

impl From<LoadError> for Error {
    fn from(error: LoadError) -> Self {
        Self(Kind::Load(error))
    }
}

/// Writes the error with its cause. For a catalog with mistakes, it writes all diagnostics.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Io(what, error) => write!(f, "{}: {error}", printable(what)),
            Kind::Git(operand, reason) => {
                write!(f, "cannot read `{}` from git: {}", printable(operand), printable(reason))
            }
            Kind::MissingName(operand) => write!(f, "the name of a file is missing in `{}`", printable(operand)),
            Kind::Load(error) => error.fmt(f),
        }
    }
}

/// There is no source, because the text contains the cause.
impl std::error::Error for Error {}
