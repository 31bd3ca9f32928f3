//! Ingest pipeline of Elasticsearch.

mod painless;
mod processors;

use kmd_catalog::Model;
use serde_json::{Map, Value, json};

use self::processors::Writer;
use crate::conversion::Conversion;
use crate::engine::Engine;
use crate::examples::Example;
use crate::fidelity::Fidelity;
use crate::head::Head;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::{RuleFile, Rules};

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let is_wide = |it| matches!(it, Conversion::Integer(integer) if !integer.fits_i64());
    let fidelity = Rule::fidelity(lowered, |rule| [rule.limits(model, false), rule.text_limits(is_wide)].concat());
    let name = options.namespace(model);
    let json_header = "-H 'Content-Type: application/json'";
    let install = format!(
        "curl -X PUT $ELASTICSEARCH/_ingest/pipeline/{name} {json_header} -d @{name}.json\n  \
         The documents need `process.name`, and `message` without the header of the line. Set the pipeline as the\n  \
         `index.default_pipeline` of an index, or name it in the output of an agent."
    );
    let test = format!(
        "curl $ELASTICSEARCH/_ingest/pipeline/{name}/_simulate {json_header} -d @{name}.simulate.json |\n  \
         jq '.docs[].doc._source | select(.{name} != .expected)'\n  \
         This prints only the documents that are not as expected."
    );
    let head =
        Head { engine: Engine::Elasticsearch, model, options, fidelity: &fidelity, install: &install, test: &test };
    let mut writer = Writer::new(&name);
    let pipeline = json!({
        "description": format!("Reads the log messages of {}.", model.process),
        "_meta": { "about": head.lines() },
        "processors": writer.processors(lowered, model),
    });
    let simulation = json!({ "docs": documents(lowered, &fidelity, model) });
    let file = |name: String, json: Value| RuleFile { name, text: format!("{json:#}\n") };
    let files = vec![file(format!("{name}.json"), pipeline), file(format!("{name}.simulate.json"), simulation)];
    Rules { files, fidelity }
}

/// Returns documents for a simulation, each with the values that it is expected to have.
fn documents(lowered: &[Rule<'_>], fidelity: &[Fidelity], model: &Model) -> Vec<Value> {
    let mut documents = Vec::new();
    for (rule, Fidelity { limits, .. }) in lowered.iter().zip(fidelity) {
        // Integers that do not fit 64 bits with a sign are strings.
        let fits = |example: &Example| example.values.iter().all(|(_, value)| !value.is_u64() || value.is_i64());
        for example in rule.examples_within(limits, model).into_iter().filter(fits) {
            let expected = expected(rule, &example);
            documents.push(json!({ "_source": { "message": example.text, "expected": expected } }));
        }
    }
    documents
}

/// Returns the object that a document with an example has. Values with a name of ECS are not in it.
fn expected(rule: &Rule<'_>, example: &Example) -> Map<String, Value> {
    let mut expected = Map::new();
    expected.insert("tag".into(), rule.message.tag.clone().into());
    expected.insert("severity".into(), rule.message.severity.name.into());
    expected.insert("facility".into(), rule.message.facility.name.into());
    for (name, field) in rule.names.iter().zip(&rule.message.fields) {
        let value = example.values.iter().find(|(placeholder, _)| *placeholder == field.placeholder);
        if let (None, Some((_, value))) = (&name.ecs, value) {
            expected.insert(name.name.clone(), value.clone());
        }
    }
    if !example.rest.is_empty() {
        expected.insert("rest".into(), example.rest.clone().into());
    }
    expected
}
