//! Benchmarks of printing the 91 messages of the reference of `kmd`, compared with common alternatives.

#[path = "support/baselines.rs"]
mod baselines;
#[path = "../tests/src/chapter_events.rs"]
#[allow(unreachable_pub)]
mod chapter_events;
#[path = "support/table.rs"]
mod table;

use std::fmt::{Display, Write as _};
use std::hint::black_box;

use baselines::{Displaydoc, Thiserror, Written};
use kmd_events::KmdEvent;
use table::Table;

/// A way to print a message, and its time for every message.
struct Case {
    /// The name in the table.
    name: &'static str,
    times: Vec<f64>,
}

fn main() {
    let events = chapter_events::all();
    for event in &events {
        all_print_the_same(event);
    }
    let mut table = Table::quick();
    let mut time = |name: &'static str, run: &mut dyn FnMut(&KmdEvent<'_>, &mut Table) -> Option<f64>| {
        let times = events.iter().filter_map(|event| run(event, &mut table)).collect();
        Case { name, times }
    };
    let display = time("Display", &mut |event, table| into_string(table, "Display", event, event));
    let append = time("append_to", &mut |event, table| {
        appended(table, "append_to", event, |out| black_box(event).append_to(out))
    });
    let write = time("write!", &mut |event, table| {
        appended(table, "write!", event, |out| baselines::write(black_box(event), out))
    });
    let by_hand = time("by hand", &mut |event, table| {
        appended(table, "by hand", event, |out| baselines::by_hand(black_box(event), out))
    });
    let written = time("Display of write!", &mut |event, table| {
        into_string(table, "Display of write!", event, &Written::from(event))
    });
    let thiserror = time("Display of thiserror", &mut |event, table| {
        into_string(table, "Display of thiserror", event, &Thiserror::from(event))
    });
    let displaydoc = time("Display of displaydoc", &mut |event, table| {
        into_string(table, "Display of displaydoc", event, &Displaydoc::from(event))
    });
    let to_string = time("to_string", &mut |event, table| new_string(table, "to_string", event, event));
    let written_to_string = time("to_string of write!", &mut |event, table| {
        new_string(table, "to_string of write!", event, &Written::from(event))
    });
    let thiserror_to_string = time("to_string of thiserror", &mut |event, table| {
        new_string(table, "to_string of thiserror", event, &Thiserror::from(event))
    });
    let displaydoc_to_string = time("to_string of displaydoc", &mut |event, table| {
        new_string(table, "to_string of displaydoc", event, &Displaydoc::from(event))
    });
    for (ours, baseline, goal) in [
        (&display, &write, 0.6),
        (&display, &written, 0.6),
        (&display, &thiserror, 0.6),
        (&display, &displaydoc, 0.6),
        (&append, &write, 0.2),
        (&append, &by_hand, 1.1),
        (&to_string, &written_to_string, 1.0),
        (&to_string, &thiserror_to_string, 1.0),
        (&to_string, &displaydoc_to_string, 1.0),
    ] {
        mean(&mut table, ours, baseline, goal);
    }
    for baseline in [&write, &written] {
        worst(&mut table, &events, &display, baseline);
    }
    table.print();
}

fn all_print_the_same(event: &KmdEvent<'_>) {
    let expected = event.to_string();
    let written = Written::from(event);
    let appended = |append: &dyn Fn(&mut String)| {
        let mut out = String::new();
        append(&mut out);
        out
    };
    for text in [
        Thiserror::from(event).to_string(),
        Displaydoc::from(event).to_string(),
        written.to_string(),
        appended(&|out| event.append_to(out)),
        appended(&|out| baselines::write(event, out)),
        appended(&|out| baselines::by_hand(event, out)),
    ] {
        assert_eq!(text, expected);
    }
}

/// Measures printing into a `String` with enough capacity.
fn into_string(table: &mut Table, name: &str, event: &KmdEvent<'_>, shown: &impl Display) -> Option<f64> {
    appended(table, name, event, |out| {
        write!(out, "{}", black_box(shown)).expect("room");
    })
}

fn appended(table: &mut Table, name: &str, event: &KmdEvent<'_>, append: impl Fn(&mut String)) -> Option<f64> {
    let mut out = String::with_capacity(1_024);
    table.time(&name_of(name, event), || {
        out.clear();
        append(&mut out);
        black_box(out.len())
    })
}

fn new_string(table: &mut Table, name: &str, event: &KmdEvent<'_>, shown: &impl Display) -> Option<f64> {
    table.time(&name_of(name, event), || black_box(shown).to_string())
}

/// Returns the name of a measurement. It is short, since criterion keeps 64 characters.
fn name_of(name: &str, event: &KmdEvent<'_>) -> String {
    format!("printing/{name}/{}", event.tag() as usize)
}

/// Adds a row with the geometric means of all messages.
fn mean(table: &mut Table, ours: &Case, baseline: &Case, goal: f64) {
    let mean = |case: &Case| {
        let count = u32::try_from(case.times.len()).map_or(0.0, f64::from);
        let sum: f64 = case.times.iter().map(|time| time.ln()).sum();
        (count > 0.0).then(|| (sum / count).exp())
    };
    let case = format!("{}, mean of 91 messages", ours.name);
    table.row(&case, mean(ours), baseline.name, mean(baseline), goal);
}

/// Adds a row for the message with the worst ratio.
fn worst(table: &mut Table, events: &[KmdEvent<'_>], ours: &Case, baseline: &Case) {
    let times = ours.times.iter().zip(&baseline.times).zip(events);
    let worst = times.max_by(|((a, b), _), ((c, d), _)| (*a / *b).total_cmp(&(*c / *d)));
    if let Some(((ours_time, theirs), event)) = worst {
        let case = format!("{}, worst message: {}", ours.name, event.tag());
        table.row(&case, Some(*ours_time), baseline.name, Some(*theirs), 1.0);
    }
}
