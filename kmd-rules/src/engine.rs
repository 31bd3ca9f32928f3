//! The engines.

/// An engine that reads logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Engine {
    /// Rule base of liblognorm and configuration of rsyslog.
    Rsyslog,
    /// Pattern database of syslog-ng with examples.
    SyslogNg,
    /// Configuration of Vector with a program in VRL and unit tests.
    Vector,
    /// Parsers and filters of Fluent Bit.
    FluentBit,
    /// Configuration of the OpenTelemetry Collector.
    Otel,
    /// Filters of Logstash.
    Logstash,
    /// Ingest pipeline of Elasticsearch.
    Elasticsearch,
    /// Views of `ClickHouse` with typed columns.
    ClickHouse,
    /// Views of `DuckDB` with typed columns.
    DuckDb,
    /// Views of Spark SQL with typed columns.
    Spark,
    /// JavaScript module, which the page of `kmd docs --to html` also contains.
    JavaScript,
    /// Regular expressions for RE2 as JSON, for every other engine.
    Regex,
}

impl Engine {
    /// All engines.
    pub const ALL: &[Self] = &[
        Self::Rsyslog,
        Self::SyslogNg,
        Self::Vector,
        Self::FluentBit,
        Self::Otel,
        Self::Logstash,
        Self::Elasticsearch,
        Self::ClickHouse,
        Self::DuckDb,
        Self::Spark,
        Self::JavaScript,
        Self::Regex,
    ];

    /// Returns the name of the engine on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rsyslog => "rsyslog",
            Self::SyslogNg => "syslog-ng",
            Self::Vector => "vector",
            Self::FluentBit => "fluent-bit",
            Self::Otel => "otel",
            Self::Logstash => "logstash",
            Self::Elasticsearch => "elasticsearch",
            Self::ClickHouse => "clickhouse",
            Self::DuckDb => "duckdb",
            Self::Spark => "spark",
            Self::JavaScript => "javascript",
            Self::Regex => "regex",
        }
    }

    /// Returns the name of the engine as its documentation writes it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Rsyslog => "rsyslog",
            Self::SyslogNg => "syslog-ng",
            Self::Vector => "Vector",
            Self::FluentBit => "Fluent Bit",
            Self::Otel => "the OpenTelemetry Collector",
            Self::Logstash => "Logstash",
            Self::Elasticsearch => "Elasticsearch",
            Self::ClickHouse => "ClickHouse",
            Self::DuckDb => "DuckDB",
            Self::Spark => "Spark",
            Self::JavaScript => "JavaScript",
            Self::Regex => "other engines",
        }
    }

    /// Returns a description of the rules for the engine.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Rsyslog => "Rule base of liblognorm and configuration of rsyslog",
            Self::SyslogNg => "Pattern database of syslog-ng with examples",
            Self::Vector => "Configuration of Vector with a program in VRL and unit tests",
            Self::FluentBit => "Parsers and filters of Fluent Bit",
            Self::Otel => "Configuration of the OpenTelemetry Collector",
            Self::Logstash => "Filters of Logstash",
            Self::Elasticsearch => "Ingest pipeline of Elasticsearch",
            Self::ClickHouse => "Views of ClickHouse with typed columns",
            Self::DuckDb => "Views of DuckDB with typed columns",
            Self::Spark => "Views of Spark SQL with typed columns",
            Self::JavaScript => "JavaScript module, which the page of `kmd docs --to html` also contains",
            Self::Regex => "Regular expressions for RE2 as JSON, for every other engine",
        }
    }
}
