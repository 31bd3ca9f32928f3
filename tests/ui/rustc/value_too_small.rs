fn main() {
    let _ = foreign::app_event!(APP_INTEGERS { a: 0, b: 0, c: 0, d: 0, e: -129, f: 0, g: 0, h: 0 });
}
