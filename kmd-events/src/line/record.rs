//! From a line of a log to a record: its header, its tag, and the event.

use alloc::borrow::{Cow, ToOwned as _};
use core::fmt::{self, Write};

use super::header::Frame;
use super::structured_data::StructuredData;
use super::{header, structured_data};
use crate::parse::Raw;
use crate::parse::{self, Input, Mode, lossy, owned};
use crate::{Event, Facility, FieldType, ParseEventError, Parsed, Piece, Severity, Tag};

/// A line of a log, taken apart.
///
/// Reading a line never fails: what nobody can make sense of is in [`text`](Self::text). The type says of
/// which catalogue its events and tags are; every catalogue has a name for its own, like
/// [`KmdRecord`](crate::KmdRecord).
///
/// These are read, each with or without `<PRI>` and a line break:
///
/// - old syslog (RFC 3164) as devices and relays write it: `Aug  3 10:18:44  srx1 kmd[14162]: KMD_X: text`,
///   with a year or milliseconds, with ISO 8601 time, with `(FPC Slot 4, PIC Slot 0)`, without a pid, a host
///   or a time; cut down to `KMD_X: text`;
/// - the explicit priority of Junos: `… kmd[14162]: %AUTH-3-KMD_X: text`;
/// - RFC 5424 and what Junos calls structured data, with the text or without (`brief`).
///
/// Nothing is copied as long as the line is UTF-8, except for a value of structured data that has escapes.
///
/// ```
/// use kmd_events::{KmdEvent, KmdRecord, Outcome};
///
/// let line = "<30>Aug  3 10:18:44  srx1 kmd[14162]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up.";
/// let record = KmdRecord::parse(line);
/// assert_eq!(record.host.as_deref(), Some("srx1"));
/// assert_eq!(record.pid.as_deref(), Some("14162"));
/// let Outcome::Event { event: KmdEvent::VpnUpAlarmUser(up), .. } = record.outcome else {
///     panic!("{record:?}")
/// };
/// assert_eq!(up.vpn_name, "hq");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Record<'a, E, T> {
    /// Facility and severity by the number that begins the line on the wire, PRI.
    pub priority: Option<Priority>,
    /// The time as it stands there.
    pub time: Option<Cow<'a, str>>,
    /// The host that logged.
    pub host: Option<Cow<'a, str>>,
    /// Where on the host: `re1`, or `(FPC Slot 4, PIC Slot 0)`.
    pub origin: Option<Cow<'a, str>>,
    /// The process that logged.
    pub process: Option<Cow<'a, str>>,
    /// Its number, or what stands there for one.
    pub pid: Option<Cow<'a, str>>,
    /// Facility and severity by the explicit priority of Junos.
    pub explicit: Option<ExplicitPriority<'a>>,
    /// The tag of this catalogue, known or not.
    pub tag: Option<Cow<'a, str>>,
    /// Structured data.
    pub structured_data: Option<StructuredData<'a>>,
    /// The text behind all that. Bytes that are no UTF-8 are U+FFFD here.
    pub text: Cow<'a, str>,
    /// Whether the line was longer than the limit of `Records`, and this is its beginning.
    pub cut: bool,
    /// What the line says.
    pub outcome: Outcome<'a, E, T>,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome<'a, E, T> {
    /// An event.
    #[non_exhaustive]
    Event {
        /// The event: from structured data that says what the text says, else from the text, else from the structured
        /// data alone.
        event: E,
        /// What the text has behind the message, see [`Reading`](crate::Parsed).
        rest: Cow<'a, str>,
    },
    /// A tag of the catalogue, with a text that is not that of its message.
    #[non_exhaustive]
    Mismatch {
        /// The tag.
        tag: T,
        /// Why the text is another, or, without a text, why the structured data gives no event.
        reason: ParseEventError<'a>,
    },
    /// A tag with the prefix of the catalogue that the catalogue does not have.
    UnknownTag,
    /// A text of the catalogue's process without a tag. It is not guessed at: the event's `recognize` does
    /// that.
    Untagged,
    /// A line of another process, or of none.
    Other,
}

/// Facility and severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Priority {
    /// The facility.
    pub facility: Facility,
    /// The severity.
    pub severity: Severity,
}

impl Priority {
    /// The number, PRI, 0 to 191 (RFC 5424 section 6.2.1).
    ///
    /// ```
    /// let record = kmd_events::KmdRecord::parse("<35>kmd: text");
    /// assert_eq!(record.priority.map(|priority| priority.code()), Some(35));
    /// ```
    #[must_use]
    pub const fn code(self) -> u8 {
        self.facility.priority(self.severity)
    }
}

/// The explicit priority of Junos: `%AUTH-3-`. It holds what the message had where it was logged, even if the
/// configuration overrides the facility on the wire, so it may differ from PRI.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ExplicitPriority<'a> {
    /// The code of the facility: `AUTH`, `PFE` and so on.
    pub code: Cow<'a, str>,
    /// The severity.
    pub severity: Severity,
}

