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
mod pattern;
mod rule;
mod rules;
mod yaml;

pub use self::engine::Engine;
pub use self::examples::{Example, examples};
pub use self::fidelity::{Fidelity, Limit};
pub use self::options::Options;
pub use self::rules::{RuleFile, Rules, rules};
