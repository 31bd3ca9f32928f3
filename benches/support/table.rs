//! A table of `README.md`. Each case has a goal and, unless the goal is a fixed limit, a baseline from the same run.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use kmd_events::format::Timestamp;

/// The first words of the line before a table.
const MEASURED: &str = "Measured on ";

const HEAD: &str = "| case | ours | baseline | ratio | goal | |\n|---|---|---|---|---|---|\n";

/// The rows of a section of the page.
pub(crate) struct Table {
    section: &'static str,
    rows: Vec<[String; 6]>,
}

/// A bound for the ratio of our figure to the baseline.
#[derive(Clone, Copy)]
pub(crate) enum Goal {
    AtMost(f64),
    #[allow(dead_code, reason = "most figures are better if they are smaller")]
    AtLeast(f64),
}

/// Returns whether cases are measured. In `cargo test`, they are not.
pub(crate) fn measures() -> bool {
    env::args().any(|argument| argument == "--bench")
}

impl Table {
    pub(crate) fn new(section: &'static str) -> Self {
        Self { section, rows: Vec::new() }
    }

    /// Adds a row with two figures, which `show` formats.
    pub(crate) fn row(
        &mut self,
        case: &str,
        ours: f64,
        (baseline, theirs): (&str, f64),
        goal: Goal,
        show: impl Fn(f64) -> String,
    ) {
        let ratio = ours / theirs;
        let (goal, is_met) = match goal {
            Goal::AtMost(most) => (format!("at most {most}"), ratio <= most),
            Goal::AtLeast(least) => (format!("at least {least}"), ratio >= least),
        };
        let baseline = format!("{baseline}: {}", show(theirs));
        self.add(case, show(ours), baseline, format!("{ratio:.2}"), goal, is_met);
    }

    /// Adds a row with a figure that has a fixed limit instead of a baseline.
    #[allow(dead_code, reason = "most figures have a baseline")]
    pub(crate) fn limit(&mut self, case: &str, ours: f64, limit: f64, show: impl Fn(f64) -> String) {
        let goal = format!("at most {}", show(limit));
        self.add(case, show(ours), String::new(), String::new(), goal, ours <= limit);
    }

    fn add(&mut self, case: &str, ours: String, baseline: String, ratio: String, goal: String, is_met: bool) {
        let result = if is_met { "met" } else { "missed" };
        self.rows.push([case.to_owned(), ours, baseline, ratio, goal, result.to_owned()]);
    }

    /// Prints the table, and with `UPDATE=1` also writes it to the page. If nothing was measured, compares the rows
    /// with the page instead.
    pub(crate) fn finish(self) {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
        let page = fs::read_to_string(&path).expect("the page");
        let start = page.find(&format!("\n## {}\n", self.section)).expect("the section") + 1;
        let end = page[start..].find("\n## ").map_or(page.len(), |end| start + end);
        let table = start + page[start..end].find(MEASURED).expect("the line before the table");
        if !measures() {
            self.compare(&page[table..end]);
            return;
        }
        let rows: String = self.rows.iter().map(|row| format!("| {} |\n", row.join(" | "))).collect();
        let text = format!("{}\n\n{HEAD}{rows}", measured());
        println!("\n## {}\n\n{text}", self.section);
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, format!("{}{text}{}", &page[..table], &page[end..])).expect("written");
        }
    }

    /// Compares the cases, the baselines and the goals with a table of the page.
    fn compare(&self, table: &str) {
        let rows = table.lines().filter(|line| line.starts_with("| ")).skip(1);
        let written: Vec<String> =
            rows.map(|row| constant(&row.split('|').skip(1).map(str::trim).collect::<Vec<_>>())).collect();
        let printed: Vec<String> = self.rows.iter().map(|row| constant(row)).collect();
        assert_eq!(written, printed, "write benches/README.md with `UPDATE=1 cargo bench -p kmd-benches`");
    }
}

/// Returns what is the same on every machine: the case without parentheses, the name of the baseline, and the goal.
fn constant<S: AsRef<str>>(row: &[S]) -> String {
    let [case, _, baseline, _, goal, ..] = row else { return String::new() };
    let case = case.as_ref().split(" (").next().unwrap_or_default();
    let baseline = baseline.as_ref().rsplit_once(": ").map_or("", |(name, _)| name);
    format!("{case} | {baseline} | {}", goal.as_ref())
}

/// Returns the line that says when, at which commit and on which machine the figures were measured.
fn measured() -> String {
    let time = Timestamp::utc_now().to_string();
    let date = time.split('T').next().unwrap_or_default();
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cpu = cpu.map_or("an unknown processor", |(_, name)| name);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let rustc = output("rustc", &["--version"]);
    let rustc = rustc.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let commit = output("git", &["rev-parse", "--short", "HEAD"]);
    // The other tables of the page may have been written by the same command.
    let changes = output("git", &["status", "--porcelain", "--", ":/", ":!README.md"]);
    let changed = if changes.is_empty() { "" } else { " with changes" };
    format!("{MEASURED}{date} at commit `{commit}`{changed} by {rustc} on {threads} threads of {cpu}.")
}

/// Returns what a program prints in the folder of the benchmarks.
fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    output.map_or_else(|_| String::new(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[allow(dead_code, reason = "not every benchmark measures times")]
pub(crate) fn nanoseconds(time: f64) -> String {
    match time {
        time if time < 1e3 => format!("{time:.1} ns"),
        time if time < 1e6 => format!("{:.1} µs", time / 1e3),
        time if time < 1e9 => format!("{:.1} ms", time / 1e6),
        time => format!("{:.2} s", time / 1e9),
    }
}
