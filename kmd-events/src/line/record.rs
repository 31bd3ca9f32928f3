use alloc::borrow::Cow;

use super::cursor::Span;
use super::event_builder::Typed;
use super::header::Header;
use super::outcome::Outcome;
use super::structured_data::StructuredData;
use crate::parse::owned;
use crate::{ExplicitPriority, Facility, Priority, Severity, Tag};

mod from_line;
mod std_traits;

/// A line of a log, parsed into its parts.
///
/// Parsing never fails: bytes that do not belong to the header are in [`text`](Self::text). The type parameters are the
/// event enum and the tag enum of a catalog. Each catalog has an alias for its records, like
/// [`KmdRecord`](crate::KmdRecord).
///
/// [`guide::parsing`](crate::guide::parsing#headers) shows each form of a header: those of RFC 3164 and RFC 5424 as
/// devices, relays, files, containers and `journalctl` write them. A text without a tag is recognized after the name of
/// the process if the catalog declares its message as `tagged: false`.
///
/// If the line is UTF-8, nothing is copied except values of structured data that contain escapes.
///
/// Two records are equal if all their parts are equal.
///
/// ```
/// use kmd_events::{KmdEvent, KmdRecord, Outcome};
///
/// let line = "<30>Aug  3 10:18:44  srx1 kmd[14162]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.";
/// let record = KmdRecord::parse(line);
/// assert_eq!(record.host(), Some("srx1"));
/// assert_eq!(record.pid(), Some("14162"));
/// let Outcome::Event { event: KmdEvent::VpnUpAlarmUser(up), .. } = record.outcome() else {
///     panic!("{record:?}")
/// };
/// assert_eq!(up.vpn_name, "hq");
/// ```
#[derive(Clone)]
pub struct Record<'a, E, T> {
    line: Cow<'a, str>,
    header: Header,
    is_truncated: bool,
    outcome: Outcome<'a, E, T>,
}

impl<'a, E, T> Record<'a, E, T> {
    /// Returns the priority at the beginning of the line, like `<30>` (PRI, RFC 5424 section 6.2.1), or the one that a
    /// syslog daemon wrote as a word, like `daemon.info`.
    #[must_use]
    pub fn priority(&self) -> Option<Priority> {
        self.header.priority
    }

    /// Returns the time in the format of the line, like `Aug  3 10:18:44`, with the time zone that may follow it.
    #[must_use]
    pub fn time(&self) -> Option<&str> {
        self.part(self.header.time)
    }

