use core::fmt;

use crate::{Catalog, Facility, MessageKind, Severity};

/// All that a catalogue says of one message.
///
/// ```
/// use kmd_events::{KmdTag, Severity};
///
/// let message = KmdTag::VpnUpAlarmUser.message();
/// assert_eq!(message.tag(), "KMD_VPN_UP_ALARM_USER");
/// assert_eq!(message.template(), "VPN {vpn-name} from {remote-address} is up.");
/// assert_eq!(message.severity(), Severity::Info);
/// assert_eq!(message.placeholders()[1].name(), "remote-address");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message {
    catalog: &'static Catalog,
    tag: &'static str,
    template: &'static str,
    kind: MessageKind,
    severity: Severity,
    facility: Facility,
    description: &'static str,
    cause: Option<&'static str>,
    action: Option<&'static str>,
    note: Option<&'static str>,
    deprecated: Option<&'static str>,
    alternatives: &'static [&'static str],
    placeholders: &'static [Placeholder],
    pieces: &'static [Piece],
    alternative_pieces: &'static [&'static [Piece]],
}

/// For generated code.
#[doc(hidden)]
impl Message {
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "what every message has")]
    pub const fn new(
        catalog: &'static Catalog,
        tag: &'static str,
        template: &'static str,
        pieces: &'static [Piece],
        kind: MessageKind,
        severity: Severity,
        facility: Facility,
        description: &'static str,
    ) -> Self {
        Self {
            catalog,
            tag,
            template,
            kind,
            severity,
            facility,
            description,
            cause: None,
            action: None,
            note: None,
            deprecated: None,
            alternatives: &[],
            placeholders: &[],
            pieces,
            alternative_pieces: &[],
        }
    }

    #[must_use]
    pub const fn with_placeholders(self, placeholders: &'static [Placeholder]) -> Self {
        Self {
            placeholders,
            ..self
        }
    }

    #[must_use]
    pub const fn with_alternatives(
        self,
        alternatives: &'static [&'static str],
        alternative_pieces: &'static [&'static [Piece]],
    ) -> Self {
        Self {
            alternatives,
            alternative_pieces,
            ..self
        }
    }

    #[must_use]
    pub const fn with_cause(self, cause: &'static str) -> Self {
        Self {
            cause: Some(cause),
            ..self
        }
    }

    #[must_use]
    pub const fn with_action(self, action: &'static str) -> Self {
        Self {
            action: Some(action),
            ..self
        }
    }

    #[must_use]
    pub const fn with_note(self, note: &'static str) -> Self {
        Self {
            note: Some(note),
            ..self
        }
    }

    #[must_use]
    pub const fn with_deprecated(self, advice: &'static str) -> Self {
        Self {
            deprecated: Some(advice),
            ..self
        }
    }
}

impl Message {
    /// The catalogue that it stands in.
    #[must_use]
    pub const fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// The tag as it is logged.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// The text as the catalogue has it: placeholders in braces, `{{` and `}}` for braces.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// Whether it reports an error or an event.
    #[must_use]
    pub const fn kind(&self) -> MessageKind {
        self.kind
    }

    /// How serious it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// What part of the system it comes from.
    #[must_use]
    pub const fn facility(&self) -> Facility {
        self.facility
    }

    /// Facility and severity as the number that begins a syslog line, PRI, 0 to 191 (RFC 5424 section
    /// 6.2.1).
    #[must_use]
    pub const fn priority(&self) -> u8 {
        self.facility.priority(self.severity)
    }

