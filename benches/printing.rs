//! Benchmarks of printing the 91 messages of the reference of `kmd`, compared with common alternatives.

#[path = "support/alternate.rs"]
mod alternate;
#[path = "support/baselines.rs"]
mod baselines;
#[path = "../tests/src/chapter_events.rs"]
#[allow(unreachable_pub)]
mod chapter_events;
#[path = "support/table.rs"]
mod table;

use std::fmt::{Display, Write as _};
use std::hint::black_box;
use std::time::Duration;

use alternate::{Code, code, times};
use baselines::{Thiserror, Written};
use kmd_events::KmdEvent;
use table::{Goal, Table, nanoseconds};

fn main() {
    let events = chapter_events::all();
    let times: Vec<[f64; 5]> = events.iter().map(times_of).collect();
    let [display, thiserror, append, by_hand, _] =
        std::array::from_fn(|way| mean(times.iter().map(|times| times[way])));
    let ratio = |times: &[f64; 5]| times[0] / times[4];
    let worst = times.iter().zip(&events).max_by(|(a, _), (b, _)| ratio(a).total_cmp(&ratio(b)));
    let ([slowest, .., written], event) = worst.expect("a message");

    let mut table = Table::new("Printing");
    let baseline = ("Display of thiserror", thiserror);
    table.row("Display, mean of 91 messages", display, baseline, Goal::AtMost(0.6), nanoseconds);
    let case = format!("Display, worst message ({})", event.tag());
    table.row(&case, *slowest, ("Display of write!", *written), Goal::AtMost(1.0), nanoseconds);
    table.row("append_to, mean of 91 messages", append, ("by hand", by_hand), Goal::AtMost(1.05), nanoseconds);
    table.finish();
}

/// Returns the times for a message: with `Display`, with `Display` of `thiserror`, with `append_to`, by hand, and with
/// `Display` of `write!`.
fn times_of(event: &KmdEvent<'_>) -> [f64; 5] {
    all_print_the_same(event);
    let (thiserror, written) = (Thiserror::from(event), Written::from(event));
    let codes = [
        shown(event),
        shown(&thiserror),
        appended(|out| black_box(event).append_to(out)),
        appended(|out| baselines::by_hand(black_box(event), out)),
        shown(&written),
    ];
    times(Duration::from_millis(200), codes)
}

/// Returns the geometric mean.
fn mean(times: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = u32::try_from(times.len()).map_or(0.0, f64::from);
    (times.map(f64::ln).sum::<f64>() / count).exp()
}

fn all_print_the_same(event: &KmdEvent<'_>) {
    let expected = event.to_string();
    let appended = |append: &dyn Fn(&mut String)| {
        let mut out = String::new();
        append(&mut out);
        out
    };
    for text in [
        Thiserror::from(event).to_string(),
        Written::from(event).to_string(),
        appended(&|out| event.append_to(out)),
        appended(&|out| baselines::by_hand(event, out)),
    ] {
        assert_eq!(text, expected);
    }
}

/// Returns code that prints into a `String` with enough capacity.
fn shown(event: &impl Display) -> Code<'_> {
    appended(move |out| write!(out, "{}", black_box(event)).expect("room"))
}

fn appended<'a>(append: impl Fn(&mut String) + 'a) -> Code<'a> {
    let mut out = String::with_capacity(1_024);
    code(move || {
        out.clear();
        append(&mut out);
        black_box(out.len())
    })
}
