use std::ffi::OsString;
use std::path::PathBuf;

use daemon_log::kmd_events::{Facility, Severity};

use crate::requests::House;

pub(crate) const USAGE: &str = "usage: doord --doors NUMBER [--allow USER]... [--zone NAME] [--severity notice] \
                                [--facility LOG_LOCAL3] [--audit FILE]";

/// The options of the command line.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) house: House,
    /// The least serious severity on standard error.
    pub(crate) severity: Severity,
    /// The facility on standard error, if it is not that of the catalog.
    pub(crate) facility: Option<Facility>,
    /// The file of the audit messages.
    pub(crate) audit: Option<PathBuf>,
}

/// A mistake in the command line.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(crate) enum UsageError {
    #[error("unknown option {0:?}")]
    Unknown(OsString),
    #[error("{0} needs a value")]
    Missing(&'static str),
    #[error("{0} cannot be {1:?}")]
    Invalid(&'static str, OsString),
}

impl Options {
    /// Reads the arguments after the name of the program.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Self, UsageError> {
        let (mut doors, mut users, mut zone) = (None, Vec::new(), String::from("main"));
        let (mut severity, mut facility, mut audit) = (Severity::Notice, None, None);
        while let Some(argument) = arguments.next() {
            let mut value = |name| Value::new(name, arguments.next());
            match argument.to_str() {
                Some("--doors") => doors = Some(value("--doors")?.read(|text| text.parse().ok())?),
                Some("--allow") => users.push(value("--allow")?.read(|text| Some(text.to_owned()))?),
                Some("--zone") => zone = value("--zone")?.read(|text| Some(text.to_owned()))?,
                Some("--severity") => severity = value("--severity")?.read(severity_of)?,
                Some("--facility") => facility = Some(value("--facility")?.read(facility_of)?),
                Some("--audit") => audit = Some(PathBuf::from(value("--audit")?.text)),
                _ => return Err(UsageError::Unknown(argument)),
            }
        }
        let doors = doors.ok_or(UsageError::Missing("--doors"))?;
        Ok(Self { house: House { zone, doors, users }, severity, facility, audit })
    }
}

/// The value of an option.
struct Value {
    name: &'static str,
    text: OsString,
}

impl Value {
    fn new(name: &'static str, text: Option<OsString>) -> Result<Self, UsageError> {
        text.map(|text| Self { name, text }).ok_or(UsageError::Missing(name))
    }

    fn read<T>(self, read: impl FnOnce(&str) -> Option<T>) -> Result<T, UsageError> {
        self.text.to_str().and_then(read).ok_or(UsageError::Invalid(self.name, self.text))
    }
}

fn severity_of(word: &str) -> Option<Severity> {
    Severity::ALL.into_iter().find(|severity| severity.as_str() == word)
}

fn facility_of(word: &str) -> Option<Facility> {
    Facility::ALL.into_iter().find(|facility| facility.as_str() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &str) -> Result<Options, UsageError> {
        Options::parse(arguments.split(' ').map(OsString::from))
    }

    #[test]
    fn options_are_read() {
        let options = parse("--allow ada --doors 4 --allow eve --severity debug --facility LOG_LOCAL3 --audit a.log")
            .expect("valid");
        assert_eq!((options.house.doors, &*options.house.zone), (4, "main"));
        assert_eq!(options.house.users, ["ada", "eve"]);
        assert_eq!((options.severity, options.facility), (Severity::Debug, Some(Facility::Local3)));
        assert_eq!(options.audit, Some(PathBuf::from("a.log")));
    }

    #[test]
    fn mistakes_are_named() {
        for (arguments, message) in [
            ("--allow ada", "--doors needs a value"),
            ("--doors", "--doors needs a value"),
            ("--doors 70000", "--doors cannot be \"70000\""),
            ("--doors 4 --severity loud", "--severity cannot be \"loud\""),
            ("--doors 4 --facility LOG_NOWHERE", "--facility cannot be \"LOG_NOWHERE\""),
            ("--doors 4 now", "unknown option \"now\""),
        ] {
            assert_eq!(parse(arguments).expect_err(arguments).to_string(), message);
        }
    }
}
