use kmd_events::kmd_event;

fn main() {
    let names = ["branch", "7"];
    let _ = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND {
        sa_name: names
            .iter()
            .map(|name| name.len())
            .sum::<usize>(),
    });
}
