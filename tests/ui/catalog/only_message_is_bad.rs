kmd_events::catalog!("worse.yaml");

fn login(user: &str) -> AppEvent<'_> {
    app_event!(APP_LOGIN { user })
}

fn main() {
    println!("{}", login("ada"));
    assert!(AppTag::ALL.is_empty());
}
