//! The names of the values in an engine.

use kmd_catalog::model::{Field, Message};

/// The names that every event has, besides those of its values.
pub(crate) const RESERVED: [&str; 4] = ["tag", "severity", "facility", "rest"];

/// The names of a field.
#[derive(Clone, Debug)]
pub(crate) struct FieldName {
    /// The name in snake case, which is also the name of the group of a regular expression.
    pub(crate) name: String,
    /// The attribute of OpenTelemetry.
    pub(crate) otel: Option<String>,
    /// The field of the Elastic Common Schema.
    pub(crate) ecs: Option<String>,
}

impl FieldName {
    /// Returns the names of the fields of a message. A reserved name gets a `_` at its end.
    pub(crate) fn of_message(message: &Message) -> Vec<Self> {
        let of = |name: &str| if RESERVED.contains(&name) { format!("{name}_") } else { name.to_owned() };
        let of_field = |field: &Field| Self { name: of(&field.name), otel: field.otel.clone(), ecs: field.ecs.clone() };
        message.fields.iter().map(of_field).collect()
    }
}
