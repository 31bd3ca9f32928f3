//! The rules of a catalog for an engine.

use kmd_catalog::Model;

use crate::engine::Engine;
use crate::engines;
use crate::fidelity::Fidelity;
use crate::options::Options;
use crate::rule::Rule;

/// The rules of a catalog for an engine: its files, and how closely they follow the parser.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The files. The first is the main one.
    pub files: Vec<RuleFile>,
    /// The fidelity of each message, in the order of the catalog.
    pub fidelity: Vec<Fidelity>,
}

/// A file with rules.
#[derive(Clone, Debug)]
pub struct RuleFile {
    /// The name of the file.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

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
/// assert!(rules.files[0].text.contains(r"(?s)\\AAPP_LOGIN: ?(?P<user>.*?) logged in\\z"));
/// assert!(rules.fidelity[0].is_exact());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn rules(engine: Engine, model: &Model, options: &Options) -> Rules {
    let lowered = Rule::of_model(model);
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
