//! Uses the catalog `own_catalog.yaml`: builds events, matches on one, and lists all messages at run time.
//!
//! Run it with `cargo run --example own_catalog`.

use std::net::Ipv4Addr;

/// `catalog!` needs the path of the module that contains it.
mod log {
    kmd_events::catalog!("own_catalog.yaml", in crate::log);
}

use log::{BrewEvent, BrewTag, brew_event, events};

fn main() {
    let kettle = String::from("green");
    line(&brew_event!(BREW_STARTED { kettle: &kettle, remote_address: Ipv4Addr::LOCALHOST }));
    let event = too_hot(&kettle, 104);
    line(&event);
    line(&brew_event!(BREW_STOPPED));

    if let BrewEvent::TooHot(events::TooHot { temperature, limit, .. }) = event {
        println!("That is {} degrees too much.", temperature - limit);
    }

    println!("\nThis daemon can log:");
    for tag in BrewTag::ALL {
        println!("{:<14} {:<8} {}", tag, tag.severity(), tag.description());
    }
}

fn too_hot(kettle: &str, temperature: i16) -> BrewEvent<'_> {
    brew_event!(BREW_TOO_HOT { kettle, temperature, limit: 98 })
}

fn line(event: &BrewEvent<'_>) {
    println!("<{}>{}: {}: {event}", event.priority(), BrewTag::CATALOG.process(), event.tag());
}
