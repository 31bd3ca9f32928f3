//! The common parts of the engines that read SQL: a view of all events, and a view of each message with typed columns.
//!
//! A view has nested queries, because no engine can name a value inside an expression. An inner query finds the number of
//! the expression that matches, the next one finds its groups, and the outer one finds the values. An engine evaluates only
//! the branch of a `CASE` that a line needs. ClickHouse takes twice as long for `CASE x WHEN y` as for `CASE WHEN x = y`.

mod catalog;
mod columns;
mod message_view;
mod overview;
mod patterns;

use kmd_catalog::Model;

pub(crate) use self::catalog::{Catalog, Sql};
use crate::head::Head;
use crate::options::Options;
use crate::rule::Rule;
use crate::rules::{RuleFile, Rules};

/// Returns the views for a catalog.
pub(crate) fn rules<S: Sql>(lowered: &[Rule<'_>], model: &Model, options: &Options) -> Rules {
    let fidelity = Rule::fidelity(lowered, |rule| rule.limits(model, S::DIALECT.compares));
    let catalog = Catalog::<S>::new(lowered, model, options);
    let name = format!("{}.{}.sql", catalog.namespace, S::ENGINE.as_str());
    let file = |text: &str| {
        text.replace("{file}", &name)
            .replace("{view}", &catalog.events())
            .replace("'{process}'", &S::string(&model.process))
    };
    let (install, test) = (file(S::INSTALL), file(S::TEST));
    let head = Head { engine: S::ENGINE, model, options, fidelity: &fidelity, install: &install, test: &test };
    let mut text = head.comment("--");
    text += &S::before(&catalog.constants());
    text += &catalog.overview();
    text += &catalog.message_views();
    Rules { files: vec![RuleFile { name, text }], fidelity }
}
