//! Tests of the parts of each diagnostic of `kmd_event!` and of the arguments of `catalog!`.
//!
//! The `ui` test compares the `.stderr` files with the output of the compiler. These tests check the same files against
//! the rules for diagnostics: the message describes the mistake, `help:` describes the fix, and `note:` states a fact.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A case with its message, `help:` lines and `note:` lines.
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const UP: &str =
    "set every field of the template: `KMD_VPN_UP_ALARM_USER { vpn_name: /* &str */, remote_address: /* IpAddr */ }`";
const NO_LIFE_TYPE: &str =
    "set every field: `KMD_PM_NO_LIFE_TYPE { remote_address: /* IpAddr */, remote_port: /* u16 */ }`";
const LOG_EXAMPLE: &str = "for example `kmd_log!(sink, KMD_CFG_IF_ID_POOL_NOT_FOUND { pool_name: /* &str */ })`";
const EXAMPLE: &str = "for example `kmd_event!(KMD_CFG_IF_ID_POOL_NOT_FOUND { pool_name: /* &str */ })`";
const LITERAL: &str = "use struct literal syntax: \
     `kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: /* &str */, remote_address: /* IpAddr */ })`";
const UNQUOTED: &str = "remove the quotes: \
     `kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: /* &str */, remote_address: /* IpAddr */ })`";
const SIMILAR_ADDRESS: &str = "a field with a similar name exists: `remote_address`";
const SIMILAR_TAG: &str = "a message with a similar name exists: `KMD_VPN_UP_ALARM_USER`";
const ALL_SET: &str = "all fields of `KMD_PM_NO_LIFE_TYPE` are already set";
const PREFIX: &str = "tags in this catalog begin with `KMD_`";
const MISSPELLED_TAG: &str = "cannot find message `KMD_VPN_UP_ALRAM_USER` in catalog `KMD`";

const ASSERT_EXAMPLE: &str = "for example `assert_logged!(log, APP_LOGIN { user: \"ada\", .. })`";

