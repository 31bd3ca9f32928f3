//! The parsing functions that generated code calls.

use crate::parse::{Anchor, parse_event, recognize_event};
use crate::{ParseEventError, ParseTagError, Parsed, RecognizeError, Tag};

pub fn from_str<T: Tag>(text: &str) -> Result<T, ParseTagError> {
    T::find(text).ok_or_else(|| ParseTagError::new(text))
}

pub fn parse<T: Tag>(tag: T, text: &str) -> Result<Parsed<'_, T::Event<'_>>, ParseEventError<'_>> {
    parse_event(tag, text.into(), Anchor::Prefix)
}

pub fn parse_exact<T: Tag>(tag: T, text: &str) -> Result<T::Event<'_>, ParseEventError<'_>> {
    parse_event(tag, text.into(), Anchor::Full).map(|parsed| parsed.event)
}

pub fn recognize<T: Tag>(text: &str) -> Result<Parsed<'_, T::Event<'_>>, RecognizeError<T>> {
    recognize_event(&|_| true, text.into(), Anchor::Prefix)
}

pub fn recognize_exact<T: Tag>(text: &str) -> Result<T::Event<'_>, RecognizeError<T>> {
    recognize_event(&|_| true, text.into(), Anchor::Full).map(|parsed| parsed.event)
}
