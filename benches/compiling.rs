//! Benchmarks of compile times, as CPU time of all processors. CPU time depends little on other load of the machine.
//!
//! The benchmark builds about twenty crates and takes minutes, so it only runs in `cargo bench`.

#[path = "support/project.rs"]
mod project;
#[path = "support/sources.rs"]
mod sources;
#[path = "support/table.rs"]
#[allow(dead_code)]
mod table;

use project::{Project, crates, median};
use table::{Table, bytes, nanoseconds};

fn main() {
    if !Table::measures() {
        for count in [1, 91, 200] {
            assert!(sources::catalog(count).contains("BIG_M0:"));
        }
        println!("compiling: skipped, since it takes minutes; run `cargo bench --bench compiling`");
        return;
    }
    crates();
    let mut table = Table::new();
    clean_builds(&mut table);
    expansion(&mut table);
    calls(&mut table);
    rebuild(&mut table);
    sizes(&mut table);
    table.print();
}

/// Measures clean builds: one event of kmd-events, compared with a `thiserror` enum of all messages.
fn clean_builds(table: &mut Table) {
    let ours = Project::new("one", &["kmd-events"], sources::ONE_STRUCT);
    let theirs = Project::new("thiserror", &["thiserror"], &sources::thiserror());
    for (name, options) in [("dev", &["build"][..]), ("release", &["build", "--release"])] {
        let time = |project: &Project| {
            median(5, || {
                project.clean();
                project.cargo(options).cpu
            })
        };
        let (ours, theirs) = (time(&ours), time(&theirs));
        let case = format!("clean build, profile {name}");
        table.figures(&case, (ours, "thiserror", theirs), 1.5, nanoseconds);
    }
}

/// Measures the compiler pass that expands macros, which includes `catalog!`, its derives and parsing of the code.
fn expansion(table: &mut Table) {
    let time = |count| {
        let name = format!("expand{count}");
        let project = Project::new(&name, &["kmd-events"], sources::OWN_CATALOG);
        project.write("big.yaml", &sources::catalog(count));
        project.cargo(&["check", "-p", "kmd-events"]);
        median(3, || {
            project.touch();
            project.pass("macro_expand_crate")
        })
    };
    let (small, large, huge) = (time(91), time(1_000), time(10_000));
    table.figures("expansion of catalog!, 91 messages", (small, "goal", 20e6), 1.0, nanoseconds);
    for (case, more, less, times) in
        [("expansion, 1,000 messages", large, small, 1_000.0 / 91.0), ("expansion, 10,000 messages", huge, large, 10.0)]
    {
        table.figures(case, (more, "linear", less * times), 1.2, nanoseconds);
    }
}

/// Measures a call as the difference between 2,000 calls and 2,000 struct literals.
fn calls(table: &mut Table) {
    const CALLS: u32 = 2_000;
    let big = Project::library("big", &["kmd-events"], sources::EXPORTED_CATALOG);
    big.write("big.yaml", &sources::catalog(1_000));
    for (case, catalog, goal) in
        [("a call, 91 messages", sources::Catalog::Kmd, 50e3), ("a call, 1,000 messages", sources::Catalog::Big, 200e3)]
    {
        let time = |name: &str, source: String| {
            let dependencies: &[&str] = match catalog {
                sources::Catalog::Kmd => &["kmd-events"],
                sources::Catalog::Big => &["kmd-events", "big"],
            };
            let project = Project::library(name, dependencies, &source);
            project.cargo(&["check"]);
            median(7, || {
                project.touch();
                project.cargo(&["check"]).cpu
            })
        };
        let macros = time("calls", sources::calls(catalog, CALLS, true));
        let literals = time("literals", sources::calls(catalog, CALLS, false));
        let call = (macros - literals) / f64::from(CALLS);
        table.figures(case, (call, "goal", goal), 1.0, nanoseconds);
    }
}

/// Measures a build after one word of one description was changed.
fn rebuild(table: &mut Table) {
    let project = Project::new("one", &["kmd-events"], sources::ONE_STRUCT);
    project.clean();
    let clean = project.cargo(&["build"]).cpu;
    let again = median(3, || {
        project::edit_catalog();
        let build = project.cargo(&["build"]);
        assert_eq!(build.compiled, ["kmd-events", "one"]);
        build.cpu
    });
    table.figures(
        "build after a changed description (kmd-events and the crate)",
        (again, "clean build", clean),
        1.0,
        nanoseconds,
    );
}

/// Measures the size of stripped release binaries, compared with one that prints a text, and counts the messages whose
/// code is in the binary.
fn sizes(table: &mut Table) {
    let size = |name: &str, source: &str| Project::new(name, &["kmd-events"], source).binary();
    let plain = size("plain", sources::PLAIN);
    let one = size("one", sources::ONE_STRUCT);
    let through_enum = size("through_enum", sources::ONE_ENUM);
    let all = size("all", sources::ALL);
    for (case, binary, names) in [
        ("one event through events::X", &one, 1.0),
        ("one event through the enum", &through_enum, 104.0),
        ("all events, parsed and printed", &all, 104.0),
    ] {
        #[allow(clippy::cast_precision_loss)]
        let (ours, theirs) = (binary.size as f64, plain.size as f64);
        table.figures(&format!("binary: {case}"), (ours, "text only", theirs), 2.0, bytes);
        table.figures(
            &format!("messages with code in the binary: {case}"),
            (binary.messages(), "expected", names),
            1.0,
            |count| count.to_string(),
        );
    }
}
