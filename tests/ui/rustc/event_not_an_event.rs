use kmd_events::sink::Sink;

fn log(log: &dyn Sink, text: &String) {
    let _ = log.log(text);
}

fn main() {
    let _ = log;
}
