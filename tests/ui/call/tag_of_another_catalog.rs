fn main() {
    let _ = foreign::app_event!(KMD_PM_UNSUPPORTED_MODE);
}
