//! A port that is free over UDP and TCP, and stays so.

use std::net::{SocketAddr, TcpListener, UdpSocket};
use std::sync::atomic::{AtomicU16, Ordering};

/// Below those that the kernel gives to whoever asks for any (32,768 and up on Linux): a client that connects to
/// such a one where nobody listens may be given the same for its own end, and talks to itself.
pub fn free() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Another process of this test run begins elsewhere.
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
