use alloc::borrow::Cow;

/// An event that was parsed from a text, and what follows it.
///
/// ```
/// use kmd_events::KmdTag;
///
/// let text = "VPN hq from 203.0.113.77 is up. Local-ip: 198.51.100.4";
/// let parsed = KmdTag::VpnUpAlarmUser.parse(text)?;
/// assert_eq!(parsed.event.to_string(), "VPN hq from 203.0.113.77 is up.");
/// assert_eq!(parsed.rest, " Local-ip: 198.51.100.4");
/// # Ok::<(), kmd_events::ParseEventError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Parsed<'a, E> {
    /// The event; it borrows from the text.
    pub event: E,
    /// What follows the message in the text: newer releases of a daemon continue a documented text. Empty if the text is
    /// that of the message.
    pub rest: Cow<'a, str>,
}
