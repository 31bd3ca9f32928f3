use kmd_events::kmd_event;

fn main() {
    let number = 7;
    let _ = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: "branch" number });
}
