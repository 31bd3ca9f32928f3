//! JavaScript module, which the page of `kmd docs --to html` also contains.
//!
//! The file has a table of the messages and, from `runtime.js`, the functions that read lines with it. The functions do what
//! regular expressions cannot: they convert values, and they choose among the messages without a tag as the parser does.

mod form;
mod literal;
mod segment;
mod shared;
mod test_file;
mod value;

use kmd_catalog::Model;

use self::form::forms;
use self::literal::{comment, string};
use self::shared::Shared;
use crate::engine::Engine;
use crate::escape::escape;
use crate::fidelity::Limit;
use crate::head::Head;
use crate::options::Options;
use crate::rule::{Expression, Phase, Rule};
use crate::rules::{RuleFile, Rules};

/// The functions that read lines with the table.
const RUNTIME: &str = include_str!("javascript/runtime.js");

pub(crate) fn rules(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let fidelity = Rule::fidelity(lowered, |rule| limits(rule, model));
    let namespace = options.namespace(model);
    let module = format!("{namespace}.js");
    let test = format!("{namespace}.test.js");
    let head = Head {
        engine: Engine::JavaScript,
        model,
        options,
        fidelity: &fidelity,
        install: &format!(
            "In a module, for Node.js 20.19 or later or for a browser, write:\n  \
             import {{ decode, decodeLine }} from './{module}';"
        ),
        test: &format!("node --test {test}"),
    };
    let head = comment(&head.comment("//"));
    let files = vec![
        RuleFile { name: module.clone(), text: format!("{head}\n{}\n{RUNTIME}", table(lowered, model)) },
        RuleFile { name: test, text: format!("{head}\n{}", test_file::write(lowered, model, &fidelity, &module)) },
    ];
    Rules { files, fidelity }
}

/// Returns the differences from the parser. The functions handle a missing space after the tag, numbers that are not finite,
/// and addresses in another spelling.
fn limits(rule: &Rule<'_>, model: &Model) -> Vec<Limit> {
    let mut limits = rule.limits(model, true);
    limits.retain(|limit| {
        !matches!(
            limit,
            Limit::Overlap(_) | Limit::SameBeginning(_) | Limit::UnknownTag | Limit::Finite(_) | Limit::Spelling(_)
        )
    });
    limits
}

/// Returns the constants that the functions use.
fn table(lowered: &[Rule<'_>], model: &Model) -> String {
    let shared = Shared::new(lowered, model);
    let rows = |is_tagged: bool, lists: &[&[Phase]]| -> String {
        let rules = lowered.iter().filter(|rule| rule.message.is_tagged == is_tagged);
        rules.map(|rule| message(rule, &shared, model, lists)).collect()
    };
    let tagged = rows(true, &[&Phase::ALL]);
    let untagged = rows(false, &Phase::ALL.each_ref().map(std::slice::from_ref));
    format!(
        "// The prefix of the tags, and an expression for the name of the process.\n\
         const PREFIX = {};\n\
         const PROCESS = {};\n\n\
         // Parts of the expressions. `(?&name)` in an expression is the part with the name.\n\
         const SHARED = {{\n{}}};\n\n\
         // The messages with a tag: the tag, the severity, the facility, and the forms of the text in the order in which they\n\
         // are tried. A form has an expression with a group for each value, and the types of the values that are not strings. A\n\
         // form that continues another one has the index of that form, and an expression for the rest.\n\
         const TAGGED = [\n{tagged}];\n\n\
         // The messages without a tag. Their forms are in three lists: whole texts, other wordings, and beginnings of texts.\n\
         const UNTAGGED = [\n{untagged}];\n",
        string(&model.prefix),
        string(&escape(&model.process)),
        shared.definitions(&format!("{tagged}{untagged}")),
    )
}

/// Returns the row of a message, with a list of forms for each list of phases.
fn message(rule: &Rule<'_>, shared: &Shared, model: &Model, lists: &[&[Phase]]) -> String {
    let properties = [&*rule.message.tag, rule.message.severity.name, rule.message.facility.name].map(string);
    let lists: Vec<String> = lists
        .iter()
        .map(|phases| {
            let expressions = rule.expressions.iter().filter(|expression| phases.contains(&expression.phase));
            let forms = forms(rule, &expressions.collect::<Vec<&Expression>>(), shared, model);
            if forms.is_empty() { "[]".to_owned() } else { format!("[\n{forms}  ]") }
        })
        .collect();
    format!("  [{}, {}],\n", properties.join(", "), lists.join(", "))
}
