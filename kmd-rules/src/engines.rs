//! The engines, each a module that writes the rules of a catalog in the language of the engine.

pub(crate) mod clickhouse;
pub(crate) mod duckdb;
pub(crate) mod elasticsearch;
pub(crate) mod fluent_bit;
mod grok;
pub(crate) mod javascript;
pub(crate) mod logstash;
pub(crate) mod otel;
pub(crate) mod regex;
pub(crate) mod rsyslog;
pub(crate) mod spark;
mod sql;
pub(crate) mod syslog_ng;
pub(crate) mod vector;
