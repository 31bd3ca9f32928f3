//! Helpers for the tests: sample events and lines, and the programs that the tests start.

pub mod adversarial;
pub mod cargo;
pub mod chapter_events;
pub mod events;
pub mod hard_lines;
pub mod iked_events;
pub mod javascript;
pub mod later_events;
pub mod lines;
pub mod oracle;
pub mod port;
pub mod regex_rules;
pub mod rsyslog;

/// A catalog whose placeholders have the names of fields that sinks add.
pub mod name_clash {
    kmd_events::catalog!(pub "fixtures/name_clash.yaml", in crate::name_clash);
}

/// A catalog whose messages are hard to tell from each other, and begin or end with values.
pub mod hard_shapes {
    kmd_events::catalog!(pub "fixtures/hard_shapes.yaml", in crate::hard_shapes);
}

/// A catalog with every type, format, kind of enum, tail and kind of message.
pub mod all_types {
    kmd_events::catalog!(pub "fixtures/all_types.yaml", in crate::all_types);
}

/// A catalog with characters that have a meaning in the languages of engines.
pub mod hard_text {
    kmd_events::catalog!(pub "fixtures/hard_text.yaml", in crate::hard_text);
}
