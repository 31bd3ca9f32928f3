//! Uses the catalog `irrigation.yaml`, whose values are enums, durations, hexadecimal numbers, addresses and optional parts:
//! prints events as lines, and parses the lines back.
//!
//! Run it with `cargo run --example irrigation`.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use kmd_events::format::{Format, Formatter, Timestamp};

kmd_events::catalog!("irrigation.yaml");

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let controller: SocketAddr = "[2001:db8::17]:4040".parse()?;
    let error = io::Error::from(io::ErrorKind::ConnectionReset);
    let events = [
        irrig_event!(IRRIG_VALVE_CHANGED {
            valve: 7,
            previous: values::State::Closed,
            state: values::State::HalfOpen,
            elapsed: Duration::from_millis(2_300),
            flow: 12.5,
            operator: Some("ada"),
            trigger: Some(values::Trigger::Sensor),
        }),
        // The operator and the trigger may be left out.
        irrig_event!(IRRIG_VALVE_CHANGED {
            valve: 7,
            previous: values::State::HalfOpen,
            state: values::State::Closed,
            elapsed: Duration::ZERO,
            flow: 0.0,
        }),
        irrig_event!(IRRIG_CONTROLLER_UP {
            serial: 0x2f,
            mac: [0x02, 0, 0x5e, 0x10, 0, 0x2a],
            controller,
            network: "10.20.0.0/16".parse()?,
            outdated: Some(values::Outdated::Outdated),
            firmware: Some("3.1"),
        }),
        // `%` formats a value with `Display`.
        irrig_event!(IRRIG_PUMP_LOST { reason: %error }),
    ];

    let formatter = Formatter::new(Format::Rfc3164).with_pid(311);
    let time = Timestamp::new((2026, 4, 2), (6, 30, 0), 0, 0).ok_or("an invalid time")?;
    for event in &events {
        let line = formatter.format_to_string(event, time);
        println!("{line}");
        let record = IrrigRecord::parse(&line);
        assert_eq!(record.event(), Some(event));
    }
    Ok(())
}
