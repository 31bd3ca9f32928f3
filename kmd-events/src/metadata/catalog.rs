/// The properties of a catalog: its prefix, its process and its SD-ID.
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
    #[doc(hidden)]
    pub has_untagged: bool,
}

impl Catalog {
    /// Returns the prefix, like `KMD`. Every tag begins with the prefix and an underscore.
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// Returns the name of the process in a log line (APP-NAME, RFC 5424 section 6.2.5).
    #[must_use]
    pub const fn process(&self) -> &'static str {
        self.process
    }

    /// Returns the name of the structured data element that holds the values (SD-ID, RFC 5424 section 6.3.2), or `None`
    /// if the catalog does not have an `sd-id`.
    #[must_use]
    pub const fn sd_id(&self) -> Option<&'static str> {
        self.sd_id
    }
}
