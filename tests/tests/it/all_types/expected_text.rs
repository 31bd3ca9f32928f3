//! The texts of all messages, printed with `format!`.

use std::fmt::Display;
use std::net::SocketAddr;
use std::time::Duration;

use kmd_tests::all_types::WxEvent;
use kmd_tests::all_types::events::{
    AddressBeforeSky, Addresses, AddressesTogether, FixedDurations, Floats, Hex, Integers, OctalAndBinary, Padded,
    TwoFormats,
};
use kmd_tests::all_types::values::{Breeze, Fall, Mode, Sky};

fn or<T: Display>(value: Option<T>, absent: &str) -> String {
    value.map_or_else(|| absent.to_owned(), |value| value.to_string())
}

fn sky(sky: Sky) -> &'static str {
    match sky {
        Sky::Clear => "clear",
        Sky::Cloudy => "cloudy",
        Sky::PartlyCloudy => "partly cloudy",
        Sky::Unknown => "",
    }
}

fn fall(fall: Fall) -> &'static str {
    match fall {
        Fall::Rain => "rain",
        Fall::RainAndHail => "rain and hail",
        Fall::Hail => "hail",
        Fall::Number1 => "1",
        Fall::Number11 => "11",
    }
}

fn breeze<'e>(breeze: &'e Breeze<'_>) -> &'e str {
    match breeze {
        Breeze::Calm => "calm",
        Breeze::LightAir => "light air",
        Breeze::Storm10 => "10",
        Breeze::Other(other) => other,
    }
}

fn mode(mode: Option<Mode>) -> &'static str {
    match mode {
        Some(Mode::Auto) => "auto",
        Some(Mode::Manual) => "manual",
        None => "off-line",
    }
}

fn mac([a, b, c, d, e, f]: [u8; 6]) -> String {
    format!("{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{f:02x}")
}

fn bare(socket: SocketAddr) -> String {
    socket.to_string().replace(['[', ']'], "")
}

