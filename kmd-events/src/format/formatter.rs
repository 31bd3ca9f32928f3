use core::fmt::{self, Write};

use alloc::borrow::ToOwned as _;
use alloc::string::String;

use super::escape::{MARK, Text};
use super::{Format, FormatError, Timestamp, validate_header};
use crate::{Event, Message};

/// The longest header of any format, with an SD-ID and the mark of a cut, is shorter; and RFC 5424
/// section 6.1 asks every receiver to take as much.
pub(super) const LEAST_LIMIT: usize = 480;

/// Writes events as records of one [format](Format), under a header that is checked when it is made.
///
/// ```
/// use kmd_events::format::{Format, Formatter, Timestamp};
/// use kmd_events::kmd_event;
///
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
    limit: usize,
    for_transport: bool,
}

impl Formatter {
    /// Of a format, with a header that says the process of the catalogue and neither host name nor pid.
    #[must_use]
    pub const fn new(format: Format) -> Self {
        Self {
            format,
            hostname: None,
            process: None,
            pid: None,
            sd_id: None,
            limit: format.default_limit(),
            for_transport: false,
        }
    }

    /// The name of the host. Without it, RFC 5424 has `-` and the other formats have nothing.
    ///
    /// # Errors
    ///
    /// If the header cannot hold it: RFC 5424 section 6.2.4, or outside of RFC 5424 a name that could be
    /// taken for something else.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// assert!(Formatter::new(Format::Junos).with_hostname("gw.example.net").is_ok());
    /// assert!(Formatter::new(Format::Junos).with_hostname("kmd[7]:").is_err());
    /// ```
    pub fn with_hostname(self, hostname: &str) -> Result<Self, FormatError> {
        validate_header::hostname(self.format, hostname)?;
        Ok(Self {
            hostname: Some(hostname.to_owned()),
            ..self
        })
    }

    /// Leaves the host name out, as local daemons do.
    #[must_use]
    pub fn without_hostname(self) -> Self {
        Self {
            hostname: None,
            ..self
        }
    }

    /// The name of the process, in place of the catalogue's.
    ///
    /// # Errors
    ///
    /// If the header cannot hold it: RFC 5424 section 6.2.5, RFC 3164 section 4.1.3.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// assert!(Formatter::new(Format::Rfc3164).with_process("kmd2").is_ok());
    /// assert!(Formatter::new(Format::Rfc3164).with_process("kmd: x").is_err());
    /// ```
    pub fn with_process(self, process: &str) -> Result<Self, FormatError> {
        validate_header::process(self.format, process)?;
        Ok(Self {
            process: Some(process.to_owned()),
            ..self
        })
    }

    /// The number of the process. Without it, RFC 5424 has `-` and the other formats have nothing.
    #[must_use]
    pub fn with_pid(self, pid: u32) -> Self {
        Self {
            pid: Some(pid),
            ..self
        }
    }

    /// The name of the element that holds the values, in place of the catalogue's. Without either the
    /// structured data is `-`.
    ///
    /// # Errors
    ///
    /// If it is none: RFC 5424 section 6.3.2.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter};
    ///
    /// // That of a vSRX.
    /// let formatter = Formatter::new(Format::JunosStructured).with_sd_id("junos@2636.1.1.1.2.129");
    /// assert!(formatter.is_ok());
    /// assert!(Formatter::new(Format::Rfc5424).with_sd_id("a=b").is_err());
    /// ```
    pub fn with_sd_id(self, sd_id: &str) -> Result<Self, FormatError> {
        validate_header::sd_id(sd_id)?;
        Ok(Self {
            sd_id: Some(sd_id.to_owned()),
            ..self
        })
    }

    /// How many bytes a record has at most, in place of [`Format::default_limit`]; frames of the transport
    /// come on top. What is cut or left out is marked by `...` at the end of the record; see
    /// [what is too long](super#what-is-too-long).
    ///
    /// # Errors
    ///
    /// If it is below 480, which every header fits into.
    ///
    /// ```
    /// use kmd_events::format::{Format, Formatter, Timestamp};
    /// use kmd_events::kmd_event;
    ///
    /// let formatter = Formatter::new(Format::Rfc3164).with_max_len(480)?;
    /// let event = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "n".repeat(1_000) });
    /// let time = Timestamp::new((2023, 8, 3), (10, 18, 44), 0, 0).expect("a time");
    /// let record = formatter.format_to_string(&event, time);
    /// assert_eq!(record.len(), 480);
    /// assert!(record.ends_with("nnn..."));
    /// # Ok::<(), kmd_events::format::FormatError>(())
    /// ```
    pub fn with_max_len(self, limit: usize) -> Result<Self, FormatError> {
        if limit < LEAST_LIMIT {
            return Err(FormatError::Limit(limit));
        }
        Ok(Self { limit, ..self })
    }

    /// For a remote host instead of a file: [`Format::Junos`] and [`Format::JunosPriority`] begin with
    /// `<PRI>`, and one blank follows the time (RFC 3164 section 4.1). The other formats are the same.
    #[must_use]
    pub fn for_transport(self) -> Self {
        Self {
            for_transport: true,
            ..self
        }
    }

    /// The format.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The name of the host, if there is one.
    #[must_use]
    pub fn hostname(&self) -> Option<&str> {
        self.hostname.as_deref()
    }

    /// The process that [`with_process`](Self::with_process) named, in place of the catalogue's.
    #[must_use]
    pub fn process(&self) -> Option<&str> {
        self.process.as_deref()
    }