#[rustfmt::skip]
const CALLS: &[Case] = &[
    ("assert_colon_forgotten", "expected `field: pattern`, found `vpn_name \"hq\"`", &[ASSERT_EXAMPLE], &[]),
    ("assert_comma_forgotten", "expected `,`, found `..`", &[], &[]),
    ("assert_condition_after_the_fields", "expected `)` after the message, found `if`",
     &["write the condition after the pattern of a field, such as `port: p if p > 1023`"], &[]),
    ("assert_custom_text", "expected `)` after the message, found `,`", &[ASSERT_EXAMPLE], &[]),
    ("assert_field_twice", "field `vpn_name` specified more than once", &[], &[]),
    ("assert_missing_tag", "expected a log, `,` and a message", &[ASSERT_EXAMPLE], &[]),
    ("assert_reference", "expected a name or a pattern, found `&name`", &["write `vpn_name: name`"], &[]),
    ("assert_text", "expected a message, found `\"KMD_VPN_UP_ALARM_USER\"`", &[ASSERT_EXAMPLE], &[]),
    ("assert_words_after_the_fields", "expected `)` after the message, found `KMD_PM_PROPOSAL_NULL_ESP`",
     &[ASSERT_EXAMPLE], &[]),
    ("field_arrow", "expected `:`, found `=>`", &["replace `=>` with a colon"], &[]),
    ("field_attribute", "expected field, found `#`", &[], &["available fields are: `vpn_name`"]),
    ("field_base", "base expression (`..`) is not supported in `kmd_event!`", &[NO_LIFE_TYPE], &[]),
    ("field_base_for_the_rest", "base expression (`..`) is not supported in `kmd_event!`", &[UP], &[]),
    ("field_by_another_name", "message `KMD_VPN_UP_ALARM_USER` has no field named `peer`", &[],
     &["available fields are: `remote_address`"]),
    ("field_colon_forgotten", "expected `:`, found `peer`", &[], &[]),
    ("field_comma_forgotten", "expected `,`, found `remote_address`", &[], &[]),
    ("field_comma_twice", "expected field, found `,`", &[], &[ALL_SET]),
    ("field_hyphenated", "expected `:`, found `-`", &["write `remote_port` with an underscore"], &[]),
    ("field_in_camel_case", "message `KMD_PM_NO_LIFE_TYPE` has no field named `remoteAddress`", &[SIMILAR_ADDRESS], &[]),
    ("field_in_capitals", "message `KMD_VPN_UP_ALARM_USER` has no field named `VPN_NAME`",
     &["a field with a similar name exists: `vpn_name`"], &[]),
    ("field_is_no_field", "expected field, found expression", &[], &[ALL_SET]),
    ("field_method", "expected field, found expression", &["name the field: `sa_name: sa_name.clone()`"], &[]),
    ("field_misspelled", "message `KMD_PM_NO_LIFE_TYPE` has no field named `remote_adress`", &[SIMILAR_ADDRESS], &[]),
    ("field_misspelled_but_given", "message `KMD_PM_NO_LIFE_TYPE` has no field named `remote_prot`",
     &["a field with a similar name exists: `remote_port`"], &[]),
    ("field_of_a_common_word", "message `KMD_VPN_UP_ALARM_USER` has no field named `address`", &[SIMILAR_ADDRESS], &[]),
    ("field_of_a_message_without", "message `KMD_PM_UNSUPPORTED_MODE` has no fields",
     &["write `kmd_event!(KMD_PM_UNSUPPORTED_MODE)`"], &[]),
    ("field_of_a_struct", "expected field, found expression", &["name the field: `vpn_name: &peer.vpn_name`"], &[]),
    ("field_quoted", "expected field, found `\"vpn-name\"`", &[], &["available fields are: `vpn_name`"]),
    ("field_semicolon", "expected `,`, found `;`", &[], &[]),
    ("field_twice", "field `remote_port` specified more than once", &[], &[]),
    ("field_unknown", "message `KMD_PM_NO_LIFE_TYPE` has no field named `vpn_name`", &[], &[ALL_SET]),
    ("field_unnamed", "expected field, found expression", &["name the field: `remote_address: &peer`"], &[]),
    ("field_unnamed_all", "expected field, found expression", &[], &["available fields are: `vpn_name` and `remote_address`"]),
    ("field_without_value", "expected a value for field `remote_port`", &["add the value: `remote_port: /* u16 */`"], &[]),
    ("form_colon_before_braces", "expected `{` after the tag, found `:`", &[LITERAL], &[]),
    ("form_comma_before_braces", "expected `{` after the tag, found `,`", &[LITERAL], &[]),
    ("form_commas", "expected `{` after the tag, found `,`", &[LITERAL], &[]),
    ("form_empty", "expected the tag of a message", &[EXAMPLE], &[]),
    ("form_equals", "expected `:`, found `=`", &["replace `=` with a colon"], &[]),
    ("form_hyphens", "cannot find message `KMD` in catalog `KMD`", &[], &[PREFIX]),
    ("form_method", "expected end of input, found `.`",
     &["call the method on the event: `kmd_event!(…).to_string()`"], &[]),
    ("form_new", "cannot find message `new` in catalog `KMD`", &[], &[PREFIX]),
    ("form_no_fields", "message `KMD_PM_UNSUPPORTED_MODE` has no fields",
     &["write `kmd_event!(KMD_PM_UNSUPPORTED_MODE)`"], &[]),
    ("form_number", "expected the tag of a message, found `42`", &[EXAMPLE], &[]),
    ("form_parentheses", "expected `{` after the tag, found `(`", &[LITERAL], &[]),
    ("form_path", "expected the tag of a message, found a path", &["write only the tag: `KMD_VPN_UP_ALARM_USER`"], &[]),
    ("form_quoted", "expected the tag of a message, found string literal",
     &["remove the quotes: `kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: /* IpAddr */, remote_port: /* u16 */ })`"], &[]),
    ("form_quoted_unknown", "cannot find message `KMD_PM_NO_LIFETYPE` in catalog `KMD`",
     &["similar names exist: `KMD_PM_NO_LIFE_TYPE` and `KMD_PM_NO_LIFETIME`"], &[]),
    ("form_quoted_with_braces", "expected the tag of a message, found string literal", &[UNQUOTED], &[]),
    ("form_quoted_with_fields", "expected the tag of a message, found string literal", &[UNQUOTED], &[]),
    ("form_reference", "expected the tag of a message, found `&`", &[EXAMPLE], &[]),
    ("form_severity", "cannot find message `Severity` in catalog `KMD`", &[], &[PREFIX]),
    ("form_text", "expected the tag of a message, found string literal", &[EXAMPLE], &["the catalog defines the text"]),
    ("form_trailing", "expected end of input, found `,`", &[], &[]),
    ("in_a_constant", "cannot find message `KMD_PM_SPI_DELETE_FAILUR` in catalog `KMD`", &[],
     &["`KmdTag` lists all messages"]),
    ("log_comma_forgotten", "expected `,` after the sink, found `KMD_PM_UNSUPPORTED_KEY`",
     &["add a comma: `sink, KMD_PM_UNSUPPORTED_KEY`"], &[]),
    ("log_empty", "expected a sink and the tag of a message", &[LOG_EXAMPLE], &[]),
    ("log_field_misspelled", "message `KMD_PM_NO_LIFE_TYPE` has no field named `remote_adress`",
     &["a field with a similar name exists: `remote_address`"], &[]),
    ("log_message_first", "expected a sink, found message `KMD_PM_UNSUPPORTED_MODE`",
     &["put the sink first: `kmd_log!(&sink, KMD_PM_UNSUPPORTED_MODE)`"], &[]),
    ("log_message_forgotten", "expected `,` and the tag of a message after the sink", &[LOG_EXAMPLE], &[]),
    ("log_sink_forgotten", "expected a sink, found message `KMD_PM_UNSUPPORTED_KEY`",
     &["put a sink before the message: `kmd_log!(sink, KMD_PM_UNSUPPORTED_KEY { type: /* &str */ })`"], &[]),
    ("log_tag_misspelled", "cannot find message `KMD_VPN_UP_ALARM_USR` in catalog `KMD`", &[SIMILAR_TAG], &[]),
    ("log_text", "expected a sink, found string literal", &[LOG_EXAMPLE], &["the catalog defines the text"]),
    ("missing_all", "missing fields `vpn_name` and `remote_address` in `KMD_VPN_UP_ALARM_USER`",
     &["write `kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name: /* &str */, remote_address: /* IpAddr */ })`"],
     &["its text is `VPN {vpn-name} from {remote-address} is up.`"]),
    ("missing_enum", "missing field `phase` in `LAB_PHASE`", &["add `phase: /* values::Phase */`"],
     &["its text is `Phase {phase}`",
       "the variants of `values::Phase` are: `Idle`, `Heating`, `CoolingDown` and `Unknown`"]),
    ("missing_keyword", "missing field `type` in `KMD_PM_UNSUPPORTED_KEY`", &["add `type: /* &str */`"],
     &["its text is `Key type = {type}, not supported`"]),
    ("missing_many",
     "missing fields `notification_name`, `notification_type`, `length` and 3 other fields in `KMD_PM_PHASE2_NOTIF_UNKNOWN`",
     &["add `notification_name: /* &str */, notification_type: /* &str */, length: /* u32 */, protocol_id: /* &str */, \
        size: /* u32 */, data: /* &str */`"],
     &["its text is `Unknown Phase 2 notification {notification-name} (type {notification-type}, size {length} bytes) from \
        {remote-address}:{remote-port} for protocol {protocol-id} (SPI({size})={data})`"]),
    ("missing_of_a_tail", "missing field `domain` in `LAB_ROUTE`", &["add `domain: /* Option<u16> */`"],
     &["the optional text ` via {gateway} in {domain}` has all of its values or none"]),
    ("missing_one", "missing field `remote_address` in `KMD_VPN_UP_ALARM_USER`", &["add `remote_address: /* IpAddr */`"],
     &["its text is `VPN {vpn-name} from {remote-address} is up.`"]),
    ("sigil_and_equals", "expected `:`, found `=`", &["replace `=` with a colon"], &[]),
    ("sigil_on_a_number", "unexpected `%` before the value of field `size`", &["remove it: `size: size`"],
     &["`%` and `?` format the value of a field of type `text`, and `size` has the type `usize`"]),
    ("sigil_on_an_enum", "unexpected `?` before the value of field `phase`", &["remove it: `phase: phase`"],
     &["`%` and `?` format the value of a field of type `text`, and `phase` has the type `enum`"]),
    ("sigil_on_an_expression", "unexpected `%` before the value of field `elapsed`", &[],
     &["`%` and `?` format the value of a field of type `text`, and `elapsed` has the type `duration`"]),
    ("sigil_without_value", "expected a value for field `reason`", &["add the value: `reason: /* &str */`"], &[]),
    ("tag_begun", "cannot find message `KMD_VPN_UP` in catalog `KMD`", &[SIMILAR_TAG], &[]),
    ("tag_begun_many", "cannot find message `KMD_DPD_FAILOVER` in catalog `KMD`",
     &["similar names exist: `KMD_DPD_FAILOVER_MAX_ATTEMPTS`, `KMD_DPD_FAILOVER_MANUAL_TUNNEL` and \
        `KMD_DPD_FAILOVER_NO_TUNNEL_CFG`"], &[]),
    ("tag_misspelled", MISSPELLED_TAG, &[SIMILAR_TAG], &[]),
    ("tag_misspelled_before_commas", MISSPELLED_TAG, &[SIMILAR_TAG], &[]),
    ("tag_misspelled_before_parentheses", MISSPELLED_TAG, &[SIMILAR_TAG], &[]),
    ("tag_of_another_catalog", "cannot find message `KMD_PM_UNSUPPORTED_MODE` in catalog `APP`", &[],
     &["tags in this catalog begin with `APP_`"]),
    ("tag_prefix_alone", "cannot find message `KMD` in catalog `KMD`", &[], &[PREFIX]),
    ("tag_removed", "message `LAB_STARTED` was removed from catalog `LAB`",
     &["use `LAB_PHASE { phase: /* values::Phase */ }`"], &["the phase tells more"]),
    ("tag_removed_for_good", "message `LAB_STOPPED` was removed from catalog `LAB`", &[], &["a bench does not stop"]),
    ("tag_rust_name", "cannot find message `VpnUpAlarmUser` in catalog `KMD`", &[SIMILAR_TAG], &[]),
    ("tag_unknown", "cannot find message `KMD_XYZZY` in catalog `KMD`", &[], &["`KmdTag` lists all messages"]),
    ("value_and_another", "expected `,`, found `number`", &[], &[]),
];