/// Returns a duration in a unit of this many nanoseconds, without zeros at the end.
fn shortest(duration: Duration, unit: u128) -> String {
    let digits = unit.ilog10() as usize;
    let text = format!("{}.{:0digits$}", duration.as_nanos() / unit, duration.as_nanos() % unit);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Returns a duration in a unit with this many decimals. It is rounded to the nearest one, of two to the even one, but not
/// above the longest duration.
fn rounded(duration: Duration, unit: u128, precision: u32) -> String {
    let step = unit / 10_u128.pow(precision);
    let below = duration.as_nanos() / step;
    let nearest =
        [below, below + 1].into_iter().min_by_key(|steps| (duration.as_nanos().abs_diff(steps * step), steps % 2));
    let steps = nearest.filter(|steps| steps * step <= Duration::MAX.as_nanos()).unwrap_or(below);
    let digits = precision as usize;
    let base = 10_u128.pow(precision);
    match digits {
        0 => steps.to_string(),
        _ => format!("{}.{:0digits$}", steps / base, steps % base),
    }
}

const S: u128 = 1_000_000_000;
const MS: u128 = 1_000_000;
const US: u128 = 1_000;
const NS: u128 = 1;

/// Returns the text of an event, from the templates of `all_types.yaml`.
pub fn expected_text(event: &WxEvent<'_>) -> String {
    match event {
        WxEvent::Started(_) => "Weather station started".to_owned(),
        WxEvent::Integers(Integers { n8, n16, n32, n64, nsize, s8, s16, s32, s64, ssize }) => {
            format!("{n8} {n16} {n32} {n64} {nsize} {s8} {s16} {s32} {s64} {ssize}")
        }
        WxEvent::Hex(Hex { n8, n16, n32, n64, nsize, s8, s16, s32, s64, ssize }) => format!(
            "{n8:02x} 0x{n16:x} {n32:08X} {n64:#x} {nsize:#018x} {s8:x} {s16:X} {s32:#X} {s64:016x} {ssize:#04x}"
        ),
        WxEvent::OctalAndBinary(OctalAndBinary { n8, n16, n32, n64, nsize, s8, s16, s32, s64, ssize }) => {
            format!("{n8:b} {n16:o} {n32:#o} {n64:064b} {nsize:#b} {s8:#010b} {s16:06o} {s32:o} {s64:#064b}/{ssize:b}")
        }
        WxEvent::Padded(Padded { n8, n16, n32, n64, s8, s16, s64 }) => {
            format!("{n8:03} {n16:01} {n32:012}:{s8:04} {s16:02} {s64:020} {n64:064}")
        }
        WxEvent::Floats(Floats { rain, wind_speed, pressure, humidity }) => {
            let humidity = or(humidity.map(|humidity| format!("{humidity:.3}")), "n/a");
            format!("{rain:.0} {wind_speed:.1} {pressure:09.2} {humidity}")
        }
        WxEvent::FineFloats(it) => format!("{:.17}/{:010.0}/{:.9}", it.rain, it.wind_speed, it.pressure),
        WxEvent::Durations(it) => format!(
            "up {} s, age {} ms, lag {} us, tick {} ns, next in {} s",
            shortest(it.uptime, S),
            shortest(it.age, MS),
            shortest(it.lag, US),
            shortest(it.tick, NS),
            or(it.wait.map(|wait| shortest(wait, S)), "forever")
        ),
        WxEvent::FixedDurations(FixedDurations { uptime, age, lag, tick, wait }) => format!(
            "up {} s, age {} ms, lag {} us, tick {} ns, next in {} s",
            rounded(*uptime, S, 0),
            rounded(*age, MS, 2),
            rounded(*lag, US, 3),
            rounded(*tick, NS, 0),
            or(wait.map(|wait| rounded(wait, S, 9)), "forever")
        ),
        WxEvent::OtherUnits(it) => format!(
            "up {} ms, next in {} us, {} and {}",
            shortest(it.uptime, MS),
            or(it.wait.map(|wait| rounded(wait, US, 1)), "forever"),
            it.note,
            or(it.observer.as_deref(), "no one")
        ),
        WxEvent::Addresses(Addresses { gateway, backup, bind, peer, net, sensor, relay, indoor, heated }) => format!(
            "{gateway} {} {bind} {} {}/{} {} {} {indoor} {}",
            or(*backup, "none"),
            bare(*peer),
            net.address(),
            net.length(),
            mac(*sensor),
            or(relay.map(mac), "-").to_uppercase(),
            or(*heated, "unknown")
        ),
        WxEvent::AddressesTogether(AddressesTogether { bind, gateway, peer, net, sensor, n8 }) => {
            let sensor = mac(*sensor).to_uppercase();
            format!("{bind}:{gateway}:{}/{}/{}/{sensor}:{n8}", bare(*peer), net.address(), net.length())
        }
        WxEvent::Absent(it) => format!(
            "by {} ({}), {}, {} retries",
            or(it.observer.as_deref(), "unmanned"),
            mode(it.mode),
            or(it.hint.as_deref(), "()"),
            or(it.retries, "0x")
        ),
        WxEvent::FormattedAbsent(it) => format!(
            "{}{}{}",
            or(it.retries.map(|retries| format!("{retries:#06x}")), "0x"),
            fall(it.fall),
            or(it.humidity.map(|humidity| format!("{humidity:.1}")), "n/a")
        ),
        WxEvent::Words(it) => {
            format!("{} to {}: {} with {}", sky(it.sky), sky(it.next_sky), breeze(&it.breeze), fall(it.fall))
        }
        WxEvent::SkyBeforeText(it) => format!("sky for {}{} is known", sky(it.sky), it.station),
        WxEvent::TextBeforeFall(it) => format!("at {}{} fell", it.station, fall(it.fall)),
        WxEvent::NumbersBesideFall(it) => format!("{}{}{}", it.n16, fall(it.fall), it.s8),
        WxEvent::WordsTogether(it) => {
            format!("{}{}{}{}", sky(it.sky), fall(it.fall), sky(it.next_sky), breeze(&it.breeze))
        }
        WxEvent::AddressBeforeSky(AddressBeforeSky { gateway, sky: word, note }) => {
            format!("{gateway}{} {note}", sky(*word))
        }
        WxEvent::TextsBesideSky(it) => format!("{}{} {}{}.", it.station, sky(it.sky), it.note, sky(it.next_sky)),
        WxEvent::Report(it) => {
            let mut text = format!("report of {}", it.station);
            text.extend(it.observer.iter().map(|observer| format!(" by {observer}")));
            text.extend(it.gateway.zip(it.n16).map(|(gateway, n16)| format!(" from {gateway}:{n16}")));
            text.extend(it.sky.zip(it.fall).map(|(word, it)| format!(" sky {}{}", sky(word), fall(it))));
            text.extend(it.note.iter().map(|note| format!(" ({note})")));
            text
        }
        WxEvent::Counted(it) => {
            let mut text = format!("{} values", it.n32);
            text.extend(it.age.map(|age| format!(", {} ms old", rounded(age, MS, 1))));
            let wet = it.humidity.zip(it.pressure);
            text.extend(wet.map(|(humidity, pressure)| format!(", {humidity:.0} % wet at {pressure:07.1}")));
            text
        }
        WxEvent::Alarm(it) => {
            let mut text = format!("alarm {}: {}", it.n8, breeze(&it.breeze));
            text.extend(it.note.iter().map(|note| format!(": {note}")));
            text.extend(it.mode.iter().map(|&it| format!("!{}!", mode(Some(it)))));
            text
        }
        WxEvent::Twice(it) => {
            format!("{0}={1:x}{2}{1:x}={0}", it.station, it.n16, fall(it.fall))
        }
        WxEvent::TwoFormats(TwoFormats { n16, sensor, retries, s8, fall: word }) => format!(
            "{n16:#x} or {n16}, {} or {}, {} or {} {s8}{}{s8:x}",
            mac(*sensor),
            mac(*sensor).to_uppercase(),
            or(retries.map(|retries| format!("{retries:04}")), "0x"),
            or(retries.map(|retries| format!("{retries:o}")), "0x"),
            fall(*word)
        ),
        WxEvent::Flag(it) => format!("flag {} {}", it.indoor, mac(it.sensor)),
        WxEvent::ContactLost(it) => format!("contact lost: {}", it.note),
        WxEvent::ContactBack(it) => {
            let mut text = format!("contact with {}{} is back", it.station, sky(it.sky));
            text.extend(it.age.map(|age| format!(" after {} ms", shortest(age, MS))));
            text.extend(it.mode.iter().map(|&it| format!(" as {}", mode(Some(it)))));
            text
        }
        WxEvent::Contacts(it) => format!("{:04} contacts", it.n32),
        other => panic!("no text of {other:?}"),
    }
}
