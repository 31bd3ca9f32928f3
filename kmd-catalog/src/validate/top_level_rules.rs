//! Rules for the top-level keys of a catalog.

use heck::ToShoutySnakeCase as _;

use super::validator::{Validator, too_long};
use crate::ast::Catalog;
use crate::diagnostics::Diagnostic;
use crate::names::{is_prefix, is_tag};
use crate::schema::{MAX_NAME_LEN, MAX_PREFIX_LEN, MAX_PROCESS_LEN};
use crate::span::Spanned;
use crate::suggest::recase;

/// Reports an invalid prefix. Tags begin with the prefix, and the generated names are made from it.
pub(super) fn prefix_is_valid(catalog: &Catalog, validator: &mut Validator<'_>) {
    let Spanned { span, value } = &catalog.prefix;
    if is_tag(value) && value.len() > MAX_PREFIX_LEN {
        validator.report(*span, || {
            too_long("prefix", value, MAX_PREFIX_LEN)
                .note("the MSGID of RFC 5424 (section 6) has at most 32 characters: the prefix, `_` and at least one character")
        });
    } else if !is_prefix(value) {
        validator.report(*span, || {
            let diagnostic = Diagnostic::new(format!("invalid prefix `{value}`"));
            let suggested = recase(value, str::to_shouty_snake_case);
            if is_prefix(&suggested) {
                diagnostic.help(format!("use `{suggested}`"))
            } else {
                diagnostic.note("a prefix consists of capital letters, digits and `_`, and begins with a letter")
            }
        });
    }
}

/// Reports an invalid process name. The name is APP-NAME in RFC 5424 and TAG in RFC 3164, where it ends before the PID
/// or the colon.
pub(super) fn process_is_valid(catalog: &Catalog, validator: &mut Validator<'_>) {
    let Some(Spanned { span, value }) = &catalog.process else {
        return;
    };
    if !is_printable(value, MAX_PROCESS_LEN) || value.contains([':', '[', ']']) {
        validator.report(*span, || {
            Diagnostic::new(format!("invalid process name `{value}`")).note(format!(
                "a process name has 1 to {MAX_PROCESS_LEN} printable ASCII characters without spaces, `:`, `[` and `]`"
            ))
        });
    }
}

/// Reports an invalid SD-ID (RFC 5424, section 6.3.2).
pub(super) fn sd_id_is_valid(catalog: &Catalog, validator: &mut Validator<'_>) {
    let Some(Spanned { span, value }) = &catalog.sd_id else {
        return;
    };
    if !is_printable(value, MAX_NAME_LEN) || value.contains(['=', ']', '"']) {
        validator.report(*span, || {
            Diagnostic::new(format!("invalid SD-ID `{value}`")).note(format!(
                "an SD-ID has 1 to {MAX_NAME_LEN} printable ASCII characters without spaces, `=`, `]` and `\"` \
                 (RFC 5424, section 6.3.2)"
            ))
        });
    }
}

/// Reports a catalog without messages, since an enum without variants could be neither built nor matched.
pub(super) fn has_messages(catalog: &Catalog, validator: &mut Validator<'_>) {
    if catalog.messages.is_empty() {
        validator.diagnostics.unused(catalog.prefix.span, || {
            Diagnostic::new("the catalog has no messages").help("add one to `messages`")
        });
    }
}

fn is_printable(text: &str, max_len: usize) -> bool {
    (1..=max_len).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
