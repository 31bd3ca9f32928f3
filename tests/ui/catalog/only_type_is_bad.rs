kmd_events::catalog!("mistyped.yaml");

fn login(user: &str) -> AppEvent<'_> {
    app_event!(APP_LOGIN { user })
}

fn main() {
    println!("{}", login("ada"));
}
