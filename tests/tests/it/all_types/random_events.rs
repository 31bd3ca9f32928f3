//! Random values for all placeholders, and the events that they make.

use std::net::{IpAddr, SocketAddr, SocketAddrV6};
use std::time::Duration;

use kmd_events::IpPrefix;
use kmd_tests::all_types::values::{Breeze, Fall, Mode, Sky};
use kmd_tests::all_types::{WxEvent, WxTag, wx_event};
use proptest::prelude::*;
use proptest::sample::select;

/// One value for every placeholder of the catalog.
#[derive(Clone, Debug)]
pub struct Values {
    texts: [String; 2],
    optional_texts: [Option<String>; 2],
    addresses: (IpAddr, Option<IpAddr>, SocketAddr, SocketAddr, IpPrefix),
    macs: ([u8; 6], Option<[u8; 6]>),
    flags: (bool, Option<bool>),
    unsigned: (u8, u16, u32, u64, usize, Option<u16>),
    signed: (i8, i16, i32, i64, isize),
    floats: ([f64; 3], Option<f64>),
    durations: ([Duration; 4], Option<Duration>),
    words: (Sky, Sky, Fall, Breeze<'static>, Option<Mode>),
    /// The numbers are what their format can express.
    are_exact: bool,
}

/// Generates values. The numbers are what their format can express, and what JSON can express.
pub fn exact_values(text: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = Values> {
    let float = prop_oneof![
        Just(0.0),
        Just(-0.0),
        -100.0..100.0,
        -1e12..1e12,
        (-1_000_000_i32..1_000_000).prop_map(|number| f64::from(number) / 64.0)
    ];
    values(text, float.boxed(), duration().boxed(), true)
}

/// Generates values with any number.
pub fn any_values(text: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = Values> {
    let float = prop_oneof![
        any::<f64>(),
        select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE]),
        -10.0..10.0,
        (-4000_i32..4000).prop_map(|number| f64::from(number) / 8.0),
    ];
    let duration = prop_oneof![
        duration(),
        any::<Duration>(),
        Just(Duration::MAX),
        (0..u64::MAX).prop_map(Duration::from_nanos),
        // In the middle between two numbers.
        (0..1000_u64).prop_map(|number| Duration::from_nanos(number * 500))
    ];
    values(text, float.boxed(), duration.boxed(), false)
}

/// Generates durations that a 64-bit number can express in every unit.
fn duration() -> impl Strategy<Value = Duration> {
    let seconds = prop_oneof![0..3_u64, 0..1_u64 << 20];
    let nanos = prop_oneof![
        Just(0),
        Just(500_000_000),
        Just(999_999_999),
        0..1_000_000_000_u32,
        (0..1000_u32).prop_map(|ms| ms * 1_000_000)
    ];
    (seconds, nanos).prop_map(|(seconds, nanos)| Duration::new(seconds, nanos))
}

fn address() -> impl Strategy<Value = IpAddr> {
    const HARD: [&str; 8] = ["::", "::1", "1::", "1::1:1", "1:1:1:1:1:1:1:1", "1.1.1.1", "11.1.1.11", "::ffff:1.1.1.1"];
    prop_oneof![any::<IpAddr>(), select(&HARD[..]).prop_map(|address| address.parse().expect("an address"))].boxed()
}

fn socket() -> impl Strategy<Value = SocketAddr> {
    let scope = prop_oneof![4 => Just(0), 1 => any::<u32>(), 1 => 1..12_u32];
    (address(), any::<u16>(), scope).prop_map(|(address, port, scope)| match address {
        IpAddr::V4(address) => SocketAddr::from((address, port)),
        IpAddr::V6(address) => SocketAddrV6::new(address, port, 0, scope).into(),
    })
}

fn prefix() -> impl Strategy<Value = IpPrefix> {
    (address(), 0..=128_u8).prop_map(|(address, length)| {
        let length = if address.is_ipv4() { length % 33 } else { length };
        IpPrefix::new(address, length).expect("a valid length")
    })
}

/// Generates integers of which many are small or extreme.
macro_rules! integer {
    ($type:ty) => {
        prop_oneof![
            Just(<$type>::MIN),
            Just(<$type>::MAX),
            0..=16 as $type,
            any::<$type>(),
            Just(1),
            Just(11),
            Just(111)
        ]
        .boxed()
    };
}

fn values(
    text: impl Strategy<Value = String> + Clone + 'static,
    float: BoxedStrategy<f64>,
    duration: BoxedStrategy<Duration>,
    are_exact: bool,
) -> impl Strategy<Value = Values> {
    use proptest::option::of;

    // The strategies are on the heap, because the stack of a test is small.
    let text = text.boxed();
    let breeze = prop_oneof![
        select(vec![Breeze::Calm, Breeze::LightAir, Breeze::Storm10]),
        text.clone().prop_map(|word| match &*word {
            // The variant of a word is not `Other`.
            "calm" | "light air" | "10" => Breeze::Calm,
            _ => Breeze::Other(word.into()),
        })
    ]
    .boxed();
    let first = (
        [text.clone(), text.clone()],
        [of(text.clone()), of(text)],
        (address(), of(address()), socket(), socket(), prefix()).boxed(),
        (any::<[u8; 6]>(), of(any::<[u8; 6]>())),
        (any::<bool>(), of(any::<bool>())),
    )
        .boxed();
    let second = (
        (integer!(u8), integer!(u16), integer!(u32), integer!(u64), integer!(usize), of(integer!(u16))),
        (integer!(i8), integer!(i16), integer!(i32), integer!(i64), integer!(isize)),
        ([float.clone(), float.clone(), float.clone()], of(float)),
        ([duration.clone(), duration.clone(), duration.clone(), duration.clone()], of(duration)),
        (select(Sky::ALL), select(Sky::ALL), select(Fall::ALL), breeze, of(select(Mode::ALL))),
    )
        .boxed();
    (first, second).prop_map(move |(first, second)| {
        let (texts, optional_texts, addresses, macs, flags) = first;
        let (unsigned, signed, floats, durations, words) = second;
        Values { texts, optional_texts, addresses, macs, flags, unsigned, signed, floats, durations, words, are_exact }
    })
}

/// Generates a message and values for it.
pub fn event_of(values: impl Strategy<Value = Values>) -> impl Strategy<Value = WxEvent<'static>> {
    (select(WxTag::ALL), values).prop_map(|(tag, values)| event(tag, &values))
}

