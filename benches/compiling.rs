//! Benchmarks of compile times. Most are CPU times of all processors, which other load on the machine hardly changes.
//!
//! The benchmark builds about twenty crates and takes minutes, so `cargo test` only writes their sources.

#[path = "support/alternate.rs"]
#[allow(dead_code, reason = "no code is measured, only programs")]
mod alternate;
#[path = "support/project.rs"]
mod project;
#[path = "support/sources.rs"]
mod sources;
#[path = "support/table.rs"]
#[allow(dead_code, reason = "no figure has a lower limit")]
mod table;

use alternate::figures;
use project::{Binary, NO_FEATURES, Project};
use sources::Catalog;
use table::{Goal, Table, measures, nanoseconds};

/// The number of messages in the reference of `kmd`.
const REFERENCE: usize = 91;

fn main() {
    if measures() {
        project::clear();
    }
    let mut table = Table::new("Compiling");
    clean_builds(&mut table);
    changed_description(&mut table);
    expansion(&mut table);
    calls(&mut table);
    sizes(&mut table);
    table.finish();
}

/// Returns the number of runs. In `cargo test`, nothing runs.
fn runs(count: usize) -> usize {
    if measures() { count } else { 0 }
}

/// Measures clean builds of programs with one event, compared with a `thiserror` enum of the same messages.
fn clean_builds(table: &mut Table) {
    let kmd = Project::new("one", &["kmd-events"], sources::ONE_STRUCT);
    let ten = Project::new("ten", &[NO_FEATURES], &sources::own_catalog());
    ten.write("big.yaml", &sources::catalog(10));
    let thiserror = |count| Project::new(&format!("thiserror{count}"), &["thiserror"], &sources::thiserror(count));
    for (messages, ours, theirs, goal) in
        [("", kmd, thiserror(REFERENCE), 1.5), ("ten messages of an own catalog, ", ten, thiserror(10), 1.3)]
    {
        for (profile, options) in [("dev", &["build"][..]), ("release", &["build", "--release"])] {
            let [ours, theirs] =
                figures(runs(3), [&mut || ours.clean_build(options), &mut || theirs.clean_build(options)]);
            let case = format!("clean build, {messages}profile {profile}");
            table.row(&case, ours, ("thiserror", theirs), Goal::AtMost(goal), nanoseconds);
        }
    }
}

/// Measures `cargo check` after a word was added to one description, in the catalog or in the comment of an enum.
fn changed_description(table: &mut Table) {
    let ours = Project::new("own", &[NO_FEATURES], &sources::own_catalog());
    ours.write("big.yaml", &sources::catalog(REFERENCE));
    let theirs = Project::new("enum", &["thiserror"], &sources::thiserror(REFERENCE));
    let check = |project: &Project, path, before: &str| {
        project.edit(path, before, &format!("{before}Indeed. "));
        project.cargo_incremental(&["check"])
    };
    // The first run builds the dependencies, so the minimum is never its time.
    let [ours, theirs] = figures(
        runs(8),
        [&mut || check(&ours, "big.yaml", "    description: '"), &mut || check(&theirs, "src/main.rs", "    /// ")],
    );
    table.row("check after a changed description", ours, ("thiserror", theirs), Goal::AtMost(1.0), nanoseconds);
}

/// Measures the compiler pass that expands macros, which includes `catalog!`, its derives and parsing of the code.
fn expansion(table: &mut Table) {
    let [small, large, huge] = [REFERENCE, 1_000, 10_000].map(|count| {
        let project = Project::new(&format!("expand{count}"), &["kmd-events"], sources::OWN_CATALOG);
        project.write("big.yaml", &sources::catalog(count));
        move || {
            project.touch();
            project.pass("macro_expand_crate")
        }
    });
    let [small, large, huge] = figures(runs(4), [&mut { small }, &mut { large }, &mut { huge }]);
    table.limit("expansion of catalog!, 91 messages", small, 40e6, nanoseconds);
    let linear = ("linear", small * 1_000.0 / 91.0);
    table.row("expansion, 1,000 messages", large, linear, Goal::AtMost(1.2), nanoseconds);
    table.row("expansion, 10,000 messages", huge, ("linear", large * 10.0), Goal::AtMost(1.2), nanoseconds);
}

/// Measures a call as the difference between 2,000 calls and 2,000 struct literals.
fn calls(table: &mut Table) {
    const CALLS: u32 = 2_000;
    let big = Project::library("big", &["kmd-events"], sources::EXPORTED_CATALOG);
    big.write("big.yaml", &sources::catalog(1_000));
    for (case, catalog, name, limit) in
        [("a call, 91 messages", Catalog::Kmd, "kmd", 50e3), ("a call, 1,000 messages", Catalog::Big, "big", 100e3)]
    {
        let dependencies: &[&str] = match catalog {
            Catalog::Kmd => &["kmd-events"],
            Catalog::Big => &["kmd-events", "big"],
        };
        let [macros, literals] = [("calls", true), ("literals", false)].map(|(kind, by_macro)| {
            let source = sources::calls(catalog, CALLS, by_macro);
            let project = Project::library(&format!("{kind}_{name}"), dependencies, &source);
            move || {
                project.touch();
                project.cargo(&["check"])
            }
        });
        // The first run builds the dependencies.
        let [macros, literals] = figures(runs(6), [&mut { macros }, &mut { literals }]);
        table.limit(case, (macros - literals) / f64::from(CALLS), limit, nanoseconds);
    }
}

/// Measures the sizes of stripped release binaries, compared with one that prints a text. Counts the messages whose
/// code is in a binary.
fn sizes(table: &mut Table) {
    let size = |name: &str, source: &str| {
        let project = Project::new(name, &["kmd-events"], source);
        if measures() { project.binary() } else { Binary::default() }
    };
    let plain = size("plain", sources::PLAIN);
    let one = size("one", sources::ONE_STRUCT);
    let through_enum = size("through_enum", sources::ONE_ENUM);
    let kilobytes = |size: f64| format!("{:.0} kB", size / 1e3);
    let case = "binary, one event through the enum";
    table.row(case, through_enum.size, ("text only", plain.size), Goal::AtMost(2.0), kilobytes);
    let case = "messages with code in the binary, one event through its struct";
    table.limit(case, one.messages(), 1.0, |count| count.to_string());
}
