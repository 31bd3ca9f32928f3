//! Tests of the ways to pass values whose type is not that of the field.

use std::error::Error;
use std::ffi::OsStr;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU16;
use std::path::Path;
use std::time::Duration;

use foreign::lab::{self, LabEvent, lab_event};
use kmd_events::{KmdEvent, events, join, kmd_event};

#[test]
fn values_become_strings() {
    let buffer = &mut String::from("buffer");
    let path = Path::new("/etc/kmd.conf");
    let failure = io::Error::other("timeout");
    let boxed: Box<dyn Error> = "no route".into();
    let names = vec!["hq", "branch-7"];
    for (event, name) in [
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: &*buffer }), "buffer"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: path.to_string_lossy() }), "/etc/kmd.conf"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %path.display() }), "/etc/kmd.conf"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: OsStr::new("os").to_string_lossy() }), "os"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: String::from_utf8_lossy(b"bytes") }), "bytes"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %'c' }), "c"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %true }), "true"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %5 }), "5"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %1.5 }), "1.5"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %format_args!("{}/{}", 1, 2) }), "1/2"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %failure }), "timeout"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %boxed }), "no route"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: %join(&names, ", ") }), "hq, branch-7"),
        (kmd_event!(KMD_PM_SA_PEER_ABSENT { sa_name: names.get(2).copied().unwrap_or("-") }), "-"),
    ] {
        assert_eq!(event, KmdEvent::PmSaPeerAbsent(events::PmSaPeerAbsent { sa_name: name.into() }));
    }
}

#[test]
fn numbers_become_integers() -> Result<(), Box<dyn Error>> {
    let (small, size, reference) = (7_u16, "sevenly".len(), &7_u32);
    let seven = NonZeroU16::new(7).ok_or("zero")?;
    let tunnel_name = "hq";
    for event in [
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: small.into() }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: u32::from(small) }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: size.try_into()? }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS {
            tunnel_name,
            count: Duration::from_millis(7).as_millis().try_into()?
        }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: (-7_i32).unsigned_abs() }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: seven.get().into() }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: *reference }),
        kmd_event!(KMD_DPD_FAILOVER_MAX_ATTEMPTS { tunnel_name, count: "7".parse()? }),
    ] {
        let expected = events::DpdFailoverMaxAttempts { count: 7, tunnel_name: tunnel_name.into() };
        assert_eq!(event, KmdEvent::DpdFailoverMaxAttempts(expected));
    }
    Ok(())
}

#[test]
fn values_become_addresses() -> Result<(), Box<dyn Error>> {
    let socket = SocketAddr::from(([192, 0, 2, 9], 500));
    let address = IpAddr::from([192, 0, 2, 9]);
    let vpn_name = "hq";
    for event in [
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address: socket.ip() }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address: &address }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address: IpAddr::from([192, 0, 2, 9]) }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address: "192.0.2.9".parse::<IpAddr>()? }),
        kmd_event!(KMD_VPN_UP_ALARM_USER { vpn_name, remote_address: Some(address).ok_or("no address")? }),
    ] {
        let KmdEvent::VpnUpAlarmUser(event) = event else { panic!("{event:?}") };
        assert_eq!((&*event.vpn_name, event.remote_address), (vpn_name, address));
    }
    Ok(())
}

/// A call converts strings and addresses, which a constant cannot do. The struct has the values as they are.
#[test]
fn events_can_be_constants() {
    const WITHOUT_VALUES: KmdEvent<'_> = kmd_event!(KMD_PM_PROPOSAL_NULL_ESP);
    const WITH_INTEGERS: LabEvent<'_> = lab_event!(LAB_SIZE { size: 7, offset: -7 });
    static WITH_AN_ADDRESS: KmdEvent<'_> = KmdEvent::PmNoLifeType(events::PmNoLifeType {
        remote_address: IpAddr::V4(Ipv4Addr::LOCALHOST),
        remote_port: 500,
    });
    assert_eq!(WITHOUT_VALUES, kmd_event!(KMD_PM_PROPOSAL_NULL_ESP));
    assert_eq!(WITH_INTEGERS, LabEvent::Size(lab::events::Size { size: 7, offset: -7 }));
    assert_eq!(
        WITH_AN_ADDRESS,
        kmd_event!(KMD_PM_NO_LIFE_TYPE { remote_address: Ipv4Addr::LOCALHOST, remote_port: 500 })
    );
}
