use super::catalog::Catalog;
use super::message_kind::MessageKind;
use super::piece::Piece;
use super::placeholder::Placeholder;
#[cfg(feature = "tracing")]
use crate::call_site::CallSite;
use crate::{Facility, Severity};

/// A message of a catalog: its template and its properties.
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
    pub(super) catalog: &'static Catalog,
    pub(super) tag: &'static str,
    pub(super) template: &'static str,
    pub(super) kind: MessageKind,
    pub(super) severity: Severity,
    pub(super) facility: Facility,
    pub(super) description: &'static str,
    pub(super) cause: Option<&'static str>,
    pub(super) action: Option<&'static str>,
    pub(super) note: Option<&'static str>,
    pub(super) deprecated: Option<&'static str>,
    pub(super) alternatives: &'static [&'static str],
    pub(super) placeholders: &'static [Placeholder],
    pub(super) pieces: &'static [Piece],
    pub(super) alternative_pieces: &'static [&'static [Piece]],
    pub(super) tails: &'static [&'static str],
    pub(super) tail_pieces: &'static [&'static [Piece]],
    pub(super) tail_wordings: &'static [&'static [Piece]],
    pub(super) is_tagged: bool,
    pub(super) since: Option<&'static str>,
    pub(super) source: Option<&'static str>,
    #[cfg(feature = "tracing")]
    pub(crate) call_site: CallSite,
}

impl Message {
    /// Creates a message that has only the required properties. Generated code sets the others; see `message_properties`.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(catalog: &'static Catalog, tag: &'static str, template: &'static str) -> Self {
        Self {
            catalog,
            tag,
            template,
            kind: MessageKind::Event,
            severity: Severity::Info,
            facility: Facility::User,
            description: "",
            cause: None,
            action: None,
            note: None,
            deprecated: None,
            alternatives: &[],
            placeholders: &[],
            pieces: &[],
            alternative_pieces: &[],
            tails: &[],
            tail_pieces: &[],
            tail_wordings: &[],
            is_tagged: true,
            since: None,
            source: None,
            #[cfg(feature = "tracing")]
            call_site: CallSite::NONE,
        }
    }

    /// Returns the catalog of the message.
    #[must_use]
    pub const fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// Returns the tag, like `KMD_VPN_UP_ALARM_USER`.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// Returns the template in the syntax of a catalog: placeholders are in braces, and `{{` and `}}` are literal
    /// braces.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// Returns whether the message reports an error or an event.
    #[must_use]
    pub const fn kind(&self) -> MessageKind {
        self.kind
    }

    /// Returns the severity.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns the facility: the part of the system that the message comes from.
    #[must_use]
    pub const fn facility(&self) -> Facility {
        self.facility
    }

    /// Returns facility and severity as one number: facility × 8 + severity, 0 to 191 (PRI, RFC 5424 section 6.2.1).
    #[must_use]
    pub const fn priority(&self) -> u8 {
        self.facility.priority(self.severity)
    }

    /// Returns the description of what happened when the message is logged.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.description
    }

    /// Returns the possible cause, if the catalog gives one.
    #[must_use]
    pub const fn cause(&self) -> Option<&'static str> {
        self.cause
    }

    /// Returns the action that an operator can take, if the catalog gives one.
    #[must_use]
    pub const fn action(&self) -> Option<&'static str> {
        self.action
    }

    /// Returns a note about an oddity of the documented text or about a related message, if the catalog gives one.
    #[must_use]
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }

    /// Returns the advice for callers if the message is deprecated, like "use `APP_STARTED`".
    #[must_use]
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.deprecated
    }

    /// Returns the alternative wordings of the text, in the syntax of [`template`](Self::template). They are parsed but
    /// never printed.
    #[must_use]
    pub const fn alternatives(&self) -> &'static [&'static str] {
        self.alternatives
    }

    /// Returns the placeholders of the template and its [`tails`](Self::tails), each once, in the order of their first use.
    #[must_use]
    pub const fn placeholders(&self) -> &'static [Placeholder] {
        self.placeholders
    }

    /// Returns the pieces of the template. Literals are not empty, and two literals are never adjacent.
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

    /// Returns the pieces of each of the [`alternatives`](Self::alternatives).
    #[doc(hidden)]
    #[must_use]
    pub const fn alternative_pieces(&self) -> &'static [&'static [Piece]] {
        self.alternative_pieces
    }

    /// Returns the templates of the optional parts that can follow the text, in order. An event prints a part if all of its
    /// values are present.
    #[must_use]
    pub const fn tails(&self) -> &'static [&'static str] {
        self.tails
    }

    /// Returns the pieces of each of the [`tails`](Self::tails).
    #[doc(hidden)]
    #[must_use]
    pub const fn tail_pieces(&self) -> &'static [&'static [Piece]] {
        self.tail_pieces
    }

    /// Returns the pieces of the template with each selection of the tails, those with the most tails first.
    #[doc(hidden)]
    #[must_use]
    pub const fn tail_wordings(&self) -> &'static [&'static [Piece]] {
        self.tail_wordings
    }

    /// Returns whether the tag is in the text of a line. The formats of RFC 5424 have the tag in any case.
    #[must_use]
    pub const fn is_tagged(&self) -> bool {
        self.is_tagged
    }

    /// Returns the release that introduced the message, if the catalog names one.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// Returns where the text is documented or was seen, if the catalog says so.
    #[must_use]
    pub const fn source(&self) -> Option<&'static str> {
        self.source
    }
}
