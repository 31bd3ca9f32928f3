use foreign::lab::lab_event;

fn main() {
    let mac: &[u8] = &[0; 6];
    let bench = std::net::SocketAddr::from(([192, 0, 2, 9], 80));
    let _ = lab_event!(LAB_BENCH { mac, bench });
}
