use core::fmt::{self, Write as _};

use alloc::string::String;

use super::escape::{ELLIPSIS, Escaper};
use super::syslog_format::Format;
use super::timestamp::Timestamp;
use crate::context_name::param_name;
use crate::{Event, Facility, Value};

/// The length in bytes that most messages do not exceed.
const USUAL_LEN: usize = 256;

/// The maximum length of a MSGID (RFC 5424 section 6).
const MAX_MSGID_LEN: usize = 32;

/// The event and the settings of a syslog message.
pub(super) struct SyslogMessage<'a> {
    pub(super) format: Format,
    pub(super) for_transport: bool,
    pub(super) time: Timestamp,
    pub(super) hostname: Option<&'a str>,
    pub(super) process: &'a str,
    pub(super) pid: Option<u32>,
    pub(super) sd_id: Option<&'a str>,
    pub(super) facility: Facility,
    pub(super) event: &'a dyn Event,
    pub(super) max_len: usize,
}

impl SyslogMessage<'_> {
    /// Returns the message.
    pub(super) fn format(&self) -> String {
        let mut out = String::with_capacity(USUAL_LEN);
        // Writing to a `String` does not fail.
        let _ = if self.format.is_structured() { self.write_structured(&mut out) } else { self.write_plain(&mut out) };
        out
    }

    /// Writes a message in the format of RFC 3164, or in the similar format of a Junos log file.
    fn write_plain(&self, out: &mut String) -> fmt::Result {
        let message = self.event.message();
        let is_file_of_junos = self.format != Format::Rfc3164 && !self.for_transport;
        if !is_file_of_junos {
            write!(out, "<{}>", self.facility.priority(message.severity()))?;
        }
        self.time.write_rfc3164(out)?;
        // In a log file of Junos, two spaces follow the time.
        if is_file_of_junos {
            out.push(' ');
        }
        if let Some(hostname) = self.hostname {
            write!(out, " {hostname}")?;
        }
        write!(out, " {}", self.process)?;
        if let Some(pid) = self.pid {
            write!(out, "[{pid}]")?;
        }
        out.push_str(": ");
        if message.is_tagged() {
            if self.format == Format::JunosPriority {
                let facility = self.facility.junos_code();
                write!(out, "%{facility}-{}-", message.severity().code())?;
            }
            write!(out, "{}: ", message.tag())?;
        }
        self.push_text(out);
        Ok(())
    }

    /// Writes a message in the format of RFC 5424 section 6. A tag that is too long for the MSGID precedes the text, which
    /// is then written in every format.
    fn write_structured(&self, out: &mut String) -> fmt::Result {
        let message = self.event.message();
        write!(out, "<{}>1 ", self.facility.priority(message.severity()))?;
        if self.format == Format::Rfc5424 {
            self.time.write_microseconds(out)?;
        } else {
            self.time.write_milliseconds(out)?;
        }
        write!(out, " {} {} ", self.hostname.unwrap_or("-"), self.process)?;
        match self.pid {
            Some(pid) => write!(out, "{pid}")?,
            None => out.push('-'),
        }
        let (id, tag, separator) = match message.tag() {
            tag if tag.len() > MAX_MSGID_LEN => ("-", tag, ": "),
            tag => (tag, "", ""),
        };
        write!(out, " {id} ")?;
        let start = out.len();
        let has_text = self.format != Format::JunosBrief || self.sd_id.is_none() || !tag.is_empty();
        let mut is_whole = self.push_structured_data(out, self.max_len)?;
        if has_text {
            write!(out, " {tag}{separator}")?;
            is_whole &= self.push_text(out);
        }
        if is_whole && out.len() <= self.max_len {
            return Ok(());
        }
        // The message is too long. Leaving values out first makes room for the text.
        out.truncate(start);
        let tag_len = tag.len() + separator.len();
        let room = self.max_len.saturating_sub(start + tag_len);
        let reserved = if has_text { tag_len + room / 2 } else { " ...".len() };
        let is_whole = self.push_structured_data(out, self.max_len.saturating_sub(reserved))?;
        if has_text {
            write!(out, " {tag}{separator}")?;
            self.push_text(out);
        } else if !is_whole {
            write!(out, " {ELLIPSIS}")?;
        }
        Ok(())
    }

    /// Appends the values that are present as an element of structured data, or `-` if there are no values (RFC 5424 section 6.3), and returns
    /// whether the element contains all values. A value that does not fit is left out, because a part of it would look
    /// like a whole value.
    fn push_structured_data(&self, out: &mut String, max_len: usize) -> Result<bool, fmt::Error> {
        let Some(sd_id) = self.sd_id else {
            out.push('-');
            return Ok(true);
        };
        let mut is_whole = true;
        let mut is_open = false;
        let max_len = max_len.saturating_sub("\"]".len());
        let present = self.event.fields().filter(|(_, value)| *value != Value::Absent);
        for (name, value) in present {
            let (name, before) = (param_name(name), out.len());
            if is_open {
                write!(out, " {name}=\"")?;
            } else {
                write!(out, "[{sd_id} {name}=\"")?;
            }
            let mut escaper = Escaper::sd_value(out, max_len);
            // An error means that the value does not fit.
            let _ = write!(escaper, "{value}");
            if escaper.is_full() || out.len() > max_len {
                out.truncate(before);
                is_whole = false;
            } else {
                out.push('"');
                is_open = true;
            }
        }
        out.push(if is_open { ']' } else { '-' });
        Ok(is_whole)
    }

    /// Appends the text, or as much of it as fits and the ellipsis, and returns whether the text is whole. The ellipsis
    /// tells nothing of the structured data, because after a whole text it would be read as a part of the last value.
    fn push_text(&self, out: &mut String) -> bool {
        let mut escaper = Escaper::message(out, self.max_len);
        // An error means that the text does not fit.
        let _ = write!(escaper, "{}", self.event);
        let is_whole = !escaper.is_full();
        if !is_whole {
            escaper.push_ellipsis();
        }
        is_whole
    }
}
