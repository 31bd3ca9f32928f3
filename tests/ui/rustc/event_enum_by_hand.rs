use kmd_events::{CatalogEvent, Event, Fields, KmdEvent, KmdTag, Message, Value};

#[derive(Debug)]
struct Wrapper(KmdEvent<'static>);

impl std::fmt::Display for Wrapper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.0, f)
    }
}

impl Event for Wrapper {
    fn message(&self) -> &'static Message {
        self.0.message()
    }

    fn value(&self, index: usize) -> Option<Value<'_>> {
        self.0.value(index)
    }

    fn fields(&self) -> Fields<'_> {
        self.0.fields()
    }
}

impl CatalogEvent for Wrapper {
    type Tag = KmdTag;

    fn tag(&self) -> KmdTag {
        self.0.tag()
    }

    fn into_owned(self) -> KmdEvent<'static> {
        self.0
    }
}

fn main() {}
