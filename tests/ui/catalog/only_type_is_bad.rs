kmd_events::catalog!("unknown_type.yaml");

fn login(user: &str) -> AppEvent<'_> {
    app_event!(APP_LOGIN { user })
}

fn main() {
    println!("{}", login("ada"));
}
