//! A table of cases. Each case is the ratio of two measurements in the same run.

use std::path::Path;
use std::time::Duration;

use criterion::Criterion;

/// Measures times and prints a table. Without `--bench`, as in `cargo test`, every case runs once and no table is
/// printed.
pub(crate) struct Table {
    criterion: Criterion,
    rows: Vec<[String; 6]>,
}

/// The folder to which criterion writes its results.
const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

impl Table {
    pub(crate) fn new() -> Self {
        let criterion = Criterion::default()
            .output_directory(&Path::new(FOLDER).join("criterion"))
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(2))
            .sample_size(20)
            .configure_from_args();
        Self { criterion, rows: Vec::new() }
    }

    /// Creates a table for hundreds of fast cases, each of which is measured for a short time.
    #[allow(dead_code, reason = "most programs have few cases")]
    pub(crate) fn quick() -> Self {
        let Self { criterion, rows } = Self::new();
        let criterion = criterion
            .warm_up_time(Duration::from_millis(20))
            .measurement_time(Duration::from_millis(60))
            .nresamples(1_001);
        Self { criterion, rows }
    }

    /// Returns whether times are measured.
    pub(crate) fn measures() -> bool {
        std::env::args().any(|argument| argument == "--bench")
    }

    /// Returns the time that `run` takes, in nanoseconds, or `None` if times are not measured.
    pub(crate) fn time<R>(&mut self, case: &str, run: impl FnMut() -> R) -> Option<f64> {
        let mut run = run;
        self.criterion.bench_function(case, |bencher| bencher.iter(&mut run));
        if !Self::measures() {
            return None;
        }
        let file = Path::new(FOLDER).join("criterion").join(case.replace('/', "_")).join("new/estimates.json");
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let estimates: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        estimates["median"]["point_estimate"].as_f64()
    }

    /// Adds a row with two times in nanoseconds. The goal is the maximum ratio of the first to the second.
    pub(crate) fn row(&mut self, case: &str, ours: Option<f64>, baseline: &str, theirs: Option<f64>, goal: f64) {
        let (Some(ours), Some(theirs)) = (ours, theirs) else {
            return;
        };
        self.figures(case, (ours, baseline, theirs), goal, nanoseconds);
    }

    /// Adds a row with figures of any unit, which `show` formats.
    pub(crate) fn figures(
        &mut self,
        case: &str,
        (ours, baseline, theirs): (f64, &str, f64),
        goal: f64,
        show: impl Fn(f64) -> String,
    ) {
        let ratio = ours / theirs;
        self.rows.push([
            case.to_owned(),
            show(ours),
            format!("{baseline}: {}", show(theirs)),
            format!("{ratio:.2}"),
            format!("at most {goal}"),
            if ratio <= goal { "met" } else { "missed" }.to_owned(),
        ]);
    }

    /// Prints the rows as a Markdown table.
    pub(crate) fn print(&self) {
        if self.rows.is_empty() {
            return;
        }
        println!("\n| case | ours | baseline | ratio | goal | |\n|---|---|---|---|---|---|");
        for row in &self.rows {
            println!("| {} |", row.join(" | "));
        }
    }
}

#[allow(dead_code, reason = "most programs only measure times")]
pub(crate) fn bytes(size: f64) -> String {
    format!("{:.0} kB", size / 1e3)
}

pub(crate) fn nanoseconds(time: f64) -> String {
    match time {
        time if time < 1e3 => format!("{time:.1} ns"),
        time if time < 1e6 => format!("{:.1} µs", time / 1e3),
        time if time < 1e9 => format!("{:.1} ms", time / 1e6),
        time => format!("{:.2} s", time / 1e9),
    }
}