/// The cases of `ui/catalog` with a mistake in the arguments, not in the file.
#[rustfmt::skip]
const ARGUMENTS: &[Case] = &[
    ("module_begun", "expected the module that contains `catalog!`", &["write `catalog!(\"good.yaml\", in crate::module)`"], &[]),
    ("no_arguments", "expected the path of a catalog", &["write `catalog!(\"catalog.yaml\")`"],
     &["the path is relative to the directory of `Cargo.toml`"]),
    ("no_module_after_files", "expected the module that contains `catalog!`",
     &["write `catalog!(\"good.yaml\", \"more.yaml\", in crate::module)`"], &[]),
    ("no_module", "expected the module that contains `catalog!`",
     &["write `catalog!(\"messages.yaml\", in crate::module)`"], &[]),
    ("visible_in_part", "restricted visibility is not supported in `catalog!`", &["write `catalog!(pub \"good.yaml\")`"],
     &["without `pub`, the event macro is visible in this crate only"]),
];

/// Returns the message and the lines below it in a `.stderr` file.
fn parts(stderr: &str) -> (String, Vec<String>) {
    let errors = stderr.lines().filter(|line| line.starts_with("error"));
    assert_eq!(errors.count(), 1, "{stderr}");
    let mut lines = stderr.lines();
    let first = lines.next().expect("a line");
    let message = first.strip_prefix("error: ").expect("an error of ours");
    let below = lines.take_while(|line| !line.trim_start().starts_with("-->"));
    let below = below.map(|line| line.strip_prefix("       ").expect("indented below the message"));
    (message.to_owned(), below.map(str::to_owned).collect())
}

