use kmd_events::kmd_event;

fn main() {
    let name = std::path::Path::new("branch-7");
    let _ = kmd_event!(KMD_PM_SA_PEER_NOT_FOUND { sa_name: name });
}