    /// What happened when it is logged.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Why that may have happened.
    #[must_use]
    pub const fn cause(&self) -> Option<&'static str> {
        self.cause
    }

    /// What an operator can do about it.
    #[must_use]
    pub const fn action(&self) -> Option<&'static str> {
        self.action
    }

    /// An oddity of the documented text, or a related message.
    #[must_use]
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }

    /// What to do instead of using it, if it is deprecated.
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// Other wordings of the text, as [`template`](Self::template) writes them, that a reader accepts
    /// too; never printed.
    #[must_use]
    pub const fn alternatives(&self) -> &'static [&'static str] {
        self.alternatives
    }

    /// The placeholders of the template, each once, in the order of their first use.
    #[must_use]
    pub const fn placeholders(&self) -> &'static [Placeholder] {
        self.placeholders
    }

    /// The template taken apart. Literal text is never empty, and no two pieces of a kind stand side by
    /// side.
    ///
    /// ```
    /// use kmd_events::{KmdTag, Piece};
    ///
    /// assert_eq!(
    ///     KmdTag::VpnUpAlarmUser.message().pieces(),
    ///     [
    ///         Piece::Literal("VPN "),
    ///         Piece::Placeholder(0),
    ///         Piece::Literal(" from "),
    ///         Piece::Placeholder(1),
    ///         Piece::Literal(" is up."),
    ///     ]
    /// );
    /// ```
    #[must_use]
    pub const fn pieces(&self) -> &'static [Piece] {
        self.pieces
    }

    /// [`alternatives`](Self::also) taken apart.
    pub(crate) const fn alternative_pieces(&self) -> &'static [&'static [Piece]] {
        self.alternative_pieces
    }
}

/// A part of a message's text; see [`Message::pieces`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Text that stands in every such message.
    Literal(&'static str),
    /// The value of the placeholder at this index of [`Message::placeholders`].
    Placeholder(usize),
}

/// A placeholder of a message.
///
/// ```
/// use kmd_events::{FieldType, KmdTag};
///
/// let placeholder = KmdTag::VpnUpAlarmUser.placeholders()[1];
/// assert_eq!(placeholder.name(), "remote-address");
/// assert_eq!(placeholder.field_type(), FieldType::Ip);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Placeholder {
    name: &'static str,
    field_type: FieldType,
    description: &'static str,
}

impl Placeholder {
    /// For generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, field_type: FieldType, description: &'static str) -> Self {
        Self {
            name,
            field_type,
            description,
        }
    }

    /// Its documented name: `remote-address`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// What values it takes.
    #[must_use]
    pub const fn field_type(self) -> FieldType {
        self.field_type
    }

    /// What it stands for.
    #[must_use]
    pub const fn description(self) -> &'static str {
        self.description
    }
}

/// What values a placeholder takes.
///
/// ```
/// assert_eq!(kmd_events::FieldType::Ip.as_str(), "ip");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldType {
    /// Any text; a field of type `Cow<str>`.
    Text,
    /// An IPv4 or IPv6 address; a field of type `IpAddr`.
    Ip,
    /// An integer from 0 to 255.
    U8,
    /// An integer from 0 to 65,535.
    U16,
    /// An integer from 0 to 4,294,967,295.
    U32,
    /// An integer from 0 to 2⁶⁴ − 1.
    U64,
    /// An integer from −128 to 127.
    I8,
    /// An integer from −32,768 to 32,767.
    I16,
    /// An integer from −2,147,483,648 to 2,147,483,647.
    I32,
    /// An integer from −2⁶³ to 2⁶³ − 1.
    I64,
}

impl FieldType {
    /// The name that a catalogue writes: `text`, `ip`, `u8` … `i64`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Ip => "ip",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
        }
    }

    /// The least and the greatest integer that it holds; `None` for a text or an address.
    ///
    /// ```
    /// use kmd_events::FieldType;
    ///
    /// assert_eq!(FieldType::U16.range(), Some((0, 65_535)));
    /// assert_eq!(FieldType::Text.range(), None);
    /// ```
    #[must_use]
    pub const fn range(self) -> Option<(i128, i128)> {
        match self {
            Self::Text | Self::Ip => None,
            Self::U8 => Some((0, u8::MAX as i128)),
            Self::U16 => Some((0, u16::MAX as i128)),
            Self::U32 => Some((0, u32::MAX as i128)),
            Self::U64 => Some((0, u64::MAX as i128)),
            Self::I8 => Some((i8::MIN as i128, i8::MAX as i128)),
            Self::I16 => Some((i16::MIN as i128, i16::MAX as i128)),
            Self::I32 => Some((i32::MIN as i128, i32::MAX as i128)),
            Self::I64 => Some((i64::MIN as i128, i64::MAX as i128)),
        }
    }
}

/// As a catalogue writes it.
impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
