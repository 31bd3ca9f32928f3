//! Benchmarks of `kmd decode`: the speed with two threads and with one, and the memory for a short and for a long log.

#[path = "support/alternate.rs"]
#[allow(dead_code, reason = "no code is measured, only a program")]
mod alternate;
#[path = "support/log.rs"]
#[allow(dead_code, reason = "the events are not counted")]
mod log;
#[path = "support/table.rs"]
#[allow(dead_code, reason = "no time is shown")]
mod table;

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use alternate::figures;
use table::{Goal, Table, measures};

fn main() {
    let lines = if measures() { 1_000_000 } else { 1_000 };
    let kmd = build();
    let log = log::of(lines);
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("decoding.log");
    fs::write(&file, &log).expect("written");
    #[allow(clippy::cast_precision_loss)]
    let lines_per_second = |seconds: f64| lines as f64 / seconds;
    let seconds = |threads: &str| {
        let start = Instant::now();
        let status =
            Command::new(&kmd).args(["decode", "--threads", threads]).arg(&file).stdout(Stdio::null()).status();
        assert!(status.expect("kmd runs").success());
        start.elapsed().as_secs_f64()
    };
    let runs = if measures() { 10 } else { 1 };
    let [two, one] = figures(runs, [&mut || seconds("2"), &mut || seconds("1")]).map(lines_per_second);
    fs::remove_file(&file).expect("removed");
    let [short, long] = [1, 100].map(|times| peak_memory(&kmd, &log, times));

    let mut table = Table::new("Decoding");
    let thousands = |count: f64| format!("{:.0} k lines/s", count / 1e3);
    table.row("kmd decode, two threads", two, ("one thread", one), Goal::AtLeast(1.8), thousands);
    let megabytes = |bytes: f64| format!("{:.1} MB", bytes / 1e6);
    let case = "peak memory, 100 million lines";
    table.row(case, long, ("1 million lines", short), Goal::AtMost(1.1), megabytes);
    table.finish();
}

/// Builds the program. `cargo test` builds it without optimization, like everything else.
fn build() -> PathBuf {
    let (options, profile) = if measures() { (&["--release"][..], "release") } else { (&[][..], "debug") };
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder");
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "kmd-cli"])
        .args(options)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("CARGO_TARGET_DIR", target)
        .status();
    assert!(status.expect("cargo runs").success());
    target.join(profile).join("kmd")
}

/// Returns the peak memory of `kmd decode`, in bytes, when it reads the same log several times from standard input.
fn peak_memory(kmd: &Path, log: &str, times: usize) -> f64 {
    let mut child =
        Command::new(kmd).args(["decode", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("kmd runs");
    let mut input = child.stdin.take().expect("a pipe");
    thread::scope(|scope| {
        scope.spawn(move || (0..times).for_each(|_| input.write_all(log.as_bytes()).expect("written")));
        let mut peak = 0.0;
        while child.try_wait().expect("a status").is_none() {
            peak = memory(&child).unwrap_or(peak);
            thread::sleep(Duration::from_millis(1));
        }
        peak
    })
}

/// Returns the peak memory of a process so far, in bytes, or `None` if the process has ended.
fn memory(child: &Child) -> Option<f64> {
    let status = match fs::read_to_string(format!("/proc/{}/status", child.id())) {
        Err(error) if error.kind() == ErrorKind::NotFound => panic!("the benchmark needs Linux"),
        status => status.ok()?,
    };
    let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    kilobytes?.parse::<f64>().ok().map(|kilobytes| kilobytes * 1024.0)
}
