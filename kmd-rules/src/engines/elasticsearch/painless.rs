//! Expressions of Painless, the language of scripts and conditions.

use crate::conversion::Integer;

/// Returns a literal for a string.
pub(super) fn string(text: &str) -> String {
    format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'"))
}

/// Returns an expression for a field of a document, such as `ctx.kmd.remote_port`.
pub(super) fn field(path: &str) -> String {
    format!("ctx.{path}")
}

/// Returns an expression for a field whose parents can be missing, such as `ctx.kmd?.remote_port`.
pub(super) fn optional_field(path: &str) -> String {
    format!("ctx.{}", path.replace('.', "?."))
}

/// Returns a script that converts a string with the digits of an integer.
pub(super) fn integer(path: &str, integer: Integer) -> String {
    let Integer { greatest, base, prefix, .. } = integer;
    let field = field(path);
    let digits = match prefix {
        "" => field.clone(),
        prefix => format!("{field}.substring({})", prefix.len()),
    };
    match integer.twos_complement() {
        None => format!("{field} = Long.parseLong({digits}, {base})"),
        Some(64) => format!("{field} = Long.parseUnsignedLong({digits}, {base})"),
        Some(bits) => {
            let number = format!("long number = Long.parseLong({digits}, {base})");
            format!("{number}; {field} = number > {greatest}L ? number - {}L : number", 1_i128 << bits)
        }
    }
}