fn check(folder: &str, cases: &[Case]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join(folder);
    for &(case, message, helps, notes) in cases {
        let stderr = fs::read_to_string(folder.join(case).with_extension("stderr"));
        let stderr = stderr.unwrap_or_else(|error| panic!("{case}: {error}"));
        let (said, below) = parts(&stderr);
        assert_eq!(said, message, "{case}");
        let helps = helps.iter().map(|help| format!("help: {help}"));
        let notes = notes.iter().map(|note| format!("note: {note}"));
        assert_eq!(below, helps.chain(notes).collect::<Vec<_>>(), "{case}");
    }
}

#[test]
fn calls_have_a_message_help_and_notes() {
    check("call", CALLS);
}

#[test]
fn arguments_of_catalog_have_a_message_help_and_notes() {
    check("catalog", ARGUMENTS);
}

#[test]
fn the_table_has_every_case_of_a_call() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/call");
    let files = fs::read_dir(folder).expect("the cases");
    let names = files.map(|file| {
        let path = file.expect("a file").path();
        path.file_stem().expect("a name").to_string_lossy().into_owned()
    });
    let names: BTreeMap<String, ()> = names.map(|name| (name, ())).collect();
    let mut table: Vec<&str> = CALLS.iter().map(|case| case.0).collect();
    table.sort_unstable();
    assert_eq!(names.into_keys().collect::<Vec<_>>(), table);
}

/// A message describes the mistake. The fix belongs to `help:`, which is never a question.
#[test]
fn messages_give_no_advice() {
    for (case, message, helps, notes) in CALLS.iter().chain(ARGUMENTS) {
        for word in ["write", "did you mean", "lacks"] {
            assert!(!message.contains(word), "{case}: {message}");
        }
        // The semicolon of ``expected `,`, found `;` `` is quoted from the call.
        let unquoted: String = message.split('`').step_by(2).collect();
        assert!(!unquoted.contains([';', '?']), "{case}: {message}");
        for line in helps.iter().chain(*notes) {
            assert!(!line.ends_with('?') && !line.contains("did you mean"), "{case}: {line}");
        }
    }
}