    /// The number of the process, if there is one.
    #[must_use]
    pub const fn pid(&self) -> Option<u32> {
        self.pid
    }

    /// The name of the element that [`with_sd_id`](Self::with_sd_id) gave, in place of the catalogue's.
    #[must_use]
    pub fn sd_id(&self) -> Option<&str> {
        self.sd_id.as_deref()
    }

    /// How many bytes a record has at most.
    #[must_use]
    pub const fn max_len(&self) -> usize {
        self.limit
    }

    /// The record of an event: one line without an end, whatever its values hold.
    #[must_use]
    pub fn format_to_string(&self, event: &dyn Event, time: Timestamp) -> String {
        let mut out = String::new();
        // A `String` takes everything.
        let _ = match self.format {
            Format::Rfc5424 | Format::JunosStructured | Format::JunosBrief => {
                self.structured(&mut out, event, time)
            }
            Format::Rfc3164 | Format::Junos | Format::JunosPriority => {
                self.plain(&mut out, event, time)
            }
        };
        out
    }

    /// Writes the record of an event, all of it at once: it is a `String` first, since what is too long is taken back
    /// until it fits.
    ///
    /// # Errors
    ///
    /// If `out` has one.
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

    /// RFC 3164 and the lines of Junos, which are like it.
    fn plain(&self, out: &mut String, event: &dyn Event, time: Timestamp) -> fmt::Result {
        let message = event.message();
        if self.format == Format::Rfc3164 || self.for_transport {
            write!(out, "<{}>", message.priority())?;
        }
        time.write_rfc3164(out)?;
        // The second blank of a log file of Junos.
        if self.format != Format::Rfc3164 && !self.for_transport {
            out.push(' ');
        }
        if let Some(hostname) = &self.hostname {
            write!(out, " {hostname}")?;
        }
        write!(out, " {}", self.process_of(message))?;
        if let Some(pid) = self.pid {
            write!(out, "[{pid}]")?;
        }
        out.push_str(": ");
        if self.format == Format::JunosPriority {
            let facility = message.facility().junos_code();
            write!(out, "%{facility}-{}-", message.severity().code())?;
        }
        write!(out, "{}: ", message.tag())?;
        self.text(out, event, false);
        Ok(())
    }

    /// RFC 5424 section 6.
    fn structured(&self, out: &mut String, event: &dyn Event, time: Timestamp) -> fmt::Result {
        let message = event.message();
        write!(out, "<{}>1 ", message.priority())?;
        if self.format == Format::Rfc5424 {
            time.write_microseconds(out)?;
        } else {
            time.write_milliseconds(out)?;
        }
        let hostname = self.hostname.as_deref().unwrap_or("-");
        write!(out, " {hostname} {} ", self.process_of(message))?;
        match self.pid {
            Some(pid) => write!(out, "{pid}")?,
            None => out.push('-'),
        }
        write!(out, " {} ", message.tag())?;
        let start = out.len();
        let has_text = self.format != Format::JunosBrief || self.sd_id_of(message).is_none();
        let mut is_whole = self.data(out, event, self.limit)?;
        if has_text {
            out.push(' ');
            is_whole &= self.text(out, event, false);
        }
        if is_whole {
            return Ok(());
        }
        // Something has to go: values first, so that they leave room for the text.
        out.truncate(start);
        let room = self.limit.saturating_sub(start);
        let end = if has_text { room / 2 } else { " ...".len() };
        let is_whole = self.data(out, event, self.limit.saturating_sub(end))?;
        if has_text {
            out.push(' ');
            self.text(out, event, !is_whole);
        } else if !is_whole {
            write!(out, " {MARK}")?;
        }
        Ok(())
    }

    /// The values as an element of structured data, or `-` if there is none (RFC 5424 section 6.3); says
    /// whether all of them are there. One that does not fit is left out: half of it would look like a value.
    fn data(&self, out: &mut String, event: &dyn Event, limit: usize) -> Result<bool, fmt::Error> {
        let Some(sd_id) = self.sd_id_of(event.message()) else {
            out.push('-');
            return Ok(true);
        };
        let mut all = true;
        let mut open = false;
        let limit = limit.saturating_sub("\"]".len());
        for (name, value) in event.fields() {
            let before = out.len();
            if open {
                write!(out, " {name}=\"")?;
            } else {
                write!(out, "[{sd_id} {name}=\"")?;
            }
            let mut to = Text::value(out, limit);
            // The error says that it is full.
            let _ = write!(to, "{value}");
            if to.is_full() || out.len() > limit {
                out.truncate(before);
                all = false;
            } else {
                out.push('"');
                open = true;
            }
        }
        out.push(if open { ']' } else { '-' });
        Ok(all)
    }

    /// The text, or as much of it as fits, with the mark at its end if something is missing in it or before it.
    /// Says whether it has none.
    fn text(&self, out: &mut String, event: &dyn Event, is_missing: bool) -> bool {
        let mut to = Text::message(out, self.limit);
        // The error says that it is full.
        let _ = write!(to, "{event}");
        let is_marked = is_missing || to.is_full();
        if is_marked {
            to.mark();
        }
        !is_marked
    }

    fn sd_id_of(&self, message: &'static Message) -> Option<&str> {
        self.sd_id.as_deref().or_else(|| message.catalog().sd_id())
    }

    fn process_of(&self, message: &'static Message) -> &str {
        self.process
            .as_deref()
            .unwrap_or_else(|| message.catalog().process())
    }
}
