use core::fmt::{self, Write};

use alloc::borrow::ToOwned as _;
use alloc::string::String;

use super::format_error::{FormatError, MIN_MAX_LEN};
use super::syslog_format::Format;
use super::syslog_message::SyslogMessage;
use super::timestamp::Timestamp;
use super::validate_header::{validate_hostname, validate_process, validate_sd_id};
use crate::{Event, Facility};

/// A formatter that renders events as syslog messages of one [format](Format).
///
/// ```
/// use kmd_events::format::{Format, Formatter, Timestamp};
/// use kmd_events::kmd_event;
///
/// // 10 hours ahead of UTC.
/// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 846_000, 10 * 60).expect("a time");
/// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch-7" });
///
/// let formatter = Formatter::new(Format::Rfc3164).with_pid(14_162);
/// assert_eq!(
///     formatter.format_to_string(&event, time),
///     "<35>Aug  3 10:18:44 kmd[14162]: KMD_PM_SA_PEER_NOT_FOUND: Unable to find active peer for SA branch-7"
/// );
///
/// let formatter = Formatter::new(Format::JunosStructured).with_hostname("gw")?.with_pid(14_162);
/// assert_eq!(
///     formatter.format_to_string(&event, time),
///     "<35>1 2023-08-03T10:18:44.846+10:00 gw kmd 14162 KMD_PM_SA_PEER_NOT_FOUND \
///      [junos@2636 sa-name=\"branch-7\"] Unable to find active peer for SA branch-7"
/// );
/// # Ok::<(), kmd_events::format::FormatError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Formatter {
    format: Format,
    hostname: Option<String>,
    process: Option<String>,
    pid: Option<u32>,
    sd_id: Option<String>,
    facility: Option<Facility>,
    max_len: usize,
    for_transport: bool,
}

impl Formatter {
    /// Creates a formatter. Its header contains the process name of the catalog, but no host name and no PID.
    #[must_use]
    pub const fn new(format: Format) -> Self {
        Self {
            format,
            hostname: None,
            process: None,
            pid: None,
            sd_id: None,
            facility: None,
            max_len: format.default_max_len(),
            for_transport: false,
        }
    }

    /// Sets the host name. If it is not set, the structured formats have `-` in its place, and the other formats omit
    /// it.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is not valid in a header of the format; see [`FormatError::Hostname`] and
    /// [`FormatError::PlainHostname`].
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// assert!(Formatter::new(Format::Junos).with_hostname("gw.example.net").is_ok());
    /// assert!(Formatter::new(Format::Junos).with_hostname("kmd[7]:").is_err());
    /// ```
    pub fn with_hostname(self, hostname: &str) -> Result<Self, FormatError> {
        validate_hostname(self.format, hostname)?;
        Ok(Self { hostname: Some(hostname.to_owned()), ..self })
    }

    /// Removes the host name. Daemons usually send none to the syslog daemon of the same machine.
    #[must_use]
    pub fn without_hostname(self) -> Self {
        Self { hostname: None, ..self }
    }

    /// Sets the process name. It replaces the process name of the catalog. A parser does not accept such a line, because it
    /// compares the process with the catalog.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is not valid in a header of the format; see [`FormatError::Process`] and
    /// [`FormatError::PlainProcess`].
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// assert!(Formatter::new(Format::Rfc3164).with_process("kmd2").is_ok());
    /// assert!(Formatter::new(Format::Rfc3164).with_process("kmd: x").is_err());
    /// ```
    pub fn with_process(self, process: &str) -> Result<Self, FormatError> {
        validate_process(self.format, process)?;
        Ok(Self { process: Some(process.to_owned()), ..self })
    }

    /// Sets the PID. If it is not set, the structured formats have `-` in its place, and the other formats omit it.
    #[must_use]
    pub fn with_pid(self, pid: u32) -> Self {
        Self { pid: Some(pid), ..self }
    }

    /// Sets the SD-ID of the element that contains the values. It replaces the SD-ID of the catalog. If neither exists,
    /// the structured data is `-`.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is not an SD-ID (RFC 5424 section 6.3.2).
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// // The SD-ID of a vSRX.
    /// let formatter = Formatter::new(Format::JunosStructured).with_sd_id("junos@2636.1.1.1.2.129");
    /// assert!(formatter.is_ok());
    /// assert!(Formatter::new(Format::Rfc5424).with_sd_id("a=b").is_err());
    /// ```
    pub fn with_sd_id(self, sd_id: &str) -> Result<Self, FormatError> {
        validate_sd_id(sd_id)?;
        Ok(Self { sd_id: Some(sd_id.to_owned()), ..self })
    }

