//! Tests of the JSON Schema of catalogs with an independent validator.

use std::fs;
use std::path::Path;

use kmd_tests::cargo::root;
use serde_json::Value;

/// The mistakes that a schema cannot detect: YAML syntax, rules that relate several places in a file, and Rust names.
const INVISIBLE: &[&str] = &[
    "absent_is_a_number",
    "absent_is_a_word",
    "absent_is_a_word_in_a_message",
    "alternative_is_the_template",
    "alternatives_miss_a_number",
    "alternatives_miss_an_overridden_number",
    "comma_twice",
    "comment_for_the_rest",
    "comment_in_description",
    "comment_in_list",
    "comment_in_template",
    "deprecated_itself",
    "deprecated_unknown",
    "enum_same_in_rust",
    "enum_variant_reserved",
    "enum_variant_twice",
    "enum_word_contains_the_next_text",
    "enum_word_contains_the_next_text_of_an_open_enum",
    "enum_word_contains_the_tail",
    "enum_word_not_ascii",
    "enum_word_of_digits",
    "enum_word_of_signs",
    "enum_word_other_of_an_open_enum",
    "enum_word_reserved",
    "enum_word_same_in_rust",
    "external_name_of_the_prefix",
    "external_name_of_the_text",
    "external_name_twice",
    "external_names_overlap",
    "file_not_utf8",
    "file_utf16",
    "file_utf16_without_a_mark",
    "format_empty",
    "format_of_an_integer_with_decimals",
    "format_of_bool",
    "format_of_duration",
    "format_of_enum",
    "format_of_f64_with_width_alone",
    "format_of_ip",
    "format_of_mac",
    "format_of_prefix",
    "format_of_socket",
    "format_of_text",
    "format_too_precise",
    "format_too_precise_for_the_unit",
    "format_too_precise_in_a_message",
    "format_too_wide",
    "format_with_hash_without_radix",
    "format_with_other_decimals",
    "format_without_decimals",
    "key_indented_less",
    "key_is_a_map",
    "key_twice",
    "line_without_colon",
    "open_of_shared_values",
    "override_of_no_placeholder",
    "placeholder_misspelled",
    "placeholder_no_rust_name",
    "placeholder_same_in_rust",
    "placeholder_unknown",
    "placeholder_unused",
    "placeholder_unused_with_printf",
    "placeholders_adjacent",
    "placeholders_adjacent_by_an_empty_word",
    "placeholders_adjacent_to_an_open_enum",
    "placeholders_adjacent_with_formats",
    "placeholders_adjacent_words_join",
    "prefix_of_no_tag",
    "quote_unclosed",
    "removed_and_present",
    "removed_for_an_unknown_message",
    "removed_tag_of_another_prefix",
    "space_missing_after_colon",
    "space_missing_before_brace",
    "string_begins_with_a_backtick",
    "tag_begins_with_a_digit",
    "tag_no_rust_name",
    "tag_of_another_prefix",
    "tag_of_digits",
    "tag_same_in_rust",
    "tag_taken",
    "tag_twice",
    "tag_with_misspelled_long_prefix",
    "tag_with_misspelled_prefix",
    "tag_without_colon",
    "tags_of_two_prefixes",
    "tail_ends_with_a_space",
    "tail_of_too_many_placeholders",
    "tail_placeholder_of_another_tail",
    "tail_placeholder_of_the_template",
    "tail_placeholder_unknown",
    "tails_begin_alike",
    "template_is_a_mapping",
    "template_of_many_placeholders",
    "template_with_colon",
    "untagged_covers_a_number",
    "untagged_covers_a_tail",
    "untagged_covers_another",
    "untagged_is_a_shorter_form",
    "untagged_twice",
    "values_of_a_text_placeholder",
    "values_of_an_unknown_placeholder",
    "values_of_itself",
    "values_of_one_word_without_brackets",
    "values_shared_at_second_hand",
    "yaml_alias",
    "yaml_anchor",
    "yaml_anchor_of_a_block",
    "yaml_directive",
    "yaml_directive_without_a_document_start",
    "yaml_documents",
    "yaml_syntax",
    "yaml_tab",
    "yaml_tag",
    "yaml_tag_of_a_block",
];

