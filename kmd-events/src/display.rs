//! The `Display` implementation of events.
//!
//! A call of a formatter takes as long as printing a short text. So the text is collected in a buffer on the stack and
//! written with one call.

#![expect(clippy::missing_errors_doc, reason = "hidden: the error of the formatter is passed on")]

use core::fmt;

use arrayvec::ArrayString;

use crate::text_output::Output;
use crate::typed_event::TypedEvent;
use crate::write_value::write_values;

/// An output that collects the text in a buffer on the stack.
struct StackString<'b> {
    text: &'b mut ArrayString<512>,
    /// Whether a part of the text did not fit.
    is_full: bool,
}

impl Output for StackString<'_> {
    #[inline]
    fn push(&mut self, part: &str) {
        if self.text.try_push_str(part).is_err() {
            self.is_full = true;
        }
    }
}

/// Formats an event. Width and precision are ignored.
#[inline]
pub fn display<E: TypedEvent>(event: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut text = ArrayString::new_const();
    let mut out = StackString { text: &mut text, is_full: false };
    event.print(&mut out);
    finish(event, &out, f)
}

/// Writes the buffer, or formats the event again if its text did not fit.
#[inline(never)]
fn finish(event: &dyn TypedEvent, out: &StackString<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if out.is_full {
        return display_long(event, f);
    }
    f.write_str(out.text)
}

/// Formats an event whose text does not fit into the buffer, piece by piece.
#[cold]
fn display_long(event: &dyn TypedEvent, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut result = Ok(());
    event.with_values(&mut |values| result = write_values(f, event.message(), values));
    result
}