impl ExplicitPriority<'_> {
    /// The facility of the code; `None` if nobody knows the code.
    ///
    /// ```
    /// use kmd_events::{Facility, KmdRecord};
    ///
    /// let explicit = KmdRecord::parse("kmd[7]: %PFE-4-KMD_X: text").explicit.ok_or("an explicit priority")?;
    /// assert_eq!((&*explicit.code, explicit.facility()), ("PFE", Some(Facility::Local4)));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn facility(&self) -> Option<Facility> {
        Facility::from_junos_code(&self.code)
    }
}

impl<'a, T: Tag> Record<'a, T::Event<'a>, T> {
    /// Reads a line, with its line break or without.
    #[must_use]
    pub fn parse(line: &'a str) -> Self {
        Self::parse_bytes(line.as_bytes())
    }

    /// Reads a line that need not be UTF-8: real lines hold identities in binary. What is none becomes U+FFFD,
    /// and a value that holds it is a copy.
    ///
    /// ```
    /// use kmd_events::{KmdRecord, Outcome};
    ///
    /// let line = b"kmd[7]: KMD_VPN_UP_ALARM_USER: VPN hq from 203.0.113.77 is up. Local IKE-ID: \xc0\xff";
    /// let record = KmdRecord::parse_bytes(line);
    /// let Outcome::Event { rest, .. } = record.outcome else { panic!("{record:?}") };
    /// assert_eq!(rest, " Local IKE-ID: \u{fffd}\u{fffd}");
    /// ```
    #[must_use]
    pub fn parse_bytes(line: &'a [u8]) -> Self {
        Self::read(line, false, |_| {})
    }

    /// The record of a line, which was cut or was not, and whose outcome is told.
    #[inline]
    pub(super) fn read(
        line: &'a [u8],
        cut: bool,
        tell: impl FnOnce(&Outcome<'a, T::Event<'a>, T>),
    ) -> Self {
        let catalog = T::CATALOG;
        let input = Input::new(line);
        let frame = header::split(line, catalog);
        let text = |bytes: &'a [u8]| input.part(bytes).into_text();
        let given = |bytes: &'a [u8]| (!bytes.is_empty()).then(|| text(bytes));
        let ours = match frame.process {
            b"" => !frame.tag.is_empty(),
            process => process == catalog.process().as_bytes(),
        };
        let outcome = if !ours {
            Outcome::Other
        } else if frame.tag.is_empty() {
            Outcome::Untagged
        } else {
            match T::find(&text(frame.tag)) {
                None => Outcome::UnknownTag,
                Some(tag) => outcome(tag, &frame, input),
            }
        };
        tell(&outcome);
        Self {
            priority: frame.priority,
            time: given(frame.time),
            host: given(frame.host),
            origin: given(frame.origin),
            process: given(frame.process),
            pid: given(frame.pid),
            explicit: frame.explicit.map(|(code, severity)| ExplicitPriority {
                code: text(code),
                severity,
            }),
            tag: given(if ours { frame.tag } else { b"" }),
            structured_data: given(frame.structured_data).map(StructuredData::new),
            text: text(frame.text),
            cut,
            outcome,
        }
    }

    /// The event, if the line has one.
    ///
    /// ```
    /// use kmd_events::KmdRecord;
    ///
    /// let record = KmdRecord::parse("KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported");
    /// assert_eq!(record.event().map(ToString::to_string).as_deref(), Some("New Group mode not supported"));
    /// ```
    #[must_use]
    pub fn event(&self) -> Option<&T::Event<'a>> {
        match &self.outcome {
            Outcome::Event { event, .. } => Some(event),
            _ => None,
        }
    }

    /// The facility that the line names: that of the explicit priority, or else of PRI.
    ///
    /// ```
    /// use kmd_events::{Facility, KmdRecord};
    ///
    /// let record = KmdRecord::parse("<179>Aug  3 10:18:44 fw1 kmd[7]: %AUTH-3-KMD_X: text");
    /// assert_eq!(record.facility(), Some(Facility::Auth));
    /// assert_eq!(record.priority.map(|priority| priority.facility), Some(Facility::Local6));
    /// ```
    #[must_use]
    pub fn facility(&self) -> Option<Facility> {
        let explicit = self.explicit.as_ref().and_then(ExplicitPriority::facility);
        explicit.or(self.priority.map(|priority| priority.facility))
    }

    /// The severity that the line names: that of the explicit priority, or else of PRI.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        let explicit = self.explicit.as_ref().map(|explicit| explicit.severity);
        explicit.or(self.priority.map(|priority| priority.severity))
    }

    /// The same with texts of its own, so that it can outlive the line.
    #[must_use]
    pub fn into_owned(self) -> Record<'static, T::Event<'static>, T> {
        Record {
            priority: self.priority,
            time: self.time.map(owned),
            host: self.host.map(owned),
            origin: self.origin.map(owned),
            process: self.process.map(owned),
            pid: self.pid.map(owned),
            explicit: self.explicit.map(|explicit| ExplicitPriority {
                code: owned(explicit.code),
                severity: explicit.severity,
            }),
            tag: self.tag.map(owned),
            structured_data: self.structured_data.map(StructuredData::into_owned),
            text: owned(self.text),
            cut: self.cut,
            outcome: match self.outcome {
                Outcome::Event { event, rest } => Outcome::Event {
                    event: T::into_owned(event),
                    rest: owned(rest),
                },
                Outcome::Mismatch { tag, reason } => Outcome::Mismatch {
                    tag,
                    reason: reason.into_owned(),
                },
                Outcome::UnknownTag => Outcome::UnknownTag,
                Outcome::Untagged => Outcome::Untagged,
                Outcome::Other => Outcome::Other,
            },
        }
    }
}

