//! Rules for engines, compared with the parser. The engines that are no system packages have a package of their own,
//! `ci/engines`.

use std::io::Write as _;
use std::path::Path;

use kmd_catalog::Model;

mod examples;
mod javascript;
mod regex;
mod rsyslog;
mod syslog_ng;

/// Lines of RFC 5424, whose tag is in the header, and their tags: with and without a tag in the text, and of another
/// process.
const RFC_5424: [&str; 3] = [
    "<35>1 2026-08-03T10:18:44Z here kmd 7 KMD_PM_NEW_GROUP_UNSUPPORTED - New Group mode not supported",
    "<35>1 2026-08-03T10:18:44Z here kmd 7 KMD_CONFIG_DOWNLOAD_TIME - Config download time: 2.5 seconds",
    "<35>1 2026-08-03T10:18:44Z here kmdd 7 KMD_PM_NEW_GROUP_UNSUPPORTED - New Group mode not supported",
];
const RFC_5424_TAGS: [Option<&str>; 3] = [Some("KMD_PM_NEW_GROUP_UNSUPPORTED"), Some("KMD_CONFIG_DOWNLOAD_TIME"), None];

/// Returns the model of a catalog of the repository.
fn model(path: &str) -> Model {
    let loaded = kmd_catalog::load(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")), &[path]);
    assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.errors().collect::<Vec<_>>());
    loaded.model.expect("a model")
}

/// Reports that a test is skipped, past the capture of the test harness, or panics if all engines are required.
fn skipped(test: &str, reason: &str) {
    let is_required = std::env::var_os("KMD_ENGINES").is_some_and(|value| value == "required");
    assert!(!is_required, "{test}: {reason}");
    let text = format!("\nSKIPPED: {test}, since {reason}\n");
    std::io::stderr().write_all(text.as_bytes()).expect("stderr");
}
