//! The front end of `kmd-events`: a YAML catalog of log messages, parsed and validated.

pub mod ast;
pub mod diagnostics;
pub mod field_type;
pub mod keywords;
pub mod model;
pub mod names;
mod parse;
mod schema;
pub mod source;
pub mod suggest;
pub mod template;
mod validate;
mod yaml;

use self::ast::Position;
use self::diagnostics::Problems;
pub use self::field_type::FieldType;
pub use self::model::Model;
pub use self::source::open;

/// The model of a catalogue's text, as far as it makes sense, and what does not.
pub fn understand(text: &str) -> (Option<Model>, Problems) {
    let mut problems = Problems::default();
    let root = yaml::parse(text, &mut problems);
    if root.is_none() && problems.is_empty() {
        let start = Position { line: 1, column: 1 };
        problems.report(start, || {
            "the file is empty; write `prefix`, `process` and `messages`".to_owned()
        });
    }
    let catalog = root.and_then(|root| parse::catalog(root, &mut problems));
    let model = catalog.and_then(|catalog| {
        let refused = validate::check(&catalog, &mut problems);
        model::resolve(catalog, &refused, problems.is_empty())
    });
    (model, problems)
}