    /// Returns the name or the address of the host.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.part(self.header.host)
    }

    /// Returns the location on the host, like `re1` or `(FPC Slot 4, PIC Slot 0)`. A logical system is part of it.
    #[must_use]
    pub fn location(&self) -> Option<&str> {
        self.part(self.header.location)
    }

    /// Returns the name of the process.
    #[must_use]
    pub fn process(&self) -> Option<&str> {
        self.part(self.header.process)
    }

    /// Returns the PID of the process, or the word in its place.
    #[must_use]
    pub fn pid(&self) -> Option<&str> {
        self.part(self.header.pid)
    }

    /// Returns the explicit priority of Junos, like `%AUTH-3-`.
    #[must_use]
    pub fn explicit_priority(&self) -> Option<ExplicitPriority<'_>> {
        let explicit = self.header.explicit_priority?;
        Some(ExplicitPriority { code: self.part(explicit.code)?, severity: explicit.severity })
    }

    /// Returns the tag. It has the prefix of the catalog, but the catalog may not contain it.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        self.part(self.header.tag)
    }

    /// Returns the structured data.
    #[must_use]
    pub fn structured_data(&self) -> Option<StructuredData<'_>> {
        self.part(self.header.structured_data).map(StructuredData::new)
    }

    /// Returns whether the line has something that is not valid in the place of its structured data, such as
    /// `[foo bar=baz]`. Then [`structured_data`](Self::structured_data) returns `None`, and the text begins after it if
    /// it is that of the tag.
    ///
    /// ```
    /// use kmd_events::KmdRecord;
    ///
    /// let line = "<30>1 - srx1 kmd 7 KMD_PM_NEW_GROUP_UNSUPPORTED [foo bar=baz] New Group mode not supported";
    /// let record = KmdRecord::parse(line);
    /// assert!(record.has_invalid_data() && record.event().is_some());
    /// ```
    #[must_use]
    pub fn has_invalid_data(&self) -> bool {
        self.header.is_data_invalid
    }

    /// Returns the text after the header and the tag. Bytes that are not UTF-8 become U+FFFD.
    #[must_use]
    pub fn text(&self) -> &str {
        self.part(self.header.text).unwrap_or_default()
    }

    /// Returns whether the line was longer than the limit of `Records` and is cut off.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// Returns the outcome: an event, or the reason why the line has no event.
    #[must_use]
    pub fn outcome(&self) -> &Outcome<'a, E, T> {
        &self.outcome
    }

    /// Converts the record into its outcome. The event borrows from the line and not from the record.
    #[must_use]
    pub fn into_outcome(self) -> Outcome<'a, E, T> {
        self.outcome
    }

    /// Returns the event, if the line has one.
    ///
    /// ```
    /// use kmd_events::KmdRecord;
    ///
    /// let record = KmdRecord::parse("KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported");
    /// assert_eq!(record.event().map(ToString::to_string).as_deref(), Some("New Group mode not supported"));
    /// ```
    #[must_use]
    pub fn event(&self) -> Option<&E> {
        match &self.outcome {
            Outcome::Event { event, .. } => Some(event),
            _ => None,
        }
    }

    /// Returns the facility of the explicit priority or, if the line has none that is known, of PRI.
    ///
    /// ```
    /// use kmd_events::{Facility, KmdRecord};
    ///
    /// let record = KmdRecord::parse("<179>Aug  3 10:18:44 fw1 kmd[7]: %AUTH-3-KMD_X: text");
    /// assert_eq!(record.facility(), Some(Facility::Auth));
    /// assert_eq!(record.priority().map(|priority| priority.facility), Some(Facility::Local6));
    /// ```
    #[must_use]
    pub fn facility(&self) -> Option<Facility> {
        let explicit = self.explicit_priority();
        let explicit = explicit.and_then(|explicit| explicit.facility());
        explicit.or(self.priority().map(|priority| priority.facility))
    }

    /// Returns the severity of the explicit priority or, if the line has none, of PRI.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        let explicit = self.header.explicit_priority;
        let explicit = explicit.map(|explicit| explicit.severity);
        explicit.or(self.priority().map(|priority| priority.severity))
    }

    /// Returns a part of the line, if the line has it.
    fn part(&self, span: Span) -> Option<&str> {
        if span.is_empty() {
            return None;
        }
        self.line.get(span.range())
    }
}

impl<'a, T: Tag> Record<'a, T::Event<'a>, T> {
    /// Parses a line with or without its line break.
    #[must_use]
    pub fn parse(line: &'a str) -> Self {
        Self::from_str(line, false, &Typed::<T>::NEW, |_| {})
    }

    /// Parses a line that may not be UTF-8, like a line with a binary identity. Bytes that are not UTF-8 become U+FFFD,
    /// and a value that contains such bytes is a copy.
    ///
    /// ```
    /// use kmd_events::{KmdRecord, Outcome};
    ///
    /// let line = b"kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up. Local IKE-ID: \xc0\xff";
    /// let record = KmdRecord::parse_bytes(line);
    /// let Outcome::Event { rest, .. } = record.outcome() else { panic!("{record:?}") };
    /// assert_eq!(rest, " Local IKE-ID: \u{fffd}\u{fffd}");
    /// ```
    #[must_use]
    pub fn parse_bytes(line: &'a [u8]) -> Self {
        Self::from_bytes(line, false, &Typed::<T>::NEW, |_| {})
    }

    /// Returns the same record with owned strings, so that it does not borrow from the line.
    #[must_use]
    pub fn into_owned(self) -> Record<'static, T::Event<'static>, T> {
        Record {
            line: owned(self.line),
            header: self.header,
            is_truncated: self.is_truncated,
            outcome: self.outcome.into_owned(),
        }
    }
}
