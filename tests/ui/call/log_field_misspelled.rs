use kmd_events::kmd_log;
use kmd_events::sink::Sink;

fn log(sink: &dyn Sink, peer: std::net::IpAddr) {
    let _ = kmd_log!(sink, KMD_PM_NO_LIFE_TYPE { remote_adress: peer, remote_port: 500 });
}

fn main() {
    log(&kmd_events::sink::Fanout::new(), std::net::Ipv4Addr::LOCALHOST.into());
}
