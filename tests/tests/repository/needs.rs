//! What the author of a daemon needs around an event, and where the answer is: a test, the expected message of the compiler,
//! or a section of a guide. The tests of this file check that each answer exists.

use kmd_tests::cargo::root;

use crate::read;

/// A need, and the answers: the path of a file, and after `#` the name of a test or the heading of a section.
type Need = (&'static str, &'static [&'static str]);

/// What the daemon does with events.
const DAEMON: &[Need] = &[
    (
        "one catalog for two programs that depend on its crate alone",
        &[
            "tests/crates/daemon/log/src/lib.rs",
            "tests/crates/daemon/doord/tests/process.rs#each_sink_has_its_messages_in_order_with_their_context",
            "tests/crates/daemon/doorctl/tests/tool.rs#the_tool_logs_the_events_of_the_daemon",
            "kmd-events/src/guide/own_catalog.md#A catalog for several crates",
        ],
    ),
    (
        "two exported catalogs, each in a module",
        &[
            "tests/crates/daemon/log/src/log_thread.rs#events_of_two_catalogs_arrive_in_order_with_their_context",
            "kmd-events/src/guide/own_catalog.md#Where to put `catalog!`",
        ],
    ),
    (
        "`?` from an event to `Box<dyn Error>`, `anyhow` and `thiserror`",
        &[
            "tests/tests/it/owned_events.rs#events_are_errors",
            "tests/crates/daemon/doorctl/src/main.rs#an_event_is_found_in_the_error",
            "tests/crates/daemon/doord/src/requests.rs#events_and_failures_of_the_log_are_errors_of_one_enum",
            "kmd-events/src/guide/faq.md#How do I return an event as an error?",
        ],
    ),
    (
        "no warning of a large error",
        &[
            "tests/tests/it/owned_events.rs#sizes_are_those_of_the_guide",
            "tests/crates/daemon/doord/src/requests.rs#only_a_large_event_needs_a_box",
            "kmd-events/src/guide/faq.md#How do I return an event as an error?",
        ],
    ),
    (
        "a sink that takes a `&dyn Event` and keeps the event",
        &[
            "tests/tests/it/owned_events.rs#copies_are_like_the_event",
            "tests/tests/it/assert_logged.rs#events_are_downcast_to_their_catalog",
            "tests/crates/daemon/log/src/log_thread.rs#events_of_two_catalogs_arrive_in_order_with_their_context",
            "tests/crates/daemon/doord/src/forced_doors.rs#events_are_recognized_after_a_channel_and_with_context",
            "kmd-events/src/guide/faq.md#How do I keep an event?",
        ],
    ),
    (
        "code that is generic over a catalog, with events that are `Send`",
        &[
            "tests/tests/it/owned_events.rs#generic_code_infers_the_catalog",
            "kmd-events/src/guide/faq.md#How do I write code for the events of any catalog?",
        ],
    ),
    (
        "a test that asserts on an event",
        &[
            "tests/tests/it/assert_logged.rs#patterns_names_and_conditions",
            "tests/tests/it/assert_logged.rs#a_recorder_keeps_events_of_two_catalogs_and_threads",
            "tests/crates/daemon/doord/src/requests.rs#a_denied_request_opens_no_door",
            "tests/crates/daemon/doord/tests/process.rs#the_output_is_asserted_on_by_type",
            "kmd-events/src/guide/testing.md#Record what is logged",
            "kmd-events/src/guide/testing.md#Test the output of a program",
        ],
    ),
    (
        "a filter before the values are evaluated",
        &[
            "tests/tests/it/log_call.rs#the_sink_is_evaluated_once_and_the_values_only_if_it_is_enabled",
            "tests/crates/daemon/log/src/log_thread.rs#values_are_not_evaluated_for_messages_that_no_sink_wants",
            "tests/crates/daemon/doord/src/requests.rs#a_filter_drops_the_checks",
            "kmd-events/src/guide/faq.md#How do I avoid the cost of values that no sink needs?",
            "kmd-events/src/guide/sending.md#Filtering by severity",
        ],
    ),
    (
        "several sinks, of which one fails",
        &[
            "tests/tests/it/sinks.rs#a_fan_out_logs_to_every_sink_and_reports_all_failures",
            "tests/crates/daemon/log/src/log_thread.rs#a_failure_is_reported_and_does_not_stop_the_others",
            "tests/crates/daemon/doord/tests/process.rs#a_full_disk_does_not_stop_the_other_sinks",
        ],
    ),
    (
        "fields that are not in the text, such as a request ID",
        &[
            "tests/tests/it/context.rs#structured_data_contains_the_context",
            "tests/tests/it/serde.rs#context_is_a_map",
            "tests/tests/it/log.rs#context_follows_the_placeholders",
            "tests/tests/it/tracing.rs#context_is_one_field",
            "tests/crates/daemon/doord/tests/process.rs#each_sink_has_its_messages_in_order_with_their_context",
            "kmd-events/src/guide/sending.md#Context",
        ],
    ),
    (
        "JSON with unknown fields",
        &["tests/tests/it/serde.rs#unknown_fields_are_ignored", "kmd-events/src/guide/sending.md#JSON"],
    ),
    (
        "a wrapper that keeps its fields and its target through `tracing`",
        &[
            "tests/tests/it/tracing.rs#wrappers_keep_their_values_and_their_text",
            "tests/tests/it/tracing.rs#events_of_other_types_are_emitted_at_the_call_site_of_their_message",
        ],
    ),
    ("an event in a `static` or a `const`", &["tests/tests/it/converted_values.rs#events_can_be_constants"]),
    ("a field with an attribute", &["tests/ui/call/field_attribute.rs"]),
    (
        "`..base` in a call",
        &[
            "tests/ui/call/field_base.rs",
            "tests/ui/call/field_base_for_the_rest.rs",
            "kmd-events/src/guide/errors.md#Calls of the event macro and the log macro",
        ],
    ),
    (
        "a facility that the operator sets",
        &[
            "tests/tests/it/sinks.rs#a_writer_has_every_format",
            "tests/crates/daemon/doord/tests/process.rs#an_operator_chooses_the_facility_of_one_sink",
            "kmd-events/src/guide/faq.md#Can the severity or the facility differ per call?",
        ],
    ),
];

/// Values that are not of the type of their field. They are accepted, converted in the call, or refused with help.
const VALUES: &[Need] = &[
    (
        "an `Option` where the field is not optional",
        &["tests/tests/it/converted_values.rs#values_become_addresses", "tests/ui/rustc/value_option.rs"],
    ),
    (
        "`&&str`, `Box<str>`, `Arc<str>`, `&Cow<str>`",
        &["tests/tests/it/values.rs#shared_and_boxed_strings_are_accepted"],
    ),
    ("`&mut String`", &["tests/tests/it/converted_values.rs#values_become_strings"]),
    (
        "a path as a string",
        &[
            "tests/tests/it/converted_values.rs#values_become_strings",
            "tests/ui/rustc/value_path.rs",
            "kmd-events/src/guide/errors.md#Values",
        ],
    ),
    (
        "a `char`, a `bool`, a number, `format_args!` or an error as a string",
        &[
            "tests/tests/it/converted_values.rs#values_become_strings",
            "tests/tests/it/calls_of_all_types.rs#values_are_formatted_with_display_and_debug",
            "tests/ui/rustc/value_number_for_text.rs",
            "tests/ui/rustc/value_error.rs",
            "kmd-events/src/guide/types.md#Values with `Display` or `Debug`",
        ],
    ),
    (
        "a list, an `OsStr` or bytes as a string",
        &[
            "tests/tests/it/converted_values.rs#values_become_strings",
            "kmd-events/src/guide/faq.md#Can a field be optional, or a list?",
        ],
    ),
    (
        "an integer of a smaller type",
        &["tests/tests/it/converted_values.rs#numbers_become_integers", "tests/ui/rustc/value_u32_for_usize.rs"],
    ),
    (
        "an integer of a larger type",
        &["tests/tests/it/converted_values.rs#numbers_become_integers", "tests/ui/rustc/value_wider_number.rs"],
    ),
    (
        "`into`, `try_into` and `parse` with an inferred type",
        &["tests/tests/it/values.rs#integers_are_inferred", "tests/ui/rustc/value_inferred.rs"],
    ),
    ("a `NonZeroU16`", &["tests/tests/it/converted_values.rs#numbers_become_integers"]),
    (
        "a reference to a number",
        &["tests/tests/it/converted_values.rs#numbers_become_integers", "tests/ui/rustc/value_reference.rs"],
    ),
    ("a reference to an address", &["tests/tests/it/values.rs#addresses_of_every_type_are_accepted"]),
    ("a `SocketAddr` as an address", &["tests/tests/it/converted_values.rs#values_become_addresses"]),
    (
        "a string or bytes as an address",
        &["tests/tests/it/converted_values.rs#values_become_addresses", "tests/ui/rustc/value_text_for_address.rs"],
    ),
    (
        "a literal out of range",
        &[
            "tests/ui/rustc/value_too_large.rs",
            "tests/ui/rustc/value_far_too_large.rs",
            "tests/ui/rustc/value_negative.rs",
        ],
    ),
];

#[test]
fn every_need_has_an_answer_that_exists() {
    let mut missing = Vec::new();
    for (need, answers) in DAEMON.iter().chain(VALUES) {
        assert!(!answers.is_empty(), "{need}");
        missing.extend(answers.iter().filter(|answer| !exists(answer)).map(|answer| format!("{need}: {answer}")));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Returns whether a file has the test or the section that an answer names.
pub(crate) fn exists(answer: &str) -> bool {
    match answer.split_once('#') {
        None => root().join(answer).is_file(),
        Some((path, heading)) if path.starts_with("kmd-events/src/guide/") => {
            read(path).lines().any(|line| line.trim_start_matches('#') == format!(" {heading}"))
        }
        Some((path, name)) => is_test(&read(path), name),
    }
}

/// Returns whether a source has a function with this name after the attribute `test`. Other attributes may follow it.
fn is_test(source: &str, name: &str) -> bool {
    let start = format!("fn {name}()");
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let Some(function) = lines.iter().position(|line| line.starts_with(&start)) else { return false };
    let attributes = lines[..function].iter().rev().take_while(|line| line.starts_with("#["));
    attributes.into_iter().any(|line| *line == "#[test]")
}

#[test]
fn missing_answers_are_found() {
    let source = "#[test]\n#[cfg(unix)]\nfn a() {}\n\nfn b() {}\n    #[test]\n    fn c() -> Result<(), ()> {}\n";
    assert_eq!(["a", "b", "c", "d"].map(|name| is_test(source, name)), [true, false, true, false]);
    let this = "tests/tests/repository/needs.rs";
    assert!(exists(this) && exists(&format!("{this}#missing_answers_are_found")));
    assert!(!exists("tests/ui/rustc/no_such_case.rs") && !exists(&format!("{this}#exists")));
    let faq = "kmd-events/src/guide/faq.md";
    assert!(exists(&format!("{faq}#How do I keep an event?")) && !exists(&format!("{faq}#How do I keep")));
}
