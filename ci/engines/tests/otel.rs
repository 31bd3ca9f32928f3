//! The configuration of the OpenTelemetry Collector: its expressions run in RE2, the library that they are written for.
//! The rest of the configuration is followed as the documentation says.

use kmd_engines::{hostile_subject, run_python, subjects, unseen};
use kmd_rules::Engine;
use kmd_tests::oracle::assert_fidelity;

#[test]
fn lines() {
    for subject in subjects().into_iter().chain([hostile_subject()]) {
        let rules = subject.rules(Engine::Otel);
        let Some(found) = run_python("collector.py", &["re2", "yaml"], &subject, &rules) else { return };
        assert_fidelity(&subject.lines, &rules.fidelity, unseen(&subject), &found);
    }
}