/// Builds the event of a message.
#[allow(deprecated, reason = "one of the messages is deprecated")]
pub fn event(tag: WxTag, values: &Values) -> WxEvent<'static> {
    let are_exact = values.are_exact;
    let float = |value: f64, precision: usize| match are_exact {
        true => format!("{value:.precision$}").parse().expect("a number"),
        false => value,
    };
    let fixed = |value: Duration, unit: u128| match are_exact {
        true => {
            let nanos = value.as_nanos() / unit * unit;
            let seconds = u64::try_from(nanos / 1_000_000_000).expect("no more seconds");
            Duration::new(seconds, u32::try_from(nanos % 1_000_000_000).expect("less than a second"))
        }
        false => value,
    };
    let [station, note] = values.texts.clone();
    let [observer, hint] = values.optional_texts.clone();
    let (gateway, backup, bind, peer, net) = values.addresses;
    let (sensor, relay) = values.macs;
    let (indoor, heated) = values.flags;
    let (n8, n16, n32, n64, nsize, retries) = values.unsigned;
    let (s8, s16, s32, s64, ssize) = values.signed;
    let ([rain, wind_speed, pressure], humidity) = values.floats;
    let ([uptime, age, lag, tick], wait) = values.durations;
    let (sky, next_sky, fall, breeze, mode) = values.words.clone();
    // The address and the port are in one tail.
    let (far, port) = (backup.zip(retries).map(|(far, _)| far), backup.zip(retries).map(|(_, port)| port));
    match tag {
        WxTag::Started => wx_event!(WX_STARTED),
        WxTag::Integers => wx_event!(WX_INTEGERS { n8, n16, n32, n64, nsize, s8, s16, s32, s64, ssize }),
        WxTag::Hex => wx_event!(WX_HEX { n8, n16, n32, n64, nsize, s8, s16, s32, s64, ssize }),
        WxTag::OctalAndBinary => {
            wx_event!(WX_OCTAL_AND_BINARY { n8, n16, n32, n64, nsize, s8, s16, s32, s64, ssize })
        }
        WxTag::Padded => wx_event!(WX_PADDED { n8, n16, n32, n64, s8, s16, s64 }),
        WxTag::Floats => wx_event!(WX_FLOATS {
            rain: float(rain, 0),
            wind_speed: float(wind_speed, 1),
            pressure: float(pressure, 2),
            humidity: humidity.map(|humidity| float(humidity, 3)),
        }),
        WxTag::FineFloats => wx_event!(WX_FINE_FLOATS {
            rain: float(rain, 17),
            wind_speed: float(wind_speed, 0),
            pressure: float(pressure, 9),
        }),
        WxTag::Durations => wx_event!(WX_DURATIONS { uptime, age, lag, tick, wait }),
        WxTag::FixedDurations => wx_event!(WX_FIXED_DURATIONS {
            uptime: fixed(uptime, 1_000_000_000),
            age: fixed(age, 10_000),
            lag,
            tick,
            wait,
        }),
        WxTag::OtherUnits => {
            wx_event!(WX_OTHER_UNITS { uptime, wait: wait.map(|wait| fixed(wait, 100)), note: n8, observer })
        }
        WxTag::Addresses => {
            wx_event!(WX_ADDRESSES { gateway, backup, bind, peer, net, sensor, relay, indoor, heated })
        }
        WxTag::AddressesTogether => wx_event!(WX_ADDRESSES_TOGETHER { bind, gateway, peer, net, sensor, n8 }),
        WxTag::Absent => wx_event!(WX_ABSENT { observer, mode, hint, retries }),
        WxTag::FormattedAbsent => {
            wx_event!(WX_FORMATTED_ABSENT { retries, fall, humidity: humidity.map(|humidity| float(humidity, 1)) })
        }
        WxTag::Words => wx_event!(WX_WORDS { sky, next_sky, breeze, fall }),
        WxTag::SkyBeforeText => wx_event!(WX_SKY_BEFORE_TEXT { sky, station }),
        WxTag::TextBeforeFall => wx_event!(WX_TEXT_BEFORE_FALL { station, fall }),
        WxTag::NumbersBesideFall => wx_event!(WX_NUMBERS_BESIDE_FALL { n16, fall, s8 }),
        WxTag::WordsTogether => wx_event!(WX_WORDS_TOGETHER { sky, fall, next_sky, breeze }),
        WxTag::AddressBeforeSky => wx_event!(WX_ADDRESS_BEFORE_SKY { gateway, sky, note }),
        WxTag::TextsBesideSky => wx_event!(WX_TEXTS_BESIDE_SKY { station, sky, note, next_sky }),
        WxTag::Report => wx_event!(WX_REPORT {
            station,
            observer,
            gateway: far,
            n16: port,
            sky: heated.map(|_| sky),
            fall: heated.map(|_| fall),
            note: hint,
        }),
        WxTag::Counted => wx_event!(WX_COUNTED {
            n32,
            age: wait.map(|age| fixed(age, 100_000)),
            humidity: humidity.map(|humidity| float(humidity, 0)),
            pressure: humidity.map(|_| float(pressure, 1)),
        }),
        WxTag::Alarm => wx_event!(WX_ALARM { n8, breeze, note: hint, mode }),
        WxTag::Twice => wx_event!(WX_TWICE { station, n16, fall }),
        WxTag::TwoFormats => wx_event!(WX_TWO_FORMATS { n16, sensor, retries, s8, fall }),
        WxTag::Flag => wx_event!(WX_FLAG { indoor, sensor }),
        WxTag::ContactLost => wx_event!(WX_CONTACT_LOST { note }),
        WxTag::ContactBack => wx_event!(WX_CONTACT_BACK { station, sky, age: wait, mode }),
        WxTag::Contacts => wx_event!(WX_CONTACTS { n32 }),
        other => panic!("no event of {other}"),
    }
}
