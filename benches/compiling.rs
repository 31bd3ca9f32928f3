//! What it costs to compile, in seconds of all processors together: a figure that a busy machine changes little.
//!
//! It builds some twenty crates, for minutes, so it does so in `cargo bench` alone.

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
        println!("compiling: skipped, it takes minutes; `cargo bench --bench compiling`");
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

/// One event of kmd-events, beside an enum of all messages with `thiserror`.
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

/// The compiler's pass that expands macros: `catalog!`, what it derives, and the code read.
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

/// 2,000 calls, less the same with plain struct literals.
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

/// One word of one description of the 91 messages.
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

/// Release binaries without symbols, less one that prints a text; and what one event brings with it.
fn sizes(table: &mut Table) {
    let size = |name: &str, source: &str| Project::new(name, &["kmd-events"], source).binary();
    let plain = size("plain", sources::PLAIN);
    let one = size("one", sources::ONE_STRUCT);
    let through_enum = size("through_enum", sources::ONE_ENUM);
    let all = size("all", sources::ALL);
    for (case, binary, names) in [
        ("one event through events::X", &one, 1.0),
        ("one event through the enum", &through_enum, 91.0),
        ("all events, read and printed", &all, 91.0),
    ] {
        #[allow(clippy::cast_precision_loss)]
        let (ours, theirs) = (binary.size as f64, plain.size as f64);
        table.figures(&format!("binary: {case}"), (ours, "text alone", theirs), 2.0, bytes);
        table.figures(
            &format!("messages with code in it: {case}"),
            (binary.messages(), "expected", names),
            1.0,
            |count| count.to_string(),
        );
    }
}
