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
    prefix: &'static str,
    process: &'static str,
    sd_id: Option<&'static str>,
    has_untagged: bool,
}

impl Catalog {
    /// Creates a catalog. Generated code calls this.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        prefix: &'static str,
        process: &'static str,
        sd_id: Option<&'static str>,
        has_untagged: bool,
    ) -> Self {
        Self { prefix, process, sd_id, has_untagged }
    }

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

    /// Returns whether the tag of a message is not in the text of its lines.
    pub(crate) const fn has_untagged(&self) -> bool {
        self.has_untagged
    }
}
