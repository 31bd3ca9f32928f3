/// What a catalogue says of itself.
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
}

/// For generated code.
#[doc(hidden)]
impl Catalog {
    #[must_use]
    pub const fn new(prefix: &'static str, process: &'static str) -> Self {
        Self {
            prefix,
            process,
            sd_id: None,
        }
    }

    #[must_use]
    pub const fn with_sd_id(self, sd_id: &'static str) -> Self {
        Self {
            sd_id: Some(sd_id),
            ..self
        }
    }
}

impl Catalog {
    /// What every tag begins with, before an underscore.
    #[must_use]
    pub const fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// The name of the process in a log line (RFC 5424 APP-NAME).
    #[must_use]
    pub const fn process(&self) -> &'static str {
        self.process
    }

    /// The name of the structured data element that holds the placeholders (RFC 5424 SD-ID).
    #[must_use]
    pub const fn sd_id(&self) -> Option<&'static str> {
        self.sd_id
    }
}
