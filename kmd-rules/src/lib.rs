//! Writes a catalog of log messages as rules for the engines that read logs.
//!
//! Each step is a file or a folder:
//!
//! ```text
//! model -> rule (with pattern, names, fidelity) -> expression (with dialect) -> engines
//! ```
//!
//! - `rule` lowers a message to expressions, which are sequences of literals and typed values.
//! - `expression` writes an expression as a regular expression in the `dialect` of an engine.
//! - `examples` has texts of each message with their values, for the tests of an engine.
//! - `engines` has a module for each engine, which writes its files.

mod conversion;
mod dialect;
mod engine;
mod engines;
mod escape;
mod examples;
mod expression;
mod fidelity;
mod head;
mod names;
mod options;
mod overlap;
mod overlaps;
mod pattern;
mod quoted;
mod rule;
mod rules;
mod yaml;

use kmd_catalog::Model;

pub use self::engine::Engine;
pub use self::examples::{Example, examples};
pub use self::fidelity::{Fidelity, Limit};
pub use self::options::Options;
pub use self::rules::{RuleFile, Rules};

/// Returns the rules of a catalog for an engine.
///
/// ```
/// use kmd_rules::{Engine, Options, rules};
///
/// let text = "
/// prefix: APP
/// process: appd
/// placeholders: { user: { type: text, description: The user. } }
/// defaults: { type: event, severity: info, facility: LOG_AUTH }
/// messages: { APP_LOGIN: { template: '{user} logged in', description: A user logged in. } }
/// ";
/// let (model, _) = kmd_catalog::parse(text);
/// let model = model.ok_or("no model")?;
/// let rules = rules(Engine::Regex, &model, &Options::default());
/// assert!(rules.files[0].text.contains(r"(?s)\\AAPP_LOGIN: (?P<user>.*?) logged in\\z"));
/// assert!(rules.fidelity[0].is_exact());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn rules(engine: Engine, model: &Model, options: &Options) -> Rules {
    let lowered = overlap::lowered(model);
    match engine {
        Engine::Rsyslog => engines::rsyslog::rules(&lowered, model, options),
        Engine::SyslogNg => engines::syslog_ng::rules(&lowered, model, options),
        Engine::Vector => engines::vector::rules(&lowered, model, options),
        Engine::FluentBit => engines::fluent_bit::rules(&lowered, model, options),
        Engine::Otel => engines::otel::rules(&lowered, model, options),
        Engine::Logstash => engines::logstash::rules(&lowered, model, options),
        Engine::Elasticsearch => engines::elasticsearch::rules(&lowered, model, options),
        Engine::ClickHouse => engines::clickhouse::rules(&lowered, model, options),
        Engine::DuckDb => engines::duckdb::rules(&lowered, model, options),
        Engine::Spark => engines::spark::rules(&lowered, model, options),
        Engine::JavaScript => engines::javascript::rules(&lowered, model, options),
        Engine::Regex => engines::regex::rules(&lowered, model, options),
    }
}
