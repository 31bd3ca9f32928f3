//! Configuration of the OpenTelemetry Collector: operators of a receiver, and a processor.
//!
//! A `$` in a configuration begins the name of a variable, also in a file that another one includes. So no file has a `$`.

mod attributes;
mod operators;
mod processor;

use kmd_catalog::Model;

use crate::conversion::Conversion;
use crate::engine::Engine;
use crate::head::Head;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::{RuleFile, Rules};

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    // Negative integers in two's complement are beyond what the processor parses, too.
    let is_wide = |it| matches!(it, Conversion::Integer(it) if !it.fits_i64() || it.twos_complement() == Some(64));
    let fidelity = Rule::fidelity(lowered, |rule| [rule.limits(model, false), rule.text_limits(is_wide)].concat());
    let name = options.namespace(model);
    let head = |install: &str, test: &str| {
        let head = Head { engine: Engine::Otel, model, options, fidelity: &fidelity, install, test };
        head.comment("#")
    };
    let test = format!("otelcol-contrib validate --config collector.yaml --config {name}.processors.yaml");
    let operators = format!(
        "{}\n{}",
        head(
            &format!(
                "In collector.yaml, include this file as the `operators` of the receiver `syslog`, or after the operator\n  \
                 `syslog_parser` of another receiver. The guide `engines` on docs.rs/kmd-events shows how to include\n  \
                 a file. The operators read the text from `attributes.message`. {name}.processors.yaml converts numbers and\n  \
                 booleans."
            ),
            &test
        ),
        operators::operators(lowered, model, &name)
    );
    let processors = format!(
        "{}\n{}",
        head(
            &format!(
                "In collector.yaml, add `transform/{name}` to the `processors` of the pipeline. Then run:\n  \
                 otelcol-contrib --config collector.yaml --config {name}.processors.yaml"
            ),
            &test
        ),
        processor::processor(lowered, &name)
    );
    let file = |name: String, text: String| RuleFile { name, text: text.replace('$', "\u{fffd}") };
    let files =
        vec![file(format!("{name}.operators.yaml"), operators), file(format!("{name}.processors.yaml"), processors)];
    Rules { files, fidelity }
}
