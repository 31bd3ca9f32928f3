//! Measures several pieces of code or programs in turn, so that other load of the machine slows all of them alike.

use std::hint::black_box;
use std::time::Duration;

use nix::time::ClockId;

use crate::table;

/// The least time of a sample. It is shorter than a time slice of the scheduler, so that few samples are interrupted.
const SAMPLE: Duration = Duration::from_micros(500);

/// The least number of samples, even if all take longer.
const MIN_SAMPLES: usize = 3;

/// Code that runs a given number of times.
pub(crate) type Code<'a> = Box<dyn FnMut(u32) + 'a>;

/// Returns code whose result is not optimized away.
pub(crate) fn code<'a, R>(mut run: impl FnMut() -> R + 'a) -> Code<'a> {
    Box::new(move |times| {
        for _ in 0..times {
            black_box(run());
        }
    })
}

/// Returns the time of one run of each code, in nanoseconds. It is the minimum of the samples, because other load of the
/// machine only adds to a time.
///
/// Without `--bench`, as in `cargo test`, each code runs once, and there are no times.
pub(crate) fn times<const N: usize>(total: Duration, mut codes: [Code<'_>; N]) -> [f64; N] {
    if !table::measures() {
        codes.iter_mut().for_each(|code| code(1));
        return [f64::NAN; N];
    }
    let runs: Vec<u32> = codes.iter_mut().map(runs_per_sample).collect();
    let mut least = [f64::INFINITY; N];
    let start = now();
    let mut samples = 0;
    while samples < MIN_SAMPLES || now() - start < total {
        for ((code, runs), least) in codes.iter_mut().zip(&runs).zip(&mut least) {
            *least = least.min(sample(code, *runs).as_secs_f64() * 1e9 / f64::from(*runs));
        }
        samples += 1;
    }
    least
}

/// Returns the least figure of each of several programs, which run in turn.
#[allow(dead_code, reason = "most benchmarks measure code")]
pub(crate) fn figures<const N: usize>(runs: usize, mut programs: [&mut dyn FnMut() -> f64; N]) -> [f64; N] {
    let mut least = [f64::INFINITY; N];
    for _ in 0..runs {
        for (program, least) in programs.iter_mut().zip(&mut least) {
            *least = least.min(program());
        }
    }
    least
}

/// Returns how often a code runs in a sample.
fn runs_per_sample(code: &mut Code<'_>) -> u32 {
    let mut runs = 1;
    while sample(code, runs) < SAMPLE {
        runs *= 2;
    }
    runs
}

/// Takes a sample. A run before it brings back to the cache what the other code replaced.
fn sample(code: &mut Code<'_>, runs: u32) -> Duration {
    code(1);
    let start = now();
    code(runs);
    now() - start
}

/// Returns the time for which this thread has run. It does not contain the time in which the thread waits for a processor.
fn now() -> Duration {
    ClockId::CLOCK_THREAD_CPUTIME_ID.now().expect("Linux").into()
}
