//! Ports that are free for UDP and TCP.

use std::net::{SocketAddr, TcpListener, UdpSocket};
use std::sync::atomic::{AtomicU16, Ordering};

/// Returns a free address on a port below the ephemeral range (32,768 and up on Linux). A client that connects to an
/// unused ephemeral port may get the same port for its own end and connect to itself.
pub fn free() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Other processes of this test run begin at another port.
    let start = u16::try_from(std::process::id() % 1_000).expect("small") * 10;
    loop {
        let port = 20_000 + start + NEXT.fetch_add(1, Ordering::Relaxed);
        assert!(port < 32_000, "every port is taken");
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        if UdpSocket::bind(address).is_ok() && TcpListener::bind(address).is_ok() {
            return address;
        }
    }
}
