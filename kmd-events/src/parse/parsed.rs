use alloc::borrow::Cow;

/// An event that was parsed from a text, and the rest of the text.
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
    /// The event, which borrows from the text.
    pub event: E,
    /// The rest of the text after the message, which is empty if the message is the whole text. Newer releases of a
    /// daemon append to a documented text.
    pub rest: Cow<'a, str>,
}
