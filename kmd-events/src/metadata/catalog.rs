/// What a catalog says of itself.
///
/// ```
/// use kmd_events::KmdTag;
///
/// assert_eq!(KmdTag::CATALOG.prefix(), "KMD");
/// assert_eq!(KmdTag::CATALOG.process(), "kmd");
/// assert_eq!(KmdTag::CATALOG.sd_id(), Some("junos@2636"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Catalog {
    #[doc(hidden)]
    pub prefix: &'static str,
    #[doc(hidden)]
    pub process: &'static str,
    #[doc(hidden)]
    pub sd_id: Option<&'static str>,
}

impl Catalog {
    /// Returns the prefix: every tag begins with it and an underscore.
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// Returns the name of the process in a log line (RFC 5424 APP-NAME).
    #[must_use]
    pub const fn process(&self) -> &'static str {
        self.process
    }

    /// Returns the name of the structured data element that holds the placeholders (RFC 5424 SD-ID).
    #[must_use]
    pub const fn sd_id(&self) -> Option<&'static str> {
        self.sd_id
    }
}
