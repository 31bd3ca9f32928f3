//! Configuration of Vector with a program in VRL and unit tests.
//!
//! A `$` in a configuration begins the name of an environment variable, unless that is turned off. So no file has a `$`.

mod program;
mod tests;
mod vrl;

use kmd_catalog::Model;

use crate::conversion::Conversion;
use crate::engine::Engine;
use crate::head::Head;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::{RuleFile, Rules};
use crate::yaml;

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let is_wide = |it| matches!(it, Conversion::Integer(integer) if !integer.fits_i64());
    let fidelity = Rule::fidelity(lowered, |rule| [rule.limits(model, false), rule.text_limits(is_wide)].concat());
    let name = options.namespace(model);
    let head = |install: &str, test: &str| {
        let head = Head { engine: Engine::Vector, model, options, fidelity: &fidelity, install, test };
        head.comment("#").replace('$', "\u{fffd}")
    };
    let needs = if model.messages.iter().all(|message| message.is_tagged) {
        "The source has to set `message` without the header"
    } else {
        "The source has to set `appname`, and `message` without the header"
    };
    let test = format!("vector test {name}.yaml {name}.tests.yaml");
    let program = program::program(lowered, model, &name);
    let configuration = format!(
        "{}\ntransforms:\n  {name}:\n    type: remap\n    inputs: [syslog]\n    source: |\n{}",
        head(
            &format!(
                "In `inputs`, replace `syslog` with the name of your source. In the sink or the transform that reads\n  \
                 the events, add `{name}` to `inputs`. {needs} of the line,\n  \
                 as the source `syslog` does. If the tag is in `msgid` (RFC 5424), a transform before this one has to put\n  \
                 it and `: ` before `message`. Then run:\n  \
                 vector --config vector.yaml --config {name}.yaml"
            ),
            &test
        ),
        yaml::indented(&program, 6)
    );
    let vrl = format!(
        "{}\n{program}",
        head(
            &format!(
                "In a transform `remap`, write `file: {name}.vrl` instead of `source`. {name}.yaml has the same program."
            ),
            &format!("vrl --input events.json --program {name}.vrl --print-object")
        )
    );
    let tests = format!(
        "{}\n{}",
        head("Only the test needs this file.", &test),
        tests::tests(lowered, &fidelity, model, &name)
    );
    let file = |name, text| RuleFile { name, text };
    let files = vec![
        file(format!("{name}.yaml"), configuration),
        file(format!("{name}.vrl"), vrl),
        file(format!("{name}.tests.yaml"), tests),
    ];
    Rules { files, fidelity }
}
