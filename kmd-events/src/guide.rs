//! The guides: longer documentation, with examples.
//!
//! - [`quickstart`]: from `cargo new` to a line in a syslog file.
//! - [`own_catalog`]: writing a catalog, sharing it between crates, and changing it over time.
//! - [`types`]: enums, formats, optional parts, and values with `Display`.
//! - [`catalog_format`]: the reference of the YAML keys.
//! - [`sending`]: lines, syslog, the journal, `log` and `tracing`.
//! - [`parsing`]: lines of a log, texts, and the rules for ambiguous ones.
//! - [`testing`]: testing code that logs.
//! - [`command_line`]: the program `kmd`, which checks and compares catalogs, writes manuals and decodes logs.
//! - [`engines`]: the catalog as rules for rsyslog, Vector, Elasticsearch, ClickHouse and other engines that read logs.
//! - [`scale`]: cores, memory and storage for a terabyte of lines per day, and which program reads the lines.
//! - [`errors`]: the errors of the macros, and what to do about each.
//! - [`messages`]: all messages of `kmd` and `iked`.
//! - [`faq`]: frequently asked questions.
//! - [`glossary`]: the terms of this documentation.

#[doc = include_str!("guide/quickstart.md")]
pub mod quickstart {}

#[doc = include_str!("guide/own_catalog.md")]
pub mod own_catalog {}

#[doc = include_str!("guide/types.md")]
pub mod types {}

#[doc = include_str!("guide/catalog_format.md")]
pub mod catalog_format {}

#[doc = include_str!("guide/sending.md")]
pub mod sending {}

#[doc = include_str!("guide/parsing.md")]
pub mod parsing {}

#[doc = include_str!("guide/testing.md")]
pub mod testing {}

#[doc = include_str!("guide/command_line.md")]
pub mod command_line {}

#[doc = include_str!("guide/engines.md")]
pub mod engines {}

#[doc = include_str!("guide/scale.md")]
pub mod scale {}

#[doc = include_str!("guide/errors.md")]
pub mod errors {}

#[cfg_attr(feature = "kmd", doc = include_str!("guide/messages.md"))]
#[cfg_attr(not(feature = "kmd"), doc = "This build does not have the feature `kmd`.")]
pub mod messages {}

#[doc = include_str!("guide/faq.md")]
pub mod faq {}

#[doc = include_str!("guide/glossary.md")]
pub mod glossary {}
