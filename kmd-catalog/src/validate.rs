//! The rules of a catalog. Each rule is a function that checks the whole catalog. A message with a mistake is rejected,
//! and the other messages are still generated.

mod alternative_rules;
mod placeholder_rules;
mod prose_rules;
mod tag_rules;
mod template_rules;
mod top_level_rules;
mod validator;

use std::collections::HashSet;

use crate::ast::Catalog;
use crate::diagnostics::Diagnostics;

use self::validator::Validator;

/// All rules. A rule that depends on the findings of another rule comes after it.
const RULES: &[fn(&Catalog, &mut Validator<'_>)] = &[
    top_level_rules::prefix_is_valid,
    top_level_rules::process_is_valid,
    top_level_rules::sd_id_is_valid,
    top_level_rules::has_messages,
    prose_rules::no_empty_strings,
    tag_rules::tags_have_the_prefix,
    tag_rules::tags_fit_a_msgid,
    tag_rules::tags_map_to_rust_names,
    tag_rules::replacements_exist,
    template_rules::templates_parse,
    template_rules::templates_are_one_line,
    template_rules::templates_fit_limits,
    template_rules::no_adjacent_placeholders,
    placeholder_rules::names_are_valid,
    placeholder_rules::names_map_to_rust_names,
    placeholder_rules::placeholders_are_declared,
    placeholder_rules::placeholders_are_used,
    placeholder_rules::overrides_are_used,
    alternative_rules::no_further_placeholders,
    alternative_rules::only_strings_are_missing,
];

/// Applies all rules to a catalog that was parsed from `text`. Returns the tags of the messages that are rejected.
pub(crate) fn validate(catalog: &Catalog, text: &str, diagnostics: &mut Diagnostics) -> HashSet<String> {
    let mut validator = Validator { text, diagnostics, rejected: HashSet::new(), suggested: HashSet::new() };
    for rule in RULES {
        rule(catalog, &mut validator);
    }
    validator.rejected
}
