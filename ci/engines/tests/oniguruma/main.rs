//! The patterns of Fluent Bit, Logstash and Elasticsearch, run by Oniguruma.
//!
//! Their configurations are read back from the files and followed as their documentation says, since the engines are no
//! libraries.
#![cfg(feature = "oniguruma")]

mod elasticsearch;
mod fluent_bit;
mod grok;
mod logstash;
mod logstash_file;
mod paths;

use kmd_engines::{Subject, ecs};
use kmd_tests::oracle::Found;
use serde_json::Value;

/// Reads what was found in an event. The values with a name of ECS are not below that of the catalog.
fn found(subject: &Subject, event: &Value) -> Option<Found> {
    let mut fields = event.get(subject.namespace())?.as_object().expect("an object").clone();
    let message = subject.model.messages.iter().find(|message| fields["tag"] == message.tag).expect("a message");
    for field in &message.fields {
        if let Some(value) = ecs(field).and_then(|name| paths::get(event, &name.split('.').collect::<Vec<_>>())) {
            fields.insert(field.name.clone(), value.clone());
        }
    }
    let tag = fields.remove("tag").expect("a tag");
    assert!(fields.remove("severity").is_some() && fields.remove("facility").is_some(), "{fields:?}");
    let rest = fields.remove("rest").unwrap_or_else(|| "".into());
    let text = |value: Value| value.as_str().expect("a string").to_owned();
    Some(Found { tag: text(tag), fields, rest: text(rest) })
}
