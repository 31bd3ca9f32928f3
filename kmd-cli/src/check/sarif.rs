//! Mistakes as a log in the Static Analysis Results Interchange Format (SARIF) 2.1.0, an OASIS standard.

use serde_json::{Value, json};

use super::finding::{Finding, Place};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The identifier of the only rule.
const RULE: &str = "invalid-catalog";

/// Returns the log of one run.
pub(super) fn log(findings: &[Finding<'_>]) -> Value {
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_BIN_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": [{
                    "id": RULE,
                    "shortDescription": { "text": "The catalog has a mistake" },
                    "defaultConfiguration": { "level": "error" },
                }],
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn result(finding: &Finding<'_>) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(finding.file) } });
    if let Some(place) = &finding.place {
        location["region"] = region(place);
    }
    json!({
        "ruleId": RULE,
        "ruleIndex": 0,
        "level": "error",
        "message": { "text": finding.text() },
        "locations": [{ "physicalLocation": location }],
    })
}

fn region(place: &Place<'_>) -> Value {
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}

/// Returns a path as a reference by RFC 3986: `/` between its parts, and other characters than unreserved ones as `%XX`.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let byte = |byte: u8| match byte {
        b'/' | b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let escaped: String = path.bytes().map(byte).collect();
    if escaped.starts_with('/') { format!("file://{escaped}") } else { escaped }
}