/// What a text says with the values of structured data is said so; another text decides against them, and where there
/// is none, or one that nobody can read, they decide.
fn outcome<'a, T: Tag>(tag: T, frame: &Frame<'a>, line: Input<'a>) -> Outcome<'a, T::Event<'a>, T> {
    let ours = || {
        structured_data::elements(frame.structured_data).filter(|element| {
            let id = T::CATALOG.sd_id();
            id.is_none_or(|id| is_of(element.id, id))
        })
    };
    let text = line.part(frame.text);
    // Without a text, a message without placeholders has nothing left to say.
    let has_data = frame.brief || ours().next().is_some();
    let by_data =
        has_data.then(|| from_parameters(tag, |name| ours().find_map(|element| element.raw(name))));
    let by_data = match by_data {
        Some(Ok(event)) => match behind(&event, text.into_text()) {
            Some(rest) => return Outcome::Event { event, rest },
            None => Some(Ok(event)),
        },
        other => other,
    };
    match (parse::parse(tag, text, Mode::Lenient), by_data) {
        (Ok(Parsed { event, rest }), _) => Outcome::Event { event, rest },
        (Err(_), Some(Ok(event))) => Outcome::Event {
            event,
            rest: Cow::Borrowed(""),
        },
        (Err(_), Some(Err(reason))) if frame.brief => Outcome::Mismatch { tag, reason },
        (Err(reason), _) => Outcome::Mismatch { tag, reason },
    }
}

/// What `text` has behind that of the event, if it begins with that.
fn behind<'a>(event: &dyn Event, text: Cow<'a, str>) -> Option<Cow<'a, str>> {
    let mut rest = Rest(&text);
    write!(rest, "{event}").ok()?;
    let start = text.len() - rest.0.len();
    let (before, behind) = text.split_at_checked(start)?;
    let message = event.message();
    // What follows a value could be a part of it: of a text everything is.
    let goes_on = match message.pieces().last() {
        Some(&Piece::Placeholder(last)) => match message.placeholders().get(last)?.field_type() {
            FieldType::Text => !behind.is_empty(),
            strict => parse::is_cut(strict, before.as_bytes(), behind.as_bytes()),
        },
        _ => false,
    };
    if goes_on {
        return None;
    }
    Some(match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(start..)?),
        Cow::Owned(text) => Cow::Owned(text.get(start..)?.to_owned()),
    })
}

/// What is left of a text, as long as it is what is printed.
struct Rest<'t>(&'t str);

impl Write for Rest<'_> {
    fn write_str(&mut self, printed: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(printed).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Whether an SD-ID is the catalogue's: devices append the number of the product, `junos@2636.1.1.1.2.129`.
fn is_of(found: &[u8], id: &str) -> bool {
    matches!(found.strip_prefix(id.as_bytes()), Some([] | [b'.', ..]))
}

/// Every placeholder from the parameter of its name, which is given as it stands there.
fn from_parameters<'a, T: Tag>(
    tag: T,
    parameter: impl Fn(&str) -> Option<&'a [u8]>,
) -> Result<T::Event<'a>, ParseEventError<'a>> {
    let mut failed = None;
    let placeholders = tag.message().placeholders();
    let mut values = placeholders.iter().map_while(|&placeholder| {
        let Some(escaped) = parameter(placeholder.name()) else {
            failed = Some(ParseEventError::Missing { placeholder });
            return None;
        };
        let text = structured_data::unescaped(escaped);
        let found = match placeholder.field_type() {
            FieldType::Text => Some(Raw::Text(text)),
            strict => parse::value(strict, text.as_bytes()).map(Raw::from),
        };
        if found.is_none() {
            failed = Some(ParseEventError::Value {
                placeholder,
                value: lossy(escaped),
            });
        }
        found
    });
    let event = tag.build(&mut values);
    event.ok_or(failed.unwrap_or(ParseEventError::TooAmbiguous))
}