    /// Sets the facility of all events. It replaces the facility of each message, in PRI and in the explicit priority of
    /// [`Format::JunosPriority`].
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter, Timestamp};
    /// use kmd_events::{Facility, kmd_event};
    ///
    /// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    /// let event = kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED);
    /// let formatter = Formatter::new(Format::Rfc3164).with_facility(Facility::Local3);
    /// assert_eq!(
    ///     formatter.format_to_string(&event, time),
    ///     // 155 is 8 × 19 + 3.
    ///     "<155>Aug  3 10:18:44 kmd: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported"
    /// );
    /// ```
    #[must_use]
    pub fn with_facility(self, facility: Facility) -> Self {
        Self { facility: Some(facility), ..self }
    }

    /// Sets the maximum length of a syslog message in bytes, at least 480. The default is [`Format::default_max_len`].
    /// The framing of the transport is not counted. A longer message is shortened; see [maximum
    /// length](super#maximum-length).
    ///
    /// # Errors
    ///
    /// Returns an error if the length is below 480, because the header might not fit.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter, Timestamp};
    /// use kmd_events::kmd_event;
    ///
    /// let formatter = Formatter::new(Format::Rfc3164).with_max_len(480)?;
    /// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "n".repeat(1_000) });
    /// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    /// let message = formatter.format_to_string(&event, time);
    /// assert_eq!(message.len(), 480);
    /// assert!(message.ends_with("nnn..."));
    /// # Ok::<(), kmd_events::format::FormatError>(())
    /// ```
    pub fn with_max_len(self, max_len: usize) -> Result<Self, FormatError> {
        if max_len < MIN_MAX_LEN {
            return Err(FormatError::MaxLen(max_len));
        }
        Ok(Self { max_len, ..self })
    }

    /// Selects the form for sending instead of the form for log files. [`Format::Junos`] and [`Format::JunosPriority`]
    /// then begin with `<PRI>` and have one space after the time instead of two (RFC 3164 section 4.1). The other
    /// formats do not change.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter, Timestamp};
    /// use kmd_events::kmd_event;
    ///
    /// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    /// let event = kmd_event!(KMD_PM_NEW_GROUP_UNSUPPORTED);
    /// let formatter = Formatter::new(Format::Junos).for_transport();
    /// assert_eq!(
    ///     formatter.format_to_string(&event, time),
    ///     "<35>Aug  3 10:18:44 kmd: KMD_PM_NEW_GROUP_UNSUPPORTED: New Group mode not supported"
    /// );
    /// ```
    #[must_use]
    pub fn for_transport(self) -> Self {
        Self { for_transport: true, ..self }
    }

    /// Returns the format.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// Returns the host name, if it is set.
    #[must_use]
    pub fn hostname(&self) -> Option<&str> {
        self.hostname.as_deref()
    }

    /// Returns the process name that was set with [`with_process`](Self::with_process), if any.
    #[must_use]
    pub fn process(&self) -> Option<&str> {
        self.process.as_deref()
    }

    /// Returns the PID, if it is set.
    #[must_use]
    pub const fn pid(&self) -> Option<u32> {
        self.pid
    }

    /// Returns the SD-ID that was set with [`with_sd_id`](Self::with_sd_id), if any.
    #[must_use]
    pub fn sd_id(&self) -> Option<&str> {
        self.sd_id.as_deref()
    }

    /// Returns the facility that was set with [`with_facility`](Self::with_facility), if any.
    #[must_use]
    pub const fn facility(&self) -> Option<Facility> {
        self.facility
    }

    /// Returns the maximum length of a syslog message in bytes.
    #[must_use]
    pub const fn max_len(&self) -> usize {
        self.max_len
    }

    /// Returns an event as a syslog message. The message is one line without a line break, whatever the values contain.
    #[must_use]
    pub fn format_to_string(&self, event: &dyn Event, time: Timestamp) -> String {
        let catalog = event.message().catalog();
        let message = SyslogMessage {
            format: self.format,
            for_transport: self.for_transport,
            time,
            hostname: self.hostname(),
            process: self.process().unwrap_or(catalog.process()),
            pid: self.pid,
            sd_id: self.sd_id().or(catalog.sd_id()),
            facility: self.facility.unwrap_or(event.message().facility()),
            event,
            max_len: self.max_len,
        };
        message.format()
    }

    /// Writes an event as a syslog message to `out`, with one call. The message is formatted in a `String` first,
    /// because a part of it may have to be removed again.
    ///
    /// # Errors
    ///
    /// Returns an error if `out` returns one.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter, Timestamp};
    /// use kmd_events::kmd_event;
    ///
    /// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    /// let event = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    /// let mut lines = String::new();
    /// Formatter::new(Format::Junos).with_hostname("gw")?.write(&mut lines, &event, time)?;
    /// assert!(lines.starts_with("Aug  3 10:18:44  gw kmd: KMD_PM_PROPOSAL_NULL_ESP: "));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn write(&self, out: &mut dyn Write, event: &dyn Event, time: Timestamp) -> fmt::Result {
        out.write_str(&self.format_to_string(event, time))
    }
}
