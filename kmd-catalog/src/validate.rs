//! The rules of a catalog. Each rule is a function that checks the whole catalog. A message with a mistake is rejected,
//! and the other messages are still generated.

mod alternative_rules;
mod enum_rules;
mod external_name_rules;
mod format_rules;
mod placeholder_rules;
mod prose_rules;
mod removed_rules;
mod tag_rules;
mod tail_rules;
mod template_rules;
mod top_level_rules;
mod untagged_rules;
mod validator;

use std::collections::HashSet;

use crate::ast::Catalog;
use crate::diagnostics::Diagnostics;
use crate::source::Source;

use self::validator::Validator;

/// All rules. A rule that depends on the findings of another rule comes after it.
const RULES: &[fn(&Catalog, &mut Validator<'_>)] = &[
    top_level_rules::prefix_is_valid,
    top_level_rules::process_is_valid,
    top_level_rules::sd_id_is_valid,
    top_level_rules::has_messages,
    prose_rules::no_empty_strings,
    prose_rules::no_control_characters,
    tag_rules::tags_have_the_prefix,
    tag_rules::tags_are_not_too_long,
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
    placeholder_rules::absent_words_are_valid,
    external_name_rules::names_are_attributes,
    external_name_rules::names_are_free,
    external_name_rules::names_differ_in_a_message,
    enum_rules::words_map_to_rust_names,
    enum_rules::enums_map_to_rust_names,
    enum_rules::shared_words_exist,
    enum_rules::words_end_before_the_next_text,
    format_rules::formats_fit_types,
    alternative_rules::no_further_placeholders,
    alternative_rules::only_strings_are_missing,
    alternative_rules::alternatives_differ,
    tail_rules::tails_are_few,
    tail_rules::tails_are_parts,
    tail_rules::tails_have_further_placeholders,
    tail_rules::tails_differ,
    tail_rules::tails_do_not_end_with_a_space,
    removed_rules::tags_are_gone,
    untagged_rules::no_twins,
];

/// What the rules found.
#[derive(Debug)]
pub(crate) struct Findings {
    /// The tags of the messages that are rejected.
    pub(crate) rejected: HashSet<String>,
    /// The placeholders whose enums cannot be generated.
    pub(crate) broken_enums: HashSet<String>,
}

/// Applies all rules to a catalog that was parsed from `source`.
pub(crate) fn validate(catalog: &Catalog, source: &Source, diagnostics: &mut Diagnostics) -> Findings {
    let mut validator = Validator {
        source,
        diagnostics,
        rejected: HashSet::new(),
        broken_enums: HashSet::new(),
        suggested: HashSet::new(),
    };
    for rule in RULES {
        rule(catalog, &mut validator);
    }
    Findings { rejected: validator.rejected, broken_enums: validator.broken_enums }
}
