//! The implementation of `Event`.

use alloc::string::String;
use core::fmt;

use super::OwnedEvent;
use crate::{Event, Fields, Message, Value};

impl Event for OwnedEvent {
    fn message(&self) -> &'static Message {
        self.message
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        Some(self.values.get(index)?.value())
    }

    fn field(&self, index: usize) -> Option<(&str, Value<'_>)> {
        if let Some(placeholder) = self.message.placeholders().get(index) {
            return Some((placeholder.name(), self.value(index)?));
        }
        let (name, value) = self.context.get(index - self.message.placeholders().len())?;
        Some((name, value.value()))
    }

    fn fields(&self) -> Fields<'_> {
        Fields::new(self)
    }

    fn append_to(&self, out: &mut String) {
        out.push_str(&self.text);
    }

    fn to_owned_event(&self) -> OwnedEvent {
        self.clone()
    }
}

impl fmt::Debug for OwnedEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_tuple("OwnedEvent");
        debug.field(&self.message.tag()).field(&self.text).field(&self.fields()).finish()
    }
}
