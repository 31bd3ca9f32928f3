//! Measures several pieces of code or programs in turn, so that other load on the machine slows all of them alike.

use std::hint::black_box;
use std::time::Duration;

use nix::time::ClockId;

use crate::table;

/// The minimum time of a sample. It is shorter than a time slice of the scheduler, so that few samples are interrupted.
const SAMPLE: Duration = Duration::from_micros(500);

/// The minimum number of samples, even if they take longer than the total time.
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

/// Returns the time of one run of each piece of code, in nanoseconds. It is the minimum of the samples, because other
/// load on the machine only adds to a time.
///
/// Without `--bench`, as in `cargo test`, each piece of code runs once and nothing is measured.
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

/// Returns the lowest figure of each program. The programs run in turn.
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

/// Returns how many times the code runs in a sample.
fn runs_per_sample(code: &mut Code<'_>) -> u32 {
    let mut runs = 1;
    while sample(code, runs) < SAMPLE {
        runs *= 2;
    }
    runs
}

/// Takes a sample. A run before it fills the cache again, which the other code has used in the meantime.
fn sample(code: &mut Code<'_>, runs: u32) -> Duration {
    code(1);
    let start = now();
    code(runs);
    now() - start
}

/// Returns the CPU time of this thread. It does not include the time in which the thread waits for a processor.
fn now() -> Duration {
    ClockId::CLOCK_THREAD_CPUTIME_ID.now().expect("Linux").into()
}