fn validator() -> jsonschema::Validator {
    let text = fs::read_to_string(root().join("catalog.schema.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

fn yaml(path: &Path) -> Option<Value> {
    serde_norway::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// After a change of the keys, run `UPDATE=1 cargo test -p kmd-tests --test it schema`.
#[test]
fn the_schema_file_is_up_to_date() {
    let file = root().join("catalog.schema.json");
    let generated = kmd_catalog::json_schema();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, format!("{generated:#}\n")).expect("written");
    }
    let text = fs::read_to_string(&file).expect("the schema");
    let written: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(written, generated);
}

#[test]
fn valid_catalogs_are_accepted() {
    let validator = validator();
    for path in [
        "catalog.yaml",
        "iked.yaml",
        "examples/own_catalog.yaml",
        "kmd-macros/snapshots/small.yaml",
        "tests/crates/foreign/app.yaml",
        "tests/crates/foreign/disk.yaml",
        "tests/crates/foreign/words.yaml",
    ] {
        let catalog = yaml(&root().join(path)).expect(path);
        let errors: Vec<String> = validator.iter_errors(&catalog).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
    }
}

#[test]
fn invalid_catalogs_are_rejected_if_a_schema_can_detect_it() {
    let validator = validator();
    let (mut accepted, mut rejected) = (Vec::new(), 0);
    for entry in fs::read_dir(root().join("kmd-catalog/tests/invalid")).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if yaml(&path).is_none_or(|catalog| validator.is_valid(&catalog)) {
            accepted.push(name);
        } else {
            rejected += 1;
        }
    }
    accepted.sort();
    assert_eq!(accepted, INVISIBLE);
    assert!(rejected > 30, "{rejected}");
}

/// A catalog in which each `@key@` is replaced by a value.
const EVERY_SCALAR: &str = "\
prefix: @prefix@
process: @process@
sd-id: @sd-id@
placeholders:
  user: { type: text, absent: @absent@, description: @described@ }
  state: { type: enum, values: [up, { Named: @named@ }], open: @open@, description: d }
messages:
  APP_UP:
    template: @template@
    alternatives: [@alternative@]
    type: @type@
    severity: info
    facility: LOG_DAEMON
    description: @description@
    note: @note@
    since: @since@
    tagged: @tagged@
  APP_DOWN:
    template: '{user} {state}'
    type: event
    severity: info
    facility: LOG_DAEMON
    description: It happened.
    deprecated: { replacement: @replacement@, note: @why@ }
";

/// The keys in [`EVERY_SCALAR`], each with a valid value and whether a number, a boolean and a blank string are valid.
const SCALARS: [(&str, &str, [bool; 3]); 16] = [
    ("prefix", "APP", [false, false, false]),
    ("process", "appd", [true, true, false]),
    ("sd-id", "app", [true, true, false]),
    ("absent", "none", [true, true, true]),
    ("described", "d", [true, true, false]),
    ("named", "'on'", [true, true, true]),
    ("open", "true", [false, true, false]),
    ("template", "Up", [true, true, true]),
    ("alternative", "On", [true, true, true]),
    ("type", "event", [false, false, false]),
    ("description", "d", [true, true, false]),
    ("note", "n", [true, true, false]),
    ("since", "'1.0'", [true, true, false]),
    ("tagged", "true", [false, true, false]),
    ("replacement", "APP_UP", [false, false, false]),
    ("why", "w", [true, true, false]),
];

/// An unquoted number or boolean is the text as written, where a text is expected. The schema has the same verdict.
#[test]
fn the_schema_and_the_macro_agree_on_numbers_and_booleans() {
    let validator = validator();
    for (key, _, [number, boolean, blank]) in SCALARS {
        for (value, is_valid) in [
            ("3", number),
            ("3.10", number),
            ("-1", number),
            ("0x1F", number),
            ("1e3", number),
            ("true", boolean),
            ("FALSE", boolean),
            ("' '", blank),
            ("''", key == "named"),
            ("null", false),
            ("~", false),
            ("[a]", false),
            ("{ a: b }", false),
        ] {
            let mut text = EVERY_SCALAR.to_owned();
            for (other, valid, _) in SCALARS {
                text = text.replace(&format!("@{other}@"), if other == key { value } else { valid });
            }
            let errors = kmd_catalog::parse(&text).1;
            let catalog: Value = serde_norway::from_str(&text).expect(&text);
            let verdicts = (errors.is_empty(), validator.is_valid(&catalog));
            assert_eq!(verdicts, (is_valid, is_valid), "{key}: {value}: {errors:#?}");
        }
    }
}

#[test]
fn the_catalog_refers_to_its_schema() {
    let text = fs::read_to_string(root().join("catalog.yaml")).expect("the catalog");
    assert!(text.starts_with("# yaml-language-server: $schema=catalog.schema.json\n"));
}
