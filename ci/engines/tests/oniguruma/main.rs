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

use kmd_tests::oracle::Found;
use serde_json::Value;

/// Reads an event of the catalog, in which values and other keys are together.
fn found(event: Option<&Value>) -> Option<Found> {
    let mut fields = event?.as_object().expect("an object").clone();
    let tag = fields.remove("tag").expect("a tag");
    assert!(fields.remove("severity").is_some() && fields.remove("facility").is_some(), "{fields:?}");
    let rest = fields.remove("rest").unwrap_or_else(|| "".into());
    let text = |value: Value| value.as_str().expect("a string").to_owned();
    Some(Found { tag: text(tag), fields, rest: text(rest) })
}
