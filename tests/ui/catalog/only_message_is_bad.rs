kmd_events::catalog!("one_message_invalid.yaml");

fn login(user: &str) -> AppEvent<'_> {
    app_event!(APP_LOGIN { user })
}

fn main() {
    println!("{}", login("ada"));
    assert!(AppTag::ALL.is_empty());
}
